/** What a file that is text says; null for a file of bytes. Windows tools write UTF-16 with its mark, others UTF-8 with or without. */
export const fileText = (bytes: Uint8Array): string | null => {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Two dashes of a PEM block in UTF-16, which .NET writes without a mark where bytes are asked of its encoding.
  if (first === 0x2d && second === 0 && third === 0x2d && fourth === 0)
    return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second === 0x2d && third === 0 && fourth === 0x2d)
    return new TextDecoder('utf-16be').decode(bytes);
  // Bytes that no text has, long before any PEM block could begin: control characters but tab, line feed and carriage return.
  if (bytes.subarray(0, 64).some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte))) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Notes around a PEM block in an older encoding; the block itself is ASCII.
    const text = Buffer.from(bytes).toString('latin1');
    return text.includes('-----BEGIN ') ? text : null;
  }
};

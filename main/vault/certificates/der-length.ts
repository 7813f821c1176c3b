/**
 * How many bytes a DER value says that it has, header included (X.690 section 8.1.3); all of them when it leaves that open, as some
 * programs write a PFX. Null when they begin no value.
 */
export const derLength = (bytes: Uint8Array): number | null => {
  const [tag, first] = bytes;
  if (tag !== 0x30 || first === undefined) return null;
  if (first < 0x80) return first + 2;
  const count = first & 0x7f;
  if (count === 0) return bytes.length;
  if (count > 4 || bytes.length < 2 + count) return null;
  return bytes.subarray(2, 2 + count).reduce((length, byte) => length * 256 + byte, 0) + 2 + count;
};

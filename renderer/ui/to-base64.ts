const CHUNK = 0x8000;

/** The bytes as base64; they are wiped afterwards. */
export const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  bytes.fill(0);
  return btoa(binary);
};

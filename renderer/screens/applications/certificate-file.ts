const CHUNK = 0x8000;

/** Larger files do not fit into one secret once they are base64 text. */
export const MOST_CERTIFICATE_BYTES = 48 * 1024;
/** A certificate, its key, and what came with them. */
export const MOST_CERTIFICATE_FILES = 4;

/** The bytes as base64; they are wiped afterwards. */
export const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  bytes.fill(0);
  return btoa(binary);
};

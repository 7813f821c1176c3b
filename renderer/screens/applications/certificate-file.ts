/** PEM text or a PFX (PKCS#12) container, as the contract wants it. */
export type CertificateFile =
  | { readonly format: 'pem'; readonly text: string }
  | { readonly format: 'pfx'; readonly base64: string };

const PEM_START = '-----BEGIN ';
const CHUNK = 0x8000;

/** Larger files do not fit into one secret once they are base64 text. */
export const MOST_CERTIFICATE_BYTES = 48 * 1024;

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
};

/** True for a file name that a person would expect to hold a PFX, which needs its password. */
export const looksLikePfx = (fileName: string): boolean => /\.(pfx|p12)$/i.test(fileName);

/** Reads a certificate file by what stands in it, never by its name. The bytes are wiped afterwards. */
export const readCertificateFile = (bytes: Uint8Array): CertificateFile => {
  const text = new TextDecoder().decode(bytes);
  const file: CertificateFile = text.includes(PEM_START)
    ? { format: 'pem', text }
    : { format: 'pfx', base64: toBase64(bytes) };
  bytes.fill(0);
  return file;
};

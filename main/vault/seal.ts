import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const boundTo = (reference: string): Buffer => Buffer.from(`s2s-console:${VERSION}:${reference}`);

/**
 * AES-256-GCM with a fresh 96-bit nonce (NIST SP 800-38D). The reference and the version are authenticated with it, so a
 * sealed value cannot be put in another one's place.
 */
export const seal = (key: Uint8Array, reference: string, value: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(reference));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
};

/** The sealed value, or null when the key, the reference or a single byte is not the one it was sealed with. */
export const unseal = (key: Uint8Array, reference: string, sealed: Uint8Array): string | null => {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) return null;
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(reference));
    decipher.setAuthTag(tag);
    const body = sealed.subarray(1 + NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    // Authentication failed: the caller says "unreadable" and never overwrites it.
    return null;
  }
};

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** File format: `S2SV`, one byte format version, 12 bytes nonce, 16 bytes tag, the rest is the sealed text. */
const MAGIC = Buffer.from('S2SV\u0001', 'latin1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = MAGIC.length + NONCE_BYTES + TAG_BYTES;

/** What a sealed text belongs to; opening it under another name or version fails. */
export type SealedFor = { readonly reference: string; readonly version: string };

const boundTo = ({ reference, version }: SealedFor): Buffer =>
  Buffer.from(JSON.stringify(['s2s-console', 1, reference, version]));

/** Seals a text with AES-256-GCM (NIST SP 800-38D) under a fresh random 96-bit nonce. */
export const seal = (text: string, key: KeyObject, owner: SealedFor): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([MAGIC, nonce, cipher.getAuthTag(), sealed]);
};

/** The text, or null when the bytes were changed, cut, or sealed for something else or with another key. */
export const unseal = (bytes: Uint8Array, key: KeyObject, owner: SealedFor): string | null => {
  const file = Buffer.from(bytes);
  if (file.length < HEADER_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const nonce = file.subarray(MAGIC.length, MAGIC.length + NONCE_BYTES);
  const opener = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  opener.setAAD(boundTo(owner));
  opener.setAuthTag(file.subarray(MAGIC.length + NONCE_BYTES, HEADER_BYTES));
  try {
    const text = Buffer.concat([opener.update(file.subarray(HEADER_BYTES)), opener.final()]);
    const opened = text.toString('utf8');
    text.fill(0);
    return opened;
  } catch {
    return null;
  }
};

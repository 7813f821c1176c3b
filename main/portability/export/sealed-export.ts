import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';
import { z } from 'zod';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { importFailed } from '../import-failure.ts';

/** How a sealed export calls itself. */
export const SEALED_FORMAT = 's2s-console-sealed-export';
const VERSION = 1;

/** Cost of one guess: 128 MiB and about half a second (OWASP Password Storage: scrypt N=2^17, r=8, p=1). */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;
/** What a file may ask for. A hostile one would like gigabytes, or hours. */
const MOST_MEMORY = 256 * 1024 * 1024;
const MOST_WORK = 2 ** 22;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const base64 = (bytes: number) =>
  z
    .string()
    .refine(
      (text) =>
        Buffer.from(text, 'base64').toString('base64') === text &&
        Buffer.from(text, 'base64').length === bytes,
    );

/** Everything but the sealed bytes; all of it is bound to them. */
const header = z.strictObject({
  format: z.literal(SEALED_FORMAT),
  version: z.literal(VERSION),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    n: z.int().positive(),
    r: z.int().positive(),
    p: z.int().positive(),
    salt: base64(32),
  }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), nonce: base64(NONCE_BYTES) }),
  /** Tells a wrong passphrase from a changed file: digest of the second half of what the passphrase was made into. */
  check: base64(32),
  /** Length of the sealed bytes, so that a cut file is known as one. */
  bytes: z.int().nonnegative(),
});
type Header = z.infer<typeof header>;
const sealedFile = header.extend({ tag: base64(TAG_BYTES), data: z.string() });

const boundTo = ({ kdf, cipher, check, bytes }: Header): Buffer =>
  Buffer.from(
    JSON.stringify([
      SEALED_FORMAT,
      VERSION,
      kdf.name,
      kdf.n,
      kdf.r,
      kdf.p,
      kdf.salt,
      cipher.name,
      cipher.nonce,
      check,
      bytes,
    ]),
  );

/** On a thread of the platform's own, not on ours. */
const derive = (passphrase: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // One form of each letter, however the keyboard made it (NIST SP 800-63B section 5.1.1.2).
    scrypt(
      passphrase.normalize('NFKC'),
      salt,
      64,
      { ...options, maxmem: MOST_MEMORY + 2 ** 20 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });

const checkOf = (derived: Buffer): Buffer => createHash('sha256').update(derived.subarray(32)).digest();

/** Seals a text with a passphrase: scrypt (RFC 7914) and AES-256-GCM, with the header as additional data. */
export const sealExport = async (text: string, passphrase: string): Promise<string> => {
  const salt = randomBytes(32);
  const nonce = randomBytes(NONCE_BYTES);
  const derived = await derive(passphrase, salt, { N: COST.n, r: COST.r, p: COST.p });
  const plain = Buffer.from(text, 'utf8');
  const head: Header = {
    format: SEALED_FORMAT,
    version: VERSION,
    kdf: { name: 'scrypt', ...COST, salt: salt.toString('base64') },
    cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64') },
    check: checkOf(derived).toString('base64'),
    bytes: plain.length,
  };
  const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, 32), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(head));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  derived.fill(0);
  plain.fill(0);
  const file = { ...head, tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') };
  return `${JSON.stringify(file, null, 2)}\n`;
};

const isPowerOfTwo = (n: number): boolean => n > 1 && Number.isInteger(Math.log2(n));

/** Parameters that would cost more than a file may, or that scrypt does not know. */
const isHostile = ({ n, r, p }: Header['kdf']): boolean =>
  !isPowerOfTwo(n) || r > 64 || p > 16 || 128 * n * r > MOST_MEMORY || n * r * p > MOST_WORK;

/** Reads the JSON of a sealed export without opening it: what can be refused now is not worth a passphrase. */
export const readSealed = (value: unknown): Result<z.infer<typeof sealedFile>> => {
  const newer = z.object({ version: z.int() }).safeParse(value);
  if (newer.success && newer.data.version > VERSION) return importFailed('newer', String(newer.data.version));
  const file = sealedFile.safeParse(value);
  if (!file.success) return importFailed('not-valid');
  if (isHostile(file.data.kdf)) return importFailed('hostile');
  return Buffer.byteLength(file.data.data, 'base64') < file.data.bytes
    ? importFailed('truncated')
    : ok(file.data);
};

/**
 * Opens a sealed export. Fails with `import-passphrase` for another passphrase, and with `import-unreadable` for a file that is cut,
 * changed, newer, or asks for more memory or work than a file may.
 */
export const openSealedExport = async (value: unknown, passphrase: string): Promise<Result<string>> => {
  const file = readSealed(value);
  if (!file.ok) return file;
  const { kdf, cipher, check, tag, data } = file.value;
  const sealed = Buffer.from(data, 'base64');
  const derived = await derive(passphrase, Buffer.from(kdf.salt, 'base64'), { N: kdf.n, r: kdf.r, p: kdf.p });
  try {
    if (!timingSafeEqual(checkOf(derived), Buffer.from(check, 'base64'))) return failed('import-passphrase');
    const opener = createDecipheriv(
      'aes-256-gcm',
      derived.subarray(0, 32),
      Buffer.from(cipher.nonce, 'base64'),
      {
        authTagLength: TAG_BYTES,
      },
    );
    opener.setAAD(boundTo(file.value));
    opener.setAuthTag(Buffer.from(tag, 'base64'));
    const plain = Buffer.concat([opener.update(sealed), opener.final()]);
    const text = plain.toString('utf8');
    plain.fill(0);
    return ok(text);
  } catch {
    return importFailed('changed');
  } finally {
    derived.fill(0);
  }
};

import { pbkdf2Sync } from 'node:crypto';
import forge from 'node-forge';

/** Windows writes 2,000, OpenSSL 2,048, cautious people some hundred thousand; a file that asks for more is an attack. */
const MAX_ITERATIONS = 1_000_000;

/** Thrown by a derivation that asks for more rounds than anybody needs. */
export class TooManyIterations extends Error {}

/** Throws TooManyIterations for a count that is above the cap. */
export const checkIterations = (iterations: number): void => {
  if (iterations > MAX_ITERATIONS) throw new TooManyIterations();
};

/** Caps a derivation that takes password, salt, kind, iterations, length, digest. */
const cap = (holder: object, name: string): void => {
  const original: unknown = Reflect.get(holder, name);
  if (typeof original !== 'function') throw new Error(`node-forge has no ${name}`);
  Reflect.set(holder, name, (...args: readonly unknown[]): unknown => {
    checkIterations(Number(args[3]));
    return Reflect.apply(original, holder, args);
  });
};

/**
 * Caps the library's key derivations, and takes the password of PBKDF2 as UTF-8 (RFC 8018 section 3), as OpenSSL and Windows write it; the
 * library alone takes it as Latin-1. It has no setting for either, so this replaces the functions, once, in the thread's own copy. The
 * platform's PBKDF2 is some ten times as fast as the library's.
 */
export const capForge = (): void => {
  Object.assign(forge.pkcs5, {
    pbkdf2: (
      password: string,
      salt: string,
      iterations: number,
      length: number,
      digest?: forge.md.MessageDigest & { readonly algorithm: string },
    ): string => {
      checkIterations(iterations);
      const bytes = Buffer.from(salt, 'latin1');
      const hash = digest?.algorithm ?? 'sha1';
      return pbkdf2Sync(password, bytes, iterations, length, hash).toString('latin1');
    },
  });
  // Missing from the library's types; PKCS#12's own derivation stands in both places.
  const pbe: unknown = Reflect.get(forge, 'pbe');
  if (typeof pbe !== 'object' || pbe === null) throw new Error('node-forge has no pbe');
  cap(pbe, 'generatePkcs12Key');
  cap(forge.pkcs12, 'generateKey');
};

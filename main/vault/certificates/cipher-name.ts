import { isOctets, oidOf, partsOf, readAsn1 } from './asn1.ts';
import type { Asn1 } from './asn1.ts';

/**
 * Ciphers and MACs that files are protected with and that this console may meet without knowing them: RFC 8018 appendix A, RFC 7292
 * appendix C, RFC 9579, and the object identifiers that OpenSSL registers for the rest.
 */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.5.1', 'PBE-MD2-DES'],
  ['1.2.840.113549.1.5.3', 'PBE-MD5-DES'],
  ['1.2.840.113549.1.5.4', 'PBE-MD2-RC2-64'],
  ['1.2.840.113549.1.5.6', 'PBE-MD5-RC2-64'],
  ['1.2.840.113549.1.5.10', 'PBE-SHA1-DES'],
  ['1.2.840.113549.1.5.11', 'PBE-SHA1-RC2-64'],
  ['1.2.840.113549.1.5.14', 'PBMAC1'],
  ['1.2.840.113549.1.12.1.1', 'PBE-SHA1-RC4-128'],
  ['1.2.840.113549.1.12.1.2', 'PBE-SHA1-RC4-40'],
  ['1.2.840.113549.1.12.1.4', 'PBE-SHA1-2DES'],
  ['1.2.840.113549.1.12.1.5', 'PBE-SHA1-RC2-128'],
  ['1.2.840.113549.3.2', 'RC2-CBC'],
  ['1.2.840.113549.3.4', 'RC4'],
  ['1.2.840.113549.3.9', 'RC5-CBC'],
  ['1.2.840.113533.7.66.10', 'CAST5-CBC'],
  ['1.3.6.1.4.1.3029.1.2', 'Blowfish-CBC'],
  ['1.2.410.200004.1.4', 'SEED-CBC'],
  ['1.2.392.200011.61.1.1.1.2', 'Camellia-128-CBC'],
  ['1.2.392.200011.61.1.1.1.3', 'Camellia-192-CBC'],
  ['1.2.392.200011.61.1.1.1.4', 'Camellia-256-CBC'],
  ['1.2.410.200046.1.1.2', 'ARIA-128-CBC'],
  ['1.2.410.200046.1.1.7', 'ARIA-192-CBC'],
  ['1.2.410.200046.1.1.12', 'ARIA-256-CBC'],
  ['1.2.643.2.2.21', 'GOST 28147-89'],
  ['1.2.156.10197.1.104.2', 'SM4-CBC'],
  ['2.16.840.1.101.3.4.1.6', 'AES-128-GCM'],
  ['2.16.840.1.101.3.4.1.26', 'AES-192-GCM'],
  ['2.16.840.1.101.3.4.1.46', 'AES-256-GCM'],
]);

/** A PFX stands some ten levels deep; a file of more is none. */
const DEEPEST = 24;

/** The name of the first such cipher in a value and in what its octet strings hold unencrypted; null when there is none. */
export const foreignCipher = (value: Asn1 | undefined, depth = 0): string | null => {
  if (value === undefined || depth > DEEPEST) return null;
  const named = NAMES.get(oidOf(value) ?? '');
  if (named !== undefined) return named;
  const inside =
    isOctets(value) && typeof value.value === 'string'
      ? [readAsn1(Buffer.from(value.value, 'latin1'))].flatMap((one) => one ?? [])
      : partsOf(value);
  return inside.reduce<string | null>((name, one) => name ?? foreignCipher(one, depth + 1), null);
};

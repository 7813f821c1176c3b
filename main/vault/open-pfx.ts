import forge from 'node-forge';

/** What opening a PFX came to: its keys and certificates as one PEM text, or why there is none. */
export type OpenedPfx =
  | { readonly pem: string }
  | { readonly problem: 'password' | 'damaged' | 'no-private-key' | 'too-many-iterations' };

/** Windows writes 2,000, OpenSSL 2,048, cautious people some hundred thousand; a file that asks for more is an attack. */
const MAX_ITERATIONS = 1_000_000;

class TooManyIterations extends Error {}

const check = (iterations: number): void => {
  if (iterations > MAX_ITERATIONS) throw new TooManyIterations();
};

/** Caps a derivation that takes password, salt, kind, iterations, length, digest. */
const cap = (holder: object, name: string): void => {
  const original: unknown = Reflect.get(holder, name);
  if (typeof original !== 'function') throw new Error(`node-forge has no ${name}`);
  Reflect.set(holder, name, (...args: readonly unknown[]): unknown => {
    check(Number(args[3]));
    return Reflect.apply(original, holder, args);
  });
};

/**
 * The library's key derivations, capped, and PBKDF2 with the password as UTF-8 (RFC 8018 section 3), as OpenSSL and Windows write it; the
 * library alone takes it as Latin-1. It has no setting for either, so this replaces the two functions, in the thread's own copy.
 */
const capKeyDerivation = (): void => {
  const derive = forge.pkcs5.pbkdf2;
  Object.assign(forge.pkcs5, {
    pbkdf2: (
      password: string,
      salt: string,
      iterations: number,
      length: number,
      digest: forge.md.MessageDigest,
    ) => {
      check(iterations);
      return derive(forge.util.encodeUtf8(password), salt, iterations, length, digest);
    },
  });
  // Missing from the library's types; PKCS#12's own derivation stands in both places.
  const pbe: unknown = Reflect.get(forge, 'pbe');
  if (typeof pbe !== 'object' || pbe === null) throw new Error('node-forge has no pbe');
  cap(pbe, 'generatePkcs12Key');
  cap(forge.pkcs12, 'generateKey');
};

const pem = (type: string, der: forge.asn1.Asn1): string =>
  forge.pem.encode({ type, body: forge.asn1.toDer(der).getBytes() });

const read = (base64: string, password: string): OpenedPfx => {
  const file = forge.asn1.fromDer(forge.util.decode64(base64));
  const store = forge.pkcs12.pkcs12FromAsn1(file, false, password);
  const bags = store.safeContents.flatMap((content) => content.safeBags);
  // What the library does not know (elliptic curves) it hands out as it stands in the file, and the check says what it is.
  const keys = bags.flatMap((bag) => {
    if (bag.key)
      return [pem('PRIVATE KEY', forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)))];
    return isKeyBag(bag.type) && bag.asn1 ? [pem('PRIVATE KEY', bag.asn1)] : [];
  });
  const certificates = bags.flatMap((bag) => {
    if (bag.cert) return [forge.pki.certificateToPem(bag.cert)];
    return bag.type === forge.pki.oids['certBag'] && bag.asn1 ? [pem('CERTIFICATE', bag.asn1)] : [];
  });
  return keys.length === 0 ? { problem: 'no-private-key' } : { pem: [...certificates, ...keys].join('\n') };
};

const isKeyBag = (type: string): boolean =>
  type === forge.pki.oids['keyBag'] || type === forge.pki.oids['pkcs8ShroudedKeyBag'];

/** Opens a PFX (PKCS#12, RFC 7292). Blocks for as long as its key derivation takes: for a thread of its own. */
export const openPfx = (base64: string, password: string): OpenedPfx => {
  capKeyDerivation();
  try {
    return read(base64, password);
  } catch (error) {
    if (error instanceof TooManyIterations) return { problem: 'too-many-iterations' };
    const words = error instanceof Error ? error.message : '';
    return { problem: /password|MAC could not be verified/i.test(words) ? 'password' : 'damaged' };
  }
};

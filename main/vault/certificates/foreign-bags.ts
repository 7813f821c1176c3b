import forge from 'node-forge';
import { derOf, isOctets, oidOf, partsOf, readAsn1 } from './asn1.ts';
import type { Asn1 } from './asn1.ts';

const { Class, Type } = forge.asn1;
const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
/** RFC 7292 section 4.2. */
const BAGS = '1.2.840.113549.1.12.10.1.';
const SECRET_BAG = `${BAGS}5`;
const READ: readonly string[] = [`${BAGS}1`, `${BAGS}2`, `${BAGS}3`];

type Decrypts = {
  readonly update: (input: unknown) => void;
  readonly finish: () => boolean;
  readonly output: { readonly getBytes: () => string };
};
type Pbe = {
  readonly getCipher: (oid: string, parameters: Asn1 | undefined, password: string | undefined) => Decrypts;
};

const isPbe = (value: unknown): value is Pbe =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'getCipher') === 'function';

/** Missing from the library's types. */
const pbe = (): Pbe => {
  const found: unknown = Reflect.get(forge.pki, 'pbe');
  if (!isPbe(found)) throw new Error('node-forge has no pbe');
  return found;
};

/** The bytes of an octet string, in one piece or in several (X.690 section 8.7.3). */
const bytesOf = (value: Asn1 | undefined): string => {
  if (value === undefined) return '';
  return typeof value.value === 'string' ? value.value : value.value.map(bytesOf).join('');
};

const sequence = (...parts: Asn1[]): Asn1 => forge.asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
/** A ContentInfo that is not encrypted (RFC 5652 section 4). */
const plain = (content: Asn1): Asn1 =>
  sequence(
    forge.asn1.create(Class.UNIVERSAL, Type.OID, false, forge.asn1.oidToDer(DATA).getBytes()),
    forge.asn1.create(Class.CONTEXT_SPECIFIC, Type.NONE, true, [
      forge.asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, derOf(content).toString('latin1')),
    ]),
  );

const valueOf = (bytes: string): Asn1 | null => readAsn1(Buffer.from(bytes, 'latin1'));

/** RFC 5652 section 8: version, then content type, algorithm and what is encrypted with it. */
const decrypted = (encryptedData: Asn1 | undefined, password: string | undefined): Asn1 | null => {
  const [, algorithm, content] = partsOf(partsOf(encryptedData)[1]);
  const [scheme, parameters] = partsOf(algorithm);
  const cipher = pbe().getCipher(oidOf(scheme) ?? '', parameters, password);
  cipher.update(forge.util.createBuffer(bytesOf(content)));
  return cipher.finish() ? valueOf(cipher.output.getBytes()) : null;
};

const safeContents = (contentInfo: Asn1, password: string): Asn1 | null => {
  const [kind, holder] = partsOf(contentInfo);
  const [inside] = partsOf(holder);
  switch (oidOf(kind)) {
    case DATA:
      return isOctets(inside) ? valueOf(bytesOf(inside)) : null;
    case ENCRYPTED_DATA:
      // An empty password is written in two ways (RFC 7292 appendix B.1).
      return decrypted(inside, password) ?? (password === '' ? decrypted(inside, undefined) : null);
    default:
      return null;
  }
};

/**
 * A PFX without the parts that are neither certificate nor key and that the library stops at (secrets, lists of revoked certificates),
 * and whether a secret was among them. Its password must have been checked: what comes back is not encrypted and has no MAC.
 */
export const withoutForeignBags = (
  file: Asn1,
  password: string,
): { readonly file: Asn1; readonly hadSecret: boolean } => {
  const [version, authSafe] = partsOf(file);
  const contents = valueOf(bytesOf(partsOf(partsOf(authSafe)[1])[0]));
  const bags = partsOf(contents ?? undefined).flatMap((one) =>
    partsOf(safeContents(one, password) ?? undefined),
  );
  const kindOf = (bag: Asn1): string => oidOf(partsOf(bag)[0]) ?? '';
  const kept = bags.filter((bag) => READ.includes(kindOf(bag)));
  const safe = plain(sequence(plain(sequence(...kept))));
  return {
    file: version === undefined ? sequence(safe) : sequence(version, safe),
    hadSecret: bags.some((bag) => kindOf(bag) === SECRET_BAG),
  };
};

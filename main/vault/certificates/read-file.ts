import { unreadable } from './certificate-problem.ts';
import type { CertificateProblem } from './certificate-problem.ts';
import { derLength } from './der-length.ts';
import { fileText } from './file-text.ts';
import { found, foundTogether } from './found.ts';
import type { Found } from './found.ts';
import { openLegacyKey } from './open-key.ts';
import { pemBlocks } from './pem-blocks.ts';
import type { PemBlock } from './pem-blocks.ts';
import { readDer } from './read-der.ts';

const failure = (problem: CertificateProblem): Found => found({ failures: [unreadable(problem)] });

/** The first four bytes of key stores that are neither PEM nor DER. */
const STORES: ReadonlyMap<number, CertificateProblem> = new Map([
  [0xfe_ed_fe_ed, 'java-keystore'],
  [0xce_ce_ce_ce, 'java-keystore'],
]);

/** Texts of other programs' keys, by what they begin with. */
const FOREIGN_TEXTS: readonly (readonly [RegExp, CertificateProblem])[] = [
  [/^PuTTY-User-Key-File-/m, 'putty-key'],
  [/^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-\S+) [A-Za-z0-9+/]/m, 'openssh-key'],
  [/^---- BEGIN SSH2 /m, 'openssh-key'],
];

const readBlock = ({ label, der, encryptedText }: PemBlock, password: string): Found => {
  if (encryptedText !== null) return openLegacyKey(encryptedText, password);
  if (label.startsWith('OPENSSH ')) return failure('openssh-key');
  if (label.startsWith('PGP ')) return failure('pgp-key');
  // Beside a key and of no use here: parameters of a curve, a list of revoked certificates.
  if (/ PARAMETERS$|^X509 CRL$/.test(label)) return found({});
  if (derLength(der) === null) return failure('damaged');
  return readDer(der, password);
};

const readText = (text: string, password: string): Found => {
  const { blocks, cut } = pemBlocks(text);
  if (blocks.length > 0 || cut)
    return foundTogether([
      ...blocks.map((block) => readBlock(block, password)),
      ...(cut ? [failure('cut')] : []),
    ]);
  const foreign = FOREIGN_TEXTS.find(([pattern]) => pattern.test(text));
  if (foreign !== undefined) return failure(foreign[1]);
  const base64 = text.replaceAll(/\s/g, '');
  if (base64 === '') return failure('empty');
  // What Key Vault and some portals hand out: the bytes of a file as base64 text without a frame.
  return base64.length > 64 && /^[A-Za-z0-9+/]+={0,2}$/.test(base64)
    ? readDer(Buffer.from(base64, 'base64'), password)
    : failure('text-without-pem');
};

/** Reads one file by what stands in it, never by its name. */
export const readFile = (bytes: Uint8Array, password: string): Found => {
  if (bytes.length === 0) return failure('empty');
  const store = bytes.length < 4 ? undefined : STORES.get(Buffer.from(bytes).readUInt32BE());
  if (store !== undefined) return failure(store);
  const text = bytes[0] === 0x30 ? null : fileText(bytes);
  if (text !== null) return readText(text, password);
  const der = readDer(Buffer.from(bytes), password);
  // Text can begin with "0", too.
  const asText = der.failures.some(({ error }) => error.params['problem'] === 'not-recognised');
  const again = asText ? fileText(bytes) : null;
  return again === null ? der : readText(again, password);
};

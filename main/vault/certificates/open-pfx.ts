import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import type { Failed } from '../../../preload/contract/words/errors.ts';
import { derOf } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { TooManyIterations } from './cap-forge.ts';
import { passwordFailed, unreadable } from './certificate-problem.ts';
import { found, foundTogether } from './found.ts';
import type { Found } from './found.ts';
import { openKey } from './open-key.ts';

type Store = ReturnType<typeof forge.pkcs12.pkcs12FromAsn1>;
type Bag = Store['safeContents'][number]['safeBags'][number];

const certificateIn = (der: Buffer): Found => {
  try {
    return found({ certificates: [new X509Certificate(der)] });
  } catch {
    return found({ failures: [unreadable('damaged')] });
  }
};

/** What the library does not know (elliptic curves) it hands out as it stands in the file, and the check says what it is. */
const bagContent = ({ type, key, cert, asn1 }: Bag): Found => {
  if (key) return openKey(derOf(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))), 'pkcs8');
  if (cert) return certificateIn(derOf(forge.pki.certificateToAsn1(cert)));
  if (type === forge.pki.oids['certBag']) return certificateIn(derOf(asn1));
  return type === forge.pki.oids['keyBag'] || type === forge.pki.oids['pkcs8ShroudedKeyBag']
    ? openKey(derOf(asn1), 'pkcs8')
    : found({});
};

/** An empty password is written in two ways: as no characters, and as no password at all (RFC 7292 appendix B.1). */
const openStore = (file: Asn1, password: string): Store => {
  if (password !== '') return forge.pkcs12.pkcs12FromAsn1(file, false, password);
  try {
    return forge.pkcs12.pkcs12FromAsn1(file, false, '');
  } catch (error) {
    if (error instanceof TooManyIterations) throw error;
    return forge.pkcs12.pkcs12FromAsn1(file, false);
  }
};

const failureOf = (error: unknown, hasMac: boolean, password: string): Failed => {
  if (error instanceof TooManyIterations) return unreadable('too-many-iterations');
  const words = error instanceof Error ? error.message : '';
  if (/unsupported|only PKCS#12/i.test(words)) return unreadable('encryption-unsupported');
  // Without a MAC nothing but what comes out tells whether the password was right.
  return !hasMac || /password|MAC could not be verified|failed to decrypt/i.test(words)
    ? passwordFailed(password)
    : unreadable('damaged');
};

/** Opens a PFX (PKCS#12, RFC 7292). Blocks for as long as its key derivation takes: for a thread of its own. */
export const openPfx = (file: Asn1, password: string): Found => {
  const hasMac = Array.isArray(file.value) && file.value.length > 2;
  try {
    const bags = openStore(file, password).safeContents.flatMap(({ safeBags }) => safeBags);
    return foundTogether(bags.map(bagContent));
  } catch (error) {
    return found({ failures: [failureOf(error, hasMac, password)] });
  }
};

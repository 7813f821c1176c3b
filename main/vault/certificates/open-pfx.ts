import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import type { Failed } from '../../../preload/contract/words/errors.ts';
import { derOf } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { TooManyIterations } from './cap-forge.ts';
import { passwordFailed, unreadable, unsupportedCipher } from './certificate-problem.ts';
import { foreignCipher } from './cipher-name.ts';
import { withoutForeignBags } from './foreign-bags.ts';
import { found, foundTogether } from './found.ts';
import type { Found } from './found.ts';
import { lacksCipher, openKey } from './open-key.ts';

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

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** The library stops at the first part that it does not know; by then it has checked the password. */
const stopsAtPart = (error: unknown): boolean => wordsOf(error).includes('SafeBag type');

/** An empty password is written in two ways: as no characters, and as no password at all (RFC 7292 appendix B.1). */
const openStore = (file: Asn1, password: string): Store => {
  if (password !== '') return forge.pkcs12.pkcs12FromAsn1(file, false, password);
  try {
    return forge.pkcs12.pkcs12FromAsn1(file, false, '');
  } catch (error) {
    if (error instanceof TooManyIterations || stopsAtPart(error)) throw error;
    return forge.pkcs12.pkcs12FromAsn1(file, false);
  }
};

const failureOf = (error: unknown, file: Asn1, password: string): Failed => {
  const hasMac = Array.isArray(file.value) && file.value.length > 2;
  if (error instanceof TooManyIterations) return unreadable('too-many-iterations');
  const words = wordsOf(error);
  if (lacksCipher(error) || /only PKCS#12/i.test(words)) return unsupportedCipher(foreignCipher(file));
  // Without a MAC nothing but what comes out tells whether the password was right.
  return !hasMac || /password|MAC could not be verified|failed to decrypt/i.test(words)
    ? passwordFailed(password)
    : unreadable('damaged');
};

const contentOf = (file: Asn1, password: string): Found =>
  foundTogether(
    openStore(file, password)
      .safeContents.flatMap(({ safeBags }) => safeBags)
      .map(bagContent),
  );

const contentWithoutForeign = (file: Asn1, password: string): Found => {
  const { file: rest, hadSecret } = withoutForeignBags(file, password);
  return foundTogether([contentOf(rest, password), found({ beside: hadSecret ? ['secret-only'] : [] })]);
};

/** Opens a PFX (PKCS#12, RFC 7292). Blocks for as long as its key derivation takes: for a thread of its own. */
export const openPfx = (file: Asn1, password: string): Found => {
  try {
    return contentOf(file, password);
  } catch (error) {
    if (!stopsAtPart(error)) return found({ failures: [failureOf(error, file, password)] });
  }
  try {
    return contentWithoutForeign(file, password);
  } catch (error) {
    return found({ failures: [failureOf(error, file, password)] });
  }
};

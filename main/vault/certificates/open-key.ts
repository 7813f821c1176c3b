import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { derOf, integerOf, isSequence, oidOf, partsOf, readAsn1 } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { checkIterations, TooManyIterations } from './cap-forge.ts';
import { passwordFailed, unreadable, unsupportedCipher } from './certificate-problem.ts';
import { foreignCipher } from './cipher-name.ts';
import { found } from './found.ts';
import type { Found } from './found.ts';

const PBES2 = '1.2.840.113549.1.5.13';
/** RFC 7914 section 7. */
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
/** Blocks of 128 bytes: 32 MB, the most that OpenSSL takes for it; its own files need half of that. */
const MAX_SCRYPT_BLOCKS = 2 ** 18;
const MAX_SCRYPT_LANES = 16;

const checkScrypt = ([, cost, blockSize, lanes]: readonly Asn1[]): void => {
  const blocks = (integerOf(cost) ?? 0) * (integerOf(blockSize) ?? 0);
  if (blocks > MAX_SCRYPT_BLOCKS || (integerOf(lanes) ?? 0) > MAX_SCRYPT_LANES) throw new TooManyIterations();
};

/** Throws TooManyIterations before anything is computed. The password-based schemes of RFC 8018 and RFC 7292 have the count second. */
const checkCost = (algorithm: Asn1 | undefined): void => {
  const [scheme, parameters] = partsOf(algorithm);
  if (oidOf(scheme) !== PBES2) {
    checkIterations(integerOf(partsOf(parameters)[1]) ?? 0);
    return;
  }
  const [kind, values] = partsOf(partsOf(parameters)[0]);
  if (oidOf(kind) === SCRYPT) checkScrypt(partsOf(values));
  else checkIterations(integerOf(partsOf(values)[1]) ?? 0);
};

/**
 * Whether the platform (OpenSSL, or BoringSSL in Electron) or the library lacks the cipher, so that no password opens the file. The
 * library says of parameters that are not those of its own ciphers (RC2-CBC of RFC 8018 has its own) that they are not supported.
 */
export const lacksCipher = (error: unknown): boolean =>
  error instanceof Error &&
  /unsupported|not a supported|unknown (algorithm|cipher)/i.test(error.message.replaceAll('_', ' '));

const decrypt = (der: Buffer, value: Asn1, password: string): KeyObject | 'unsupported' | null => {
  let lacking = false;
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: password });
  } catch (error) {
    // The password, or a cipher that this build of the platform lacks (RC2, single DES): the library may know it.
    lacking = lacksCipher(error);
  }
  try {
    return createPrivateKey({
      key: derOf(forge.pki.decryptPrivateKeyInfo(value, password)),
      format: 'der',
      type: 'pkcs8',
    });
  } catch (error) {
    if (error instanceof TooManyIterations) throw error;
    return lacking && lacksCipher(error) ? 'unsupported' : null;
  }
};

/** Opens an EncryptedPrivateKeyInfo (RFC 5958 section 3). Blocks for as long as its key derivation takes: for a thread of its own. */
export const openEncryptedKey = (der: Buffer, password: string): Found => {
  const value = readAsn1(der);
  if (value === null || !isSequence(value)) return found({ failures: [unreadable('private-key-damaged')] });
  const [algorithm] = partsOf(value);
  try {
    checkCost(algorithm);
    if (password === '') return found({ failures: [passwordFailed(password)] });
    const key = decrypt(der, value, password);
    if (key === 'unsupported') return found({ failures: [unsupportedCipher(foreignCipher(algorithm))] });
    if (key !== null) return found({ keys: [key] });
    return found({ failures: [passwordFailed(password)] });
  } catch (error) {
    if (!(error instanceof TooManyIterations)) throw error;
    return found({ failures: [unreadable('too-many-iterations')] });
  }
};

/** RFC 1421 section 4.6.1.3. */
const legacyCipher = (pem: string): string | null =>
  /^DEK-Info:\s*([A-Za-z0-9-]{1,40}),/m.exec(pem)?.[1]?.toUpperCase() ?? null;

/** Opens a PEM block that is encrypted in the way of RFC 1421, as OpenSSL once wrote them; its key derivation costs nothing. */
export const openLegacyKey = (pem: string, password: string): Found => {
  if (password === '') return found({ failures: [passwordFailed(password)] });
  try {
    return found({ keys: [createPrivateKey({ key: pem, format: 'pem', passphrase: password })] });
  } catch (error) {
    return found({
      failures: [lacksCipher(error) ? unsupportedCipher(legacyCipher(pem)) : passwordFailed(password)],
    });
  }
};

/** Opens a private key that is not encrypted. */
export const openKey = (der: Buffer, type: 'pkcs1' | 'pkcs8' | 'sec1'): Found => {
  try {
    return found({ keys: [createPrivateKey({ key: der, format: 'der', type })] });
  } catch {
    return found({ failures: [unreadable('private-key-damaged')] });
  }
};

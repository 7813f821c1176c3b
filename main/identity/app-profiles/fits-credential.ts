import { readPlainPem } from '../../vault/certificates/read-plain-pem.ts';
import type { StoredCredential } from './document.ts';
import { readKeptCredential } from './kept-credential.ts';

/** True when a text is what the vault keeps for such a credential: a secret, or the certificate that the record names with its own key. */
export const fitsCredential = (
  text: string,
  credential: Pick<StoredCredential, 'kind' | 'thumbprintSha256'>,
): boolean => {
  const value = readKeptCredential(text);
  if (value?.kind !== credential.kind) return false;
  if (value.kind === 'secret') return value.secret !== '' && value.secret.length <= 64 * 1024;
  const checked = readPlainPem(`${value.certificatePem}\n${value.privateKeyPem}`);
  return (
    checked.ok &&
    checked.value.thumbprintSha256 === value.thumbprintSha256 &&
    (credential.thumbprintSha256 === null || credential.thumbprintSha256 === checked.value.thumbprintSha256)
  );
};

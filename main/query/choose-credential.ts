import type { AppProfile, Credential } from '../../preload/contract/app-profiles.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CredentialId } from '../../preload/contract/words/ids.ts';

/**
 * The credential to sign in with: the one asked for, else the one that a rotation put to use, else the newest that is kept and not past
 * its date; one that is retiring comes last. When all are past their date the first of them is taken all the same, so that the sign-in
 * service says why it fails. `secret-missing` when none is kept.
 */
export const chooseCredential = (
  profile: AppProfile,
  asked: CredentialId | null,
  now: number,
): Result<CredentialId> => {
  if (asked !== null) {
    const known = profile.credentials.some((credential) => credential.id === asked);
    return known ? ok(asked) : failed('not-found', { what: 'credential', id: asked });
  }
  const rank = (credential: Credential): number =>
    credential.id === profile.current ? 0 : credential.retiring ? 2 : 1;
  const kept = profile.credentials
    .filter((credential) => credential.kept !== 'missing')
    .toSorted((a, b) => rank(a) - rank(b) || Date.parse(b.addedOn) - Date.parse(a.addedOn));
  const valid = kept.find(({ expiresOn }) => expiresOn === null || Date.parse(expiresOn) > now);
  const chosen = valid ?? kept[0];
  return chosen === undefined ? failed('secret-missing', { credential: profile.name }) : ok(chosen.id);
};

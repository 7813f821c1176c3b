import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CredentialId } from '../../preload/contract/words/ids.ts';

/**
 * The credential to sign in with: the one asked for, or the newest that is kept and not past its date. When all are
 * past it the newest is taken all the same, so that the sign-in service says why it fails. `secret-missing` when none
 * is kept.
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
  const kept = profile.credentials
    .filter((credential) => credential.kept !== 'missing')
    .toSorted((a, b) => Date.parse(b.addedOn) - Date.parse(a.addedOn));
  const valid = kept.find(({ expiresOn }) => expiresOn === null || Date.parse(expiresOn) > now);
  const chosen = valid ?? kept[0];
  return chosen === undefined ? failed('secret-missing', { credential: profile.name }) : ok(chosen.id);
};

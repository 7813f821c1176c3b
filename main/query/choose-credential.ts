import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import { credentialOrder } from '../../preload/contract/words/credential-order.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CredentialId } from '../../preload/contract/words/ids.ts';

/**
 * The credential to sign in with: the one asked for, else the first in order. One that cannot work yet or any more is taken where there
 * is no other, so that the sign-in service says why it fails. `secret-missing` when none is kept.
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
  const chosen = credentialOrder(profile, now).at(0);
  return chosen === undefined ? failed('secret-missing', { credential: profile.name }) : ok(chosen.id);
};

import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { MadeSecret, TenantApplication } from '../../directory/tenant-directory.ts';
import type { StoredProfile } from '../../identity/app-profiles/document.ts';
import { keptSecret } from '../../identity/app-profiles/kept-credential.ts';
import { keepInUse } from './keep-in-use.ts';
import { keeping, reasonOf } from './keeping.ts';
import { registration } from './tenant-place.ts';
import type { Done, Of, TenantPlace } from './tenant-place.ts';

/** Removes from Entra what could not be kept: a secret that nobody can ever read again must not stay valid. Tells which of both it came to. */
const takeBack = async (
  place: TenantPlace,
  { objectId, clientId }: TenantApplication,
  { name, keyId, error }: { readonly name: string; readonly keyId: string; readonly error: AppError },
  signal: AbortSignal,
): Promise<AppError> => {
  const params = { name, keyId, reason: reasonOf(error) };
  const removed = await place.directory.removeSecret(objectId, keyId, signal);
  if (removed.ok) return failed('secret-not-kept', params).error;
  const { correlation } = removed.error;
  // A part of the directory may not know yet what another part has just made.
  const seen =
    removed.error.code === 'not-found' ? await place.directory.application(clientId, signal) : removed;
  const gone = seen.ok && seen.value !== null && !seen.value.secrets.some((one) => one.keyId === keyId);
  return failed(gone ? 'secret-not-kept' : 'secret-left-behind', params, { correlation }).error;
};

const keep = (
  { ports, now }: TenantPlace,
  action: Of<'add-secret'>,
  made: MadeSecret,
): Promise<Result<StoredProfile>> =>
  keeping(() =>
    ports.profiles.keep(
      action.appProfileId,
      {
        kind: 'secret',
        label: action.label,
        addedOn: new Date(now()).toISOString(),
        expiresOn: made.endsOn,
        thumbprintSha1: null,
        thumbprintSha256: null,
        value: keptSecret(made.secretText),
        keyId: made.keyId,
      },
      // Memory alone is where it stays only if that was in the plan.
      { session: false, as: action.credentialId, lasting: action.forSession !== true },
    ),
  );

/**
 * Has Entra make a secret and puts it straight into the vault; what an interrupted try left in Entra goes first. One that this computer
 * does not keep is removed from Entra again: `secret-not-kept`, or `secret-left-behind` when that fails too.
 */
export const addSecret = async (place: TenantPlace, action: Of<'add-secret'>, signal: AbortSignal): Done => {
  const { profiles, madeSecret, vaultKeeps } = place.ports;
  const { appProfileId, credentialId, label } = action;
  const found = profiles.find(appProfileId);
  if (!found.ok) return found;
  const app = await registration(place, signal);
  if (!app.ok) return app;
  const shown = await profiles.show(found.value);
  const mine = shown.credentials.find(({ id }) => id === credentialId);
  if (mine !== undefined && app.value.secrets.some(({ keyId }) => keyId === mine.keyId))
    return mine.kept === 'missing' ? failed('secret-missing', { credential: label }) : ok(mine);
  // The keychain was locked since the plan was shown: the next one warns of it.
  if (action.forSession !== true && (await vaultKeeps()) === 'session') return failed('plan-changed');
  const leftOver = app.value.secrets.filter(
    ({ keyId, name }) => name === label && !action.known.includes(keyId),
  );
  for (const { keyId } of leftOver) {
    const removed = await place.directory.removeSecret(app.value.objectId, keyId, signal);
    if (!removed.ok) return removed;
  }
  // Written before Entra is asked: a disk that refuses is better met now than with a secret in the hand.
  profiles.change(appProfileId, (one) => keepInUse(one, action));
  const wish = { name: label, endsOn: action.endsOn };
  const made = await place.directory.addSecret(app.value.objectId, wish, signal);
  if (!made.ok) return made;
  const { keyId } = made.value;
  const lost = (error: AppError) => takeBack(place, app.value, { name: label, keyId, error }, signal);
  try {
    const kept = await keep(place, action, made.value);
    if (!kept.ok) return { ok: false, error: await lost(kept.error) };
    madeSecret(credentialId);
    return kept;
  } catch (thrown) {
    const now = profiles.find(appProfileId);
    // Kept, and only the journal could not be told: nothing is lost, but nothing more may be done either.
    if (now.ok && now.value.credentials.some((one) => one.id === credentialId && one.keyId === keyId))
      madeSecret(credentialId);
    else await lost(failed('internal').error);
    throw thrown;
  }
};

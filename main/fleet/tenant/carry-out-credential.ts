import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import type { TenantApplication } from '../../directory/tenant-directory.ts';
import { keptCertificate } from '../../identity/app-profiles/kept-credential.ts';
import { keepInUse } from './keep-in-use.ts';
import { keeping, reasonOf } from './keeping.ts';
import { registration } from './tenant-place.ts';
import type { Done, Of, TenantPlace } from './tenant-place.ts';

/** Makes a certificate whose key stays in the vault. */
export const generateCertificate = async (
  place: TenantPlace,
  action: Of<'generate-certificate'>,
  signal: AbortSignal,
): Done => {
  const { profiles, makeCertificate, vaultKeeps } = place.ports;
  const found = profiles.find(action.appProfileId);
  if (!found.ok) return found;
  const shown = await profiles.show(found.value);
  const mine = shown.credentials.find(({ id }) => id === action.credentialId);
  if (mine !== undefined && mine.kept !== 'missing') return ok(mine);
  if (action.forSession !== true && (await vaultKeeps()) === 'session') return failed('plan-changed');
  const { name, keyBits, endsOn, label } = action;
  const made = await makeCertificate({ name, keyBits, endsOn }, signal);
  if (!made.ok) return made;
  profiles.change(action.appProfileId, (one) => keepInUse(one, action));
  return profiles.keep(
    action.appProfileId,
    {
      kind: 'certificate',
      label,
      addedOn: new Date(place.now()).toISOString(),
      expiresOn: made.value.notAfter,
      thumbprintSha1: made.value.thumbprintSha1,
      thumbprintSha256: made.value.thumbprintSha256,
      value: keptCertificate(made.value),
      notInEntraYet: true,
    },
    { session: false, as: action.credentialId, lasting: action.forSession !== true },
  );
};

/** The proof of a certificate that Entra knows, that is valid now and whose key the vault holds; null where there is none. */
const proofFor = async (
  { ports, now }: TenantPlace,
  appProfileId: AppProfileId,
  { objectId, certificates }: TenantApplication,
): Promise<string | null> => {
  const profile = ports.profiles.find(appProfileId);
  if (!profile.ok) return null;
  for (const { thumbprintSha1, endsOn } of certificates) {
    const valid = endsOn !== null && Date.parse(endsOn) > now();
    const ours = profile.value.credentials.find(
      (one) => thumbprintSha1 !== null && one.thumbprintSha1 === thumbprintSha1,
    );
    const proof = valid && ours !== undefined ? await ports.keyProof(ours.id, objectId) : null;
    if (proof !== null) return proof;
  }
  return null;
};

/** Uploads the public part and notes the key id that Entra gave it. */
export const uploadCertificate = async (
  place: TenantPlace,
  action: Of<'upload-certificate'>,
  signal: AbortSignal,
): Done => {
  const part = await place.ports.publicPart(action.credentialId);
  if (!part.ok) return part;
  const find = async () => {
    const app = await registration(place, signal);
    if (!app.ok) return app;
    const there = app.value.certificates.find(
      ({ thumbprintSha1 }) => thumbprintSha1 === part.value.thumbprintSha1,
    );
    return ok({ app: app.value, there });
  };
  let now = await find();
  if (now.ok && now.value.there === undefined) {
    const certificate = { ...part.value, name: action.label };
    const { app } = now.value;
    const proof = await proofFor(place, action.appProfileId, app);
    const added = await place.directory.addCertificate(app.objectId, certificate, proof, signal);
    if (!added.ok) return added;
    now = await find();
  }
  if (!now.ok) return now;
  const keyId = now.value.there?.keyId ?? null;
  const noted = await keeping(async () =>
    place.ports.profiles.change(action.appProfileId, (one) => ({
      ...one,
      credentials: one.credentials.map((each) =>
        each.id === action.credentialId ? { ...each, keyId, notInEntraYet: false } : each,
      ),
    })),
  );
  return noted.ok
    ? noted
    : failed('certificate-not-noted', {
        name: action.label,
        keyId: keyId ?? '',
        reason: reasonOf(noted.error),
      });
};

const guard = (
  { ports }: TenantPlace,
  { onlyWhile }: Of<'remove-secret'> | Of<'remove-certificate'> | Of<'forget-credential'>,
): Result<null> => {
  if (onlyWhile === null) return ok(null);
  const profile = ports.profiles.find(onlyWhile.appProfileId);
  if (!profile.ok) return profile;
  return profile.value.current === onlyWhile.uses ? ok(null) : failed('plan-changed');
};

/** Removes a credential from Entra; one that is gone already is fine. */
export const removeKey = async (
  place: TenantPlace,
  action: Of<'remove-secret'> | Of<'remove-certificate'>,
  signal: AbortSignal,
): Done => {
  const allowed = guard(place, action);
  if (!allowed.ok) return allowed;
  const app = await registration(place, signal);
  if (!app.ok) return app;
  const { objectId, secrets, certificates } = app.value;
  const { keyId } = action;
  if (![...secrets, ...certificates].some((one) => one.keyId === keyId)) return ok(null);
  return action.kind === 'remove-secret'
    ? place.directory.removeSecret(objectId, keyId, signal)
    : place.directory.removeCertificate(objectId, keyId, signal);
};

/** Removes a credential from the vault and its profile. */
export const forgetCredential = async (place: TenantPlace, action: Of<'forget-credential'>): Done => {
  const allowed = guard(place, action);
  if (!allowed.ok) return allowed;
  const { profiles } = place.ports;
  const profile = profiles.find(action.appProfileId);
  if (!profile.ok) return profile;
  return profile.value.credentials.some(({ id }) => id === action.credentialId)
    ? profiles.drop(action.appProfileId, action.credentialId)
    : ok(null);
};

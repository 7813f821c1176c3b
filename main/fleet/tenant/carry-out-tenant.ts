import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ClientId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { keptCertificate, keptSecret } from '../../identity/app-profiles/kept-credential.ts';
import type { StoredProfile } from '../../identity/app-profiles/document.ts';
import type { TenantAction } from './tenant-action.ts';
import type { TenantApplication, TenantDirectory } from '../../directory/tenant-directory.ts';
import type { TenantPorts } from './tenant-ports.ts';

/** The app that a plan is about; its client id becomes known when a step creates it. */
export type TenantApp = { clientId: ClientId | null };

/** Where the steps of one plan are carried out. */
export type TenantPlace = {
  readonly workspaceId: WorkspaceId;
  readonly ports: TenantPorts;
  readonly directory: TenantDirectory;
  readonly app: TenantApp;
  readonly now: () => number;
};

type Of<Kind extends TenantAction['kind']> = Extract<TenantAction, { readonly kind: Kind }>;
type Done = Promise<Result<unknown>>;

const clientIdOf = ({ app }: TenantPlace): Result<ClientId> =>
  app.clientId === null ? failed('not-found', { what: 'app registration', id: '' }) : ok(app.clientId);

const registration = async (place: TenantPlace, signal: AbortSignal): Promise<Result<TenantApplication>> => {
  const clientId = clientIdOf(place);
  if (!clientId.ok) return clientId;
  const found = await place.directory.application(clientId.value, signal);
  if (!found.ok) return found;
  return found.value === null
    ? failed('not-found', { what: 'app registration', id: clientId.value })
    : ok(found.value);
};

const createApplication = async (
  place: TenantPlace,
  action: Of<'create-application'>,
  signal: AbortSignal,
): Done => {
  const named = await place.directory.applicationsNamed(action.name, signal);
  if (!named.ok) return named;
  // One that was not there when the plan was made is ours: the answer to its creation got lost.
  const [ours] = named.value.filter(({ objectId }) => !action.known.includes(objectId));
  const created = ours === undefined ? await place.directory.createApplication(action, signal) : ok(ours);
  if (created.ok) place.app.clientId = created.value.clientId;
  return created;
};

const servicePrincipal = async (
  place: TenantPlace,
  wanted: 'there' | 'enabled' | 'disabled',
  signal: AbortSignal,
): Done => {
  const clientId = clientIdOf(place);
  if (!clientId.ok) return clientId;
  const found = await place.directory.servicePrincipal(clientId.value, signal);
  if (!found.ok) return found;
  if (wanted === 'there')
    return found.value === null
      ? place.directory.createServicePrincipal(clientId.value, signal)
      : ok(found.value);
  if (found.value === null) return failed('not-found', { what: 'service principal', id: clientId.value });
  const enabled = wanted === 'enabled';
  return found.value.enabled === enabled
    ? ok(found.value)
    : place.directory.setServicePrincipalEnabled(found.value.objectId, enabled, signal);
};

/** Both calls may be made twice. */
const manage = async (place: TenantPlace, what: 'register' | 'unregister', signal: AbortSignal): Done => {
  const clientId = clientIdOf(place);
  if (!clientId.ok) return clientId;
  const apps = place.ports.managementApps(place.workspaceId);
  return apps.ok ? apps.value[what](clientId.value, signal) : apps;
};

const addProfile = async (place: TenantPlace, { appProfileId, name }: Of<'add-profile'>): Done => {
  const { profiles, workspaceTenant } = place.ports;
  const clientId = clientIdOf(place);
  if (!clientId.ok) return clientId;
  const same = profiles.all().find((one) => one.clientId === clientId.value);
  if (same !== undefined)
    return profiles.change(same.id, (one) => ({
      ...one,
      workspaces: [...new Set([...one.workspaces, place.workspaceId])],
    }));
  return ok(
    profiles.add({
      id: appProfileId,
      name,
      clientId: clientId.value,
      homeTenantId: workspaceTenant(place.workspaceId),
      credentials: [],
      current: null,
      workspaces: [place.workspaceId],
      demo: place.ports.demo(place.workspaceId),
    }),
  );
};

/** Keeps what signs in today in use until the new credential is proved: the newest would be taken otherwise. */
const keepInUse = (profile: StoredProfile, action: Of<'add-secret'> | Of<'generate-certificate'>) =>
  profile.current === null && action.staysInUse !== null
    ? { ...profile, current: action.staysInUse }
    : profile;

const addSecret = async (place: TenantPlace, action: Of<'add-secret'>, signal: AbortSignal): Done => {
  const { profiles, madeSecret } = place.ports;
  const found = profiles.find(action.appProfileId);
  if (!found.ok) return found;
  const app = await registration(place, signal);
  if (!app.ok) return app;
  const shown = await profiles.show(found.value);
  const mine = shown.credentials.find(({ id }) => id === action.credentialId);
  if (mine !== undefined && app.value.secrets.some(({ keyId }) => keyId === mine.keyId))
    return mine.kept === 'missing' ? failed('secret-missing', { credential: action.label }) : ok(mine);
  const leftOver = app.value.secrets.filter(
    ({ keyId, name }) => name === action.label && !action.known.includes(keyId),
  );
  for (const { keyId } of leftOver) {
    const removed = await place.directory.removeSecret(app.value.objectId, keyId, signal);
    if (!removed.ok) return removed;
  }
  const wish = { name: action.label, endsOn: action.endsOn };
  const made = await place.directory.addSecret(app.value.objectId, wish, signal);
  if (!made.ok) return made;
  profiles.change(action.appProfileId, (one) => keepInUse(one, action));
  const kept = await profiles.keep(
    action.appProfileId,
    {
      kind: 'secret',
      label: action.label,
      addedOn: new Date(place.now()).toISOString(),
      expiresOn: made.value.endsOn,
      thumbprintSha1: null,
      thumbprintSha256: null,
      value: keptSecret(made.value.secretText),
      keyId: made.value.keyId,
    },
    { session: false, as: action.credentialId },
  );
  // A secret that nobody can ever read again must not stay valid.
  if (!kept.ok) await place.directory.removeSecret(app.value.objectId, made.value.keyId, signal);
  else madeSecret(action.credentialId);
  return kept;
};

const generateCertificate = async (
  place: TenantPlace,
  action: Of<'generate-certificate'>,
  signal: AbortSignal,
): Done => {
  const { profiles, makeCertificate } = place.ports;
  const found = profiles.find(action.appProfileId);
  if (!found.ok) return found;
  const shown = await profiles.show(found.value);
  const mine = shown.credentials.find(({ id }) => id === action.credentialId);
  if (mine !== undefined && mine.kept !== 'missing') return ok(mine);
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
    },
    { session: false, as: action.credentialId },
  );
};

const uploadCertificate = async (
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
    const added = await place.directory.addCertificate(now.value.app.objectId, certificate, signal);
    if (!added.ok) return added;
    now = await find();
  }
  if (!now.ok) return now;
  const keyId = now.value.there?.keyId ?? null;
  return place.ports.profiles.change(action.appProfileId, (one) => ({
    ...one,
    credentials: one.credentials.map((each) => (each.id === action.credentialId ? { ...each, keyId } : each)),
  }));
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

const removeKey = async (
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

const forgetCredential = async (place: TenantPlace, action: Of<'forget-credential'>): Done => {
  const allowed = guard(place, action);
  if (!allowed.ok) return allowed;
  const { profiles } = place.ports;
  const profile = profiles.find(action.appProfileId);
  if (!profile.ok) return profile;
  return profile.value.credentials.some(({ id }) => id === action.credentialId)
    ? profiles.drop(action.appProfileId, action.credentialId)
    : ok(null);
};

/**
 * Makes the change of one step. Reads before it writes, so that a step whose effect is there already changes nothing and
 * carrying out twice is harmless. Waiting for a credential to be taken changes nothing and is not done here.
 */
export const carryOutTenant = (
  place: TenantPlace,
  action: Exclude<TenantAction, Of<'await-credential'>>,
  signal: AbortSignal,
): Done => {
  switch (action.kind) {
    case 'create-application':
      return createApplication(place, action, signal);
    case 'create-service-principal':
      return servicePrincipal(place, 'there', signal);
    case 'enable-service-principal':
      return servicePrincipal(place, 'enabled', signal);
    case 'disable-service-principal':
      return servicePrincipal(place, 'disabled', signal);
    case 'register-management-application':
      return manage(place, 'register', signal);
    case 'unregister-management-application':
      return manage(place, 'unregister', signal);
    case 'add-profile':
      return addProfile(place, action);
    case 'add-secret':
      return addSecret(place, action, signal);
    case 'generate-certificate':
      return generateCertificate(place, action, signal);
    case 'upload-certificate':
      return uploadCertificate(place, action, signal);
    case 'remove-secret':
    case 'remove-certificate':
      return removeKey(place, action, signal);
    case 'use-credential':
      return Promise.resolve(
        place.ports.profiles.change(action.appProfileId, (one) => ({
          ...one,
          current: action.credentialId,
          credentials: one.credentials.map((each) => ({
            ...each,
            retiring: each.id === action.retires ? true : each.id !== action.credentialId && each.retiring,
          })),
        })),
      );
    case 'forget-credential':
      return forgetCredential(place, action);
  }
};

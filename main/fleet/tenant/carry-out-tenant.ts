import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { addSecret } from './add-secret.ts';
import {
  forgetCredential,
  generateCertificate,
  removeKey,
  uploadCertificate,
} from './carry-out-credential.ts';
import { keeping, reasonOf } from './keeping.ts';
import type { TenantAction } from './tenant-action.ts';
import { clientIdOf } from './tenant-place.ts';
import type { Done, Of, TenantPlace } from './tenant-place.ts';

const createApplication = async (
  place: TenantPlace,
  action: Of<'create-application'>,
  signal: AbortSignal,
): Done => {
  const named = await place.directory.applicationsNamed(action.name, signal);
  if (!named.ok) return named;
  if (action.adopts !== null) {
    const adopted = named.value.find(({ objectId }) => objectId === action.adopts);
    if (adopted === undefined) return failed('plan-changed');
    place.app.clientId = adopted.clientId;
    return ok(adopted);
  }
  const { sentBeside } = place.app;
  const before = sentBeside ?? action.known;
  const others = named.value.filter(({ objectId }) => !before.includes(objectId));
  // One that came after ours was sent is ours: its answer got lost. Of two nobody can say which, and one from before is another's.
  if (others.length > (sentBeside === null ? 0 : 1))
    return failed('already-exists', { what: 'app registration', name: action.name });
  const [ours] = others;
  if (ours === undefined) place.app.sentBeside = named.value.map(({ objectId }) => objectId);
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
  const added = await keeping(async () =>
    same === undefined
      ? ok(
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
        )
      : profiles.change(same.id, (one) => ({
          ...one,
          workspaces: [...new Set([...one.workspaces, place.workspaceId])],
        })),
  );
  return added.ok
    ? added
    : failed('app-not-kept', { name, clientId: clientId.value, reason: reasonOf(added.error) });
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

import { addPassword, removePassword } from '../directory/client-secrets.ts';
import type { DirectoryApplication } from '../directory/directory-objects.ts';
import { applicationByClientId, principalByClientId } from '../directory/find-app.ts';
import type { GraphClient } from '../directory/graph-client.ts';
import { appendKeyCredential, dropKeyCredential, readKeyCredentials } from '../directory/key-credentials.ts';
import { thumbprintOf } from '../directory/match-credentials.ts';
import { createApplication, createServicePrincipal, setPrincipalEnabled } from '../directory/register-app.ts';
import { applicationsNamed } from '../directory/search-apps.ts';
import type { TenantDirectory } from '../fleet/tenant/tenant-directory.ts';
import type { DirectoryApplication as FleetApplication } from '../fleet/tenant/tenant-directory.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseApplicationObjectId, parseServicePrincipalId } from '../../preload/contract/words/ids.ts';
import type { ApplicationObjectId } from '../../preload/contract/words/ids.ts';

const shown = (app: DirectoryApplication): FleetApplication => ({
  objectId: app.id,
  clientId: app.appId,
  name: app.displayName,
  secrets: app.passwordCredentials.map((one) => ({
    keyId: one.keyId,
    name: one.displayName ?? '',
    hint: one.hint ?? null,
    endsOn: one.endDateTime ?? null,
  })),
  certificates: app.keyCredentials.map((one) => ({
    keyId: one.keyId,
    name: one.displayName ?? '',
    thumbprintSha1: thumbprintOf(one),
    endsOn: one.endDateTime ?? null,
  })),
});

/** The directory of a workspace's tenant in the form in which the fleet changes it. */
export const tenantDirectory = (graph: () => Result<GraphClient>): TenantDirectory => {
  /** Asks it about one application. */
  const about = async <Value>(
    objectId: string,
    work: (graph: GraphClient, id: ApplicationObjectId) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const reached = graph();
    if (!reached.ok) return reached;
    const id = parseApplicationObjectId(objectId);
    return id === null
      ? failed('not-found', { what: 'app registration', id: objectId })
      : work(reached.value, id);
  };
  const ask = async <Value>(work: (graph: GraphClient) => Promise<Result<Value>>): Promise<Result<Value>> => {
    const reached = graph();
    return reached.ok ? work(reached.value) : reached;
  };
  return {
    application: (clientId, signal) =>
      ask(async (reached) => {
        const found = await applicationByClientId(reached, clientId, signal);
        return found.ok ? ok(found.value === null ? null : shown(found.value)) : found;
      }),
    applicationsNamed: (name, signal) =>
      ask(async (reached) => {
        const found = await applicationsNamed(reached, name, signal);
        return found.ok ? ok(found.value.map(shown)) : found;
      }),
    createApplication: (app, signal) =>
      ask(async (reached) => {
        const made = await createApplication(reached, app, signal);
        return made.ok ? ok({ clientId: made.value.appId }) : made;
      }),
    servicePrincipal: (clientId, signal) =>
      ask(async (reached) => {
        const found = await principalByClientId(reached, clientId, signal);
        if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
        const { id, displayName, accountEnabled } = found.value;
        return ok({ objectId: id, name: displayName, enabled: accountEnabled !== false });
      }),
    createServicePrincipal: (clientId, signal) =>
      ask(async (reached) => {
        const made = await createServicePrincipal(reached, clientId, signal);
        // A registration of a moment ago is not known everywhere yet (serviceprincipal-post-serviceprincipals): the fleet asks again.
        return !made.ok && made.error.code === 'directory' && made.error.params['status'] === 400
          ? failed('not-found', { what: 'app registration', id: clientId }, made.error)
          : made;
      }),
    setServicePrincipalEnabled: (objectId, enabled, signal) =>
      ask(async (reached) => {
        const id = parseServicePrincipalId(objectId);
        return id === null
          ? failed('not-found', { what: 'service principal', id: objectId })
          : setPrincipalEnabled(reached, id, enabled, signal);
      }),
    addSecret: (objectId, { name, endsOn }, signal) =>
      about(objectId, async (reached, id) => {
        const made = await addPassword(reached, id, { name, end: endsOn }, signal);
        if (!made.ok) return made;
        const { keyId, secretText, endDateTime } = made.value;
        return ok({ keyId, secretText, endsOn: endDateTime ?? null });
      }),
    removeSecret: (objectId, keyId, signal) =>
      about(objectId, (reached, id) => removePassword(reached, id, keyId, signal)),
    addCertificate: (objectId, certificate, signal) =>
      about(objectId, async (reached, id) => {
        const seen = await readKeyCredentials(reached, id, signal);
        return seen.ok ? appendKeyCredential(reached, id, certificate, seen.value, signal) : seen;
      }),
    removeCertificate: (objectId, keyId, signal) =>
      about(objectId, async (reached, id) => {
        const seen = await readKeyCredentials(reached, id, signal);
        return seen.ok ? dropKeyCredential(reached, id, keyId, seen.value, signal) : seen;
      }),
  };
};

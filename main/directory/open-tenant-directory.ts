import { addPassword, removePassword } from './client-secrets.ts';
import type { DirectoryApplication } from './directory-objects.ts';
import { applicationByClientId, principalByClientId } from './find-app.ts';
import type { GraphClient } from './graph-client.ts';
import { addKey, appendKeyCredential, dropKeyCredential, readKeyCredentials } from './key-credentials.ts';
import { thumbprintOf } from './match-credentials.ts';
import { createApplication, createServicePrincipal, setPrincipalEnabled } from './register-app.ts';
import { applicationsNamed } from './search-apps.ts';
import type { TenantApplication, TenantDirectory } from './tenant-directory.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';

const shown = (app: DirectoryApplication): TenantApplication => ({
  objectId: app.id,
  clientId: app.appId,
  name: app.displayName,
  createdOn: app.createdDateTime ?? null,
  secrets: app.passwordCredentials.map((one) => ({
    keyId: one.keyId,
    name: one.displayName ?? '',
    hint: one.hint ?? null,
    startsOn: one.startDateTime ?? null,
    endsOn: one.endDateTime ?? null,
  })),
  certificates: app.keyCredentials.map((one) => ({
    keyId: one.keyId,
    name: one.displayName ?? '',
    thumbprintSha1: thumbprintOf(one),
    endsOn: one.endDateTime ?? null,
  })),
});

/** Graph takes no proof of this key, or none in this cloud: nothing was added, and the list can still be written as a whole. */
const proofRefused = ({ code, params }: AppError): boolean =>
  code === 'directory' && [400, 401, 403].includes(Number(params['status']));

/** The directory of a workspace's tenant as the admin signed in there may change it; asked anew at each call, since who that is may change. */
export const openTenantDirectory = (graph: () => Result<GraphClient>): TenantDirectory => {
  const ask = async <Value>(work: (graph: GraphClient) => Promise<Result<Value>>): Promise<Result<Value>> => {
    const reached = graph();
    return reached.ok ? work(reached.value) : reached;
  };
  return {
    mayChange: (signal) => ask((reached) => reached.mayUse('Application.ReadWrite.All', signal)),
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
    setServicePrincipalEnabled: (id, enabled, signal) =>
      ask((reached) => setPrincipalEnabled(reached, id, enabled, signal)),
    addSecret: (id, { name, endsOn }, signal) =>
      ask(async (reached) => {
        const made = await addPassword(reached, id, { name, end: endsOn }, signal);
        if (!made.ok) return made;
        const { keyId, secretText, endDateTime } = made.value;
        return ok({ keyId, secretText, endsOn: endDateTime ?? null });
      }),
    removeSecret: (id, keyId, signal) => ask((reached) => removePassword(reached, id, keyId, signal)),
    addCertificate: (id, certificate, proof, signal) =>
      ask(async (reached) => {
        const proved = proof === null ? null : await addKey(reached, id, certificate, proof, signal);
        if (proved !== null && (proved.ok || !proofRefused(proved.error))) return proved;
        const seen = await readKeyCredentials(reached, id, signal);
        return seen.ok ? appendKeyCredential(reached, id, certificate, seen.value, signal) : seen;
      }),
    removeCertificate: (id, keyId, signal) =>
      ask(async (reached) => {
        const seen = await readKeyCredentials(reached, id, signal);
        return seen.ok ? dropKeyCredential(reached, id, keyId, seen.value, signal) : seen;
      }),
  };
};

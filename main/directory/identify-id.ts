import { z } from 'zod';
import type { OutputOf } from '../../preload/contract/index.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import {
  parseApplicationObjectId,
  parseClientId,
  parseServicePrincipalId,
} from '../../preload/contract/words/ids.ts';
import type { TenantId } from '../../preload/contract/words/ids.ts';
import { decode } from './decode.ts';
import { applicationShape } from './directory-objects.ts';
import type { DirectoryApplication, DirectoryPrincipal } from './directory-objects.ts';
import { applicationByClientId, applicationById, principalByClientId, principalById } from './find-app.ts';
import type { GraphClient } from './graph-client.ts';

type Identified = OutputOf<'directory.identify'>;

/** Apps that are looked through for a credential's id; a tenant with more is told as `partial`. */
const MOST_APPS = 2000;

const appOf = (found: DirectoryApplication | DirectoryPrincipal, tenantId: TenantId): Identified['app'] => ({
  clientId: found.appId,
  name: found.displayName,
  homeTenantId: 'appOwnerOrganizationId' in found ? (found.appOwnerOrganizationId ?? null) : tenantId,
});

/** Looks through the tenant's own apps for a secret or certificate with a key id: no filter of Graph reaches key ids. */
const findCredential = async (
  graph: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<Result<Identified>> => {
  const ask = { what: 'app', id, needs: 'Application.Read.All', signal } as const;
  const listed = await graph.list(
    'applications?$select=id,appId,displayName,passwordCredentials,keyCredentials&$top=999',
    { most: MOST_APPS },
    ask,
  );
  if (!listed.ok) return listed;
  const apps = decode(z.array(applicationShape), ok(listed.value.rows), 'list of apps');
  if (!apps.ok) return apps;
  const has = (keys: readonly { readonly keyId: string }[]) => keys.some(({ keyId }) => keyId === id);
  const partial = listed.value.more;
  for (const app of apps.value) {
    const kind = has(app.passwordCredentials)
      ? ('secret-id' as const)
      : has(app.keyCredentials)
        ? ('certificate-id' as const)
        : null;
    if (kind !== null) return ok({ kind, app: appOf(app, graph.tenantId), partial });
  }
  return ok({ kind: 'unknown', app: null, partial });
};

/**
 * What a GUID is in the workspace's tenant. The four ids of an app look alike: client id, object id of the registration, object id of
 * the service principal, and the id of a secret, which the portal shows beside its value.
 */
export const identifyId = async (
  graph: GraphClient,
  text: string,
  signal: AbortSignal,
): Promise<Result<Identified>> => {
  const [clientId, objectId, principalId] = [
    parseClientId(text),
    parseApplicationObjectId(text),
    parseServicePrincipalId(text),
  ];
  if (clientId === null || objectId === null || principalId === null)
    return ok({ kind: 'unknown', app: null, partial: false });
  const questions = [
    ['client-id', () => applicationByClientId(graph, clientId, signal)],
    ['client-id', () => principalByClientId(graph, clientId, signal)],
    ['application-object-id', () => applicationById(graph, objectId, signal)],
    ['service-principal-id', () => principalById(graph, principalId, signal)],
  ] as const;
  for (const [kind, question] of questions) {
    const found = await question();
    if (!found.ok) return found;
    if (found.value !== null) return ok({ kind, app: appOf(found.value, graph.tenantId), partial: false });
  }
  return findCredential(graph, clientId, signal);
};

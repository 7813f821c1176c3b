import type { OutputOf } from '../../preload/contract/index.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ClientId } from '../../preload/contract/words/ids.ts';
import { applicationByClientId, ownersOf, principalByClientId } from './find-app.ts';
import type { GraphClient } from './graph-client.ts';
import { matchCredentials } from './match-credentials.ts';
import type { OwnCredential } from './match-credentials.ts';

type KnownApp = Omit<OutputOf<'directory.app'>, 'portalUrl'>;

const readApplication = async (
  graph: GraphClient,
  clientId: ClientId,
  ours: readonly OwnCredential[],
  signal: AbortSignal,
): Promise<Result<KnownApp['application']>> => {
  const found = await applicationByClientId(graph, clientId, signal);
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const application = found.value;
  const owners = await ownersOf(graph, application.id, signal);
  // Who owns it is a side question: without an answer the rest is still worth showing.
  if (!owners.ok && owners.error.code === 'cancelled') return owners;
  return ok({
    objectId: application.id,
    name: application.displayName,
    audience: application.signInAudience ?? null,
    createdOn: application.createdDateTime ?? null,
    credentials: matchCredentials(application, ours),
    owners: owners.ok
      ? owners.value.map((owner) => ({
          id: owner.id,
          name: owner.displayName ?? owner.userPrincipalName ?? owner.id,
          mail: owner.mail ?? owner.userPrincipalName ?? null,
        }))
      : [],
    ownersError: owners.ok ? null : owners.error,
  });
};

/** Everything that a tenant knows about one app: its registration, if it is at home here, and its service principal. */
export const readApp = async (
  graph: GraphClient,
  clientId: ClientId,
  ours: readonly OwnCredential[],
  signal: AbortSignal,
): Promise<Result<KnownApp>> => {
  const [application, principal] = await Promise.all([
    readApplication(graph, clientId, ours, signal),
    principalByClientId(graph, clientId, signal),
  ]);
  if (!application.ok) return application;
  if (!principal.ok) return principal;
  return ok({
    tenantId: graph.tenantId,
    application: application.value,
    principal:
      principal.value === null
        ? null
        : {
            objectId: principal.value.id,
            name: principal.value.displayName,
            enabled: principal.value.accountEnabled ?? null,
            ownerTenantId: principal.value.appOwnerOrganizationId ?? null,
            audience: principal.value.signInAudience ?? null,
          },
  });
};

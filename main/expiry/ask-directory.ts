import pLimit from 'p-limit';
import type { ClientId } from '../../preload/contract/words/ids.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { applicationByClientId, ownersOf } from '../directory/find-app.ts';
import type { GraphClient } from '../directory/graph-client.ts';
import type { DirectoryPorts } from '../directory/handlers.ts';
import { matchCredentials } from '../directory/match-credentials.ts';
import type { OwnCredential } from '../directory/match-credentials.ts';
import type { AskDirectory, DirectoryApp } from './directory-app.ts';

/** Apps of one tenant asked at the same time. */
const PARALLEL = 4;

const askApp = async (
  graph: GraphClient,
  clientId: ClientId,
  ours: readonly OwnCredential[],
  signal: AbortSignal,
): Promise<Result<DirectoryApp | null>> => {
  const found = await applicationByClientId(graph, clientId, signal);
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const owners = await ownersOf(graph, found.value.id, signal);
  if (!owners.ok && owners.error.code === 'cancelled') return owners;
  return ok({
    clientId,
    // Whom to call is a side question: without an answer the ends are still worth knowing.
    owners: owners.ok
      ? owners.value.map(({ displayName, id, mail, userPrincipalName }) => ({
          name: displayName ?? userPrincipalName ?? id,
          mail: mail ?? userPrincipalName ?? null,
        }))
      : [],
    credentials: matchCredentials(found.value, ours).map((one) => ({
      keyId: one.keyId,
      kind: one.kind,
      label: one.name ?? '',
      hint: one.hint,
      thumbprint: one.thumbprintSha1,
      expiresOn: one.endsOn,
      ours: one.ours,
    })),
  });
};

/** Asks Microsoft Graph as the admin of the workspace, app by app; the first refusal is the workspace's. Asks nobody to sign in. */
export const directoryAsker =
  ({
    credentialsOf,
    directoryOf,
    listed,
  }: Pick<DirectoryPorts, 'credentialsOf' | 'directoryOf' | 'listed'>): AskDirectory =>
  async (workspaceId, clientIds, signal) => {
    const graph = directoryOf(workspaceId);
    if (!graph.ok) return graph;
    const limit = pLimit(PARALLEL);
    const apps: DirectoryApp[] = [];
    let refused: Result<never> | null = null;
    await Promise.all(
      clientIds.map((clientId) =>
        limit(async () => {
          if (refused !== null) return;
          const app = await askApp(graph.value, clientId, await credentialsOf(workspaceId, clientId), signal);
          if (!app.ok) refused ??= app;
          else if (app.value !== null) {
            listed(app.value.credentials);
            apps.push(app.value);
          }
        }),
      ),
    );
    return refused ?? ok(apps);
  };

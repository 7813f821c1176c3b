import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { createGraphClient } from '../directory/create-graph-client.ts';
import type { DirectoryOf } from '../directory/graph-client.ts';
import { directoryHandlers } from '../directory/handlers.ts';
import type { DirectoryPorts } from '../directory/handlers.ts';
import type { HttpClient } from '../http/http-client.ts';
import { answeringChallenges } from '../identity/claims-challenge.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { Workspaces } from '../workspaces/directory.ts';

/** What the directory of a workspace is joined from. */
type Parts = {
  readonly http: HttpClient;
  readonly identity: Pick<Identity, 'tokens' | 'profilesOf' | 'parts' | 'knownInEntra'>;
  readonly workspaces: Pick<Workspaces, 'find'>;
  readonly clouds: Pick<Clouds, 'of'>;
};

/** Microsoft Graph of each workspace's own cloud and tenant. */
type Directory = {
  readonly handlers: ReturnType<typeof directoryHandlers>;
  readonly directoryOf: DirectoryOf;
  readonly credentialsOf: DirectoryPorts['credentialsOf'];
  readonly listed: DirectoryPorts['listed'];
};

/** Joins it, and tells it what the console itself knows of an app. */
export const openDirectory = ({ http, identity, workspaces, clouds }: Parts): Directory => {
  const placeOf = (id: WorkspaceId): Result<{ readonly workspace: Workspace; readonly cloud: CloudRow }> => {
    const workspace = workspaces.find(id);
    if (workspace === null) return failed('not-found', { what: 'workspace', id });
    const cloud = clouds.of(workspace);
    return cloud === null
      ? failed('not-found', { what: 'cloud', id: workspace.cloud })
      : ok({ workspace, cloud });
  };
  const ports: DirectoryPorts = {
    directoryOf: (workspaceId) => {
      const place = placeOf(workspaceId);
      if (!place.ok) return place;
      const { workspace, cloud } = place.value;
      if (workspace.tenantId === null) return failed('sign-in-needed', { workspace: workspace.name });
      const { origin } = new URL(cloud.graph);
      return ok(
        createGraphClient({
          http: answeringChallenges(http, (claims, signal) =>
            identity.tokens.forAdmin(workspaceId, origin, signal, { claims }),
          ),
          origin,
          tenantId: workspace.tenantId,
          bearer: async (permission, signal) => {
            const token = await identity.tokens.forAdmin(workspaceId, origin, signal, { permission });
            return token.ok ? ok(token.value.token) : token;
          },
        }),
      );
    },
    credentialsOf: (workspaceId, clientId) =>
      Promise.all(
        identity
          .profilesOf(workspaceId)
          .filter((profile) => profile.clientId === clientId)
          .flatMap(({ credentials }) => credentials)
          .map(async ({ id, kind, keyId, thumbprintSha1 }) => ({
            id,
            kind,
            keyId,
            thumbprintSha1,
            // Only a secret of which nothing else is known is compared by its first characters.
            hint: kind === 'secret' && keyId === null ? await identity.parts.hintOf(id) : null,
          })),
      ),
    listed: (credentials) =>
      identity.knownInEntra(
        credentials.flatMap(({ ours, keyId }) => (ours === null ? [] : [{ credentialId: ours, keyId }])),
      ),
    portalOf: (workspaceId) => {
      const place = placeOf(workspaceId);
      return place.ok ? place.value.cloud.portal : null;
    },
  };
  return {
    handlers: directoryHandlers(ports),
    directoryOf: ports.directoryOf,
    credentialsOf: ports.credentialsOf,
    listed: ports.listed,
  };
};

import * as contract from '../../preload/contract/directory.ts';
import type { EntraCredential } from '../../preload/contract/directory.ts';
import { implement } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { DirectoryOf } from './graph-client.ts';
import { identifyId } from './identify-id.ts';
import type { OwnCredential } from './match-credentials.ts';
import { portalPage } from './portal-page.ts';
import { readApp } from './read-app.ts';
import { searchEnterpriseApps, searchOwnApps } from './search-apps.ts';

/** What `directory.*` is answered with. */
export type DirectoryPorts = {
  readonly directoryOf: DirectoryOf;
  /** Credentials that this console keeps for an app and that the workspace may use. */
  readonly credentialsOf: (workspaceId: WorkspaceId, clientId: ClientId) => Promise<readonly OwnCredential[]>;
  /** Told of what Entra lists of an app. */
  readonly listed: (credentials: readonly Pick<EntraCredential, 'keyId' | 'ours'>[]) => void;
  /** Origin of the web page of app registrations in the workspace's cloud. */
  readonly portalOf: (workspaceId: WorkspaceId) => string | null;
};

/** Answers `directory.*`: reads only. What changes a tenant is a function of this room that `fleet` carries out. */
export const directoryHandlers = (ports: DirectoryPorts) => ({
  'directory.search': implement(contract.search, async ({ workspaceId, place, text }, signal) => {
    const graph = ports.directoryOf(workspaceId);
    if (!graph.ok) return graph;
    const search = place === 'own' ? searchOwnApps : searchEnterpriseApps;
    const found = await search(graph.value, text.trim(), signal);
    return found.ok ? ok({ apps: [...found.value.apps], more: found.value.more }) : found;
  }),

  'directory.app': implement(contract.app, async ({ workspaceId, clientId }, signal) => {
    const graph = ports.directoryOf(workspaceId);
    if (!graph.ok) return graph;
    const ours = await ports.credentialsOf(workspaceId, clientId);
    const app = await readApp(graph.value, clientId, ours, signal);
    if (!app.ok) return app;
    ports.listed(app.value.application?.credentials ?? []);
    return ok({ ...app.value, portalUrl: portalPage(ports.portalOf(workspaceId), app.value) });
  }),

  'directory.identify': implement(contract.identify, async ({ workspaceId, id }, signal) => {
    const graph = ports.directoryOf(workspaceId);
    return graph.ok ? identifyId(graph.value, id, signal) : graph;
  }),
});

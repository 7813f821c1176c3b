import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Registry } from '../environments/registry.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { WorkspacesPorts } from '../workspaces/handlers.ts';

/** Counts what the rooms beside and below keep for a workspace. */
export const workspaceContent =
  (registry: Registry, identity: Pick<Identity, 'profilesOf'>): WorkspacesPorts['contentOf'] =>
  (id: WorkspaceId) => {
    const { environments } = registry.of(id);
    return {
      environments: environments.length,
      production: environments.filter(({ production }) => production).length,
      apps: identity.profilesOf(id).length,
    };
  };

import type { Cloud } from '../../../preload/contract/clouds.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { StoredProfile } from '../../identity/app-profiles/document.ts';

/** One app, and the workspace whose tenant is asked. */
export type ConsentTarget = {
  readonly profile: StoredProfile;
  readonly client: Workspace;
  readonly cloud: Cloud;
};

/** How consent learns about workspaces and apps, which are not its own. */
export type ConsentLookup = {
  readonly workspaces: () => readonly Workspace[];
  readonly cloudOf: (workspace: Workspace) => Cloud | null;
  /** App profiles that a workspace uses. */
  readonly profilesOf: (workspaceId: WorkspaceId) => readonly StoredProfile[];
};

/** True where the app is registered in the tenant of the workspace: from there its clients may be seen and asked. */
export const isHomeOf = (workspace: Workspace, profile: StoredProfile): boolean =>
  workspace.tenantId !== null && profile.homeTenantId === workspace.tenantId;

/** Workspaces that may be asked from a workspace: itself, and from the app's home all of the same cloud. */
export const clientsOf = (
  lookup: ConsentLookup,
  here: Workspace,
  profile: StoredProfile,
): readonly Workspace[] =>
  isHomeOf(here, profile)
    ? lookup.workspaces().filter(({ cloud, demo }) => cloud === here.cloud && demo === here.demo)
    : [here];

/** Finds app and client workspace as seen from a workspace; `not-found` for what is not to be seen from there. */
export const consentTarget = (
  lookup: ConsentLookup,
  asked: {
    readonly workspaceId: WorkspaceId;
    readonly appProfileId: AppProfileId;
    readonly clientWorkspaceId: WorkspaceId;
  },
): Result<ConsentTarget> => {
  const here = lookup.workspaces().find(({ id }) => id === asked.workspaceId);
  if (here === undefined) return failed('not-found', { what: 'workspace', id: asked.workspaceId });
  const profile = lookup.profilesOf(here.id).find(({ id }) => id === asked.appProfileId);
  if (profile === undefined) return failed('not-found', { what: 'app profile', id: asked.appProfileId });
  const client = clientsOf(lookup, here, profile).find(({ id }) => id === asked.clientWorkspaceId);
  if (client === undefined) return failed('not-found', { what: 'workspace', id: asked.clientWorkspaceId });
  const cloud = lookup.cloudOf(client);
  return cloud === null
    ? failed('not-found', { what: 'cloud', id: client.cloud })
    : ok({ profile, client, cloud });
};

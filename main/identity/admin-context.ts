import type { Cloud } from '../../preload/contract/clouds.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseClientId } from '../../preload/contract/words/ids.ts';
import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';

/** How identity learns about workspaces, which stand above it. */
export type WorkspaceLookup = (workspaceId: WorkspaceId) => Workspace | null;

/** The row of hosts that a workspace really uses; null when its cloud is not known here. */
export type CloudLookup = (workspace: Workspace) => Cloud | null;

/** Everything about a workspace that a sign-in needs. */
export type AdminContext = {
  readonly workspace: Workspace;
  readonly cloud: Cloud;
  /** Public client of the organisation's own app registration. */
  readonly clientId: ClientId;
};

/**
 * Collects it. There is no default client: Microsoft's sample registration is for development only (Microsoft Learn: xrm-tooling
 * and authenticate-oauth), and another product's id is not ours to use.
 */
export const adminContext = (
  workspaceId: WorkspaceId,
  workspaceOf: WorkspaceLookup,
  cloudOf: CloudLookup,
): Result<AdminContext> => {
  const workspace = workspaceOf(workspaceId);
  if (workspace === null) return failed('not-found', { what: 'workspace', id: workspaceId });
  const cloud = cloudOf(workspace);
  if (cloud === null) return failed('not-found', { what: 'cloud', id: workspace.cloud });
  if (workspace.adminClientId === null)
    return failed('sign-in-failed', { reason: 'no client id of an app registration is set for signing in' });
  const clientId = parseClientId(workspace.adminClientId);
  if (clientId === null)
    return failed('sign-in-failed', { reason: 'the client id for signing in is not a GUID' });
  return ok({ workspace, cloud, clientId });
};

import type { Environment } from '../../preload/contract/environments.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from './dataverse-client.ts';

/**
 * How a room reaches the environments of a workspace: handed in by the composition root, so that the rooms above the
 * Dataverse client know neither the registry nor the sign-in.
 */
export type EnvironmentAccess = {
  /**
   * The named environments of the workspace in its order, all of them for an empty list. Fails with `not-found` when
   * one does not belong to the workspace, so that nothing of one client is used in another's.
   */
  readonly choose: (
    workspaceId: WorkspaceId,
    environmentIds: readonly EnvironmentId[],
  ) => Result<readonly Environment[]>;
  /** The Web API of an environment as the signed-in admin of its workspace. */
  readonly asAdmin: (environment: Environment) => DataverseClient;
  /** Environments asked at the same time, from the settings as they are now. */
  readonly parallel: () => number;
};

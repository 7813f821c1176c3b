import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { cloudNameIn } from '../../session/index.ts';

type Overview = OutputOf<'workspaces.overview'>['workspaces'][number];

/** A workspace with what is in it; null while that is not known. */
export type WorkspaceRow = {
  readonly workspace: Workspace;
  readonly cloudName: string;
  readonly overview: Overview | null;
};

/** Joins the lists, in the order of the workspaces. */
export const workspaceRows = (
  workspaces: readonly Workspace[],
  overviews: readonly Overview[],
  clouds: readonly Cloud[],
): readonly WorkspaceRow[] =>
  workspaces.map((workspace) => ({
    workspace,
    cloudName: cloudNameIn(clouds, workspace.cloud),
    overview: overviews.find(({ workspaceId }) => workspaceId === workspace.id) ?? null,
  }));

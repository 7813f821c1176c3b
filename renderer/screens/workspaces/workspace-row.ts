import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { cloudLabel } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';

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
    // Those that ship have a shorter name for lists.
    cloudName:
      clouds.find(({ id }) => id.startsWith('custom:') && id === workspace.cloud)?.name ??
      cloudLabel(workspace.cloud),
    overview: overviews.find(({ workspaceId }) => workspaceId === workspace.id) ?? null,
  }));

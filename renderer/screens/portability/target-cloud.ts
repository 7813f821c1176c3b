import type { ConnectionRow } from '../../../preload/contract/portability.ts';
import type { CloudId } from '../../../preload/contract/words/status.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';

/** The cloud of the first connection that has one. */
export const cloudOf = (rows: readonly ConnectionRow[]): CloudId | null =>
  rows.find(({ cloud }) => cloud !== null)?.cloud ?? null;

/** The workspace that connections most likely belong to: that of their tenant, else one of their cloud; null: a new one. */
export const likelyWorkspace = (
  rows: readonly ConnectionRow[],
  workspaces: readonly Workspace[],
): Workspace | null => {
  const tenant = rows.find(({ tenantId }) => tenantId !== null)?.tenantId ?? null;
  const cloud = cloudOf(rows);
  return (
    (tenant === null ? undefined : workspaces.find(({ tenantId }) => tenantId === tenant)) ??
    workspaces.find((workspace) => cloud === null || workspace.cloud === cloud) ??
    null
  );
};

/** Those whose environment is of another cloud than the workspace's: nothing of them comes in. */
export const ofOtherClouds = (
  rows: readonly ConnectionRow[],
  target: CloudId | null,
): readonly ConnectionRow[] => rows.filter(({ cloud }) => cloud !== null && cloud !== target);

import { useEffect } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { CallState } from '../../bridge/index.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { Differences, InventoryStream } from '../../inventory/index.ts';
import { useDifferences, useInventory } from '../../inventory/index.ts';
import type { UserRow } from './user-rows.ts';
import { useUserRows } from './use-user-rows.ts';

/** What the pages of application users show. */
export type InventoryPage = {
  readonly workspace: Workspace;
  readonly list: CallState<OutputOf<'environments.list'>>;
  readonly environments: readonly Environment[];
  readonly profiles: readonly AppProfile[];
  readonly inventory: InventoryStream;
  readonly differences: Differences;
  readonly rows: readonly UserRow[];
};

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NO_PROFILES: readonly AppProfile[] = [];

/** The inventory of the workspace: opened with what is known, read once by itself in a session. */
export const useInventoryPage = (): InventoryPage => {
  const workspace = useWorkspace();
  const list = useCall('environments.list', { workspaceId: workspace.id });
  const profiles = useCall('appProfiles.list', { workspaceId: workspace.id }).data?.profiles ?? NO_PROFILES;
  const environments = list.data?.environments ?? NO_ENVIRONMENTS;
  const inventory = useInventory(workspace.id, environments);
  const differences = useDifferences(workspace.id, inventory.endedAt);
  const { read, state } = inventory;
  const idle = state === 'idle';
  useEffect(() => {
    if (idle && environments.length > 0) read(environments.map(({ id }) => id));
  }, [environments, idle, read]);
  const rows = useUserRows(inventory.data, environments, differences, profiles);
  return { workspace, list, environments, profiles, inventory, differences, rows };
};

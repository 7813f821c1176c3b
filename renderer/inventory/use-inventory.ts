import { useCallback, useMemo, useRef } from 'react';
import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { APPLICATION_USERS_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { Stream } from '../bridge/index.ts';
import { useStream } from '../bridge/index.ts';
import type { Inventory } from './inventory-state.ts';
import { allUsers, answeredCount, EMPTY_INVENTORY, inventoryWith, nextRun } from './inventory-state.ts';

/** The inventory of a workspace, shared by every screen that shows application users. */
export type InventoryStream = Stream<'applicationUsers.inventory', Inventory> & {
  /** Reads these environments again; what was seen of the others stays. */
  readonly read: (ids: readonly EnvironmentId[]) => void;
};

/** Opens the inventory of a workspace; reads nothing by itself. */
export const useInventory = (
  workspaceId: WorkspaceId,
  environments: readonly Environment[],
): InventoryStream => {
  const asked = useRef<readonly EnvironmentId[]>([]);
  const stream = useStream('applicationUsers.inventory', {
    scope: workspaceId,
    title: TEXTS.streamTitle,
    initial: EMPTY_INVENTORY,
    reduce: inventoryWith,
    begin: (previous) => nextRun(previous, asked.current),
    count: (inventory) => ({ done: answeredCount(inventory), total: inventory.asked?.size ?? null }),
  });
  const { start } = stream;
  const all = environments.length;
  const read = useCallback(
    (ids: readonly EnvironmentId[]) => {
      if (ids.length === 0) return;
      asked.current = ids;
      void start({ workspaceId, environmentIds: ids.length === all ? [] : [...ids] });
    },
    [all, start, workspaceId],
  );
  return { ...stream, read };
};

const NO_ENVIRONMENTS: readonly Environment[] = [];

/** Application users that the inventory has seen so far; reads nothing by itself. */
export const useInventoryUsers = (workspaceId: WorkspaceId): readonly ApplicationUser[] => {
  const { data } = useInventory(workspaceId, NO_ENVIRONMENTS);
  return useMemo(() => allUsers(data), [data]);
};

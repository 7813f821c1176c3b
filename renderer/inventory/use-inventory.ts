import { useCallback, useMemo, useRef } from 'react';
import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { APPLICATION_USERS_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { Stream } from '../bridge/index.ts';
import { useStream } from '../bridge/index.ts';
import type { Inventory } from './inventory-state.ts';
import {
  allUsers,
  answeredCount,
  EMPTY_INVENTORY,
  inventoryOver,
  inventoryWith,
  nextRun,
  oldestAnswer,
} from './inventory-state.ts';
import { useKnown } from './use-known.ts';

/** The inventory of a workspace, shared by every screen that shows application users. `asOf` is the oldest of what is shown. */
export type InventoryStream = Stream<'applicationUsers.inventory', Inventory> & {
  /** When the last run ended; null before the first of this session. */
  readonly endedAt: Date | null;
  /** False while what earlier sessions kept is being fetched. */
  readonly opened: boolean;
  /** Reads these environments again; what was seen of the others stays. */
  readonly read: (ids: readonly EnvironmentId[]) => void;
};

/** Opens the inventory of a workspace with what is known of it; asks no environment by itself. */
export const useInventory = (
  workspaceId: WorkspaceId,
  environments: readonly Environment[],
): InventoryStream => {
  const asked = useRef<readonly EnvironmentId[]>([]);
  const known = useKnown(workspaceId);
  const stream = useStream('applicationUsers.inventory', {
    scope: workspaceId,
    title: TEXTS.streamTitle,
    initial: EMPTY_INVENTORY,
    reduce: inventoryWith,
    begin: (previous) => nextRun(previous, asked.current),
    count: (inventory) => ({ done: answeredCount(inventory), total: inventory.asked?.size ?? null }),
  });
  const { data, start } = stream;
  const all = environments.length;
  const read = useCallback(
    (ids: readonly EnvironmentId[]) => {
      if (ids.length === 0) return;
      asked.current = ids;
      void start({ workspaceId, environmentIds: ids.length === all ? [] : [...ids] });
    },
    [all, start, workspaceId],
  );
  const whole = useMemo(() => (known === null ? data : inventoryOver(known, data)), [data, known]);
  const asOf = useMemo(() => oldestAnswer(whole), [whole]);
  return { ...stream, data: whole, asOf, endedAt: stream.asOf, opened: known !== null, read };
};

const NO_ENVIRONMENTS: readonly Environment[] = [];

/** Application users that the inventory has seen so far; asks no environment by itself. */
export const useInventoryUsers = (workspaceId: WorkspaceId): readonly ApplicationUser[] => {
  const { data } = useInventory(workspaceId, NO_ENVIRONMENTS);
  return useMemo(() => allUsers(data), [data]);
};

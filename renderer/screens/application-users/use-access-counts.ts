import { useMemo } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Differences } from '../../inventory/index.ts';
import { useDifferences, useInventory } from '../../inventory/index.ts';
import type { MapCounts } from './access-map.ts';
import { accessMap, mapCounts } from './access-map.ts';
import { userRows } from './user-rows.ts';

/** What is known of the access map without asking an environment. */
export type AccessCounts = {
  readonly counts: MapCounts;
  /** The oldest of it; null while nothing is known. */
  readonly asOf: Date | null;
  /** False while what is kept is being fetched. */
  readonly opened: boolean;
  readonly differences: Differences;
};

/** Counts what the inventory knows; asks no environment by itself. */
export const useAccessCounts = (
  workspaceId: WorkspaceId,
  environments: readonly Environment[],
): AccessCounts => {
  const { asOf, data, endedAt, opened, running } = useInventory(workspaceId, environments);
  const differences = useDifferences(workspaceId, endedAt);
  const counts = useMemo(() => {
    const also = { differences: { of: new Map() }, credentials: new Map() };
    return mapCounts(accessMap(userRows(data, environments, also), environments, data, running));
  }, [data, environments, running]);
  return { counts, asOf, opened, differences };
};

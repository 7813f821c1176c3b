import { useMemo, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Differences, Inventory } from '../../inventory/index.ts';
import type { UserRow } from './user-rows.ts';
import { credentialEnd, userRows } from './user-rows.ts';

const NO_PROFILES: readonly AppProfile[] = [];

/** The inventory as rows, with what became different and what the console knows of their apps. */
export const useUserRows = (
  inventory: Inventory,
  environments: readonly Environment[],
  differences: Differences,
  profiles: readonly AppProfile[] = NO_PROFILES,
): readonly UserRow[] => {
  const [now] = useState(() => Date.now());
  const credentials = useMemo(
    () => new Map(profiles.map((profile) => [profile.clientId, credentialEnd(profile, now)])),
    [now, profiles],
  );
  const { of } = differences;
  return useMemo(
    () => userRows(inventory, environments, { differences: { of }, credentials }),
    [credentials, environments, inventory, of],
  );
};

import type { Vault } from '../vault/vault.ts';
import { allClientsHandlers } from './all-clients.ts';
import type { AllClientsPorts } from './all-clients.ts';
import { applicationUsersHandlers } from './handlers.ts';
import type { ApplicationUsersPorts } from './handlers.ts';
import { createInventorySnapshots } from './inventory-snapshots.ts';
import type { InventorySnapshots } from './inventory-snapshots.ts';

/** The room: its answers, and what it keeps between sessions. */
export type ApplicationUsers = Pick<InventorySnapshots, 'forget' | 'settled'> & {
  readonly handlers: ReturnType<typeof applicationUsersHandlers> & ReturnType<typeof allClientsHandlers>;
};

/** Builds it over the vault that keeps what was read. */
export const createApplicationUsers = (
  ports: Omit<ApplicationUsersPorts, 'snapshots'> &
    Pick<AllClientsPorts, 'workspaces'> & { readonly vault: Pick<Vault, 'get' | 'put' | 'remove'> },
): ApplicationUsers => {
  const snapshots = createInventorySnapshots(ports.vault);
  return {
    ...snapshots,
    handlers: {
      ...applicationUsersHandlers({ ...ports, snapshots }),
      ...allClientsHandlers({ ...ports, snapshots }),
    },
  };
};

/**
 * Application users of a workspace: what earlier sessions kept, what has been read so far (one stream, shared by every screen that
 * shows them) and what became different since a person last looked.
 */
export type { EnvironmentAnswer, Inventory } from './inventory-state.ts';
export { allUsers } from './inventory-state.ts';
export type { Differences } from './use-differences.ts';
export { useDifferences, userKey } from './use-differences.ts';
export type { InventoryStream } from './use-inventory.ts';
export { useInventory, useInventoryUsers } from './use-inventory.ts';

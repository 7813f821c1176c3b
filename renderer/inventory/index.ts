/** Application users of a workspace as they have been read so far: one stream, shared by every screen that shows them. */
export type { Inventory } from './inventory-state.ts';
export { allUsers } from './inventory-state.ts';
export type { InventoryStream } from './use-inventory.ts';
export { useInventory, useInventoryUsers } from './use-inventory.ts';

import type { WorkspaceId } from './ids.ts';
import type { VAULT_ITEM_KINDS } from './status.ts';

/** Whether something in the vault is kept for nothing that is still here: no app, and no workspace that it tells of. */
export const isLeftOver = (item: {
  readonly kind: (typeof VAULT_ITEM_KINDS)[number];
  readonly workspaceId: WorkspaceId | null;
}): boolean =>
  item.kind === 'other' ||
  ((item.kind === 'sign-in' ||
    item.kind === 'inventory' ||
    item.kind === 'baseline' ||
    item.kind === 'queries') &&
    item.workspaceId === null);

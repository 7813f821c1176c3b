import type { VaultHealth, VaultItem } from '../../preload/contract/vault.ts';
import { isLeftOver } from '../../preload/contract/words/left-over.ts';
import type { Place } from './look-into.ts';
import type { VaultInspection } from './vault.ts';

/** What a reference of the vault means to the rooms that keep something there. */
export type KnownItem = Omit<VaultItem, 'place' | 'problem' | 'file'> & { readonly reference: string };

/** What the rooms know of the vault. */
export type VaultIndex = {
  /** What should be there. */
  readonly known: readonly KnownItem[];
  /** What any other reference stands for. */
  readonly meaningOf: (reference: string) => KnownItem;
};

const placed = (item: KnownItem, found: Place): VaultItem => {
  const { reference: _reference, ...rest } = item;
  switch (found.place) {
    case 'unreadable':
      return { ...rest, place: 'unreadable', problem: found.problem, file: found.file };
    case 'absent':
      return { ...rest, place: 'missing', problem: null, file: null };
    default:
      return { ...rest, place: found.place, problem: null, file: null };
  }
};

/**
 * Everything that is kept, by what it means: what the rooms know, and what the vault's own record holds beyond that. A credential of
 * which nothing is kept is missing; a sign-in of which nothing is kept is simply not there.
 */
export const listItems = async (
  vault: Pick<VaultInspection, 'references' | 'look'>,
  { known, meaningOf }: VaultIndex,
  signal: AbortSignal,
): Promise<Pick<VaultHealth, 'items' | 'complete'>> => {
  const references = await vault.references();
  const named = new Set(known.map(({ reference }) => reference));
  const others = (references ?? []).filter((one) => !named.has(one)).map(meaningOf);
  const items: VaultItem[] = [];
  for (const one of [...known, ...others]) {
    if (signal.aborted) break;
    const item = placed(one, await vault.look(one.reference));
    if (item.place !== 'missing' || item.credentialId !== null) items.push(item);
  }
  return { items, complete: references !== null };
};

/** References that stand for nothing that is still here: what no room knows, and sign-ins of workspaces that were removed. */
export const leftOver = (
  references: readonly string[] | null,
  { known, meaningOf }: VaultIndex,
): readonly string[] => {
  const named = new Set(known.map(({ reference }) => reference));
  return (references ?? []).filter((reference) => !named.has(reference) && isLeftOver(meaningOf(reference)));
};

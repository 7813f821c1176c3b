import { z } from 'zod';
import { savedQuerySchema } from '../../../preload/contract/saved-queries.ts';
import type { SavedQuery } from '../../../preload/contract/saved-queries.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Vault } from '../../vault/vault.ts';

/** How the vault's references of saved queries begin; the workspace's id follows. */
export const SAVED_QUERIES = 'saved-queries-';

/** The named queries of each workspace. All fail as the vault does. */
export type SavedQueries = {
  readonly of: (id: WorkspaceId) => Promise<Result<readonly SavedQuery[]>>;
  /** Changes what is kept; what `change` refuses stays as it is. Changes of a console come one after the other. */
  readonly change: <Value>(
    id: WorkspaceId,
    change: (
      before: readonly SavedQuery[],
    ) => Result<{ readonly queries: readonly SavedQuery[]; readonly value: Value }>,
  ) => Promise<Result<Value>>;
  readonly forget: (id: WorkspaceId) => Promise<Result<null>>;
};

const keptSchema = z.strictObject({ version: z.literal(1), queries: z.array(savedQuerySchema) });

const queriesIn = (text: string): readonly SavedQuery[] | null => {
  try {
    return keptSchema.safeParse(JSON.parse(text)).data?.queries ?? null;
  } catch {
    return null;
  }
};

/** Keeps them sealed in the vault, as the history: a query's conditions can hold data about people. */
export const createSavedQueries = (vault: Pick<Vault, 'get' | 'put' | 'remove'>): SavedQueries => {
  const referenceOf = (id: WorkspaceId): string => `${SAVED_QUERIES}${id}`;
  const of: SavedQueries['of'] = async (id) => {
    const kept = await vault.get(referenceOf(id));
    if (!kept.ok) return kept.error.code === 'secret-missing' ? ok([]) : kept;
    const queries = queriesIn(kept.value);
    // Of a newer console, say: they are a person's work and are not taken for none.
    return queries === null ? failed('vault-unreadable', { what: 'saved queries' }) : ok(queries);
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(task, task);
    last = turn;
    return turn;
  };
  return {
    of,
    change: (id, change) =>
      inTurn(async () => {
        const before = await of(id);
        if (!before.ok) return before;
        const changed = change(before.value);
        if (!changed.ok) return changed;
        const queries = changed.value.queries.toSorted((a, b) => a.name.localeCompare(b.name));
        const put = await vault.put(referenceOf(id), JSON.stringify({ version: 1, queries }));
        return put.ok ? ok(changed.value.value) : put;
      }),
    forget: (id) => inTurn(() => vault.remove(referenceOf(id))),
  };
};

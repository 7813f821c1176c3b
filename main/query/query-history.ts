import { z } from 'zod';
import { historyEntrySchema } from '../../preload/contract/query-history.ts';
import type { HistoryEntry } from '../../preload/contract/query-history.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Vault } from '../vault/vault.ts';

/** How the vault's references of query histories begin; the workspace's id follows. */
export const QUERY_HISTORY = 'queries-';
/** Runs that are kept of a workspace, and characters of all of them together; the oldest go first. */
export const MOST_KEPT = { runs: 200, characters: 1_000_000 } as const;

/** What was run in each workspace, newest first. All fail as the vault does. */
export type QueryHistory = {
  readonly of: (id: WorkspaceId) => Promise<Result<readonly HistoryEntry[]>>;
  readonly add: (id: WorkspaceId, entry: HistoryEntry) => Promise<Result<null>>;
  readonly forget: (id: WorkspaceId) => Promise<Result<null>>;
};

/** Older versions did not tell who asked. */
const keptEntry = historyEntrySchema.extend({
  askedBy: historyEntrySchema.shape.askedBy.default('query-lab'),
});
const keptSchema = z.strictObject({ version: z.literal(1), entries: z.array(keptEntry) });

const entriesIn = (text: string): readonly HistoryEntry[] | null => {
  try {
    return keptSchema.safeParse(JSON.parse(text)).data?.entries ?? null;
  } catch {
    return null;
  }
};

/** The newest ones that fit. */
export const keepNewest = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] => {
  let characters = 0;
  const kept: HistoryEntry[] = [];
  for (const entry of entries.slice(0, MOST_KEPT.runs)) {
    characters += JSON.stringify(entry).length;
    if (characters > MOST_KEPT.characters) break;
    kept.push(entry);
  }
  return kept;
};

/** Keeps it sealed in the vault: a query's conditions can hold data about people. */
export const createQueryHistory = (vault: Pick<Vault, 'get' | 'put' | 'remove'>): QueryHistory => {
  const referenceOf = (id: WorkspaceId): string => `${QUERY_HISTORY}${id}`;
  const of: QueryHistory['of'] = async (id) => {
    const kept = await vault.get(referenceOf(id));
    if (!kept.ok) return kept.error.code === 'secret-missing' ? ok([]) : kept;
    const entries = entriesIn(kept.value);
    return entries === null ? failed('vault-unreadable', { what: 'query history' }) : ok(entries);
  };
  // Two runs that end at once both stay.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(task, task);
    last = turn;
    return turn;
  };
  return {
    of,
    add: (id, entry) =>
      inTurn(async () => {
        const before = await of(id);
        // Over what cannot be read now nothing is written.
        if (!before.ok) return before;
        const entries = keepNewest([entry, ...before.value]);
        const put = await vault.put(referenceOf(id), JSON.stringify({ version: 1, entries }));
        return put.ok ? ok(null) : put;
      }),
    forget: (id) => inTurn(() => vault.remove(referenceOf(id))),
  };
};

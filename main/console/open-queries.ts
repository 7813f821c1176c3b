import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { createQueryHistory } from '../query/query-history.ts';
import type { QueryHistory } from '../query/query-history.ts';
import { createQueryRuns } from '../query/query-runs.ts';
import type { QueryRuns } from '../query/query-runs.ts';
import { createSavedQueries } from '../query/saved/saved-queries.ts';
import type { SavedQueries } from '../query/saved/saved-queries.ts';
import { createKeptTables } from '../query/editor/kept-tables.ts';
import type { KeptTables } from '../query/editor/kept-tables.ts';
import type { Vault } from '../vault/vault.ts';

/** Runs whose rows are held at the same time. */
const MOST_RUNS = 8;

/** What is kept of queries: rows of the last runs in memory, what was run and what was saved in the vault. */
export type Queries = {
  readonly runs: QueryRuns;
  readonly history: QueryHistory;
  readonly saved: SavedQueries;
  readonly tables: KeptTables;
  /** A workspace is removed. Fails as the vault does. */
  readonly forget: (id: WorkspaceId) => Promise<Result<null>>;
};

/** Opens it over the vault. */
export const openQueries = (vault: Pick<Vault, 'get' | 'put' | 'remove'>): Queries => {
  const runs = createQueryRuns(MOST_RUNS);
  const history = createQueryHistory(vault);
  const saved = createSavedQueries(vault);
  const tables = createKeptTables(vault);
  return {
    runs,
    history,
    saved,
    tables,
    forget: async (id) => {
      for (const kept of [tables, history]) {
        const forgotten = await kept.forget(id);
        if (!forgotten.ok) return forgotten;
      }
      runs.closeWorkspace(id);
      return saved.forget(id);
    },
  };
};

import { quickFindLimit } from '../errors/fetch-paging-faults.ts';
import type { FetchFilter, FetchQuery } from './fetch-query.ts';
import { type FetchScope, type Joined, root, tableOf } from './fetch-scope.ts';
import type { RowSource } from '../store/row-source.ts';
import { bindFilter, bindJoin } from './join.ts';
import { queryCost } from './query-cost.ts';

/** Most rows that a quick find finds (Learn: "About quick find queries", quick find record limits). */
const mostFound = 10_000;

const quickFindOf = (filters: readonly FetchFilter[]): FetchFilter | null =>
  filters.find((it) => it.quickFind) ?? null;

/** Every row of a query over a collection that the caller may read, unordered. Names and privileges are checked before the first one. */
export function joinedRows(scope: FetchScope, query: FetchQuery, source: RowSource): () => Iterable<Joined> {
  const { session } = scope;
  const table = tableOf(scope, root);
  const mayRead = session.access.readable(table);
  const join = bindJoin(scope, root, query.entity);
  const quickFind = quickFindOf(query.entity.filters);
  const finds = quickFind === null ? null : bindFilter(scope, root, quickFind);
  return function* rows() {
    if (query.retained) return;
    const spend = queryCost(query);
    let found = 0;
    for (const row of source.rows()) {
      spend();
      const start: Joined = new Map([[root, row]]);
      // What a quick find finds is counted before security is looked at.
      if (finds?.(start) === true) {
        found += 1;
        if (found > mostFound) throw quickFindLimit();
      }
      if (mayRead(row)) yield* join(start);
    }
  };
}

import { queryTimeout } from '../errors/request-faults.ts';
import type { FetchEntity, FetchFilter, FetchQuery } from './fetch-query.ts';

/** Far more than a sensible query needs, and done in a few seconds. */
const mostWork = 4_000_000;

const conditionCost = (values: readonly string[]): number =>
  1 + values.reduce((total, it) => total + it.length, 0) / 100;

const filterCost = (filter: FetchFilter): number =>
  filter.items.reduce((total, item) => {
    if (item.kind === 'condition') return total + conditionCost(item.values);
    return total + (item.kind === 'filter' ? filterCost(item) : entityCost(item.link));
  }, 0);

const entityCost = (entity: FetchEntity): number =>
  entity.filters.reduce((total, it) => total + filterCost(it), 1) +
  entity.links.reduce((total, it) => total + entityCost(it), 0);

/**
 * Counts the rows that a query goes through, each as much as it has conditions. Hundreds of conditions over a large table would keep
 * the whole demo cloud busy; the real service ends such a query by the time it takes.
 */
export function queryCost(query: FetchQuery): () => void {
  const cost = entityCost(query.entity);
  let done = 0;
  return () => {
    done += cost;
    if (done > mostWork) throw queryTimeout();
  };
}

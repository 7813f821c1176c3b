import { bindCondition, type JoinedTest } from './condition-test.ts';
import type { FetchFilter } from './fetch-query.ts';
import type { FetchScope } from './fetch-scope.ts';
import { linkTest } from './link-test.ts';

/** Compiles a filter; names and values are checked once, before any row is read. `own` is the alias that conditions mean. */
export function bindFilter(scope: FetchScope, own: string, filter: FetchFilter): JoinedTest {
  const tests = filter.items.map((item): JoinedTest => {
    switch (item.kind) {
      case 'filter':
        return bindFilter(scope, own, item);
      case 'link':
        return linkTest(scope, own, item.link);
      case 'condition':
        return bindCondition(scope, own, item);
    }
  });
  if (tests.length === 0) return () => true;
  return filter.type === 'and'
    ? (joined) => tests.every((test) => test(joined))
    : (joined) => tests.some((test) => test(joined));
}

/** Whether a filter speaks of a table by name, so that it is tested after the join (Learn: "Filter rows using FetchXml", filters on link-entity). */
export const isAfterJoin = (filter: FetchFilter): boolean =>
  filter.items.some((item) => {
    if (item.kind === 'filter') return isAfterJoin(item);
    if (item.kind === 'link') return item.link.filters.some(isAfterJoin);
    return item.entity !== null || item.valueOf?.includes('.') === true;
  });

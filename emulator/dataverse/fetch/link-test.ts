import type { JoinedTest } from './condition-test.ts';
import type { FetchLink } from './fetch-query.ts';
import type { FetchScope } from './fetch-scope.ts';
import { bindJoin } from './join.ts';
import { linkMatch } from './link-match.ts';

/**
 * Compiles a link that only asks whether rows are there (Learn: "link-entity element", "Filter rows using FetchXml", filter on
 * values in related records). `all` means the opposite of what it says: rows are there, and none of them meets the filters;
 * `not all` is another word for `any`.
 */
export function linkTest(scope: FetchScope, parentAlias: string, link: FetchLink): JoinedTest {
  const matches = linkMatch(scope, parentAlias, link);
  const join = bindJoin(scope, link.alias, link);
  const some: JoinedTest = (joined) => {
    for (const row of matches(joined)) {
      for (const _ of join(new Map([...joined, [link.alias, row]]))) return true;
    }
    return false;
  };
  const any: JoinedTest = (joined) => {
    for (const _ of matches(joined)) return true;
    return false;
  };
  switch (link.type) {
    case 'not any':
      return (joined) => !some(joined);
    case 'all':
      return (joined) => any(joined) && !some(joined);
    default:
      return some;
  }
}

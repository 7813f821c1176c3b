import { bindCondition, type JoinedTest } from './condition-test.ts';
import { existenceTypes, type FetchEntity, type FetchFilter, type FetchLink } from './fetch-query.ts';
import type { FetchScope, Joined } from './fetch-scope.ts';
import { linkMatch } from './link-match.ts';

/** Goes on from a row of a join with what is joined to it; none where a filter does not hold. */
export type Step = (joined: Joined) => Iterable<Joined>;

/** A table of a query, compiled: what its row has to meet at once, the tables that are joined to it, and what is tested at last. */
type Bound = {
  readonly tests: readonly JoinedTest[];
  readonly steps: readonly Step[];
};

function bindLink(scope: FetchScope, parentAlias: string, link: FetchLink, late: JoinedTest[]): Step {
  const matches = linkMatch(scope, parentAlias, link);
  const { tests, steps } = bindEntity(scope, link.alias, link, late);
  // An inner one of which the first row is enough (Learn: "Join tables using FetchXml", matchfirstrowusingcrossapply).
  const first = link.type === 'matchfirstrowusingcrossapply';
  const isFlat = scope.innerUnderOuter === 'dropsRow';
  return function* join(joined) {
    let [matched, found] = [false, false];
    for (const row of matches(joined)) {
      const next: Joined = new Map([...joined, [link.alias, row]]);
      if (!tests.every((test) => test(next))) continue;
      matched = true;
      for (const whole of chained(steps, next)) {
        found = true;
        yield whole;
        if (first) return;
      }
    }
    if (link.type !== 'outer') return;
    const without: Joined = new Map([...joined, [link.alias, null]]);
    if (isFlat && !matched) yield* chained(steps, without);
    if (!isFlat && !found) yield without;
  };
}

function bindEntity(scope: FetchScope, alias: string, entity: FetchEntity, late: JoinedTest[]): Bound {
  const isTest = ({ type }: FetchLink): boolean => existenceTypes.some((it) => it === type);
  const steps = entity.links.filter((it) => !isTest(it)).map((it) => bindLink(scope, alias, it, late));
  const tests = entity.links.filter(isTest).map((it) => linkTest(scope, alias, it));
  for (const filter of entity.filters) {
    (isAfterJoin(filter) ? late : tests).push(bindFilter(scope, alias, filter));
  }
  return { tests, steps };
}

function* chained(steps: readonly Step[], joined: Joined): Generator<Joined> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    yield joined;
    return;
  }
  for (const next of step(joined)) yield* chained(rest, next);
}

/** Compiles an entity of a query with everything joined to it; filters that name a table are tested when all are joined. */
export function bindJoin(scope: FetchScope, alias: string, entity: FetchEntity): Step {
  const late: JoinedTest[] = [];
  const { tests, steps } = bindEntity(scope, alias, entity, late);
  return function* joins(joined) {
    if (!tests.every((test) => test(joined))) return;
    for (const whole of chained(steps, joined)) if (late.every((test) => test(whole))) yield whole;
  };
}

/**
 * Compiles a link that only asks whether rows are there (Learn: "link-entity element", "Filter rows using FetchXml", filter on
 * values in related records). `all` means the opposite of what it says: rows are there, and none of them meets the filters;
 * `not all` is another word for `any`.
 */
function linkTest(scope: FetchScope, parentAlias: string, link: FetchLink): JoinedTest {
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
const isAfterJoin = (filter: FetchFilter): boolean =>
  filter.items.some((item) => {
    if (item.kind === 'filter') return isAfterJoin(item);
    if (item.kind === 'link') return item.link.filters.some(isAfterJoin);
    return item.entity !== null || item.valueOf?.includes('.') === true;
  });

import type { JoinedTest } from './condition-test.ts';
import { existenceTypes, type FetchEntity, type FetchLink } from './fetch-query.ts';
import type { FetchScope, Joined } from './fetch-scope.ts';
import { bindFilter, isAfterJoin } from './filter-test.ts';
import { linkMatch } from './link-match.ts';
import { linkTest } from './link-test.ts';

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
  const first = link.type === 'matchfirstrowusingcrossapply';
  const isOuter = first || link.type === 'outer';
  return function* join(joined) {
    let found = false;
    for (const row of matches(joined)) {
      const next: Joined = new Map([...joined, [link.alias, row]]);
      if (!tests.every((test) => test(next))) continue;
      for (const whole of chained(steps, next)) {
        found = true;
        yield whole;
        if (first) return;
      }
    }
    if (!found && isOuter) yield new Map([...joined, [link.alias, null]]);
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

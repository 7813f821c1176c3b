import type { Row } from '../schema/value.ts';
import { columnValue } from '../query/column-value.ts';
import { bindFetchFilter, type JoinedTest, speaksOfLinks } from './condition-test.ts';
import type { FetchEntity, FetchLink, FetchQuery } from './fetch-query.ts';
import { fetchColumn, type FetchScope, fetchTable, type Joined, root, tableOf } from './fetch-scope.ts';
import type { Session } from '../session.ts';
import type { Table } from '../schema/table.ts';

const linksOf = (entity: FetchEntity): readonly FetchLink[] =>
  entity.links.flatMap((link) => [link, ...linksOf(link)]);

/** The tables of a query by alias; refuses those that do not exist. */
export function fetchScope(session: Session, query: FetchQuery): FetchScope {
  const tables = new Map<string, Table>([[root, fetchTable(query.entity.name)]]);
  for (const link of linksOf(query.entity)) tables.set(link.alias, fetchTable(link.name));
  return { session, tables };
}

/** Adds the rows of one link to a join; an outer one that finds none adds null. */
type Step = (joined: Joined) => Iterable<Joined>;

function bindLink(scope: FetchScope, parentAlias: string, link: FetchLink): Step {
  const { session } = scope;
  const table = tableOf(scope, link.alias);
  const parent = tableOf(scope, parentAlias);
  const [from, to] = [fetchColumn(table, link.from), fetchColumn(parent, link.to)];
  const mayRead = session.access.readable(table);
  const tests = link.filters.map((filter) => bindFetchFilter(scope, link.alias, filter));
  const steps = link.links.map((inner) => bindLink(scope, link.alias, inner));
  const rows = session.environment.rows(table);
  return function* join(joined) {
    const near = joined.get(parentAlias) ?? null;
    const value = near === null ? null : columnValue(to, near);
    let found = false;
    const matches: Iterable<Row> = typeof value !== 'string' ? [] : rows.where(from.name, value);
    for (const row of matches) {
      session.allowance.take();
      if (!mayRead(row)) continue;
      const next = new Map([...joined, [link.alias, row]]);
      if (!tests.every((test) => test(next))) continue;
      for (const whole of chained(steps, next)) {
        found = true;
        yield whole;
      }
    }
    if (!found && link.type === 'outer') yield new Map([...joined, [link.alias, null]]);
  };
}

function* chained(steps: readonly Step[], joined: Joined): Generator<Joined> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    yield joined;
    return;
  }
  for (const next of step(joined)) yield* chained(rest, next);
}

/** Every row of a query that the caller may read, unordered. Names and privileges are checked before the first one. */
export function joinedRows(scope: FetchScope, query: FetchQuery): () => Iterable<Joined> {
  const { session } = scope;
  const table = tableOf(scope, root);
  const mayRead = session.access.readable(table);
  const steps = query.entity.links.map((link) => bindLink(scope, root, link));
  const bound = query.entity.filters.map((filter) => ({
    late: speaksOfLinks(filter),
    test: bindFetchFilter(scope, root, filter),
  }));
  const early: readonly JoinedTest[] = bound.filter(({ late }) => !late).map(({ test }) => test);
  const late: readonly JoinedTest[] = bound.filter((it) => it.late).map(({ test }) => test);
  return function* rows() {
    for (const row of session.environment.rows(table).rows()) {
      if (!mayRead(row)) continue;
      const start: Joined = new Map([[root, row]]);
      if (!early.every((test) => test(start))) continue;
      for (const joined of chained(steps, start)) if (late.every((test) => test(joined))) yield joined;
    }
  };
}

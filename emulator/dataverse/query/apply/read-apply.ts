import { aggregateLimit } from '../../errors/fetch-aggregate-faults.ts';
import { notSupported } from '../../errors/request-faults.ts';
import type { Transformation } from '../../odata/parse-apply.ts';
import type { Expression } from '../../odata/syntax-tree.ts';
import { largestPage } from '../../preferences.ts';
import type { Table } from '../../schema/table.ts';
import type { Json, Row } from '../../schema/value.ts';
import type { Session } from '../../session.ts';
import type { RowSource } from '../../store/row-source.ts';
import { bindFilter } from '../bind-filter.ts';
import { textKey } from '../collation.ts';
import { orderPath } from '../operand.ts';
import { compareKeys, type SortKey } from '../sorted-by.ts';
import type { QuerySpec } from '../query-spec.ts';
import type { WireObject } from '../wire-object.ts';
import { type ApplyPlan, planApply, requireGrouped } from './apply-plan.ts';
import { pathsIn } from '../expression-paths.ts';

/** Most rows that an aggregate goes through (Learn: "Aggregate data using OData"). */
const mostRows = 50_000;

type Group = { readonly first: Row; readonly rows: Row[] };

const folded = (value: Json): Json => (typeof value === 'string' ? textKey(value) : value);
const sortKey = (value: Json): SortKey => (typeof value === 'object' ? null : value);

function groupsOf(plan: ApplyPlan, rows: readonly Row[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const row of rows) {
    const id = JSON.stringify(plan.keys.map((key) => folded(key.get(row))));
    const known = found.get(id);
    if (known === undefined) found.set(id, { first: row, rows: [row] });
    else known.rows.push(row);
  }
  // Without grouping there is one answer, also for no row at all.
  if (plan.keys.length === 0 && found.size === 0) return [{ first: {}, rows: [] }];
  return [...found.values()];
}

function sorted(table: Table, plan: ApplyPlan, query: QuerySpec, groups: readonly Group[]): readonly Group[] {
  const asked = query.orderBy.map((item) => {
    const path = orderPath(item.path, query.options).segments.join('/');
    requireGrouped(table, plan, path);
    return { key: plan.keys.find((it) => it.path === path), sign: item.descending ? -1 : 1 };
  });
  const order = [...asked, ...plan.keys.map((key) => ({ key, sign: 1 }))];
  return groups.toSorted((left, right) => {
    for (const { key, sign } of order) {
      const found =
        key === undefined ? 0 : compareKeys(sortKey(key.get(left.first)), sortKey(key.get(right.first)));
      if (found !== 0) return sign * found;
    }
    return 0;
  });
}

const formattedName = 'OData.Community.Display.V1.FormattedValue';

function shape(session: Session, plan: ApplyPlan, group: Group): WireObject {
  const into: WireObject = {};
  const formatted = session.preferences.includes(formattedName);
  const write = (name: string, value: Json, shown: () => string | null): void => {
    // What is null is left out, as in the answer to an aggregate FetchXML query.
    if (value === null) return;
    const text = formatted ? shown() : null;
    if (text !== null) into[`${name}@${formattedName}`] = text;
    into[name] = value;
  };
  for (const key of plan.keys) write(key.name, key.get(group.first), () => key.shown(group.first));
  for (const it of plan.values) {
    const value = it.of(group.rows);
    write(it.alias, value, () => it.shown(value));
  }
  return into;
}

/** Rows that go into an aggregate: those that may be read and pass the filters, up to the limit of the service. */
function inputOf(
  session: Session,
  table: Table,
  source: RowSource,
  plan: ApplyPlan,
  query: QuerySpec,
): readonly Row[] {
  const mayRead = session.access.readable(table);
  const filters = [...plan.filters, ...(query.filter === null ? [] : [query.filter])];
  const tests = filters.map((it) => bindFilter(session, table, it, query.options));
  const limit = session.environment.seed.settings?.aggregateRowLimit ?? mostRows;
  const found: Row[] = [];
  for (const row of source.rows()) {
    if (!mayRead(row) || !tests.every((test) => test(row))) continue;
    if (found.length === limit) throw aggregateLimit();
    found.push(row);
  }
  return found;
}

/** Answers a collection with `$apply` (Learn: "Aggregate data using OData"); null where it only filters, which is an ordinary query. */
export function readApply(
  session: Session,
  table: Table,
  source: RowSource,
  query: QuerySpec,
  steps: readonly Transformation[],
): WireObject | readonly Expression[] {
  if (table.isMetadata) throw notSupported('$apply on definitions');
  const plan = planApply(session, table, steps);
  if (!plan.groups) return plan.filters;
  const unfit = ['$expand', '$select', '$skiptoken'].find((it) => query.options.has(it));
  if (unfit !== undefined) throw notSupported(`${unfit} together with $apply`);
  if (query.filter !== null) {
    for (const path of pathsIn(query.filter)) requireGrouped(table, plan, path);
  }
  const groups = sorted(table, plan, query, groupsOf(plan, inputOf(session, table, source, plan, query)));
  const shown = groups.slice(0, Math.min(query.top ?? largestPage, largestPage));
  return {
    '@odata.context': `${session.request.serviceRoot}/$metadata#${table.entitySet}`,
    ...(query.count ? { '@odata.count': Math.min(groups.length, largestPage) } : {}),
    value: shown.map((group) => shape(session, plan, group)),
  };
}

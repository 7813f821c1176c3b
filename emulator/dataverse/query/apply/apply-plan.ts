import { duplicateAlias } from '../../errors/fetch-faults.ts';
import { choicesNotSorted, invalidDateGrouping } from '../../errors/query-faults.ts';
import { nodeNotSupported } from '../../errors/query-faults.ts';
import { badRequest, notSupported, propertyNotFound } from '../../errors/request-faults.ts';
import type { Transformation } from '../../odata/parse-apply.ts';
import type { Expression, MemberPath } from '../../odata/syntax-tree.ts';
import type { Table } from '../../schema/table.ts';
import type { Json, Row } from '../../schema/value.ts';
import type { Session } from '../../session.ts';
import { dataverseRule } from '../../uncertain-rules.ts';
import { formattedValue } from '../format-value.ts';
import { pathOperand } from '../operand.ts';
import { bindAggregate, type BoundAggregate } from './aggregate-value.ts';

/** A property that rows are grouped by: its path, its name in the answer, its value. */
type GroupKey = {
  readonly path: string;
  readonly name: string;
  readonly get: (row: Row) => Json;
  readonly shown: (row: Row) => string | null;
};

/** The plan of an `$apply`: what is left out first, then how the rest is grouped, then what is computed. */
export type ApplyPlan = {
  readonly filters: readonly Expression[];
  readonly keys: readonly GroupKey[];
  readonly values: readonly BoundAggregate[];
  readonly groups: boolean;
};

/** A property of a lookup's table comes under the name of that table: `contact_fullname` (Learn: "Aggregate data using OData"). */
function bindKey(session: Session, table: Table, path: MemberPath): GroupKey {
  const operand = pathOperand(session, table, path.segments);
  const { column } = operand;
  const joined = path.segments.join('/');
  if (column === null) throw badRequest(`$apply/groupby grouping expression '${joined}' must be a property.`);
  if (column.type === 'choices') throw choicesNotSorted();
  const { ports, environment } = session;
  if (column.type === 'lookup' && dataverseRule(ports.rules, environment.seed, 'groupedLookups') === 'refuse')
    throw propertyNotFound(joined, table.logicalName);
  if (column.type === 'datetime' || column.type === 'date') throw invalidDateGrouping();
  const last = path.segments.at(-1) ?? '';
  const name = path.segments.length === 1 ? last : `${operand.table.logicalName}_${last}`;
  return {
    path: joined,
    name,
    get: operand.get,
    shown: (row) =>
      path.segments.length === 1
        ? formattedValue(session, column, row)
        : formattedValue(session, column, { [column.name]: operand.get(row) }),
  };
}

/** The service turns `$apply` into one aggregate query: filters come first, and nothing follows the aggregate. */
export function planApply(session: Session, table: Table, steps: readonly Transformation[]): ApplyPlan {
  const last = steps.at(-1);
  const filters = steps.flatMap((it) => (it.kind === 'filter' ? [it.filter] : []));
  const before = steps.slice(0, -1);
  if (last === undefined || before.some((it) => it.kind !== 'filter')) {
    throw notSupported('A transformation after groupby or aggregate in $apply');
  }
  if (last.kind === 'filter') return { filters, keys: [], values: [], groups: false };
  const keys = last.kind === 'groupby' ? last.paths.map((path) => bindKey(session, table, path)) : [];
  const values = last.items.map((item) => bindAggregate(session, table, item));
  const names = [...keys.map((it) => it.name), ...values.map((it) => it.alias)];
  if (new Set(names).size !== names.length) throw duplicateAlias();
  return { filters, keys, values, groups: true };
}

/** `$filter` and `$orderby` beside `$apply` see what it gives: grouped properties, and no computed value. */
export function requireGrouped(table: Table, plan: ApplyPlan, path: string): void {
  if (plan.values.some((it) => it.alias === path)) throw nodeNotSupported('SingleValueOpenPropertyAccess');
  if (!plan.keys.some((it) => it.path === path)) throw propertyNotFound(path, table.logicalName);
}

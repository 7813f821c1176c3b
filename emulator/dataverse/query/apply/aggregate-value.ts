import { invalidAggregate } from '../../errors/fetch-aggregate-faults.ts';
import { badRequest, notSupported } from '../../errors/request-faults.ts';
import type { AggregateItem, AggregateMethod } from '../../odata/parse-apply.ts';
import type { Column } from '../../schema/column.ts';
import type { Table } from '../../schema/table.ts';
import type { Json, Row } from '../../schema/value.ts';
import { dataverseRule } from '../../uncertain-rules.ts';
import type { Session } from '../../session.ts';
import { formattedValue } from '../format-value.ts';
import { type Operand, pathOperand } from '../operand.ts';
import { textKey } from '../collation.ts';
import { compareKeys } from '../sorted-by.ts';

/** One value of a group: its name, how it is computed from the group's rows, and how people read it. */
export type BoundAggregate = {
  readonly alias: string;
  readonly of: (rows: readonly Row[]) => Json;
  readonly shown: (value: Json) => string | null;
};

const numbers = new Set<Column['type']>(['integer', 'bigint', 'decimal', 'money', 'double']);
const ordered = new Set<Column['type']>([...numbers, 'datetime', 'date']);

const count = (value: Json): string => Number(value).toLocaleString('en-US');

/** The sum and the average are of numbers; the least and the greatest of times too (Learn: "Aggregate data using OData"). */
function checkType(method: AggregateMethod, operand: Operand): void {
  const { column, type } = operand;
  if (method === 'countdistinct') return;
  const sums = method === 'sum' || method === 'average';
  if (sums && (type === 'Edm.String' || type === 'Edm.Guid' || type === 'Edm.Boolean')) {
    throw badRequest(
      `$apply/aggregate expression '${method}' operation does not support value type '${type}'.`,
    );
  }
  if (column === null || !(sums ? numbers : ordered).has(column.type)) {
    throw invalidAggregate(method === 'average' ? 'avg' : method, column?.type ?? type);
  }
}

function compute(method: AggregateMethod, values: readonly (string | number | boolean)[]): Json {
  if (method === 'countdistinct') {
    return new Set(values.map((it) => (typeof it === 'string' ? textKey(it) : it))).size;
  }
  if (values.length === 0) return null;
  if (method === 'min' || method === 'max') {
    const sign = method === 'min' ? 1 : -1;
    return values.reduce((best, it) => (sign * compareKeys(it, best) < 0 ? it : best));
  }
  const sum = values.reduce<number>((total, it) => total + (typeof it === 'number' ? it : 0), 0);
  return method === 'sum' ? sum : sum / values.length;
}

/** Compiles one value of `aggregate`; nulls count for nothing. */
export function bindAggregate(session: Session, table: Table, item: AggregateItem): BoundAggregate {
  const { alias, method, path } = item;
  if (path === null || method === 'count') return { alias, of: (rows) => rows.length, shown: count };
  if (path.segments.at(-1) === '$count') throw notSupported('$count on a navigation property in $apply');
  if (
    method === 'countdistinct' &&
    dataverseRule(session.ports.rules, session.environment.seed, 'applyCountDistinct') === 'refuse'
  ) {
    throw notSupported('The aggregation method countdistinct');
  }
  const operand = pathOperand(session, table, path.segments);
  if (operand.type === 'entity' || operand.type === 'complex') {
    throw badRequest(`$apply/aggregate expression '${path.segments.join('/')}' must be a property.`);
  }
  checkType(method, operand);
  const { column } = operand;
  return {
    alias,
    of: (rows) =>
      compute(
        method,
        rows.flatMap((row) => {
          const value = operand.get(row);
          return value === null || typeof value === 'object' ? [] : [value];
        }),
      ),
    shown: (value) =>
      column === null || method === 'countdistinct'
        ? count(value)
        : formattedValue(session, column, { [column.name]: value }),
  };
}

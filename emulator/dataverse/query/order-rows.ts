import { choicesNotSorted } from '../errors/query-faults.ts';
import { badRequest } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { OrderItem } from '../odata/syntax-tree.ts';
import type { Column } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { compareText } from './collation.ts';
import { lookupName } from './format-value.ts';
import { orderPath, pathOperand } from './operand.ts';

/** What rows are sorted by. */
export type SortKey = string | number | boolean | null;

const sortKey = (value: Json): SortKey => (typeof value === 'object' ? null : value);

/** Nulls first, text without case and accents. */
export function compareKeys(left: SortKey, right: SortKey): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  return left < right ? -1 : 1;
}

/** A lookup itself, or a property with parts (text of Microsoft's OData library). */
const notPrimitive = () =>
  badRequest('The $orderby expression must evaluate to a single value of primitive type.');

const isManagedProperty = (column: Column | null): boolean =>
  column?.type === 'complex' && column.edmType !== 'Edm.Binary';

/** A property of what a lookup leads to is not told of (Learn: "Order rows using OData"); the service was seen to fail on it. */
function requireSortable({ environment, ports }: Session, segments: readonly string[]): void {
  if (segments.length > 1 && dataverseRule(ports.rules, environment.seed, 'orderByRelated') === 'refuse')
    throw badRequest('Object reference not set to an instance of an object.');
}

/**
 * Sorts rows. Nulls come first, text is compared without case and accents, choices by their number (only FetchXML sorts them by label) and
 * lookups by the name that they show (Learn: "Order rows using OData"). Rows that compare equal keep their order.
 */
export function orderRows(
  session: Session,
  table: Table,
  items: readonly OrderItem[],
  rows: readonly Row[],
  options: QueryOptions,
): readonly Row[] {
  if (items.length === 0) return rows;
  const keys = items.map((item) => {
    const path = orderPath(item.path, options);
    requireSortable(session, path.segments);
    const operand = pathOperand(session, table, path.segments);
    const { column } = operand;
    if (column?.type === 'choices') throw choicesNotSorted();
    if (operand.type === 'entity' || isManagedProperty(column)) throw notPrimitive();
    return (row: Row): SortKey => {
      if (column?.type === 'lookup' && path.segments.length === 1) return lookupName(session, column, row);
      return sortKey(operand.get(row));
    };
  });
  const decorated = rows.map((row) => ({ row, keys: keys.map((key) => key(row)) }));
  decorated.sort((left, right) => {
    for (const [index, item] of items.entries()) {
      const order = compareKeys(left.keys[index] ?? null, right.keys[index] ?? null);
      if (order !== 0) return item.descending ? -order : order;
    }
    return 0;
  });
  return decorated.map((it) => it.row);
}

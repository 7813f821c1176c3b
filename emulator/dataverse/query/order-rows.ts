import { choicesNotSorted } from '../errors/query-faults.ts';
import { badRequest } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { OrderItem } from '../odata/syntax-tree.ts';
import type { Column } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Json, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { lookupName } from './format-value.ts';
import { orderPath, pathOperand } from './operand.ts';
import { keyKind, type SortedBy, type SortKey } from './sorted-by.ts';

const sortKey = (value: Json): SortKey => (typeof value === 'object' ? null : value);

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

/** What rows are sorted by that a query does not order: nothing, or their key, by a rule. */
export const unorderedBy = <Of>(
  { environment, ports }: Session,
  table: Table,
  idOf: (of: Of) => string,
): readonly SortedBy<Of>[] =>
  dataverseRule(ports.rules, environment.seed, 'rowsWithoutOrder') === 'byKey' && !table.isMetadata
    ? [{ name: table.primaryId, kind: 'id', descending: false, keyOf: idOf }]
    : [];

/**
 * What the items of `$orderby` sort rows by. Choices are sorted by their number (only FetchXML sorts them by label) and lookups by the name
 * that they show (Learn: "Order rows using OData").
 */
export const ordersOf = (
  session: Session,
  table: Table,
  items: readonly OrderItem[],
  options: QueryOptions,
): readonly SortedBy<Row>[] => {
  if (items.length === 0) return unorderedBy(session, table, (row) => idOf(row, table.primaryId));
  return items.map((item) => {
    const { segments } = orderPath(item.path, options);
    requireSortable(session, segments);
    const operand = pathOperand(session, table, segments);
    const { column } = operand;
    if (column?.type === 'choices') throw choicesNotSorted();
    if (operand.type === 'entity' || isManagedProperty(column)) throw notPrimitive();
    const { descending } = item;
    if (column?.type === 'lookup' && segments.length === 1) {
      const keyOf = (row: Row): SortKey => lookupName(session, column, row);
      return { name: `${column.name}name`, kind: 'text', descending, keyOf };
    }
    const keyOf = (row: Row): SortKey => sortKey(operand.get(row));
    return { name: segments.join('.'), kind: column === null ? 'text' : keyKind(column), descending, keyOf };
  });
};

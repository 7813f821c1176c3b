import type { Expression } from '../odata/syntax-tree.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import type { RowSource } from '../store/row-source.ts';
import { literalOf } from './operand.ts';

type IdTest = { readonly column: string; readonly id: string };

/** An `_x_value eq <guid>` or `xid eq <guid>` that every row of the result must meet. */
function idTest(table: Table, filter: Expression, options: QueryOptions): IdTest | null {
  if (filter.kind === 'and') {
    return idTest(table, filter.left, options) ?? idTest(table, filter.right, options);
  }
  if (filter.kind !== 'compare' || filter.op !== 'eq' || filter.left.kind !== 'path') return null;
  const { left, right } = filter;
  if (right.kind !== 'guid' && right.kind !== 'alias') return null;
  const column = left.segments.length === 1 ? table.properties.get(left.segments[0] ?? '') : undefined;
  const literal = literalOf(right, options);
  if (column === undefined || literal.kind !== 'guid') return null;
  return column.type === 'lookup' || column.type === 'guid'
    ? { column: column.name, id: literal.value }
    : null;
}

/** Rows that can match a filter, found through an index where the filter names an id; the filter still has to run. */
export function candidateRows(
  table: Table,
  source: RowSource,
  filter: Expression | null,
  options: QueryOptions,
): Iterable<Row> {
  const test = filter === null ? null : idTest(table, filter, options);
  if (test === null) return source.rows();
  if (test.column !== table.primaryId) return source.where(test.column, test.id);
  const row = source.get(test.id);
  return row === null ? [] : [row];
}

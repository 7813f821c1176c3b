import type { Column, Sort } from './column.ts';
import { compareCells } from './column.ts';

/** One group of a table. */
export type Group = { readonly key: string; readonly label: string };

/** Into which groups a row is put: into several, it stands under each of them. Keep stable. */
export type Grouping<Row> = (row: Row) => readonly Group[];

/** One line of a grouped table: the head of a group, or a row of it. */
export type Line<Row> =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly rows: readonly Row[];
      readonly folded: boolean;
    }
  | { readonly kind: 'row'; readonly row: Row };

/** Selection key of a group's head; no row key begins like this. */
export const groupKey = (key: string): string => `\u0000group ${key}`;

const contains = <Row>(row: Row, columns: readonly Column<Row>[], wanted: string): boolean =>
  columns.some((column) => {
    const value = column.value(row);
    return value !== null && String(value).toLocaleLowerCase().includes(wanted);
  });

/** Filters, sorts and groups rows; groups stand by their label, empty ones are left out. */
export const groupLines = <Row>(table: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly grouping: Grouping<Row>;
  readonly sort: Sort;
  readonly filter: string;
  readonly folded: ReadonlySet<string>;
}): readonly Line<Row>[] => {
  const { columns, grouping, sort } = table;
  const wanted = table.filter.trim().toLocaleLowerCase();
  const column = columns.find(({ id }) => id === sort.column);
  const groups = new Map<string, { readonly label: string; readonly rows: Row[] }>();
  for (const row of table.rows) {
    if (wanted !== '' && !contains(row, columns, wanted)) continue;
    for (const { key, label } of grouping(row)) {
      const group = groups.get(key) ?? { label, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  const direction = sort.descending ? -1 : 1;
  return [...groups]
    .toSorted(([, a], [, b]) => compareCells(a.label, b.label))
    .flatMap(([key, group]): Line<Row>[] => {
      const rows =
        column === undefined
          ? group.rows
          : group.rows.toSorted((a, b) => direction * compareCells(column.value(a), column.value(b)));
      const folded = table.folded.has(key);
      const head: Line<Row> = { kind: 'group', key, label: group.label, rows, folded };
      return folded ? [head] : [head, ...rows.map((row): Line<Row> => ({ kind: 'row', row }))];
    });
};

/** Turns a selection that names group heads into one of rows: checking a head checks all of its rows. */
export const membersChosen = <Row>(
  lines: readonly Line<Row>[],
  rowKey: (row: Row) => string,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): ReadonlySet<string> => {
  const chosen = new Set(after);
  for (const line of lines) {
    if (line.kind !== 'group') continue;
    const key = groupKey(line.key);
    chosen.delete(key);
    if (before.has(key) === after.has(key)) continue;
    for (const row of line.rows) {
      if (after.has(key)) chosen.add(rowKey(row));
      else chosen.delete(rowKey(row));
    }
  }
  return chosen;
};

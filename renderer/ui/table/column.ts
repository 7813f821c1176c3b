import type { ReactNode } from 'react';
import { once } from '../once.ts';

/** What a cell is worth for sorting, filtering, copying and export. */
export type CellValue = string | number | boolean | null;

/** One column of a table. Keep the array of columns stable (module scope or useMemo). */
export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  /** Pixels; the column never gets narrower. */
  readonly width: number;
  /** Takes its share of the space that is left. */
  readonly grow?: boolean;
  /** `end` for numbers. */
  readonly align?: 'end';
  readonly value: (row: Row) => CellValue;
  /** What is shown; the value's text when left out. */
  readonly cell?: (row: Row) => ReactNode;
  /** Hidden until chosen in the columns menu. */
  readonly hidden?: boolean;
  /** Cannot be hidden. */
  readonly required?: boolean;
  readonly sortable?: boolean;
};

/** Which column a table is sorted by. */
export type Sort = { readonly column: string; readonly descending: boolean };

const collator = once(() => new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }));

/** Order of two cell values: numbers by size, text by the person's language, nothing last. */
export const compareCells = (a: CellValue, b: CellValue): number => {
  if (a === b) return 0;
  if (a === null || a === '') return b === null || b === '' ? 0 : 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator().compare(String(a), String(b));
};

/** `grid-template-columns` of a set of columns. */
export const columnTemplate = <Row>(columns: readonly Column<Row>[], selectable: boolean): string =>
  [
    ...(selectable ? ['36px'] : []),
    ...columns.map((column) =>
      column.grow === true ? `minmax(${column.width}px, ${column.width}fr)` : `${column.width}px`,
    ),
    ...(columns.some((column) => column.grow === true) ? [] : ['1fr']),
  ].join(' ');

/** Width in pixels below which a table scrolls sideways. */
export const columnsWidth = <Row>(columns: readonly Column<Row>[], selectable: boolean): number =>
  columns.reduce((sum, column) => sum + column.width, selectable ? 36 : 0);

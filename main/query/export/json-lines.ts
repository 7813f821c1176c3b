import type { Cell } from '../../../preload/contract/query.ts';
import { FORMATTED } from '../fold-annotations.ts';
import type { Values } from './csv-lines.ts';

/** The names of columns as JSON, as often as they are needed. */
type Names = readonly { readonly name: string; readonly annotation: string }[];

const namesOf = (columns: readonly string[]): Names =>
  columns.map((column) => ({
    name: JSON.stringify(column),
    annotation: JSON.stringify(column + FORMATTED),
  }));

const value = (cell: Cell, { annotation, name }: Names[number], values: Values): string => {
  if (cell === null || typeof cell !== 'object') return `,${name}:${JSON.stringify(cell)}`;
  switch (values) {
    case 'formatted':
      return `,${name}:${JSON.stringify(cell.formatted)}`;
    case 'raw':
      return `,${name}:${JSON.stringify(cell.raw)}`;
    case 'both':
      return `,${name}:${JSON.stringify(cell.raw)},${annotation}:${JSON.stringify(cell.formatted)}`;
  }
};

/** JSON Lines: a row as one object, named as the Web API names it; formatted texts beside raw values are its annotations. Nothing is changed. */
export const createJsonLines = (values: Values) => {
  let names: Names = [];
  return (
    first: Readonly<Record<string, string>>,
    columns: readonly string[],
  ): ((cells: readonly Cell[]) => string) => {
    const begin = JSON.stringify(first).slice(0, -1);
    return (cells) => {
      // A row may have brought a column.
      if (names.length !== columns.length) names = namesOf(columns);
      let line = begin;
      for (const [at, name] of names.entries()) line += value(cells[at] ?? null, name, values);
      return `${line}}\n`;
    };
  };
};

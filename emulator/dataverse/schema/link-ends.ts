import { requireTable } from './schema.ts';
import type { Table } from './table.ts';

/** One side of a many-to-many relationship: the table there, the column with its id, and the relationship's name. */
export type LinkEnd = { readonly table: string; readonly column: string; readonly relationship: string };

function endsOf(through: Table): readonly LinkEnd[] {
  return [...through.columns.values()]
    .filter((it) => it.type === 'guid' && it.name !== through.primaryId)
    .map(({ name: column }) => {
      const table = column.slice(0, -2);
      const navigation = [...requireTable(table).navigation.values()].find(
        (it) => it.kind === 'intersect' && it.through === through.logicalName,
      );
      return { table, column, relationship: navigation?.name ?? through.logicalName };
    });
}

const known = new Map<Table, readonly LinkEnd[]>();

/** Both sides of the relationship that a table stands behind; none for tables that join nothing. */
export function linkEnds(table: Table): readonly LinkEnd[] {
  if (!table.isIntersect) return [];
  const found = known.get(table) ?? endsOf(table);
  known.set(table, found);
  return found;
}

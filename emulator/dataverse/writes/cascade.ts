import { cascadesOf } from '../schema/cascades.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';

/** A record that an action on another one reaches. */
export type Reached = { readonly table: Table; readonly row: Row };

/** The records that point to one and follow it in an action. */
export function directlyBelow(
  { environment }: Session,
  table: Table,
  row: Row,
  action: 'Assign' | 'Delete' | 'Merge',
): readonly (Reached & { readonly column: string })[] {
  const id = idOf(row, table.primaryId);
  return [...table.navigation.values()].flatMap((navigation) => {
    if (navigation.kind !== 'many') return [];
    const { column, target } = navigation;
    // Teams that were made for a record go with it whoever may delete teams.
    if (target === 'team') return [];
    if (cascadesOf(target, column, table.logicalName)[action] !== 'Cascade') return [];
    const other = requireTable(target);
    return [...environment.rows(other).where(column, id)].map((it) => ({ table: other, row: it, column }));
  });
}

/** All records that follow one in an action, over any number of relationships, each once and the nearest first. */
export function reachedFrom(
  session: Session,
  table: Table,
  row: Row,
  action: 'Assign' | 'Delete',
): readonly Reached[] {
  const seen = new Set([idOf(row, table.primaryId)]);
  const found: Reached[] = [];
  const waiting: Reached[] = [{ table, row }];
  for (const from of waiting) {
    for (const below of directlyBelow(session, from.table, from.row, action)) {
      const id = idOf(below.row, below.table.primaryId);
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push(below);
      found.push(below);
    }
  }
  return found;
}

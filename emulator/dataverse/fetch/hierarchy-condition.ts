import { noHierarchy } from '../errors/fetch-condition-faults.ts';
import type { Column } from '../schema/column.ts';
import { tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Json, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { idValue } from './condition-value.ts';
import type { FetchCondition } from './fetch-query.ts';

/** The lookup that makes up a table's hierarchy, where it has one out of the box (Learn: "Visualize hierarchical data"; position and product table references, IsHierarchical). */
const parents: ReadonlyMap<string, string> = new Map([
  ['account', 'parentaccountid'],
  ['businessunit', 'parentbusinessunitid'],
  ['systemuser', 'parentsystemuserid'],
  ['incident', 'parentcaseid'],
  ['position', 'parentpositionid'],
  ['product', 'parentproductid'],
]);

/** Most steps from the record that a condition names (Learn: "Query hierarchical data", recursion limits). */
const mostSteps = 100;

/** The lookup over which a table's rows stand above each other, or null. */
export const parentColumn = (table: Table): string | null => parents.get(table.logicalName) ?? null;

/** The table that a column's ids are of, and the lookup that makes up its hierarchy. */
function hierarchyOf(table: Table, column: Column): { readonly of: Table; readonly parent: string } {
  const names = column.name === table.primaryId ? [table.logicalName] : column.targets;
  for (const name of names) {
    const of = tableNamed(name);
    const parent = of === null ? null : parentColumn(of);
    if (of !== null && parent !== null) return { of, parent };
  }
  throw noHierarchy(table.logicalName);
}

/** Ids of the rows above or below one, without itself. A row that stands above itself is no endless walk. */
export function relatives(
  session: Session,
  of: Table,
  parent: string,
  start: string,
  direction: 'above' | 'below',
): ReadonlySet<string> {
  const rows = session.environment.rows(of);
  const found = new Set<string>();
  let level: readonly string[] = [start];
  for (let step = 0; step < mostSteps && level.length > 0; step += 1) {
    const next = level.flatMap((id) => {
      const row = rows.get(id);
      if (direction === 'above') return row === null ? [] : (textOf(row, parent) ?? []);
      return [...rows.where(parent, id)].map((it) => idOf(it, of.primaryId));
    });
    level = next.filter((id) => id !== start && !found.has(id));
    for (const id of level) found.add(id);
  }
  return found;
}

/** Compiles a condition on a place in a hierarchy (Learn: "Query hierarchical data"). */
export function hierarchyTest(
  session: Session,
  table: Table,
  { operator, values: [value = ''] }: FetchCondition,
  column: Column,
  label: string,
): (value: Json) => boolean {
  const { of, parent } = hierarchyOf(table, column);
  const start = idValue(value, label);
  const direction = operator.name.endsWith('above') ? 'above' : 'below';
  const ids = new Set<Json>(relatives(session, of, parent, start, direction));
  if (operator.name.startsWith('eq-or-')) ids.add(start);
  // A row that has no value stands below nothing.
  return operator.name === 'not-under' ? (found) => !ids.has(found) : (found) => ids.has(found);
}

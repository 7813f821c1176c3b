import { noHierarchy, notAKey } from '../../errors/query-faults.ts';
import { requireTable } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { idOf, textOf } from '../../schema/value.ts';
import type { Session } from '../../session.ts';
import { dataverseRule } from '../../uncertain-rules.ts';
import { negated, type QueryCall, type QueryFunction, signatures } from './query-function.ts';

/** The lookup of a table to its parent row, or null where its rows form no hierarchy. */
const parentColumn = (table: Table): string | null =>
  [...table.columns.values()].find(
    (it) => it.type === 'lookup' && it.name.startsWith('parent') && it.targets.includes(table.logicalName),
  )?.name ?? null;

/** Ids above or below a row; a hierarchy that bites its own tail is walked once. */
function walk(session: Session, table: Table, start: string, direction: 'up' | 'down'): ReadonlySet<string> {
  const parent = parentColumn(table);
  if (parent === null) throw noHierarchy(table.logicalName);
  const rows = session.environment.rows(table);
  const found = new Set<string>();
  const pending = [start];
  for (const id of pending) {
    const row = rows.get(id);
    const next =
      direction === 'up'
        ? [row === null ? null : textOf(row, parent)]
        : [...rows.where(parent, id)].map((it) => idOf(it, table.primaryId));
    for (const other of next) {
      if (other === null || other === start || found.has(other)) continue;
      found.add(other);
      pending.push(other);
    }
  }
  return found;
}

/** The table whose hierarchy is meant: the column's own for its key, otherwise the one that the lookup points to. */
const hierarchyTable = ({ table, column }: QueryCall): Table =>
  column.name === table.primaryId ? table : requireTable(column.targets[0] ?? table.logicalName);

/** Whether a lookup can be asked where it leads to in a hierarchy, as FetchXML is, is a rule (code and last words as live tests of a query builder have them). */
function requireKey({ column, session: { environment, ports }, table }: QueryCall): void {
  const isRefused = dataverseRule(ports.rules, environment.seed, 'hierarchyOfLookups') === 'refuse';
  if (isRefused && column.name !== table.primaryId) throw notAKey(column.name);
}

const hierarchy =
  (direction: 'up' | 'down', orEqual: boolean): QueryFunction['bind'] =>
  (call) => {
    requireKey(call);
    const start = (call.wanted[0] ?? '').replaceAll(/[{}]/g, '');
    const found = walk(call.session, hierarchyTable(call), start, direction);
    return (row) => {
      const id = call.value(row);
      return typeof id === 'string' && (found.has(id) || (orEqual && id === start));
    };
  };

const named = (name: string, bind: QueryFunction['bind']): QueryFunction => ({
  name,
  parameters: signatures.oneText,
  on: 'id',
  bind,
});

const ofUser = (name: string, ids: (session: Session) => readonly string[]): QueryFunction => ({
  name,
  parameters: signatures.none,
  on: 'id',
  bind: ({ session, value }) => {
    const set = new Set(ids(session));
    return (row) => {
      const found = value(row);
      return typeof found === 'string' && set.has(found);
    };
  },
});

/** Functions about hierarchies (Learn: "Query hierarchical data"). */
export const hierarchyFunctions: readonly QueryFunction[] = [
  named('Above', hierarchy('up', false)),
  named('AboveOrEqual', hierarchy('up', true)),
  named('Under', hierarchy('down', false)),
  named('UnderOrEqual', hierarchy('down', true)),
  named('NotUnder', negated(hierarchy('down', false))),
  ofUser('EqualUserOrUserHierarchy', ({ access }) => [access.userId, ...access.hierarchy.reports.keys()]),
  ofUser('EqualUserOrUserHierarchyAndTeams', ({ access }) => [
    access.userId,
    ...access.permissions.teamIds,
    ...access.hierarchy.reportsAndTeams,
  ]),
  ofUser('EqualUserTeams', ({ access }) => access.permissions.teamIds),
  ofUser('EqualUserOrUserTeams', ({ access }) => [access.userId, ...access.permissions.teamIds]),
];

import { guid } from '../base/guid.ts';
import { activeSolution, defaultSolution, systemSolution } from '../base/known-solutions.ts';
import { notImplemented, recordNotFound } from '../errors/request-faults.ts';
import {
  componentNotIn,
  componentStays,
  managedSolutionFixed,
  solutionMissing,
} from '../errors/solution-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { createdColumns } from './record-writes.ts';
import { dataverseRule } from '../uncertain-rules.ts';

const solutions = requireTable('solution');
const components = requireTable('solutioncomponent');

/** Kinds of components that are here, by the number of their type (Learn: solutioncomponent table reference, ComponentType). */
export const componentTables: ReadonlyMap<number, Table> = new Map(
  (
    [
      [20, 'role'],
      [70, 'fieldsecurityprofile'],
      [380, 'environmentvariabledefinition'],
      [381, 'environmentvariablevalue'],
    ] as const
  ).map(([type, table]) => [type, requireTable(table)]),
);

const typeOf = (table: Table): number | null =>
  [...componentTables].find(([, it]) => it === table)?.[0] ?? null;

/** The solution with a unique name; names are compared without regard to case, as the database does. */
export function solutionNamed({ environment }: Session, name: string): Row | null {
  for (const row of environment.rows(solutions).rows())
    if (textOf(row, 'uniquename')?.toLowerCase() === name.toLowerCase()) return row;
  return null;
}

/** The unmanaged solution whose components the caller changes; what that needs is listed by Learn, or is Write on the solution. */
function changeableSolution(session: Session, name: string, listed: string | null): Row {
  const row = solutionNamed(session, name);
  if (row === null) throw solutionMissing(name);
  const { access, environment, ports } = session;
  const rule = dataverseRule(ports.rules, environment.seed, 'solutionContents');
  if (rule === 'writeSolution') access.requireRow(solutions, 'Write', row);
  else if (listed !== null) access.requirePrivilege(listed);
  if (row['ismanaged'] === true) throw managedSolutionFixed(name);
  return row;
}

/** A component by its type and id: a role is one by its original alone. */
export function componentAt({ environment }: Session, type: number, id: string): Row {
  const table = componentTables.get(type);
  if (table === undefined) throw notImplemented(`A component of type ${type} in a solution`);
  const row = environment.rows(table).get(id);
  if (row === null || (type === 20 && textOf(row, 'parentroleid') !== null))
    throw recordNotFound(table.logicalName, id);
  return row;
}

/** What is in a solution. */
export const componentsOf = ({ environment }: Session, solutionId: string): readonly Row[] => [
  ...environment.rows(components).where('solutionid', solutionId),
];

/** Puts a component into a solution; one that is there already stays. Its id as a component. */
export function putComponent(session: Session, solutionId: string, type: number, objectid: string): string {
  const { environment } = session;
  const solutioncomponentid = guid('solutioncomponent', solutionId, objectid);
  if (environment.rows(components).get(solutioncomponentid) === null)
    environment.mutable(components).put({
      ...createdColumns(session),
      solutioncomponentid,
      solutionid: solutionId,
      componenttype: type,
      objectid,
      rootcomponentbehavior: 0,
    });
  return solutioncomponentid;
}

/** Adds a component to an unmanaged solution (Learn: AddSolutionComponent Action, AddSolutionComponent message privileges). The default solution has all of them anyway. */
export function addComponent(session: Session, name: string, type: number, id: string): string {
  const solution = changeableSolution(session, name, 'prvReadSystemForm');
  componentAt(session, type, id);
  return putComponent(session, idOf(solution, 'solutionid'), type, id);
}

/** Takes a component out of an unmanaged solution; the component itself stays (Learn: RemoveSolutionComponent Action, RemoveSolutionComponent message privileges: none). */
export function removeComponent(session: Session, name: string, type: number, id: string): string {
  const solution = changeableSolution(session, name, null);
  const solutionId = idOf(solution, 'solutionid');
  if (solutionId === systemSolution) throw componentStays('System');
  if (solutionId === defaultSolution || solutionId === activeSolution) throw componentStays('Default');
  const found = componentsOf(session, solutionId).find(
    (it) => textOf(it, 'objectid') === id && it['componenttype'] === type,
  );
  if (found === undefined) throw componentNotIn(id, type, name);
  const componentId = idOf(found, 'solutioncomponentid');
  session.environment.mutable(components).remove(componentId);
  return componentId;
}

/** What was made or changed by a request with the header `MSCRM.SolutionUniqueName` is in that solution (Learn: "Associate a solution component with a solution"). */
export function addToNamedSolution(session: Session, table: Table, row: Row): void {
  const name = session.request.headers['mscrm.solutionuniquename'] ?? '';
  const type = typeOf(table);
  if (name !== '' && type !== null) addComponent(session, name, type, idOf(row, table.primaryId));
}

/** A component that is deleted is in no solution any more. */
export function forgetComponent({ environment }: Session, objectId: string): void {
  const store = environment.mutable(components);
  for (const row of store.where('objectid', objectId)) store.remove(idOf(row, 'solutioncomponentid'));
}

/** Whether rows of a table may be in a solution here. */
export const isComponent = (table: Table): boolean => typeOf(table) !== null;

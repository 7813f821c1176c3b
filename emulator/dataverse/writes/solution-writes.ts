import {
  activeSolution,
  defaultPublisher,
  defaultSolution,
  microsoftPublisher,
  systemSolution,
} from '../base/known-solutions.ts';
import { duplicateRecord, invalidArgument } from '../errors/request-faults.ts';
import { cannotDeleteAssociated } from '../errors/role-faults.ts';
import {
  invalidUniqueName,
  invalidVersion,
  managedSolutionFixed,
  publisherWithoutName,
  readOnlyPublisher,
  readOnlyPublisherFixed,
  restrictedName,
  restrictedPublisherStays,
  restrictedSolutionFixed,
  restrictedSolutionStays,
  uniqueNameTaken,
} from '../errors/solution-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { Payload } from './payload.ts';
import { createRecord, deleteRecord, updateRecord } from './record-writes.ts';
import { componentsOf, solutionNamed } from './solution-components.ts';
import { dataverseRule } from '../uncertain-rules.ts';

const solutions = requireTable('solution');
const publishers = requireTable('publisher');
const components = requireTable('solutioncomponent');

/** Unique names that are the service's own. */
export const restrictedSolutionNames: ReadonlySet<string> = new Set(['default', 'active', 'system', 'basic']);
const ownSolutions = new Set([systemSolution, activeSolution, defaultSolution]);

const version = /^\d+(?:\.\d+){1,3}$/;

/** Refuses a name that no new solution may have. */
export function requireSolutionName(name: string): void {
  if (!/^[a-z_]\w*$/i.test(name)) throw invalidUniqueName();
  if (restrictedSolutionNames.has(name.toLowerCase())) throw restrictedName(name);
}

/** Refuses what is no version: two to four numbers (Learn: solution table reference, Version; "Clone a solution"). */
export function requireVersion(value: unknown): void {
  if (typeof value !== 'string' || !version.test(value)) throw invalidVersion();
}

/** Creates an unmanaged solution (Learn: "Work with solutions using the Dataverse SDK": unique name, friendly name, publisher, version). */
export function createSolution(session: Session, payload: Payload): Row {
  const name = textOf(payload.values, 'uniquename') ?? '';
  requireSolutionName(name);
  requireVersion(payload.values['version']);
  const publisher = payload.links.get('publisherid') ?? null;
  if (publisher?.row['isreadonly'] === true) throw readOnlyPublisher();
  if (solutionNamed(session, name) !== null) throw uniqueNameTaken(name);
  const row = createRecord(session, solutions, payload);
  const installed = { ...row, ismanaged: false, isvisible: true, installedon: row['createdon'] ?? null };
  session.environment.mutable(solutions).put(installed);
  return installed;
}

/** Changes an unmanaged solution. */
export function updateSolution(session: Session, before: Row, payload: Payload): Row {
  const name = textOf(before, 'uniquename') ?? '';
  if (ownSolutions.has(idOf(before, 'solutionid'))) throw restrictedSolutionFixed(name);
  if (before['ismanaged'] === true) throw managedSolutionFixed(name);
  if ('version' in payload.values) requireVersion(payload.values['version']);
  const publisher = payload.links.get('publisherid') ?? null;
  if (publisher?.row['isreadonly'] === true) throw readOnlyPublisher();
  return updateRecord(session, solutions, before, payload);
}

/** Another managed solution that has a component, which stays with that one. */
function otherHolder({ environment }: Session, component: Row): string | null {
  for (const it of environment.rows(components).where('objectid', idOf(component, 'objectid'))) {
    const solutionId = idOf(it, 'solutionid');
    if (environment.rows(solutions).get(solutionId)?.['ismanaged'] === true) return solutionId;
  }
  return null;
}

/**
 * Deletes a solution (Learn: Solution entity messages and methods): an unmanaged one is a name for its components, which stay; a managed
 * one goes with those that no other managed one has, for which `removed` is asked with who has it.
 */
export function deleteSolution(
  session: Session,
  row: Row,
  removed: (session: Session, component: Row, holder: string | null) => void,
): void {
  const id = idOf(row, 'solutionid');
  session.access.requireRow(solutions, 'Delete', row);
  if (ownSolutions.has(id)) throw restrictedSolutionStays();
  for (const component of componentsOf(session, id)) {
    session.environment.mutable(components).remove(idOf(component, 'solutioncomponentid'));
    if (row['ismanaged'] === true) removed(session, component, otherHolder(session, component));
  }
  session.environment.mutable(solutions).remove(id);
}

/** The publisher with a unique name, compared as those of solutions. */
export function publisherNamed({ environment }: Session, name: string): Row | null {
  for (const row of environment.rows(publishers).rows())
    if (textOf(row, 'uniquename')?.toLowerCase() === name.toLowerCase()) return row;
  return null;
}

/** Refuses a prefix that no publisher has (Learn: pac solution, `--publisher-prefix`); the code is ours. Several publishers may have the same. */
function requirePrefix(values: Row): void {
  const prefix = textOf(values, 'customizationprefix');
  if (prefix !== null && !/^(?!mscrm)[a-z][a-z\d]{1,7}$/i.test(prefix))
    throw invalidArgument('customizationprefix');
}

/** Creates a publisher (Learn: publisher table reference). */
export function createPublisher(session: Session, payload: Payload): Row {
  const name = textOf(payload.values, 'uniquename')?.trim() ?? '';
  if (name === '') throw publisherWithoutName();
  requirePrefix(payload.values);
  const rule = dataverseRule(session.ports.rules, session.environment.seed, 'publisherNameTwice');
  if (rule === 'refuse' && publisherNamed(session, name) !== null) throw duplicateRecord();
  return createRecord(session, publishers, payload);
}

/** Changes a publisher that is not Microsoft's. */
export function updatePublisher(session: Session, before: Row, payload: Payload): Row {
  if (before['isreadonly'] === true) throw readOnlyPublisherFixed();
  requirePrefix(payload.values);
  return updateRecord(session, publishers, before, payload);
}

/** Deletes a publisher without solutions. */
export function deletePublisher(session: Session, row: Row): void {
  const id = idOf(row, 'publisherid');
  if (id === microsoftPublisher || id === defaultPublisher) throw restrictedPublisherStays();
  const published = [...session.environment.rows(solutions).where('publisherid', id)];
  if (published.length > 0) throw cannotDeleteAssociated();
  deleteRecord(session, publishers, row);
}

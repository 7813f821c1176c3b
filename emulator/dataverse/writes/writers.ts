import { definitionNotPatched, messageNotSupported } from '../errors/request-faults.ts';
import { caseWithoutCustomer } from '../errors/write-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { reachedFrom } from './cascade.ts';
import { deleteBulkDelete, deleteJob, updateJob } from './job-writes.ts';
import { updateOrganization } from './organization-writes.ts';
import type { Payload } from './payload.ts';
import { createPosition, deletePosition, updatePosition } from './position-writes.ts';
import {
  createPermission,
  deletePermission,
  deleteProfile,
  updatePermission,
  updateProfile,
} from './profile-writes.ts';
import { createRecord, deleteRecord, updateRecord } from './record-writes.ts';
import { rowSent } from './record-audit.ts';
import { createRole, deleteRole, updateRole } from './role-writes.ts';
import { addToNamedSolution, componentTables, forgetComponent, isComponent } from './solution-components.ts';
import {
  createPublisher,
  createSolution,
  deletePublisher,
  deleteSolution,
  updatePublisher,
  updateSolution,
} from './solution-writes.ts';
import { createTemplate, deleteTemplate, updateTemplate } from './team-template-writes.ts';
import { createTeam, deleteTeam, removeTeamsOf, updateTeam } from './team-writes.ts';
import { createUnit, deleteUnit, updateUnit } from './unit-writes.ts';
import { updateSettings } from './user-settings.ts';
import { createUser, deleteUser, updateUser } from './user-writes.ts';

/** How rows of a table are written; those with rules of their own have their own. */
type Writer = {
  readonly create: (session: Session, payload: Payload) => Row;
  readonly update: (session: Session, before: Row, payload: Payload) => Row;
  readonly remove: (session: Session, row: Row) => void;
};

/** Deletes a solution; the components of a managed one go with it, or are another's from then on. */
function removeSolution(session: Session, row: Row): void {
  deleteSolution(session, row, (within, component, holder) => {
    const table = componentTables.get(Number(component['componenttype']));
    const found =
      table === undefined ? null : within.environment.rows(table).get(idOf(component, 'objectid'));
    if (table === undefined || found === null) return;
    // What was only declared, and was here already, is not the solution's.
    if (found['solutionid'] !== row['solutionid']) return;
    if (holder === null) writerOf(table).remove(within, { ...found, ismanaged: false });
    else within.environment.mutable(table).put({ ...found, solutionid: holder });
  });
}

const writers: ReadonlyMap<string, Writer> = new Map([
  ['systemuser', { create: createUser, update: updateUser, remove: deleteUser }],
  ['role', { create: createRole, update: updateRole, remove: deleteRole }],
  ['businessunit', { create: createUnit, update: updateUnit, remove: deleteUnit }],
  ['fieldpermission', { create: createPermission, update: updatePermission, remove: deletePermission }],
  [
    'fieldsecurityprofile',
    {
      create: (session, payload) => createRecord(session, requireTable('fieldsecurityprofile'), payload),
      update: updateProfile,
      remove: deleteProfile,
    },
  ],
  [
    'incident',
    {
      create: (session, payload) => {
        if ((payload.links.get('customerid') ?? null) === null) throw caseWithoutCustomer();
        return createRecord(session, requireTable('incident'), payload);
      },
      update: (session, before, payload) => updateRecord(session, requireTable('incident'), before, payload),
      remove: (session, row) => deleteRecord(session, requireTable('incident'), row),
    },
  ],
  [
    'usersettings',
    {
      create: (session, payload) => createRecord(session, requireTable('usersettings'), payload),
      update: updateSettings,
      remove: (session, row) => deleteRecord(session, requireTable('usersettings'), row),
    },
  ],
  ['solution', { create: createSolution, update: updateSolution, remove: removeSolution }],
  ['publisher', { create: createPublisher, update: updatePublisher, remove: deletePublisher }],
  ['teamtemplate', { create: createTemplate, update: updateTemplate, remove: deleteTemplate }],
  ['team', { create: createTeam, update: updateTeam, remove: deleteTeam }],
  ['position', { create: createPosition, update: updatePosition, remove: deletePosition }],
  [
    'organization',
    {
      create: (session, payload) => createRecord(session, requireTable('organization'), payload),
      update: updateOrganization,
      remove: (session, row) => deleteRecord(session, requireTable('organization'), row),
    },
  ],
  [
    'asyncoperation',
    {
      create: (session, payload) => createRecord(session, requireTable('asyncoperation'), payload),
      update: updateJob,
      remove: deleteJob,
    },
  ],
  [
    'bulkdeleteoperation',
    {
      create: (session, payload) => createRecord(session, requireTable('bulkdeleteoperation'), payload),
      update: (session, before, payload) =>
        updateRecord(session, requireTable('bulkdeleteoperation'), before, payload),
      remove: deleteBulkDelete,
    },
  ],
]);

/** What clients do with rows that the service itself makes (Learn: table references of each, messages). */
const messages: ReadonlyMap<string, readonly string[]> = new Map([
  ['organization', ['Update']],
  ['usersettings', ['Update']],
  ['asyncoperation', ['Update', 'Delete']],
  ['bulkdeleteoperation', ['Delete']],
]);

const plain = (table: Table): Writer => ({
  create: (session, payload) => createRecord(session, table, payload),
  update: (session, before, payload) => updateRecord(session, table, before, payload),
  remove: (session, row) => deleteRecord(session, table, row),
});

/** The same as messages of the service, in contrast to what it changes by itself. */
function asMessages(table: Table, { create, update, remove }: Writer): Writer {
  const note = (session: Session, row: Row): Row => {
    rowSent(session, table, idOf(row, table.primaryId));
    return row;
  };
  return {
    create: (session, payload) => note(session, create(session, payload)),
    update: (session, before, payload) => note(session, update(session, before, payload)),
    remove(session, row) {
      remove(session, row);
      note(session, row);
    },
  };
}

/** The same for the records that follow one to another owner, or are deleted with it (Learn: "Configure table relationship cascading behavior"). */
function cascading(table: Table, writer: Writer): Writer {
  return {
    create: writer.create,
    update(session, before, payload) {
      const row = writer.update(session, before, payload);
      const owner = payload.links.get('ownerid') ?? null;
      if (owner === null || before['ownerid'] === row['ownerid']) return row;
      const links = new Map([['ownerid', owner]]);
      for (const below of reachedFrom(session, table, row, 'Assign'))
        singleWriter(below.table).update(session, below.row, { values: {}, links });
      return row;
    },
    remove(session, row) {
      const reached = reachedFrom(session, table, row, 'Delete');
      // Refused in the order of the relationships; deleted from the far end, so that nothing points to what is gone.
      if (reached.length > 0)
        for (const it of [{ table, row }, ...reached]) session.access.requireRow(it.table, 'Delete', it.row);
      for (const below of reached.toReversed()) singleWriter(below.table).remove(session, below.row);
      writer.remove(session, row);
    },
  };
}

const regarding = requireTable('team').columns.get('regardingobjectid');
const hasTeams = (table: Table): boolean => regarding?.targets.includes(table.logicalName) === true;

/** The same for records that may have a team of their own, which goes with them. */
const withTeams = (table: Table, writer: Writer): Writer => ({
  ...writer,
  remove(session, row) {
    writer.remove(session, row);
    removeTeamsOf(session, 'regardingobjectid', idOf(row, table.primaryId));
  },
});

/** The same for what may be in a solution. */
const withSolutions = (table: Table, { create, update, remove }: Writer): Writer => ({
  create(session, payload) {
    const row = create(session, payload);
    addToNamedSolution(session, table, row);
    return row;
  },
  update(session, before, payload) {
    const row = update(session, before, payload);
    addToNamedSolution(session, table, row);
    return row;
  },
  remove(session, row) {
    remove(session, row);
    forgetComponent(session, idOf(row, table.primaryId));
  },
});

/** Writes rows of a table one by one, without what follows for others. */
function singleWriter(table: Table): Writer {
  const known = writers.get(table.logicalName) ?? plain(table);
  const writer = hasTeams(table)
    ? withTeams(table, known)
    : isComponent(table)
      ? withSolutions(table, known)
      : known;
  return asMessages(table, writer);
}

/** Writes rows of a table. */
export const writerOf = (table: Table): Writer => cascading(table, singleWriter(table));

/** Refuses changes of tables that are not written to through their rows. */
export function requireWritable(table: Table, message: 'Create' | 'Update' | 'Delete'): void {
  const isWritable =
    writers.has(table.logicalName) || (table.ownership !== 'None' && !table.isMetadata && !table.isComputed);
  if (isWritable && messages.get(table.logicalName)?.includes(message) !== false) return;
  if (table.isMetadata && message === 'Update') throw definitionNotPatched(table.logicalName);
  throw messageNotSupported(message, table.logicalName);
}

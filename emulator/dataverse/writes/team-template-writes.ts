import { accessRightOf } from '../base/privileges.ts';
import { invalidTemplateMask, tableWithoutTeams, tooManyTemplates } from '../errors/access-team-faults.ts';
import { requireTable, tableOfCode } from '../schema/schema.ts';
import { idOf, numberOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { Payload } from './payload.ts';
import { createRecord, updateRecord } from './record-writes.ts';
import { removeTeamsOf } from './team-writes.ts';

const templates = requireTable('teamtemplate');
const definitions = requireTable('EntityMetadata');

/** Templates that a table may have (Learn: "Use access teams and owner teams", MaxAutoCreatedAccessTeamsPerEntity). */
const mostTemplates = 2;

/** All rights of a record that there is already; which ones are refused no page says. */
const allRights = Object.entries(accessRightOf).reduce(
  (mask, [verb, bit]) => (verb === 'Create' ? mask : mask | bit),
  0,
);

function requireMask(row: Row): void {
  const mask = numberOf(row, 'defaultaccessrightsmask') ?? 0;
  if (mask === 0 || (mask & ~allRights) !== 0) throw invalidTemplateMask();
}

/** Whether records of the table with a number may have teams of their own (`AutoCreateAccessTeams`). */
function mayHaveTeams({ environment }: Session, code: number): boolean {
  const table = tableOfCode(code);
  if (table === null) return false;
  return [...environment.rows(definitions).where('LogicalName', table.logicalName)].some(
    (it) => it['AutoCreateAccessTeams'] === true,
  );
}

/** Creates a template (Learn: "Use access teams and owner teams to collaborate and share information"). */
export function createTemplate(session: Session, payload: Payload): Row {
  const code = numberOf(payload.values, 'objecttypecode');
  if (code === null || !mayHaveTeams(session, code)) throw tableWithoutTeams();
  requireMask(payload.values);
  const known = [...session.environment.rows(templates).rows()].filter((it) => it['objecttypecode'] === code);
  if (known.length >= mostTemplates) throw tooManyTemplates(known.length, mostTemplates, code);
  return createRecord(session, templates, payload);
}

/** Changes a template; teams that there are keep what they have. */
export function updateTemplate(session: Session, before: Row, payload: Payload): Row {
  requireMask({ ...before, ...payload.values });
  return updateRecord(session, templates, before, payload);
}

/** Deletes a template with the teams that were made from it. */
export function deleteTemplate(session: Session, row: Row): void {
  session.access.requireRow(templates, 'Delete', row);
  const id = idOf(row, templates.primaryId);
  removeTeamsOf(session, 'teamtemplateid', id);
  session.environment.mutable(templates).remove(id);
}

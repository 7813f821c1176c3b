import { invalidPayload } from '../errors/payload-faults.ts';
import { duplicateRecord } from '../errors/request-faults.ts';
import {
  defaultTeamKeepsName,
  defaultTeamKeepsUnit,
  defaultTeamStays,
  intoDisabledUnit,
  teamNameMissing,
  teamOwnsRecords,
  teamTypeKept,
  unitDisabled,
  unitMissing,
} from '../errors/unit-faults.ts';
import { teamWithRecordsKept } from '../errors/access-team-faults.ts';
import { isGroupTeam } from '../access/group-membership.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { moveOwnedRecords, ownsRecords } from './ownership.ts';
import { linkColumns, type Payload } from './payload.ts';
import { followAdministratorRole } from './profile-writes.ts';
import type { LinkedRecord } from './record-link.ts';
import { createdColumns, modifiedColumns, newId } from './record-writes.ts';
import { forgetShares } from './share-record.ts';

const teams = requireTable('team');

/** One team per group and kind of membership (Learn: "Manage group teams"). */
function requireFreeGroup(session: Session, group: string, membership: unknown): void {
  for (const row of session.environment.rows(teams).where('azureactivedirectoryobjectid', group))
    if ((row['membershiptype'] ?? 0) === (membership ?? 0)) throw duplicateRecord();
}

/** What the team of a group is by its group, where nobody says otherwise: name and type (Learn: "Work with Microsoft Entra ID group teams"). */
function ofGroup({ environment, ports }: Session, group: string | null): Row {
  const known = group === null ? null : ports.directory.group(environment.seed.tenantId, group);
  return known === null ? {} : { name: known.displayName, teamtype: known.kind === 'security' ? 2 : 3 };
}

/** Creates an owner, access or group team; without a business unit it is the caller's. */
export function createTeam(session: Session, payload: Payload): Row {
  const { access, environment } = session;
  access.require(teams, 'Create');
  const { links } = payload;
  const group = textOf(payload.values, 'azureactivedirectoryobjectid');
  const values: Row = { ...ofGroup(session, group), ...payload.values };
  const name = textOf(values, 'name')?.trim() ?? '';
  if (name === '') throw teamNameMissing();
  const type = values['teamtype'] ?? 0;
  if (isGroupTeam(type) !== (group !== null))
    throw invalidPayload("A group team, and no other, has 'azureactivedirectoryobjectid'.");
  if (group !== null) requireFreeGroup(session, group, values['membershiptype']);
  const unit = links.get('businessunitid') ?? null;
  if (unit?.row['isdisabled'] === true) throw unitDisabled();
  const id = newId(session, teams, payload);
  const row: Row = {
    ...values,
    ...linkColumns(links),
    ...createdColumns(session),
    teamid: id,
    name,
    teamtype: type,
    ...(group === null ? {} : { membershiptype: values['membershiptype'] ?? 0 }),
    ownerid: id,
    isdefault: false,
    businessunitid: unit?.id ?? access.businessUnitId,
    organizationid: environment.seed.organizationId,
  };
  access.requireCreate(teams, row);
  environment.mutable(teams).put(row);
  return row;
}

/** Moves a team to another business unit (Learn: "SetParentTeam Action"): its roles belong to the old one and are taken, as a user's are. */
function moveTeam(session: Session, row: Row, target: LinkedRecord): void {
  const { access, environment } = session;
  const id = idOf(row, 'teamid');
  if (row['isdefault'] === true) throw defaultTeamKeepsUnit(idOf(row, 'teamid'));
  access.requirePrivilege('prvReparentTeam', textOf(row, 'businessunitid') ?? '');
  access.requirePrivilege('prvReparentTeam', target.id);
  if (target.row['isdisabled'] === true) throw intoDisabledUnit();
  if (environment.seed.settings?.doNotRemoveRolesOnChangeBusinessUnit !== true) {
    for (const member of environment.rows(requireTable('teammembership')).where('teamid', id))
      session.permissions.beforeChange(textOf(member, 'systemuserid') ?? '');
    const table = requireTable('teamroles');
    const joins = environment.mutable(table);
    for (const join of joins.where('teamid', id)) joins.remove(idOf(join, table.primaryId));
    followAdministratorRole(session, 'teamprofiles', id, false);
  }
  moveOwnedRecords(session, id, target.id);
}

/** Changes a team; the default team keeps its name, and a team with roles its type. */
export function updateTeam(session: Session, before: Row, { values, links }: Payload): Row {
  const { access, environment } = session;
  access.requireRow(teams, 'Write', before);
  const id = idOf(before, 'teamid');
  const { name, teamtype } = values;
  if (before['isdefault'] === true && name !== undefined && name !== before['name'])
    throw defaultTeamKeepsName(id);
  if (name === null || (typeof name === 'string' && name.trim() === '')) throw teamNameMissing();
  const unit = links.get('businessunitid');
  if (unit === null) throw unitMissing();
  const hasRoles = [...environment.rows(requireTable('teamroles')).where('teamid', id)].length > 0;
  if (teamtype !== undefined && teamtype !== (before['teamtype'] ?? 0)) {
    if (hasRoles) throw teamTypeKept();
    if (ownsRecords(session, id)) throw teamWithRecordsKept();
  }
  if (unit !== undefined && unit.id !== textOf(before, 'businessunitid')) moveTeam(session, before, unit);
  const row: Row = {
    ...before,
    ...values,
    ...linkColumns(links),
    ...modifiedColumns(session),
    teamid: id,
  };
  environment.mutable(teams).put(row);
  return row;
}

/** Deletes a team that owns nothing, with its roles and members (Learn: "Delete a team"); never a default team. */
export function deleteTeam(session: Session, row: Row): void {
  session.access.requireRow(teams, 'Delete', row);
  if (row['isdefault'] === true) throw defaultTeamStays(idOf(row, 'teamid'));
  if (ownsRecords(session, idOf(row, 'teamid'))) throw teamOwnsRecords(idOf(row, 'teamid'));
  removeTeam(session, row);
}

/** Removes a team with its roles, members, and what was shared with it. */
export function removeTeam(session: Session, row: Row): void {
  const { environment, permissions } = session;
  const id = idOf(row, 'teamid');
  for (const name of ['teamroles', 'teammembership']) {
    const table = requireTable(name);
    for (const join of environment.mutable(table).where('teamid', id)) {
      const user = textOf(join, 'systemuserid');
      if (user !== null) permissions.beforeChange(user);
    }
  }
  for (const name of ['teamroles', 'teamprofiles', 'teammembership']) {
    const table = requireTable(name);
    for (const join of environment.mutable(table).where('teamid', id))
      environment.mutable(table).remove(idOf(join, table.primaryId));
  }
  environment.mutable(teams).remove(id);
  forgetShares(session, id);
}

/** Removes the teams that were made for a record, or from a template, when it goes (Learn: TeamTemplate entity messages and methods). */
export function removeTeamsOf(
  session: Session,
  column: 'regardingobjectid' | 'teamtemplateid',
  id: string,
): void {
  for (const row of session.environment.rows(teams).where(column, id)) removeTeam(session, row);
}

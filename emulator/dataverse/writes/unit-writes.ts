import { defaultTeamId } from '../base/generate-assignments.ts';
import { duplicateRecord } from '../errors/request-faults.ts';
import { cannotDeleteAssociated } from '../errors/role-faults.ts';
import {
  enabledUnitStays,
  lastAdministratorInUnit,
  parentUnitMissing,
  rootUnitStaysEnabled,
  unitDisabled,
  unitNameMissing,
  unitWithChildrenStays,
} from '../errors/unit-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { administrators } from './administrators.ts';
import type { Payload } from './payload.ts';
import { createdColumns, modifiedColumns, newId } from './record-writes.ts';
import { holdersOf, putRoleCopy } from './role-copies.ts';
import { removeTeam } from './team-writes.ts';
import { moveRoles, removeCopy, requireMayMove } from './unit-move.ts';

const units = requireTable('businessunit');
const roles = requireTable('role');
const teams = requireTable('team');
const users = requireTable('systemuser');

function requireFreeName(session: Session, name: string, id: string): void {
  for (const row of session.environment.rows(units).rows())
    if (idOf(row, 'businessunitid') !== id && textOf(row, 'name')?.toLowerCase() === name.toLowerCase())
      throw duplicateRecord();
}

const defaultTeam = (session: Session, unitId: string, name: string): Row => ({
  ...createdColumns(session),
  teamid: defaultTeamId(session.environment.seed.organizationId, unitId),
  ownerid: defaultTeamId(session.environment.seed.organizationId, unitId),
  name,
  description:
    'Default team for the parent business unit. The name and membership are inherited from the unit.',
  teamtype: 0,
  isdefault: true,
  systemmanaged: true,
  businessunitid: unitId,
  organizationid: session.environment.seed.organizationId,
});

/** Creates a business unit with its default team and a copy of every role of the unit above (Learn: "Create or edit business units"). */
export function createUnit(session: Session, payload: Payload): Row {
  const { access, environment } = session;
  access.require(units, 'Create');
  const name = textOf(payload.values, 'name')?.trim() ?? '';
  if (name === '') throw unitNameMissing();
  const parent = payload.links.get('parentbusinessunitid') ?? null;
  if (parent === null) throw parentUnitMissing();
  if (parent.row['isdisabled'] === true) throw unitDisabled();
  const id = newId(session, units, payload);
  requireFreeName(session, name, id);
  const row: Row = {
    ...payload.values,
    ...createdColumns(session),
    businessunitid: id,
    name,
    parentbusinessunitid: parent.id,
    organizationid: environment.seed.organizationId,
  };
  // Create is checked against the unit that the new one stands below.
  access.requireCreate(units, { ...row, businessunitid: parent.id });
  environment.mutable(units).put(row);
  environment.mutable(teams).put(defaultTeam(session, id, name));
  for (const role of environment.rows(roles).where('businessunitid', parent.id))
    putRoleCopy(session, role, id);
  return row;
}

function requireMayDisable(session: Session, row: Row): void {
  const { environment } = session;
  session.access.requirePrivilege('prvDisableBusinessUnit');
  if (textOf(row, 'parentbusinessunitid') === null) throw rootUnitStaysEnabled();
  const below = environment.unitsBelow(idOf(row, 'businessunitid'));
  const outside = [...administrators(environment)].some((id) => {
    const user = environment.rows(users).get(id);
    return user !== null && !below.has(textOf(user, 'businessunitid') ?? '');
  });
  if (!outside) throw lastAdministratorInUnit();
}

/** Renames, moves, disables or enables a business unit; its default team takes the name over. */
export function updateUnit(session: Session, before: Row, { values, links }: Payload): Row {
  const { access, environment } = session;
  access.requireRow(units, 'Write', before);
  const id = idOf(before, 'businessunitid');
  const parent = links.get('parentbusinessunitid');
  if (parent === null && textOf(before, 'parentbusinessunitid') !== null) throw parentUnitMissing();
  const isMoved =
    parent !== undefined && parent !== null && parent.id !== textOf(before, 'parentbusinessunitid');
  if (isMoved) requireMayMove(session, before, parent);
  const name = textOf(values, 'name');
  if (name !== null) {
    if (name.trim() === '') throw unitNameMissing();
    requireFreeName(session, name, id);
  }
  const disabled = values['isdisabled'];
  if (disabled === true && before['isdisabled'] !== true) requireMayDisable(session, before);
  if (disabled === false && before['isdisabled'] === true) access.requirePrivilege('prvDisableBusinessUnit');
  const row: Row = {
    ...before,
    ...values,
    ...(isMoved ? { parentbusinessunitid: parent.id } : {}),
    ...modifiedColumns(session),
    businessunitid: id,
  };
  environment.mutable(units).put(row);
  if (isMoved) moveRoles(session, id, parent.id);
  const team = environment.rows(teams).get(defaultTeamId(environment.seed.organizationId, id));
  if (name !== null && team !== null)
    environment.mutable(teams).put({ ...team, name, versionnumber: environment.nextVersion() });
  return row;
}

/** Deletes a disabled business unit that nothing stands in; its role copies and its default team go with it. */
export function deleteUnit(session: Session, row: Row): void {
  const { access, environment } = session;
  access.requireRow(units, 'Delete', row);
  const id = idOf(row, 'businessunitid');
  const has = (table: string, column: string): readonly Row[] => [
    ...environment.rows(requireTable(table)).where(column, id),
  ];
  if (row['isdisabled'] !== true) throw enabledUnitStays();
  if (has('businessunit', 'parentbusinessunitid').length > 0) throw unitWithChildrenStays();
  const otherTeams = has('team', 'businessunitid').filter((team) => team['isdefault'] !== true);
  const owned = ['account', 'contact', 'opportunity', 'incident', 'lead'].some(
    (table) => has(table, 'owningbusinessunit').length > 0,
  );
  if (has('systemuser', 'businessunitid').length > 0 || otherTeams.length > 0 || owned)
    throw cannotDeleteAssociated();
  const own = has('role', 'businessunitid').filter((role) => textOf(role, 'parentroleid') === null);
  for (const role of own) environment.putGrants(idOf(role, 'roleid'), null);
  for (const role of has('role', 'businessunitid')) {
    for (const holder of holdersOf(session, textOf(role, 'parentrootroleid') ?? ''))
      session.permissions.beforeChange(holder);
    removeCopy(session, role);
  }
  for (const team of has('team', 'businessunitid')) removeTeam(session, team);
  environment.mutable(units).remove(id);
}

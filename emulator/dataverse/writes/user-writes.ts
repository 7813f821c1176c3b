import { accessModes } from '../access/access-mode.ts';
import { guid } from '../base/guid.ts';
import { applicationUserColumns } from '../base/application-user-row.ts';
import { platformMark } from '../base/generate-users.ts';
import { duplicateRecord } from '../errors/request-faults.ts';
import {
  accessModeFixed,
  applicationUserCannotBeUpdated,
  cannotDeleteEnabledUser,
  cannotDisableLastAdministrator,
  cannotMakeReadOnly,
  cannotMakeSelfReadOnly,
  cannotRemoveLastAdministrator,
  delegatedAdminFixed,
  duplicateApplicationUser,
  applicationNotFound,
  personNotFound,
  userWithoutName,
  supportUserFixed,
  tooManyNonInteractive,
  userStillInDirectory,
} from '../errors/user-faults.ts';
import { cannotDeleteAssociated } from '../errors/role-faults.ts';
import { intoDisabledUnit, unitDisabled, unitMissing } from '../errors/unit-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { Session } from '../session.ts';
import { isLastAdministrator } from './administrators.ts';
import { moveOwnedRecords, ownsRecords } from './ownership.ts';
import { linkColumns, type Payload } from './payload.ts';
import { managersAfterMove, requireManager } from './manager.ts';
import type { LinkedRecord } from './record-link.ts';
import { createdColumns, modifiedColumns, newId } from './record-writes.ts';
import { followUser } from './user-settings.ts';
import { joinDefaultTeam, leaveDefaultTeam, leaveTeams, removeProfiles, removeRoles } from './user-links.ts';

const users = requireTable('systemuser');

/** Columns of an application user from the directory; refuses duplicates and apps that the tenant does not know. */
function fromApplication(session: Session, appId: string, values: Row): Row {
  const { environment, ports } = session;
  for (const existing of environment.rows(users).where('applicationid', appId)) {
    // A soft-deleted twin keeps its application id and is met as a clash of keys.
    throw existing['deletedstate'] === 1 ? duplicateRecord() : duplicateApplicationUser(appId);
  }
  if (values['accessmode'] !== undefined && values['accessmode'] !== 4) throw accessModeFixed();
  const { tenantId } = environment.seed;
  const principal = ports.directory.servicePrincipal(tenantId, appId);
  if (principal === null) throw applicationNotFound(appId, guid('correlation', tenantId, appId));
  const { objectId, displayName } = principal;
  const columns = applicationUserColumns(tenantId, { appId, objectId: objectId.toLowerCase(), displayName });
  return dataverseRule(ports.rules, environment.seed, 'applicationUserName') === 'displayName'
    ? columns
    : { ...columns, fullname: columns['domainname'] ?? null, yomifullname: columns['domainname'] ?? null };
}

/** Columns of a person from the directory. */
function fromDirectory(session: Session, objectId: string): Row {
  const { environment, ports } = session;
  for (const existing of environment.rows(users).where('azureactivedirectoryobjectid', objectId)) {
    if (existing['deletedstate'] !== 1) throw duplicateRecord();
  }
  const { tenantId } = environment.seed;
  const person = ports.directory.user(tenantId, objectId);
  if (person === null) throw personNotFound();
  const [first = person.displayName, ...rest] = person.displayName.split(' ');
  return {
    azureactivedirectoryobjectid: objectId,
    firstname: first,
    lastname: rest.join(' '),
    fullname: person.displayName,
    yomifullname: person.displayName,
    domainname: person.username,
    internalemailaddress: person.username,
    windowsliveid: person.username,
    issyncwithdirectory: true,
  };
}

/** The business unit is set by a move. */
const withoutUnit = (links: Payload['links']): Payload['links'] =>
  new Map([...links].filter(([column]) => column !== 'businessunitid'));

/** Creates a user row, mostly for an application (Learn: "Manage application users"). Needs prvCreateUser. */
export function createUser(session: Session, payload: Payload): Row {
  const { access, environment } = session;
  access.require(users, 'Create');
  const { values, links } = payload;
  const appId = textOf(values, 'applicationid');
  const objectId = textOf(values, 'azureactivedirectoryobjectid');
  if (appId === null && objectId === null) throw userWithoutName();
  const known =
    appId === null ? fromDirectory(session, objectId ?? '') : fromApplication(session, appId, values);
  const id = newId(session, users, payload);
  if (appId === null && values['accessmode'] !== undefined)
    requireAccessMode(session, id, values['accessmode']);
  const named = links.get('businessunitid');
  if (named === null) throw unitMissing();
  if (named?.row['isdisabled'] === true) throw unitDisabled();
  const unit = named?.id ?? environment.rootBusinessUnitId;
  const row: Row = {
    ...values,
    ...linkColumns(withoutUnit(links)),
    ...known,
    ...createdColumns(session),
    systemuserid: id,
    ownerid: id,
    businessunitid: unit,
    organizationid: environment.seed.organizationId,
    identityid: 20_000 + (environment.nextVersion() % 10_000),
  };
  access.requireCreate(users, row);
  requireManager(session, { systemuserid: id, businessunitid: unit }, links);
  session.permissions.beforeChange(id);
  environment.mutable(users).put(row);
  joinDefaultTeam(session, id, unit);
  followUser(session, row);
  return row;
}

/** Moves a user, who loses the roles of the old unit unless the organization keeps them; owned records go along. */
function moveToUnit(session: Session, row: Row, target: LinkedRecord): void {
  const { environment } = session;
  const id = idOf(row, users.primaryId);
  const unit = target.id;
  const keepsRoles = environment.seed.settings?.doNotRemoveRolesOnChangeBusinessUnit === true;
  session.access.requirePrivilege('prvReparentUser', textOf(row, 'businessunitid') ?? '');
  session.access.requirePrivilege('prvReparentUser', unit);
  if (target.row['isdisabled'] === true) throw intoDisabledUnit();
  if (!keepsRoles && isLastAdministrator(environment, id)) throw cannotRemoveLastAdministrator();
  session.permissions.beforeChange(id);
  if (!keepsRoles) removeRoles(session, id);
  leaveDefaultTeam(session, id, textOf(row, 'businessunitid') ?? '');
  joinDefaultTeam(session, id, unit);
  moveOwnedRecords(session, id, unit);
}

/** Users of the service itself are neither made nor changed (Web service error codes). */
function requireOrdinary(mode: Json): void {
  if (mode === accessModes.support) throw supportUserFixed();
  if (mode === accessModes.delegatedAdmin) throw delegatedAdminFixed();
}

/** Most people whose access mode is Non-interactive; application users do not count (Learn: "Create users"). */
const mostNonInteractive = 7;

function requireAccessMode(session: Session, id: string, mode: Json): void {
  const { access, environment } = session;
  requireOrdinary(mode);
  if (mode === accessModes.read && id === access.userId) throw cannotMakeSelfReadOnly();
  if (mode === accessModes.read && isLastAdministrator(environment, id)) throw cannotMakeReadOnly();
  if (mode !== accessModes.nonInteractive) return;
  let count = 0;
  for (const it of environment.rows(users).rows())
    if (it['accessmode'] === mode && it['applicationid'] == null && it['isdisabled'] !== true) count += 1;
  if (count >= mostNonInteractive) throw tooManyNonInteractive();
}

/** Changes a user row: enabling, disabling, moving to another business unit, plain columns. */
export function updateUser(session: Session, before: Row, { values, links }: Payload): Row {
  const { access, environment } = session;
  const id = idOf(before, users.primaryId);
  access.requireRow(users, 'Write', before);
  if (before[platformMark] === true) throw applicationUserCannotBeUpdated();
  requireOrdinary(before['accessmode'] ?? null);
  const isApplication = textOf(before, 'applicationid') !== null;
  const mode = values['accessmode'];
  if (isApplication && mode !== undefined && mode !== (before['accessmode'] ?? 0)) throw accessModeFixed();
  if (mode !== undefined && mode !== (before['accessmode'] ?? 0)) {
    requireAccessMode(session, id, mode);
    session.permissions.beforeChange(id);
  }
  const disabled = values['isdisabled'];
  if (disabled !== undefined && disabled !== (before['isdisabled'] ?? false)) {
    access.requirePrivilege('prvDisableUser', textOf(before, 'businessunitid') ?? '');
    if (disabled === true && isLastAdministrator(environment, id)) throw cannotDisableLastAdministrator();
  }
  const unit = links.get('businessunitid');
  if (unit === null) throw unitMissing();
  const moves = unit !== undefined && unit.id !== textOf(before, 'businessunitid');
  if (moves) moveToUnit(session, before, unit);
  const place: Row = moves
    ? { businessunitid: unit.id, parentsystemuserid: managersAfterMove(session, before, unit.id) }
    : {};
  requireManager(session, { ...before, ...place }, links);
  const row: Row = {
    ...before,
    ...place,
    ...values,
    ...linkColumns(withoutUnit(links)),
    ...modifiedColumns(session),
    systemuserid: id,
  };
  environment.mutable(users).put(row);
  followUser(session, row);
  return row;
}

/** A person is deleted from the directory first; that does not hold for applications (Learn: "Delete users", soft delete users in Power Platform). */
function requireGoneFromDirectory({ environment, ports }: Session, row: Row): void {
  const objectId = textOf(row, 'azureactivedirectoryobjectid');
  if (objectId === null || textOf(row, 'applicationid') !== null) return;
  if (ports.directory.user(environment.seed.tenantId, objectId) !== null) throw userStillInDirectory();
}

/**
 * Deletes a user in two steps: a disabled one is soft-deleted and loses roles and teams, a soft-deleted one goes
 * for good when nothing belongs to it any more (Learn: "Delete users", preview feature; second delete as known clients do it).
 */
export function deleteUser(session: Session, row: Row): void {
  const { access, environment } = session;
  const id = idOf(row, users.primaryId);
  access.requireRow(users, 'Delete', row);
  if (row[platformMark] === true) throw applicationUserCannotBeUpdated();
  const isSoftDeleted = row['deletedstate'] === 1;
  if (!isSoftDeleted && row['isdisabled'] !== true) throw cannotDeleteEnabledUser();
  requireGoneFromDirectory(session, row);
  const forGood =
    isSoftDeleted || dataverseRule(session.ports.rules, environment.seed, 'userDeletion') === 'oneStep';
  if (forGood && ownsRecords(session, id)) throw cannotDeleteAssociated();
  // One that is deleted softly may have been given something since.
  session.permissions.beforeChange(id);
  removeRoles(session, id);
  removeProfiles(session, id);
  leaveTeams(session, id);
  if (forGood) {
    environment.mutable(users).remove(id);
    followUser(session, row, false);
  } else {
    environment.mutable(users).put({ ...row, ...modifiedColumns(session), deletedstate: 1 });
  }
}

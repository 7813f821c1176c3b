import { collectPermissions } from '../access/held-roles.ts';
import { accessRightOf, type Privilege, privilegeFor } from '../base/privileges.ts';
import { wireTime } from '../base/wire-time.ts';
import { ownerCannotRead } from '../errors/access-faults.ts';
import { accessTeamOwnsNothing, ownerMissing } from '../errors/unit-faults.ts';
import { requireTable, tables } from '../schema/schema.ts';
import { type Table, verbs } from '../schema/table.ts';
import { idOf, lookupTableKey, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { rowSent } from './record-audit.ts';
import type { LinkedRecord } from './record-link.ts';

/** The owner columns of a row that belongs to a user or a team: the owner's business unit becomes the row's. */
export function ownerColumns(owner: LinkedRecord): Row {
  const isTeam = owner.table.logicalName === 'team';
  return {
    ownerid: owner.id,
    [lookupTableKey('ownerid')]: owner.table.logicalName,
    owninguser: isTeam ? null : owner.id,
    owningteam: isTeam ? owner.id : null,
    owningbusinessunit: textOf(owner.row, 'businessunitid'),
  };
}

/** The owner columns of a row that the caller creates for itself. */
export const ownedByCaller = ({ access }: Session): Row => ({
  ownerid: access.userId,
  [lookupTableKey('ownerid')]: 'systemuser',
  owninguser: access.userId,
  owningteam: null,
  owningbusinessunit: access.businessUnitId,
});

const teamReads = ({ environment }: Session, teamId: string, privilege: Privilege): boolean =>
  [...environment.rows(requireTable('teamroles')).where('teamid', teamId)].some((it) =>
    environment.grantsOf(textOf(it, 'roleid') ?? '').has(privilege.id),
  );

const userReads = ({ environment }: Session, userId: string, privilege: Privilege): boolean =>
  collectPermissions(environment, userId).roles.some((it) => it.grants.has(privilege.id));

/**
 * Refuses an owner that may not read what it would own: CREATE and READ make an owner (Learn: "Data operations and access
 * rights"), of others than the caller too (seen). An access team owns nothing.
 */
export function requireOwner(session: Session, table: Table, owner: LinkedRecord): void {
  if (owner.id === session.access.userId) return session.access.require(table, 'Read');
  const isTeam = owner.table.logicalName === 'team';
  if (isTeam && owner.row['teamtype'] === 1) throw accessTeamOwnsNothing();
  const privilege = privilegeFor(table, 'Read');
  if (privilege === null || (isTeam ? teamReads : userReads)(session, owner.id, privilege)) return;
  const id = textOf(owner.row, 'businessunitid') ?? '';
  const unit = session.environment.rows(requireTable('businessunit')).get(id);
  throw ownerCannotRead(owner.id, privilege, { id, name: unit === null ? '' : (textOf(unit, 'name') ?? '') });
}

/** Everything that is shared of a record: all rights but to create. */
const allRights = verbs.reduce((mask, verb) => (verb === 'Create' ? mask : mask | accessRightOf[verb]), 0);

/** Whoever a record was taken from has all rights of it, where the organization wants that (Learn: "Sharing and assigning", `ShareToPreviousOwnerOnAssign`). */
export function shareWithFormerOwner({ environment, ports }: Session, table: Table, before: Row): void {
  const organization = environment.rows(requireTable('organization')).get(environment.seed.organizationId);
  const principalId = textOf(before, 'ownerid');
  if (organization?.['sharetopreviousowneronassign'] !== true || principalId === null) return;
  environment.shares.put(idOf(before, table.primaryId), {
    kind: before[lookupTableKey('ownerid')] === 'team' ? 'team' : 'systemuser',
    principalId,
    mask: allRights,
    table: table.logicalName,
    changedOn: wireTime(ports.now()),
    version: environment.nextVersion(),
  });
}

/** Tables whose records belong to somebody. */
const ownedTables: readonly Table[] = tables.filter((it) => it.ownership === 'UserOwned' && !it.isComputed);

/** Records of an owner that changes business unit go along, unless the organization keeps them where they are (`AlwaysMoveRecordToOwnerBusinessUnit`). */
export function moveOwnedRecords({ environment }: Session, ownerId: string, unitId: string): void {
  if (environment.seed.settings?.alwaysMoveRecordToOwnerBusinessUnit === false) return;
  for (const table of ownedTables) {
    const rows = environment.mutable(table);
    for (const row of rows.where('ownerid', ownerId))
      rows.put({ ...row, owningbusinessunit: unitId, versionnumber: environment.nextVersion() });
  }
}

/**
 * Gives all records of an owner to another one: the caller has to be allowed to assign each of them, and the new owner has to be one that may
 * read them, as for a single record (Learn: "Assign or share rows"); all or none.
 */
export function reassignOwned(
  session: Session,
  ownerId: string,
  owner: LinkedRecord,
  modified: (session: Session) => Row,
  only: Table | null = null,
): void {
  const { access, environment } = session;
  const owned = (only === null ? ownedTables : ownedTables.filter((it) => it === only)).map((table) => ({
    table,
    rows: [...environment.rows(table).where('ownerid', ownerId)],
  }));
  for (const { rows, table } of owned) {
    for (const row of rows) access.requireRow(table, 'Assign', row);
    if (rows.length > 0) requireOwner(session, table, owner);
  }
  for (const { rows, table } of owned) {
    const store = environment.mutable(table);
    for (const row of rows) {
      store.put({ ...row, ...ownerColumns(owner), ...modified(session) });
      rowSent(session, table, idOf(row, table.primaryId));
      if (owner.id !== ownerId) shareWithFormerOwner(session, table, row);
    }
  }
}

/** Whether any record belongs to somebody. */
export const ownsRecords = ({ environment }: Session, ownerId: string): boolean =>
  ownedTables.some((table) => [...environment.rows(table).where('ownerid', ownerId)].length > 0);

/** The owner that a payload names; clearing an owner is refused. */
export function namedOwner(links: ReadonlyMap<string, LinkedRecord | null>): LinkedRecord | null {
  if (!links.has('ownerid')) return null;
  const owner = links.get('ownerid') ?? null;
  if (owner === null) throw ownerMissing();
  return owner;
}

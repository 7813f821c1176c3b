import { guid } from '../base/guid.ts';
import type { Grants } from '../base/role-definition.ts';
import { wireTime } from '../base/wire-time.ts';
import { isAudited } from '../schema/audited.ts';
import { type LinkEnd, linkEnds } from '../schema/link-ends.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { type AuditAction, auditActions } from '../schema/tables/audit.ts';
import { idOf, lookupTableKey, numberOf, type Row, textOf } from '../schema/value.ts';
import type { EnvironmentState, Session } from '../session.ts';
import type { AuditDetail } from '../store/audit-details.ts';
import {
  type Change,
  changedThing,
  grantsThing,
  type Noted,
  rowThing,
  shareThing,
} from '../store/change-log.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { attributeMask, changeData, changedAttributes } from './changed-attributes.ts';

const roles = requireTable('role');
const organizations = requireTable('organization');

/** The transaction of changes that are no transaction's (recorded answers). */
const noTransaction = '00000000-0000-0000-0000-000000000000';

/** Who undertakes something, and on whose behalf. */
export type Author = { readonly userId: string; readonly actingUserId: string | null };

/** The author of what a session does. */
export const authorOf = ({ access, actingUserId }: Session): Author => ({
  userId: access.userId,
  actingUserId,
});

/** The platform itself. */
export const systemAuthor = ({ environment }: Pick<EnvironmentState, 'environment'>): Author => ({
  userId: guid('systemuser', environment.seed.organizationId, 'SYSTEM'),
  actingUserId: null,
});

/** One line of the log: what was done to which record. */
type Entry = {
  readonly action: AuditAction;
  readonly table: string;
  readonly id: string;
  readonly detail: AuditDetail;
};

const operationOf = (action: AuditAction): number =>
  action === 'create' ? 1 : action === 'delete' ? 3 : action === 'accessViaWebServices' ? 4 : 2;

function write({ environment, ports }: EnvironmentState, author: Author, entry: Entry): void {
  const { action, detail, id, table } = entry;
  const versionnumber = environment.nextVersion();
  const auditid = guid('audit', environment.seed.organizationId, versionnumber);
  environment.mutable(requireTable('audit')).put({
    auditid,
    createdon: wireTime(ports.now()),
    action: auditActions[action],
    operation: operationOf(action),
    objecttypecode: table,
    objectid: id,
    [lookupTableKey('objectid')]: table,
    userid: author.userId,
    callinguserid: author.actingUserId,
    changedata: changeData(detail),
    attributemask: attributeMask(detail),
    transactionid: noTransaction,
    versionnumber,
  });
  environment.auditDetails.put(auditid, detail);
}

/** What a change of the organization is called (Learn: "Retrieve the history of audited data changes", metadata and audit change events). */
function organizationAction(before: Row, after: Row): AuditAction {
  const changes = (flag: string): boolean => (before[flag] ?? false) !== (after[flag] ?? false);
  if (changes('isauditenabled')) return after['isauditenabled'] === true ? 'auditEnabled' : 'auditDisabled';
  if (changes('isuseraccessauditenabled'))
    return after['isuseraccessauditenabled'] === true ? 'accessAuditStarted' : 'accessAuditStopped';
  return 'organizationChanged';
}

const isActive = (row: Row): boolean => (row['statecode'] ?? 0) === 0 && row['isdisabled'] !== true;

/** What an update is called: a new owner and a new state have names of their own (the same page, table row events). */
function updateAction(state: EnvironmentState, table: Table, before: Row, after: Row): AuditAction {
  if (table === organizations) return organizationAction(before, after);
  if ((before['ownerid'] ?? null) !== (after['ownerid'] ?? null)) return 'assign';
  if (dataverseRule(state.ports.rules, state.environment.seed, 'auditedState') === 'activate')
    return isActive(before) === isActive(after) ? 'update' : isActive(after) ? 'activate' : 'deactivate';
  return (before['statecode'] ?? 0) === (after['statecode'] ?? 0) ? 'update' : 'setState';
}

type RowChange = Extract<Change, { readonly kind: 'row' }>;

function rowEntries(state: EnvironmentState, change: RowChange, named: AuditAction | null): readonly Entry[] {
  const { after, before, id, table } = change;
  if (before === null && after === null) return [];
  const detail = changedAttributes(state.environment, table, before, after);
  const entry = (action: AuditAction): Entry => ({ action, table: table.logicalName, id, detail });
  if (before === null) return [entry('create')];
  if (after === null) return [entry('delete')];
  // Learn: "Manage Dataverse auditing": of an update where a new value differs from the old one.
  if (Object.keys({ ...detail.before, ...detail.after }).length === 0) return [];
  return [entry(named ?? updateAction(state, table, before, after))];
}

/** Links whose making and ending have names of their own, on whoever is given something (the same page, many-to-many relationship events). */
const namedLinks: ReadonlyMap<
  string,
  { readonly made: AuditAction; readonly ended: AuditAction; readonly on: string }
> = new Map([
  ['systemuserroles', { made: 'assignRoleToUser', ended: 'removeRoleFromUser', on: 'systemuser' }],
  ['teamroles', { made: 'assignRoleToTeam', ended: 'removeRoleFromTeam', on: 'team' }],
  ['teammembership', { made: 'addMember', ended: 'removeMember', on: 'team' }],
]);

/** A link is a line on both of its records that are audited (Dynamics CRM help: "Tracking changes for entity relationships"). */
function linkEntries(state: EnvironmentState, { after, before, table }: RowChange): readonly Entry[] {
  const join = after ?? before;
  if (join === null || (before !== null && after !== null)) return [];
  const event = before === null ? 'made' : 'ended';
  const ends = linkEnds(table);
  const isNamed = dataverseRule(state.ports.rules, state.environment.seed, 'auditedLinks') === 'named';
  const named = isNamed ? namedLinks.get(table.logicalName) : undefined;
  const action = named?.[event] ?? (event === 'made' ? 'associate' : 'disassociate');
  const isLogged = (end: LinkEnd): boolean =>
    named === undefined ? isAudited(end.table) : end.table === named.on;
  return ends.filter(isLogged).flatMap((end) =>
    ends
      .filter((other) => other !== end)
      .map(({ column, relationship, table: other }): Entry => ({
        action,
        table: end.table,
        id: textOf(join, end.column) ?? '',
        detail: { kind: 'relationship', relationship, table: other, id: textOf(join, column) ?? '' },
      })),
  );
}

const isSameGrants = (one: Grants, other: Grants): boolean =>
  one.size === other.size && [...one].every(([id, depth]) => other.get(id) === depth);

/** What a role grants its copies grant, too: each is a line of its own, but for a switch. */
function grantsEntries(
  { environment }: EnvironmentState,
  { after, before, rootRoleId }: Extract<Change, { readonly kind: 'grants' }>,
  action: AuditAction,
  withCopies: boolean,
): readonly Entry[] {
  if (isSameGrants(before, after)) return [];
  return [...environment.rows(roles).where('parentrootroleid', rootRoleId)]
    .filter((role) => withCopies || idOf(role, 'roleid') === rootRoleId)
    .map((role) => ({
      action,
      table: 'role',
      id: idOf(role, 'roleid'),
      detail: { kind: 'rolePrivileges', businessUnitId: textOf(role, 'businessunitid') ?? '', before, after },
    }));
}

function shareEntries({
  after,
  before,
  id,
  principal,
  table,
}: Extract<Change, { readonly kind: 'share' }>): readonly Entry[] {
  if (before === after || !isAudited(table)) return [];
  const action = before === 0 ? 'share' : after === 0 ? 'unshare' : 'modifyShare';
  return [{ action, table, id, detail: { kind: 'share', principal, before, after } }];
}

const isDeleted = (
  changes: ReadonlyMap<string, Change>,
  { id, table }: { readonly id: string; readonly table: string },
): boolean => {
  const change = changes.get(rowThing(table, id));
  return change?.kind === 'row' && change.after === null;
};

/** Two changes of one thing as one: from what it was at first to what it is at last. */
function joined(first: Change, last: Change): Change {
  if (first.kind === 'row' && last.kind === 'row') return { ...last, before: first.before };
  if (first.kind === 'share' && last.kind === 'share') return { ...last, before: first.before };
  if (first.kind === 'grants' && last.kind === 'grants') return { ...last, before: first.before };
  return last;
}

/** The lines for what an undertaking changed: one for each thing that is not as it was. */
function entriesOf(state: EnvironmentState, noted: readonly Noted[]): readonly Entry[] {
  const isAll = dataverseRule(state.ports.rules, state.environment.seed, 'auditedConsequences') === 'all';
  const messages = new Map<string, AuditAction | null>();
  const changes = new Map<string, Change>();
  for (const it of noted) {
    if (it.kind === 'message') {
      messages.set(it.thing, it.action ?? messages.get(it.thing) ?? null);
      continue;
    }
    const thing = changedThing(it);
    const first = changes.get(thing);
    changes.set(thing, first === undefined ? it : joined(first, it));
  }
  return [...changes].flatMap(([thing, change]) => {
    if (!isAll && !messages.has(thing)) return [];
    const named = messages.get(thing) ?? null;
    // What was shared of a record that is deleted went with it.
    if (change.kind === 'share') return isDeleted(changes, change) ? [] : shareEntries(change);
    if (change.kind === 'grants') return grantsEntries(state, change, named ?? 'replacePrivileges', isAll);
    return change.table.isIntersect ? linkEntries(state, change) : rowEntries(state, change, named);
  });
}

const isOn = (row: Row | null): boolean => row?.['isauditenabled'] === true;

/** Whether the organization audits, or did so until now: that it is turned off is in the log, too (Learn: "Configure auditing"). */
function isAuditOn({ environment }: EnvironmentState, noted: readonly Noted[]): boolean {
  if (isOn(environment.rows(organizations).get(environment.seed.organizationId))) return true;
  return noted.some((it) => it.kind === 'row' && it.table === organizations && isOn(it.before));
}

/**
 * Runs an undertaking and writes down all that it changed of what is audited, under the name of its author (Learn: "Configure auditing"). The
 * one place where lines of the log are made of changes.
 */
export function audited<T>(state: EnvironmentState, author: Author, undertaking: () => T): T {
  return state.environment.changes.during(undertaking, (noted) => {
    if (!isAuditOn(state, noted)) return;
    for (const entry of entriesOf(state, noted)) write(state, author, entry);
  });
}

/** Says that a message asked for the change of a row, and what the log calls it where the difference alone does not say it. */
export const rowSent = (
  { environment }: Session,
  table: Table,
  id: string,
  action: AuditAction | null = null,
): void => environment.changes.note({ kind: 'message', thing: rowThing(table.logicalName, id), action });

/** The same of a record's share with somebody. */
export const shareSent = ({ environment }: Session, recordId: string, principalId: string): void =>
  environment.changes.note({ kind: 'message', thing: shareThing(recordId, principalId), action: null });

/** The same of what a role grants. */
export const grantsSent = ({ environment }: Session, rootRoleId: string, action: AuditAction): void =>
  environment.changes.note({ kind: 'message', thing: grantsThing(rootRoleId), action });

const hour = 60 * 60 * 1000;

/** When the log last says that a user came; null for never. */
function lastAccess({ environment }: Session, userId: string): number | null {
  const times = [...environment.rows(requireTable('audit')).where('objectid', userId)]
    .filter((row) => row['action'] === auditActions.accessViaWebServices)
    .map((row) => Date.parse(textOf(row, 'createdon') ?? ''));
  return times.length === 0 ? null : Math.max(...times);
}

/**
 * Writes down that a user is here, where the organization wants that, and no more often than it wants (Learn: "Configure auditing",
 * `isuseraccessauditenabled` and `useraccessauditinginterval`; UserAccessAuditDetail ComplexType).
 */
export function recordAccess(session: Session): void {
  const { environment, ports } = session;
  const organization = environment.rows(organizations).get(environment.seed.organizationId);
  if (!isOn(organization) || organization?.['isuseraccessauditenabled'] !== true) return;
  const { userId } = session.access;
  const interval = numberOf(organization, 'useraccessauditinginterval') ?? 4;
  const before = lastAccess(session, userId);
  if (before !== null && ports.now() < before + interval * hour) return;
  write(session, authorOf(session), {
    action: 'accessViaWebServices',
    table: 'systemuser',
    id: userId,
    detail: { kind: 'access', time: wireTime(ports.now()), interval },
  });
}

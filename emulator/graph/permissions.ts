import { graphFaults } from './graph-fault.ts';
import type { GraphCall } from './graph-call.ts';

/** An application or service principal, as far as it matters who may change it. */
type Owned = { readonly appId: string; readonly owners: readonly string[] };

const readers = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
/** For apps alone: it makes apps, owns what it makes, and manages what it owns (Learn: permissions-reference). */
const ownedBy = 'Application.ReadWrite.OwnedBy';
const writers = ['Application.ReadWrite.All', 'Directory.ReadWrite.All'];

const holds = (call: GraphCall, anyOf: readonly string[]): boolean =>
  call.scopes.some((scope) => anyOf.includes(scope));

/** Whether the person behind the call administers the tenant. */
export const isAdministrator = (call: GraphCall): boolean =>
  call.caller.kind === 'user' &&
  call.cloud.directory.accountById(call.caller.tenantId, call.caller.objectId)?.kind === 'administrator';

/** An app acts by its application permissions alone, without anybody behind it (Learn: permissions-overview). */
const appHolds = (call: GraphCall, anyOf: readonly string[]): boolean =>
  call.caller.kind === 'app' && call.roles.some((role) => anyOf.includes(role));

/** Every member may read apps (Learn: users-default-permissions); an app needs a permission for it. */
export function mustRead(call: GraphCall): void {
  if (!appHolds(call, [...readers, ownedBy]) && (call.caller.kind !== 'user' || !holds(call, readers))) {
    throw graphFaults.denied();
  }
}

const peopleReaders = [
  'User.ReadBasic.All',
  'User.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

/** Members may read people (Learn: users-default-permissions; user-list, "Permissions"); `User.Read` is enough for oneself (Learn: user-get). */
export function mustReadPeople(call: GraphCall, objectId: string | null): void {
  const oneself =
    call.caller.kind === 'user' && objectId === call.caller.objectId && holds(call, ['User.Read']);
  if (
    !oneself &&
    !appHolds(call, peopleReaders) &&
    (call.caller.kind !== 'user' || !holds(call, peopleReaders))
  ) {
    throw graphFaults.denied();
  }
}

const groupReaders = [
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const groupWriters = ['Group.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Whether the caller holds one of these, as an app or for a person. */
const mayBy = (call: GraphCall, anyOf: readonly string[]): boolean =>
  call.caller.kind === 'app' ? appHolds(call, anyOf) : holds(call, anyOf);

/** People may read their own tenant; apps need a permission (Learn: organization-list, "Permissions"). */
export const mayReadOrganization = (call: GraphCall): boolean =>
  call.caller.kind === 'user' ||
  appHolds(call, [
    'Organization.Read.All',
    'Organization.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ]);

/** Learn: group-list, group-get, group-list-members, "Permissions". */
export function mustReadGroups(call: GraphCall): void {
  if (!mayBy(call, groupReaders)) throw graphFaults.denied();
}

/** A guest makes no groups, every member does (Learn: users-default-permissions); an app may with a permission for that alone (Learn: group-post-groups). */
export function mustCreateGroup(call: GraphCall): void {
  const { caller, cloud } = call;
  const isGuest =
    caller.kind === 'user' && cloud.directory.accountById(caller.tenantId, caller.objectId)?.home !== null;
  if (isGuest || !mayBy(call, caller.kind === 'app' ? ['Group.Create', ...groupWriters] : groupWriters)) {
    throw graphFaults.denied();
  }
}

/** A group is changed by administrators and its owners (Learn: group-update, group-delete, "Permissions"). */
export function mustChangeGroup(call: GraphCall, { owners }: { readonly owners: readonly string[] }): void {
  const may = call.caller.kind === 'app' || isAdministrator(call) || owners.includes(call.caller.objectId);
  if (!may || !mayBy(call, groupWriters)) throw graphFaults.denied();
}

/** Its members also with a permission for that alone (Learn: group-post-members, group-delete-members). */
export function mustChangeMembers(call: GraphCall, { owners }: { readonly owners: readonly string[] }): void {
  const may = call.caller.kind === 'app' || isAdministrator(call) || owners.includes(call.caller.objectId);
  if (!may || !mayBy(call, ['GroupMember.ReadWrite.All', ...groupWriters])) throw graphFaults.denied();
}

/** What somebody is a member of: `User.Read` is enough for oneself (Learn: user-list-memberof, directoryobject-getmembergroups). */
export function mustReadMemberships(
  call: GraphCall,
  of: 'user' | 'servicePrincipal' | 'group',
  id: string,
): void {
  const byType = {
    user: [...peopleReaders.filter((name) => name !== 'User.ReadBasic.All'), ...groupReaders],
    servicePrincipal: [...readers, ownedBy],
    group: groupReaders,
  }[of];
  const oneself = call.caller.kind === 'user' && id === call.caller.objectId && holds(call, ['User.Read']);
  if (!oneself && !mayBy(call, byType)) throw graphFaults.denied();
}

/** Who has which directory role (Learn: directoryrole-list, rbacapplication-list-roleassignments). */
export function mustReadRoles(call: GraphCall): void {
  const roleReaders = [
    'RoleManagement.Read.Directory',
    'RoleManagement.Read.All',
    'RoleManagement.ReadWrite.Directory',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ];
  if (!mayBy(call, roleReaders)) throw graphFaults.denied();
}

/** The logs are for those with a permission of their own (Learn: signin-list, "Permissions"). */
export function mustReadLogs(call: GraphCall): void {
  const readsLogs = ['AuditLog.Read.All'];
  if (!appHolds(call, readsLogs) && !holds(call, readsLogs)) {
    throw graphFaults.permissionMissing('AuditLog.Read.All');
  }
}

/** Making apps and service principals is for administrators: these tenants have "Users can register applications" off. */
export function mustAdminister(call: GraphCall): void {
  if (!appHolds(call, [...writers, ownedBy]) && (!holds(call, writers) || !isAdministrator(call))) {
    throw graphFaults.denied();
  }
}

/** An app or service principal is changed by administrators and by its owners (Learn: users-default-permissions, "Application registrations"). */
export function mustChange(call: GraphCall, owned: Owned): void {
  const owns = owned.owners.includes(call.caller.objectId);
  const mayChange = isAdministrator(call) || owns;
  if (!appHolds(call, owns ? [...writers, ownedBy] : writers) && (!holds(call, writers) || !mayChange)) {
    throw graphFaults.denied();
  }
}

/** Application permissions are given and taken back by administrators (Learn: serviceprincipal-post-approleassignedto). */
export function mustAssignRoles(call: GraphCall): void {
  const assigners = ['AppRoleAssignment.ReadWrite.All'];
  if (!appHolds(call, assigners) && (!holds(call, assigners) || !isAdministrator(call))) {
    throw graphFaults.denied();
  }
}

/** An app may roll its own keys without any permission (Learn: application-addkey). */
export function mustRollKeys(call: GraphCall, owned: Owned): void {
  if (call.caller.kind === 'app' && call.caller.appId === owned.appId) {
    return;
  }
  mustChange(call, owned);
}

/** Consent for everybody is given and taken back by administrators (Learn: oauth2permissiongrant-post). */
export function mustGrant(call: GraphCall): void {
  if (
    !holds(call, ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.ReadWrite.All']) ||
    !isAdministrator(call)
  ) {
    throw graphFaults.denied();
  }
}

import { collectPermissions, type HeldRole, type Permissions } from '../access/held-roles.ts';
import { privilegeNamed, type Privilege, privilegeWithId } from '../base/privileges.ts';
import { depthMask, depthOfMask } from '../base/role-definition.ts';
import { recordNotFound } from '../errors/request-faults.ts';
import type { WireObject } from '../query/wire-object.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import { guidArgument, listArgument, textArgument } from './arguments.ts';
import type { FunctionCall, WebApiFunction } from './operation.ts';

const noFilter = '00000000-0000-0000-0000-000000000000';

/** A privilege of a role, as Learn's RolePrivilege ComplexType has it. */
export const rolePrivilege = (privilege: Privilege, mask: number, businessUnitId: string): Json => ({
  Depth: depthOfMask(mask),
  PrivilegeId: privilege.id,
  BusinessUnitId: businessUnitId,
  PrivilegeName: privilege.name,
  RecordFilterId: noFilter,
  RecordFilterUniqueName: '',
});

/** What one role of a user counts for in these functions. */
type Depth = (role: HeldRole, mask: number) => number;

const trueDepth: Depth = (_, mask) => mask;

/** RetrieveUserPrivileges reports what comes through a team at Basic depth only (Learn: its reference page). */
const teamsAsBasic: Depth = (role, mask) => (role.via.kind === 'team' ? depthMask.Basic : mask);

function privilegesOf(permissions: Permissions, unit: string, depth: Depth): ReadonlyMap<string, Json> {
  const widest = new Map<string, number>();
  for (const role of permissions.roles) {
    for (const [id, mask] of role.grants) widest.set(id, Math.max(depth(role, mask), widest.get(id) ?? 0));
  }
  const found = new Map<string, Json>();
  for (const [id, mask] of widest) {
    const privilege = privilegeWithId(id);
    if (privilege !== null) found.set(privilege.name, rolePrivilege(privilege, mask, unit));
  }
  return found;
}

function targetPrivileges({ session, target }: FunctionCall, depth: Depth): ReadonlyMap<string, Json> {
  const row: Row = target ?? session.access.user;
  const permissions = collectPermissions(session.environment, idOf(row, 'systemuserid'));
  return privilegesOf(permissions, textOf(row, 'businessunitid') ?? '', depth);
}

const chosen = (all: ReadonlyMap<string, Json>, names: readonly string[]): WireObject => ({
  RolePrivileges: names.flatMap((name) => all.get(name) ?? []),
});

const bound = (name: string, run: WebApiFunction['run']): WebApiFunction => ({
  name,
  boundTo: 'systemuser',
  run,
});

/** Functions about privileges of users and roles (Learn: "Web API functions", security). */
export const privilegeFunctions: readonly WebApiFunction[] = [
  bound('RetrieveUserPrivileges', (call) => ({
    RolePrivileges: [...targetPrivileges(call, teamsAsBasic).values()],
  })),
  bound('RetrieveUserPrivilegeByPrivilegeName', (call) =>
    chosen(targetPrivileges(call, trueDepth), [textArgument(call, 'PrivilegeName')]),
  ),
  bound('RetrieveUserPrivilegeByPrivilegeId', (call) =>
    chosen(targetPrivileges(call, trueDepth), [
      privilegeWithId(guidArgument(call, 'PrivilegeId'))?.name ?? '',
    ]),
  ),
  bound('RetrieveUserSetOfPrivilegesByNames', (call) =>
    chosen(
      targetPrivileges(call, trueDepth),
      listArgument(call, 'PrivilegeNames').map((it) => privilegeNamed(it)?.name ?? ''),
    ),
  ),
  bound('RetrieveUserSetOfPrivilegesByIds', (call) =>
    chosen(
      targetPrivileges(call, trueDepth),
      listArgument(call, 'PrivilegeIds').map((it) => privilegeWithId(it)?.name ?? ''),
    ),
  ),
  {
    name: 'RetrieveRolePrivilegesRole',
    boundTo: null,
    run: (call) => {
      const { environment, access } = call.session;
      const id = guidArgument(call, 'RoleId');
      const roles = requireTable('role');
      access.require(roles, 'Read');
      const row = environment.rows(roles).get(id);
      if (row === null) throw recordNotFound('role', id);
      access.requireRow(roles, 'Read', row);
      const unit = textOf(row, 'businessunitid') ?? '';
      const found = [...environment.grantsOf(id)].flatMap(([privilegeId, mask]) => {
        const privilege = privilegeWithId(privilegeId);
        return privilege === null ? [] : [rolePrivilege(privilege, mask, unit)];
      });
      return { RolePrivileges: found };
    },
  },
];

import { collectPermissions, type HeldRole, rolesOfTeam } from '../access/held-roles.ts';
import type { Privilege } from '../base/privileges.ts';
import { depthMask, depthOfMask } from '../base/role-definition.ts';
import { recordNotFound } from '../errors/request-faults.ts';
import type { WireObject } from '../query/wire-object.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { guidArgument, listArgument, textArgument } from './arguments.ts';
import type { FunctionCall, RowsAnswer, WebApiFunction } from './operation.ts';

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

function privilegesOf(
  { environment }: Session,
  roles: readonly HeldRole[],
  unit: string,
  depth: Depth = trueDepth,
): ReadonlyMap<string, Json> {
  const widest = new Map<string, number>();
  for (const role of roles) {
    for (const [id, mask] of role.grants) widest.set(id, Math.max(depth(role, mask), widest.get(id) ?? 0));
  }
  const found = new Map<string, Json>();
  for (const [id, mask] of widest) {
    const privilege = environment.privileges.withId(id);
    if (privilege !== null) found.set(privilege.name, rolePrivilege(privilege, mask, unit));
  }
  return found;
}

const unitOf = (row: Row): string => textOf(row, 'businessunitid') ?? '';

const rolesOf = ({ environment }: Session, user: Row): readonly HeldRole[] =>
  collectPermissions(environment, idOf(user, 'systemuserid')).roles;

function targetPrivileges({ session, target }: FunctionCall, depth: Depth): ReadonlyMap<string, Json> {
  const row = target ?? session.access.user;
  return privilegesOf(session, rolesOf(session, row), unitOf(row), depth);
}

/** What a user has through teams, at its depth (Learn: RetrieveUsersPrivilegesThroughTeams Function). */
function throughTeams({ session, target }: FunctionCall): WireObject {
  const row = target ?? session.access.user;
  const roles = rolesOf(session, row).filter(({ via }) => via.kind === 'team');
  return { RolePrivileges: [...privilegesOf(session, roles, unitOf(row)).values()] };
}

/** Learn: RetrieveTeamPrivileges Function. */
function teamPrivileges({ session, target }: FunctionCall): WireObject {
  if (target === null) return { RolePrivileges: [] };
  const roles = rolesOfTeam(session.environment, idOf(target, 'teamid'));
  return { RolePrivileges: [...privilegesOf(session, roles, unitOf(target)).values()] };
}

/** Rows of somebody whom the directory knows; nobody where the environment does not. */
const directoryUsers = (call: FunctionCall): readonly Row[] => [
  ...call.session.environment
    .rows(requireTable('systemuser'))
    .where('azureactivedirectoryobjectid', guidArgument(call, 'DirectoryObjectId')),
];

function directoryPrivileges(call: FunctionCall): ReadonlyMap<string, Json> {
  const [user] = directoryUsers(call);
  return user === undefined
    ? new Map()
    : privilegesOf(call.session, rolesOf(call.session, user), unitOf(user));
}

/** The roles of somebody in the directory, its own and those of its teams (Learn: "Use Web API with Microsoft Entra groups"). */
function directoryRoles(call: FunctionCall): RowsAnswer {
  const { session } = call;
  const { environment } = session;
  const table = requireTable('role');
  const held = directoryUsers(call).flatMap((user) => rolesOf(session, user));
  const ids = new Set(held.map(({ roleId }) => roleId));
  return { table, rows: [...environment.rows(table).rows()].filter((it) => ids.has(idOf(it, 'roleid'))) };
}

/** Every privilege that there is (Learn: RetrievePrivilegeSet Function). */
function privilegeSet({ session }: FunctionCall): RowsAnswer {
  const table = requireTable('privilege');
  return { table, rows: [...session.environment.rows(table).rows()] };
}

const chosen = (all: ReadonlyMap<string, Json>, names: readonly string[]): WireObject => ({
  RolePrivileges: names.flatMap((name) => all.get(name) ?? []),
});

const nameOf = ({ session }: FunctionCall, id: string): string =>
  session.environment.privileges.withId(id)?.name ?? '';

const named = (call: FunctionCall): readonly string[] => listArgument(call, 'PrivilegeNames');

const identified = (call: FunctionCall): readonly string[] =>
  listArgument(call, 'PrivilegeIds').map((it) => nameOf(call, it));

const unbound = (name: string, run: (call: FunctionCall) => WireObject): WebApiFunction => ({
  name,
  boundTo: null,
  run,
});

const bound = (
  name: string,
  run: (call: FunctionCall) => WireObject,
  table = 'systemuser',
): WebApiFunction => ({ name, boundTo: [table], run });

/** Functions about privileges of users and roles (Learn: "Web API functions", security). */
export const privilegeFunctions: readonly WebApiFunction[] = [
  bound('RetrieveUserPrivileges', (call) => ({
    RolePrivileges: [...targetPrivileges(call, teamsAsBasic).values()],
  })),
  bound('RetrieveUserPrivilegeByPrivilegeName', (call) =>
    chosen(targetPrivileges(call, trueDepth), [textArgument(call, 'PrivilegeName')]),
  ),
  bound('RetrieveUserPrivilegeByPrivilegeId', (call) =>
    chosen(targetPrivileges(call, trueDepth), [nameOf(call, guidArgument(call, 'PrivilegeId'))]),
  ),
  bound('RetrieveUserSetOfPrivilegesByNames', (call) =>
    chosen(targetPrivileges(call, trueDepth), named(call)),
  ),
  bound('RetrieveUserSetOfPrivilegesByIds', (call) =>
    chosen(targetPrivileges(call, trueDepth), identified(call)),
  ),
  bound('RetrieveUsersPrivilegesThroughTeams', throughTeams),
  bound('RetrieveTeamPrivileges', teamPrivileges, 'team'),
  { name: 'RetrieveAadUserRoles', boundTo: null, rowsOf: directoryRoles },
  { name: 'RetrievePrivilegeSet', boundTo: ['privilege'], ofSet: true, rowsOf: privilegeSet },
  // Seen in clients without what it is bound to.
  { name: 'RetrievePrivilegeSet', boundTo: null, rowsOf: privilegeSet },
  unbound('RetrieveAadUserPrivileges', (call) => ({
    RolePrivileges: [...directoryPrivileges(call).values()],
  })),
  unbound('RetrieveAadUserSetOfPrivilegesByNames', (call) => chosen(directoryPrivileges(call), named(call))),
  unbound('RetrieveAadUserSetOfPrivilegesByIds', (call) =>
    chosen(directoryPrivileges(call), identified(call)),
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
        const privilege = environment.privileges.withId(privilegeId);
        return privilege === null ? [] : [rolePrivilege(privilege, mask, unit)];
      });
      return { RolePrivileges: found };
    },
  },
];

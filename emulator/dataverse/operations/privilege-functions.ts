import { groupTeamsOf, principalOf } from '../access/group-membership.ts';
import { collectPermissions, type HeldRole, rolesOfTeam } from '../access/held-roles.ts';
import type { Privilege } from '../base/privileges.ts';
import { depthMask, depthOfMask } from '../base/role-definition.ts';
import { recordNotFound } from '../errors/request-faults.ts';
import type { WireObject } from '../query/wire-object.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
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

/** The row of somebody whom the directory knows; null where the environment has none. */
function directoryUser(call: FunctionCall): Row | null {
  const id = guidArgument(call, 'DirectoryObjectId');
  const [row = null] = call.session.environment
    .rows(requireTable('systemuser'))
    .where('azureactivedirectoryobjectid', id);
  return row;
}

/** What is told of an id that nobody in the directory has: nothing, or that there is no such user. No page says. */
function requireInDirectory(call: FunctionCall): void {
  const { environment, ports } = call.session;
  if (dataverseRule(ports.rules, environment.seed, 'unknownDirectoryUser') === 'nothing') return;
  const id = guidArgument(call, 'DirectoryObjectId');
  if (ports.directory.user(environment.seed.tenantId, id) === null) throw recordNotFound('systemuser', id);
}

/**
 * The roles of somebody in the directory: their own and those of their teams, also of the teams of groups that they are in by now, with a user
 * row or without (Learn: "Work with Microsoft Entra ID group teams", security roles and privileges).
 */
function directoryHeld(call: FunctionCall): readonly HeldRole[] {
  const { session } = call;
  const user = directoryUser(call);
  const own = user === null ? [] : rolesOf(session, user);
  if (user === null) requireInDirectory(call);
  const principal =
    user === null
      ? ({ kind: 'user', objectId: guidArgument(call, 'DirectoryObjectId') } as const)
      : principalOf(user);
  const teams = principal === null ? [] : groupTeamsOf(session, principal);
  const known = own.flatMap(({ via }) => (via.kind === 'team' ? [via.teamId] : []));
  return [
    ...own,
    ...teams
      .map((team) => idOf(team, 'teamid'))
      .filter((id) => !known.includes(id))
      .flatMap((id) => rolesOfTeam(session.environment, id)),
  ];
}

function directoryPrivileges(call: FunctionCall): ReadonlyMap<string, Json> {
  const user = directoryUser(call);
  const unit = user === null ? call.session.environment.rootBusinessUnitId : unitOf(user);
  return privilegesOf(call.session, directoryHeld(call), unit);
}

/** Learn: RetrieveAadUserRoles Function; what a role that comes through a team says of it, "Work with Microsoft Entra ID group teams". */
function directoryRoles(call: FunctionCall): RowsAnswer {
  const { environment } = call.session;
  const table = requireTable('role');
  const held = new Map(directoryHeld(call).map(({ roleId, via }) => [roleId, via]));
  return {
    table,
    rows: [...environment.rows(table).rows()].filter((it) => held.has(idOf(it, 'roleid'))),
    beside: (id) => {
      const via = held.get(id);
      const team = via?.kind === 'team' ? environment.rows(requireTable('team')).get(via.teamId) : null;
      return Object.fromEntries(
        ['azureactivedirectoryobjectid', 'membershiptype', 'teamid', 'name'].flatMap((column) =>
          team?.[column] == null ? [] : [[`t_x002e_${column}`, team[column]]],
        ),
      );
    },
  };
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

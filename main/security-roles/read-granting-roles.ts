import { z } from 'zod';
import type { GrantingRole, SecurityRole } from '../../preload/contract/security-roles.ts';
import { compareDepth } from '../../preload/contract/words/depth.ts';
import type { Depth } from '../../preload/contract/words/depth.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseClientId, parsePrivilegeId, parseRoleId } from '../../preload/contract/words/ids.ts';
import type { ClientId, PrivilegeId, RoleId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { guidOf, readAllRows } from '../dataverse/rows.ts';
import { readPrivilegeSet } from './read-privilege-set.ts';
import { readSecurityRoles } from './read-security-roles.ts';

/** `privilegedepthmask` (Microsoft Learn: roleprivileges table): other numbers than those of `PrivilegeDepth`. */
const DEPTH_OF_MASK: Readonly<Record<number, Depth>> = { 1: 'Basic', 2: 'Local', 4: 'Deep', 8: 'Global' };

const grantRow = z.object({
  roleid: guidOf(parseRoleId),
  privilegeid: guidOf(parsePrivilegeId),
  privilegedepthmask: z.int(),
});
const roleRow = z.object({ roleid: guidOf(parseRoleId) });
const userRow = z.object({ fullname: z.string().nullish(), applicationid: guidOf(parseClientId).nullish() });
const holderRow = userRow.extend({ systemuserroles_association: z.array(roleRow).default([]) });
const teamRow = z.object({
  name: z.string(),
  teamroles_association: z.array(roleRow).default([]),
  teammembership_association: z.array(userRow).default([]),
});

type Holder = GrantingRole['apps'][number];
type App = { readonly clientId: ClientId; readonly name: string };

/** Dataverse writes "#" for the first name that an app does not have. */
const appOf = ({ applicationid, fullname }: z.output<typeof userRow>): readonly App[] =>
  applicationid == null
    ? []
    : [{ clientId: applicationid, name: (fullname ?? '').replace(/^#\s+/, '').trim() || applicationid }];

/** Application users by the role copies that they hold, themselves and through teams. */
const readHolders = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<RoleId, readonly Holder[]>>> => {
  const deleted = odataExpression('applicationid ne null and deletedstate ne 1');
  const [users, teams] = await Promise.all([
    readAllRows(
      client,
      `systemusers?$select=fullname,applicationid&$filter=${deleted}&$expand=systemuserroles_association($select=roleid)`,
      holderRow,
      { signal },
    ),
    readAllRows(
      client,
      'teams?$select=name&$expand=teamroles_association($select=roleid),teammembership_association($select=fullname,applicationid)',
      teamRow,
      { signal },
    ),
  ]);
  if (!users.ok) return users;
  if (!teams.ok) return teams;
  const holders = new Map<RoleId, Holder[]>();
  const hold = (roles: readonly z.output<typeof roleRow>[], apps: readonly App[], team: string | null) => {
    for (const { roleid } of roles)
      holders.set(roleid, [...(holders.get(roleid) ?? []), ...apps.map((app) => ({ ...app, team }))]);
  };
  for (const row of users.value.rows) hold(row.systemuserroles_association, appOf(row), null);
  for (const row of teams.value.rows)
    hold(row.teamroles_association, row.teammembership_association.flatMap(appOf), row.name);
  return ok(holders);
};

/** How far each role grants each privilege, by the id of its original. */
const grantsByRole = (
  rows: readonly z.output<typeof grantRow>[],
  roles: readonly SecurityRole[],
  names: ReadonlyMap<PrivilegeId, string>,
): ReadonlyMap<RoleId, ReadonlyMap<string, Depth>> => {
  const rootOf = new Map(
    roles.flatMap(({ rootRoleId, copies }) => copies.map(({ roleId }) => [roleId, rootRoleId] as const)),
  );
  const found = new Map<RoleId, Map<string, Depth>>();
  for (const { roleid, privilegeid, privilegedepthmask } of rows) {
    const name = names.get(privilegeid);
    const depth = DEPTH_OF_MASK[privilegedepthmask] ?? 'Basic';
    if (name === undefined) continue;
    const root = rootOf.get(roleid) ?? roleid;
    const depths = found.get(root) ?? new Map<string, Depth>();
    const before = depths.get(name);
    if (before === undefined || compareDepth(before, depth) < 0) depths.set(name, depth);
    found.set(root, depths);
  }
  return found;
};

/** What an environment answers to the question who may do something. */
export type Granting = { readonly roles: readonly GrantingRole[]; readonly absent: readonly string[] };

/**
 * Which roles of an environment grant any of these privileges, and which application users hold those roles (Microsoft Learn:
 * roleprivileges, systemuserroles and teamroles tables). Those that grant most come first.
 */
export const readGrantingRoles = async (
  client: DataverseClient,
  privileges: readonly string[],
  signal: AbortSignal,
): Promise<Result<Granting>> => {
  const there = await readPrivilegeSet(client, privileges, signal);
  if (!there.ok) return there;
  const names = new Map([...there.value.values()].map(({ privilegeId, name }) => [privilegeId, name]));
  const absent = privileges.filter((name) => !there.value.has(name));
  if (names.size === 0) return ok({ roles: [], absent });
  const anyOf = odataExpression([...names.keys()].map((id) => `privilegeid eq ${id}`).join(' or '));
  const [rows, roles, holders] = await Promise.all([
    readAllRows(
      client,
      `roleprivilegescollection?$select=roleid,privilegeid,privilegedepthmask&$filter=${anyOf}`,
      grantRow,
      { signal },
    ),
    readSecurityRoles(client, signal),
    readHolders(client, signal),
  ]);
  if (!rows.ok) return rows;
  if (!roles.ok) return roles;
  if (!holders.ok) return holders;
  const grants = grantsByRole(rows.value.rows, roles.value, names);
  const found = roles.value.flatMap((role): GrantingRole[] => {
    const depths = grants.get(role.rootRoleId);
    if (depths === undefined) return [];
    const apps = role.copies.flatMap(({ roleId }) => holders.value.get(roleId) ?? []);
    const { managed, name, rootRoleId, systemAdministrator } = role;
    return [
      {
        rootRoleId,
        name,
        managed,
        systemAdministrator,
        grants: [...depths].map(([privilege, depth]) => ({ privilege, depth })),
        apps: apps.toSorted((a, b) => a.name.localeCompare(b.name)),
      },
    ];
  });
  return ok({ roles: found, absent });
};

import { z } from 'zod';
import type { BusinessUnit, CountedRole } from '../../preload/contract/security-roles.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseTeamId } from '../../preload/contract/words/ids.ts';
import type { SystemUserId, TeamId } from '../../preload/contract/words/ids.ts';
import { TEAM_TYPES } from '../../preload/contract/words/status.ts';
import { readBusinessUnits } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { guidOf, readAllRows, whole } from '../dataverse/rows.ts';
import { readAdministratorRoleIds } from '../dataverse/system-administrator.ts';
import { SECURITY_ROLE_COLUMNS, securityRoleRow } from './security-role-row.ts';
import type { SecurityRoleRow } from './security-role-row.ts';
import { whenGone } from './when-gone.ts';

const teamRow = z.object({ teamid: guidOf(parseTeamId), name: z.string(), teamtype: z.int().nullish() });
type TeamRow = z.output<typeof teamRow>;

/** `teamtype` of an access team, which holds no roles: its members get what is shared with it (Learn: team table). */
const ACCESS_TEAM = 1;

const readRolesAt = async (
  client: DataverseClient,
  holder: string,
  signal: AbortSignal,
): Promise<Result<readonly SecurityRoleRow[]>> =>
  whole(await readAllRows(client, `${holder}?${SECURITY_ROLE_COLUMNS}`, securityRoleRow, { signal }), client);

const rolesOfTeams = async (
  client: DataverseClient,
  teams: readonly TeamRow[],
  signal: AbortSignal,
): Promise<Result<readonly (readonly [SecurityRoleRow, CountedRole['through']])[]>> => {
  const reads = await Promise.all(
    teams.map(async (team) => ({
      team,
      roles: await readRolesAt(client, `teams(${team.teamid})/teamroles_association`, signal),
    })),
  );
  const found: (readonly [SecurityRoleRow, CountedRole['through']])[] = [];
  for (const { team, roles } of reads) {
    if (!roles.ok) return roles;
    for (const role of roles.value) {
      const teamType = TEAM_TYPES[team.teamtype ?? -1] ?? 'Unknown';
      const membersInherit = role.membersInherit;
      found.push([
        role,
        { kind: 'team', teamId: team.teamid, teamName: team.name, teamType, membersInherit },
      ]);
    }
  }
  return ok(found);
};

/** What decides what a user may do: the roles that count for it, its teams of every kind, and the tree of business units. */
export type HeldRoles = {
  readonly roles: readonly CountedRole[];
  readonly teams: readonly { readonly id: TeamId; readonly name: string }[];
  readonly units: readonly BusinessUnit[];
};

/**
 * Every role that counts for a user: its own and those of its teams (Microsoft Learn: systemuserroles_association,
 * teammembership_association, teamroles_association; "Security concepts in Microsoft Dataverse"). Own roles first, then
 * by team; each by name.
 */
export const readHeldRoles = async (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<Result<HeldRoles>> => {
  const user = `systemusers(${systemUserId})`;
  const [own, teams, units, administrators] = await Promise.all([
    readRolesAt(client, `${user}/systemuserroles_association`, signal),
    readAllRows(client, `${user}/teammembership_association?$select=teamid,name,teamtype`, teamRow, {
      signal,
    }),
    readBusinessUnits(client, signal),
    readAdministratorRoleIds(client, signal),
  ]);
  if (!own.ok) return whenGone(own, 'application user', systemUserId);
  const memberOf = whole(teams, client);
  if (!memberOf.ok) return whenGone(memberOf, 'application user', systemUserId);
  if (!units.ok) return units;
  if (!administrators.ok) return administrators;

  const withRoles = memberOf.value.filter(({ teamtype }) => teamtype !== ACCESS_TEAM);
  const throughTeams = await rolesOfTeams(client, withRoles, signal);
  if (!throughTeams.ok) return throughTeams;

  const unitNames = new Map(units.value.map(({ id, name }) => [id, name]));
  const direct = own.value.map((role): readonly [SecurityRoleRow, CountedRole['through']] => [
    role,
    { kind: 'direct' },
  ]);
  const teamOf = (role: CountedRole): string => (role.through.kind === 'team' ? role.through.teamName : '');
  const roles = [...direct, ...throughTeams.value]
    .map(([{ roleId, rootRoleId, name, businessUnitId }, through]): CountedRole => ({
      roleId,
      rootRoleId,
      name,
      businessUnitId,
      businessUnitName: unitNames.get(businessUnitId) ?? businessUnitId,
      systemAdministrator: administrators.value.has(rootRoleId),
      through,
    }))
    .toSorted((a, b) => teamOf(a).localeCompare(teamOf(b)) || a.name.localeCompare(b.name));
  return ok({
    roles,
    teams: memberOf.value.map(({ teamid: id, name }) => ({ id, name })),
    units: units.value,
  });
};

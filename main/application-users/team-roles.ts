import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseSystemUserId, parseTeamId } from '../../preload/contract/words/ids.ts';
import type { RoleId, SystemUserId } from '../../preload/contract/words/ids.ts';
import { TEAM_TYPES } from '../../preload/contract/words/status.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { guidOf, readAllRows, readWhole } from '../dataverse/rows.ts';
import { heldRoleRow, ROLE_COLUMNS } from './application-user-row.ts';
import type { HeldRoleRow } from './application-user-row.ts';
import { heldRole } from './to-application-user.ts';
import type { ApplicationUserThere, InventoryUser } from './to-application-user.ts';

const memberRow = z.object({ systemuserid: guidOf(parseSystemUserId) });
const teamRow = z.object({
  teamid: guidOf(parseTeamId),
  name: z.string(),
  teamtype: z.int().nullish(),
  teamroles_association: z.array(heldRoleRow).default([]),
  'teamroles_association@odata.nextLink': z.string().nullish(),
  teammembership_association: z.array(memberRow).default([]),
  'teammembership_association@odata.nextLink': z.string().nullish(),
});

/** A role that members of a team have through it. */
type TeamRole = {
  readonly team: NonNullable<InventoryUser['teamRoles']>[number]['team'];
  readonly row: HeldRoleRow;
};

/** Roles through teams by user; null where the caller may not read teams. */
type TeamRoles = ReadonlyMap<SystemUserId, readonly TeamRole[]> | null;

const MEMBERS = odataExpression('applicationid ne null');
/** What is asked of teams. Access teams (1) hold no roles: what is shared with them is not a role (Microsoft Learn: team table, teamtype). */
export const TEAM_ROLES_PATH =
  `teams?$select=teamid,name,teamtype&$filter=${odataExpression('teamtype ne 1')}` +
  `&$expand=teamroles_association($select=${ROLE_COLUMNS}),` +
  `teammembership_association($select=systemuserid;$filter=${MEMBERS})`;

/** `PrivilegeDenied` (Microsoft Learn: web-service-error-codes). */
const DENIED = '0x80040220';

/**
 * Reads which roles an environment's application users have through teams (Microsoft Learn: teamroles_association,
 * teammembership_association), all teams at once. A team row that cannot be read fails it: roles must not be missed.
 */
export const readTeamRoles = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<TeamRoles>> => {
  const teams = await readAllRows(client, TEAM_ROLES_PATH, teamRow, { signal });
  if (!teams.ok)
    return teams.error.code === 'dataverse' && teams.error.params['hex'] === DENIED ? ok(null) : teams;
  if (teams.value.unreadable > 0) {
    const { host } = new URL(client.origin);
    return failed('unexpected-answer', {
      host,
      status: 200,
      what: `${teams.value.unreadable} unreadable rows`,
    });
  }
  const byUser = new Map<SystemUserId, TeamRole[]>();
  for (const row of teams.value.rows) {
    const roles = await readWhole(
      client,
      { rows: row.teamroles_association, link: row['teamroles_association@odata.nextLink'] },
      heldRoleRow,
      { signal },
    );
    if (!roles.ok) return roles;
    if (roles.value.length === 0) continue;
    const members = await readWhole(
      client,
      { rows: row.teammembership_association, link: row['teammembership_association@odata.nextLink'] },
      memberRow,
      { signal },
    );
    if (!members.ok) return members;
    const team = { id: row.teamid, name: row.name, type: TEAM_TYPES[row.teamtype ?? -1] ?? 'Unknown' };
    for (const { systemuserid } of members.value)
      byUser.set(systemuserid, [
        ...(byUser.get(systemuserid) ?? []),
        ...roles.value.map((role) => ({ team, row: role })),
      ]);
  }
  return ok(byUser);
};

/** Adds to a user what it holds through teams. */
export const withTeamRoles =
  (teamRoles: TeamRoles, administratorRoles: ReadonlySet<RoleId>) =>
  (user: ApplicationUserThere): InventoryUser => {
    const held = teamRoles?.get(user.systemUserId) ?? [];
    const roles = held
      .map(({ row, team }) => ({ ...heldRole(row, administratorRoles), team }))
      .toSorted((a, b) => a.team.name.localeCompare(b.team.name) || a.name.localeCompare(b.name));
    return {
      ...user,
      teamRoles: teamRoles === null ? null : roles,
      systemAdministrator:
        user.systemAdministrator || roles.some(({ systemAdministrator }) => systemAdministrator),
    };
  };

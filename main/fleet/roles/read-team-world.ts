import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { readTeamMembers } from '../../application-users/team-members.ts';
import { readTeamsNamed, readTeamsWith } from '../../application-users/teams.ts';
import type { TeamThere } from '../../application-users/teams.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { readRolesOfTeam } from '../../security-roles/team-role-membership.ts';
import type { TeamReference } from './find-role-team.ts';
import type { TeamInWorld } from './role-world.ts';

/** Reads the teams that changes name, the roles that they hold and who is in them. Not knowing the members only loses a warning. */
export const readTeamWorld = async (
  client: DataverseClient,
  wanted: readonly TeamReference[],
  signal: AbortSignal,
): Promise<Result<readonly TeamInWorld[]>> => {
  const names = wanted.flatMap((each) => (each.by === 'name' ? [each.name] : []));
  const ids = wanted.flatMap((each) => (each.by === 'id' ? [each.teamId] : []));
  const [named, identified] = await Promise.all([
    readTeamsNamed(client, [...new Set(names)], signal),
    readTeamsWith(client, [...new Set(ids)], signal),
  ]);
  if (!named.ok) return named;
  if (!identified.ok) return identified;
  const teams = new Map<string, TeamThere>(
    [...named.value, ...identified.value].map((team) => [team.id, team]),
  );
  const world: TeamInWorld[] = [];
  for (const team of teams.values()) {
    const [roles, members] = await Promise.all([
      readRolesOfTeam(client, team.id, signal),
      readTeamMembers(client, team.id, signal),
    ]);
    if (!roles.ok) return roles;
    const holds = new Set(roles.value.map(({ roleId }) => roleId));
    world.push({ team, holds, members: members.ok ? members.value : null });
  }
  return ok(world);
};

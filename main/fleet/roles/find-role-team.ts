import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import type { TeamThere } from '../../application-users/teams.ts';

export type TeamReference = Extract<RoleChange, { readonly team: unknown }>['team'];

/** The team that a change means: `team-not-found`, `team-ambiguous`. */
export const findRoleTeam = (
  teams: readonly TeamThere[],
  wanted: TeamReference,
  environment: string,
): Result<TeamThere> => {
  const found = teams.filter(({ id, name }) =>
    wanted.by === 'id' ? id === wanted.teamId : sameName(name, wanted.name),
  );
  const team = wanted.by === 'id' ? wanted.teamId : wanted.name;
  const [one] = found;
  if (one === undefined) return failed('team-not-found', { team, environment });
  return found.length === 1 ? ok(one) : failed('team-ambiguous', { team, environment, count: found.length });
};

/** Whether Entra decides who is in the team. */
export const isGroupTeam = ({ type }: TeamThere): boolean =>
  type === 'Entra security group' || type === 'Microsoft 365 group';

/**
 * Refuses teams that cannot hold the role: access teams hold none (0x80048331), and a role of "Team Privileges only" is not given to a
 * team that stands for a group (0x80048350; Microsoft Learn: "Web service error codes").
 */
export const requireHolder = (team: TeamThere, role: SecurityRole, environment: string): Result<null> => {
  const reason =
    team.type === 'Access' ? 'access' : isGroupTeam(team) && !role.membersInherit ? 'group' : null;
  return reason === null
    ? ok(null)
    : failed('team-role-refused', { team: team.name, role: role.name, environment, reason });
};

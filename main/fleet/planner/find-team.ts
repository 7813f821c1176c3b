import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { hasChosenMembers } from '../../application-users/teams.ts';
import type { TeamThere } from '../../application-users/teams.ts';

/**
 * The team of that name, if its membership can be changed: `team-not-found`, `team-ambiguous`, or `team-not-changeable` for a default
 * team (0x8004830B, 0x8004830C) and for a team whose members Entra decides (Microsoft Learn: "Manage group teams").
 */
export const findTeam = (
  teams: readonly TeamThere[],
  team: string,
  environment: string,
): Result<TeamThere> => {
  const found = teams.filter(({ name }) => sameName(name, team));
  const [one] = found;
  if (one === undefined) return failed('team-not-found', { team, environment });
  if (found.length > 1) return failed('team-ambiguous', { team, environment, count: found.length });
  if (one.isDefault) return failed('team-not-changeable', { team, environment, reason: 'default' });
  return hasChosenMembers(one)
    ? ok(one)
    : failed('team-not-changeable', { team, environment, reason: 'entra' });
};

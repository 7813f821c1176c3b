import { defaultTeamId } from '../base/generate-assignments.ts';
import { guid } from '../base/guid.ts';
import { requireTable } from '../schema/schema.ts';
import { textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { followAdministratorRole } from './profile-writes.ts';

/** Puts a user into the default team of a business unit. */
export function joinDefaultTeam(session: Session, userId: string, unitId: string): void {
  const teamid = defaultTeamId(session.environment.seed.organizationId, unitId);
  session.environment.mutable(requireTable('teammembership')).put({
    teammembershipid: guid('teammembership', teamid, userId),
    teamid,
    systemuserid: userId,
    versionnumber: session.environment.nextVersion(),
  });
}

function removeJoins(
  session: Session,
  intersect: string,
  userId: string,
  keep: (teamId: string) => boolean,
): void {
  const table = requireTable(intersect);
  const store = session.environment.mutable(table);
  for (const join of store.where('systemuserid', userId)) {
    if (!keep(textOf(join, 'teamid') ?? '')) store.remove(textOf(join, table.primaryId) ?? '');
  }
}

/** Takes all roles from a user, and the profile that came with System Administrator. */
export const removeRoles = (session: Session, userId: string): void => {
  removeJoins(session, 'systemuserroles', userId, () => false);
  followAdministratorRole(session, 'systemuserprofiles', userId, false);
};

/** Takes all column security profiles from a user. */
export const removeProfiles = (session: Session, userId: string): void =>
  removeJoins(session, 'systemuserprofiles', userId, () => false);

/** Takes a user out of all its teams. */
export const leaveTeams = (session: Session, userId: string): void =>
  removeJoins(session, 'teammembership', userId, () => false);

/** Takes a user out of the default team of a business unit. */
export const leaveDefaultTeam = (session: Session, userId: string, unitId: string): void => {
  const left = defaultTeamId(session.environment.seed.organizationId, unitId);
  removeJoins(session, 'teammembership', userId, (teamId) => teamId !== left);
};

import type { DesiredState } from '../../../preload/contract/fleet.ts';
import type { BusinessUnit, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { ClientId, RoleId, SystemUserId } from '../../../preload/contract/words/ids.ts';
import type { OwnedRecords } from '../../application-users/owned-records.ts';
import type { ProfileThere } from '../../application-users/column-profiles.ts';
import type { TeamThere } from '../../application-users/teams.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';

/** What is so in one environment, as far as a plan needs to know it; empty or null where nothing asked for needs it. */
export type ActualEnvironment = {
  readonly users: readonly ApplicationUserThere[];
  readonly roles: readonly SecurityRole[];
  readonly units: readonly BusinessUnit[];
  /** Whether users keep their roles when their business unit changes. */
  readonly keepsRoles: boolean;
  /** Teams that have a name asked for. */
  readonly teams: readonly TeamThere[];
  /** The teams of those users whose teams matter. */
  readonly teamsOf: ReadonlyMap<SystemUserId, readonly TeamThere[]>;
  /** Column security profiles that have a name asked for. */
  readonly profiles: readonly ProfileThere[];
  /** The profiles that those users hold whose profiles matter. */
  readonly profilesOf: ReadonlyMap<SystemUserId, readonly ProfileThere[]>;
  /** How many enabled users, people included, hold System Administrator; null when it is not needed or not known. */
  readonly administrators: number | null;
  /** What those users own who shall be deleted; null: that could not be read. */
  readonly ownedBy: ReadonlyMap<SystemUserId, OwnedRecords | null>;
};

/** The rows of an app that are not soft-deleted. */
export const liveUsers = (
  users: readonly ApplicationUserThere[],
  clientId: ClientId,
): readonly ApplicationUserThere[] =>
  users.filter((user) => user.clientId === clientId && user.state !== 'soft-deleted');

/** The root business unit, where a new application user goes when nobody says otherwise; it alone has no parent. */
export const rootUnit = ({ units }: Pick<ActualEnvironment, 'units'>): BusinessUnit | null =>
  units.find(({ parentId }) => parentId === null) ?? null;

/** Which reads a plan for one environment needs beyond the users themselves. */
export type ReadsNeeded = {
  /** Roles by name, and by the root copies of those that are given again after a move. */
  readonly roles: { readonly names: readonly string[]; readonly roots: readonly RoleId[] };
  readonly units: boolean;
  readonly settings: boolean;
  readonly teams: readonly string[];
  /** Users whose teams matter. */
  readonly teamsOf: readonly SystemUserId[];
  readonly profiles: readonly string[];
  /** Users whose column security profiles matter. */
  readonly profilesOf: readonly SystemUserId[];
  readonly administrators: boolean;
  /** Users whose records are counted. */
  readonly ownedBy: readonly SystemUserId[];
};

/** Works out which reads are needed, so that nothing else is asked. */
export const readsNeeded = (
  desired: readonly DesiredState[],
  users: readonly ApplicationUserThere[],
): ReadsNeeded => {
  const isThere = ({ clientId }: DesiredState): boolean => liveUsers(users, clientId).length > 0;
  const moves = desired.some(({ businessUnit }) => businessUnit !== null);
  const ofTeams = desired.filter(
    (each) => each.delete !== null || each.addTeams.length > 0 || each.removeTeams.length > 0,
  );
  const profilesIn = ({ addProfiles = [], removeProfiles = [] }: DesiredState): readonly string[] => [
    ...addProfiles,
    ...removeProfiles,
  ];
  const usersOf = (some: readonly DesiredState[]): readonly SystemUserId[] =>
    some.flatMap(({ clientId }) => liveUsers(users, clientId).map(({ systemUserId }) => systemUserId));
  return {
    roles: {
      names: [...new Set(desired.flatMap(({ addRoles }) => addRoles))],
      roots: [
        ...new Set(
          desired
            .filter(({ businessUnit }) => businessUnit !== null)
            .flatMap(({ clientId }) => liveUsers(users, clientId))
            .flatMap((user) => user.roles.map(({ rootRoleId }) => rootRoleId)),
        ),
      ],
    },
    units: moves || desired.some((each) => each.addRoles.length > 0 || (each.ensureUser && !isThere(each))),
    settings: desired.some((each) => each.businessUnit !== null && isThere(each)),
    teams: [
      ...new Set(
        desired.flatMap(({ addTeams, recordsTo, removeTeams }) => [
          ...addTeams,
          ...removeTeams,
          ...(recordsTo === undefined ? [] : [recordsTo]),
        ]),
      ),
    ],
    ownedBy: usersOf(desired.filter((each) => each.delete !== null)),
    teamsOf: usersOf(ofTeams),
    profiles: [...new Set(desired.flatMap(profilesIn))],
    profilesOf: usersOf(desired.filter((each) => each.delete !== null || profilesIn(each).length > 0)),
    administrators: desired.some(
      (each) =>
        (each.enabled === false ||
          each.removeRoles.length > 0 ||
          each.delete !== null ||
          each.businessUnit !== null) &&
        liveUsers(users, each.clientId).some((user) => user.systemAdministrator),
    ),
  };
};

import type { Grants } from '../base/role-definition.ts';
import { requireTable } from '../schema/schema.ts';
import { numberOf, type Row, textOf } from '../schema/value.ts';
import type { Environment } from '../store/environment.ts';
import { grantsInMode } from './access-mode.ts';

/** One role copy that counts for a user, and how it got it. */
export type HeldRole = {
  readonly roleId: string;
  readonly grants: Grants;
  /** Business unit of the role copy: Local and Deep start there. */
  readonly businessUnitId: string;
  readonly via:
    | { readonly kind: 'user' }
    | { readonly kind: 'team'; readonly teamId: string; readonly inherited: boolean };
};

/** What a user may do, as it stood at one moment. */
export type Permissions = {
  readonly userId: string;
  readonly roles: readonly HeldRole[];
  readonly teamIds: readonly string[];
  /** Column security profiles, its own and those of its teams. */
  readonly profileIds: readonly string[];
  /** Profiles that have to allow the same, of whoever acts on behalf of the user, where they count. */
  readonly alsoProfileIds?: readonly string[];
};

function heldRole(
  environment: Environment,
  roleId: string,
  viaOf: (role: Row) => HeldRole['via'],
): readonly HeldRole[] {
  const row = environment.rows(requireTable('role')).get(roleId);
  if (row === null) return [];
  const businessUnitId = textOf(row, 'businessunitid') ?? '';
  return [{ roleId, grants: environment.grantsOf(roleId), businessUnitId, via: viaOf(row) }];
}

/** The roles of a team, as they count for those who are in it. */
export const rolesOfTeam = (environment: Environment, teamId: string): readonly HeldRole[] =>
  [...environment.rows(requireTable('teamroles')).where('teamid', teamId)].flatMap((it) =>
    heldRole(environment, textOf(it, 'roleid') ?? '', (role) => ({
      kind: 'team',
      teamId,
      inherited: numberOf(role, 'isinherited') === 1,
    })),
  );

const profilesIn = (environment: Environment, join: string, column: string, id: string): readonly string[] =>
  [...environment.rows(requireTable(join)).where(column, id)].flatMap(
    (it) => textOf(it, 'fieldsecurityprofileid') ?? [],
  );

/**
 * Collects a user's roles and column security profiles: its own and those of its teams (Learn: "Security concepts in Microsoft Dataverse").
 * Access teams hold no roles. Grants are shared and immutable, so the result stays true to its moment.
 */
export function collectPermissions(environment: Environment, userId: string): Permissions {
  const rowsOf = (name: string) => environment.rows(requireTable(name));
  const user = rowsOf('systemuser').get(userId);

  const inMode = (role: HeldRole): HeldRole => ({ ...role, grants: grantsInMode(user, role.grants) });

  const teamIds = [...rowsOf('teammembership').where('systemuserid', userId)].flatMap(
    (it) => textOf(it, 'teamid') ?? [],
  );
  const direct = [...rowsOf('systemuserroles').where('systemuserid', userId)].flatMap((it) =>
    heldRole(environment, textOf(it, 'roleid') ?? '', () => ({ kind: 'user' })),
  );
  const throughTeams = teamIds.flatMap((teamId) => rolesOfTeam(environment, teamId));
  const profileIds = [
    ...profilesIn(environment, 'systemuserprofiles', 'systemuserid', userId),
    ...teamIds.flatMap((teamId) => profilesIn(environment, 'teamprofiles', 'teamid', teamId)),
  ];
  return { userId, roles: [...direct, ...throughTeams].map(inMode), teamIds, profileIds };
}

/** What a user may do, or what a team may by itself: with its own records and those that its roles reach. */
export function permissionsOf(environment: Environment, principal: Row): Permissions {
  const teamId = textOf(principal, 'teamid');
  if (teamId === null) return collectPermissions(environment, textOf(principal, 'systemuserid') ?? '');
  const roles = rolesOfTeam(environment, teamId).map((it): HeldRole => ({ ...it, via: { kind: 'user' } }));
  return {
    userId: teamId,
    roles,
    teamIds: [teamId],
    profileIds: profilesIn(environment, 'teamprofiles', 'teamid', teamId),
  };
}

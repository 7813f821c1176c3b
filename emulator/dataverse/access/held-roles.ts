import type { Grants } from '../base/role-definition.ts';
import { requireTable } from '../schema/schema.ts';
import { numberOf, textOf } from '../schema/value.ts';
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
};

/**
 * Collects a user's roles and column security profiles: its own and those of its teams (Learn: "Security concepts in Microsoft Dataverse").
 * Access teams hold no roles. Grants are shared and immutable, so the result stays true to its moment.
 */
export function collectPermissions(environment: Environment, userId: string): Permissions {
  const rowsOf = (name: string) => environment.rows(requireTable(name));
  const roles = rowsOf('role');
  const user = rowsOf('systemuser').get(userId);

  const held = (roleId: string, via: HeldRole['via']): readonly HeldRole[] => {
    const row = roles.get(roleId);
    if (row === null) return [];
    return [
      {
        roleId,
        grants: grantsInMode(user, environment.grantsOf(roleId)),
        businessUnitId: textOf(row, 'businessunitid') ?? '',
        via,
      },
    ];
  };

  const teamIds = [...rowsOf('teammembership').where('systemuserid', userId)].flatMap(
    (it) => textOf(it, 'teamid') ?? [],
  );
  const direct = [...rowsOf('systemuserroles').where('systemuserid', userId)].flatMap((it) =>
    held(textOf(it, 'roleid') ?? '', { kind: 'user' }),
  );
  const throughTeams = teamIds.flatMap((teamId) =>
    [...rowsOf('teamroles').where('teamid', teamId)].flatMap((it) => {
      const roleId = textOf(it, 'roleid') ?? '';
      const role = roles.get(roleId);
      const inherited = role !== null && numberOf(role, 'isinherited') === 1;
      return held(roleId, { kind: 'team', teamId, inherited });
    }),
  );
  const profilesIn = (join: string, column: string, id: string): readonly string[] =>
    [...rowsOf(join).where(column, id)].flatMap((it) => textOf(it, 'fieldsecurityprofileid') ?? []);
  const profileIds = [
    ...profilesIn('systemuserprofiles', 'systemuserid', userId),
    ...teamIds.flatMap((teamId) => profilesIn('teamprofiles', 'teamid', teamId)),
  ];
  return { userId, roles: [...direct, ...throughTeams], teamIds, profileIds };
}

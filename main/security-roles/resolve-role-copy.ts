import type { SecurityRole } from '../../preload/contract/security-roles.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { BusinessUnitId, RoleId } from '../../preload/contract/words/ids.ts';
import { sameName } from '../../preload/contract/words/same-name.ts';

/** The copy of a role that a user of a business unit can hold. */
export type RoleCopy = {
  readonly roleId: RoleId;
  readonly rootRoleId: RoleId;
  readonly name: string;
  readonly systemAdministrator: boolean;
};

/**
 * Finds the copy of a named role in a business unit: assigning another unit's copy is refused with 0x80041409
 * (Microsoft Learn: UserInWrongBusiness). No copy is `role-not-found`, several are `role-ambiguous`.
 */
export const resolveRoleCopy = (
  roles: readonly SecurityRole[],
  wanted: { readonly role: string; readonly businessUnitId: BusinessUnitId; readonly environment: string },
): Result<RoleCopy> => {
  const { role, businessUnitId, environment } = wanted;
  const copies = roles
    .filter(({ name }) => sameName(name, role))
    .flatMap(({ rootRoleId, name, systemAdministrator, copies }) =>
      copies
        .filter((copy) => copy.businessUnitId === businessUnitId)
        .map(({ roleId }): RoleCopy => ({ roleId, rootRoleId, name, systemAdministrator })),
    );
  const [copy] = copies;
  if (copy === undefined) return failed('role-not-found', { role, environment });
  return copies.length === 1
    ? ok(copy)
    : failed('role-ambiguous', { role, environment, count: copies.length });
};

import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import type { ProfileThere } from '../../application-users/column-profiles.ts';
import { SYSTEM_ADMINISTRATOR_PROFILE } from '../../dataverse/system-administrator.ts';

/**
 * The column security profile of that name, if it can be given and taken: the System Administrator profile comes and goes
 * with the role (0x8004F505, CannotRemoveSysAdminProfileFromSysAdminUser).
 */
export const findProfile = (
  profiles: readonly ProfileThere[],
  name: string,
  path: 'addProfiles' | 'removeProfiles',
): Result<ProfileThere> => {
  const found = profiles.filter((profile) => sameName(profile.name, name));
  const [one] = found;
  if (one === undefined) return failed('not-found', { what: 'column security profile', id: name });
  if (found.length > 1)
    return failed('invalid-input', { path, problem: `several column security profiles are called ${name}` });
  return one.id === SYSTEM_ADMINISTRATOR_PROFILE
    ? failed('invalid-input', { path, problem: 'this column security profile comes and goes with its role' })
    : ok(one);
};

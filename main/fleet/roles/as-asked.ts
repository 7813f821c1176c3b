import type { RoleGrantAsked } from '../../../preload/contract/fleet-roles.ts';
import { depthsOf } from '../../security-roles/whole-role.ts';
import type { WholeRole } from '../../security-roles/whole-role.ts';

/** What a role grants now, as one would ask for it. */
export const asAsked = (whole: WholeRole): readonly RoleGrantAsked[] => {
  const depths = depthsOf(whole);
  return whole.grants.flatMap(({ privilegeId, name }) => {
    const depth = depths.get(privilegeId) ?? 'None';
    return depth === 'None' ? [] : [{ privilege: name, depth }];
  });
};

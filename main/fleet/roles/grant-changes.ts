import type { RoleGrantAsked } from '../../../preload/contract/fleet-roles.ts';
import { compareDepth } from '../../../preload/contract/words/depth.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { depthsOf } from '../../security-roles/whole-role.ts';
import type { WholeRole } from '../../security-roles/whole-role.ts';
import type { PrivilegeThere } from '../../security-roles/read-privilege-set.ts';
import type { GrantChange } from './role-action.ts';

/** What is to become of the privileges of a role. */
export type WantedChanges = {
  readonly set: readonly RoleGrantAsked[];
  readonly remove: readonly string[];
};

const byName = (a: GrantChange, b: GrantChange): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * The privileges that really change, sorted by name. Fails when one is asked for twice in different ways, is not there, or cannot be
 * granted at the depth. What is to be removed and is not there changes nothing.
 */
export const grantChanges = (
  wanted: WantedChanges,
  whole: WholeRole,
  privileges: ReadonlyMap<string, PrivilegeThere>,
  environment: string,
): Result<readonly GrantChange[]> => {
  const depths = depthsOf(whole);
  const changes = new Map<string, GrantChange>();
  for (const { privilege: name, depth } of wanted.set) {
    const there = privileges.get(name);
    if (there === undefined) return failed('privilege-not-found', { privilege: name, environment });
    if (!there.depths.includes(depth)) {
      const possible = there.depths.join(', ');
      return failed('privilege-depth', { privilege: name, depth, environment, possible });
    }
    const known = changes.get(name);
    if (known !== undefined && known.after !== depth)
      return failed('invalid-input', { path: 'set', problem: `names ${name} twice` });
    const { privilegeId } = there;
    changes.set(name, { privilegeId, name, before: depths.get(privilegeId) ?? 'None', after: depth });
  }
  const ids = new Map(whole.grants.map(({ name, privilegeId }) => [name, privilegeId]));
  for (const name of wanted.remove) {
    if (changes.has(name))
      return failed('invalid-input', { path: 'remove', problem: `${name} cannot be both set and removed` });
    const privilegeId = ids.get(name);
    if (privilegeId === undefined) continue;
    changes.set(name, { privilegeId, name, before: depths.get(privilegeId) ?? 'None', after: 'None' });
  }
  return ok([...changes.values()].filter(({ before, after }) => before !== after).toSorted(byName));
};

/** Whether a change takes away: all of a privilege, or some of its reach. */
export const takesAway = ({ before, after }: GrantChange): boolean => compareDepth(after, before) < 0;

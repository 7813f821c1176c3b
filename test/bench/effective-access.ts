import { joinPrivileges } from '../../main/security-roles/effective-access.ts';
import type { RolePrivilege } from '../../preload/contract/security-roles.ts';
import { compareDepth, DEPTHS } from '../../preload/contract/words/depth.ts';
import type { Depth } from '../../preload/contract/words/depth.ts';
import { parsePrivilegeId } from '../../preload/contract/words/ids.ts';
import type { PrivilegeId } from '../../preload/contract/words/ids.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const ROLES = 40;
const PRIVILEGES = 4000;

const idOf = (index: number): PrivilegeId => {
  const id = parsePrivilegeId(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  if (id === null) throw new Error('The number is too long for an id.');
  return id;
};

const rolesOf = (): readonly (readonly RolePrivilege[])[] =>
  Array.from({ length: ROLES }, (_role, role) =>
    Array.from({ length: PRIVILEGES }, (_privilege, index): RolePrivilege => ({
      privilegeId: idOf(index),
      name: `prvReadTable${String(index).padStart(5, '0')}`,
      verb: 'Read',
      table: `Table${index}`,
      depth: DEPTHS[(role + index) % DEPTHS.length] ?? 'None',
    })),
  );

/** The furthest depth of each privilege and nothing else. */
const furthest = (roles: readonly (readonly RolePrivilege[])[]): ReadonlyMap<PrivilegeId, Depth> => {
  const found = new Map<PrivilegeId, Depth>();
  for (const privileges of roles)
    for (const { depth, privilegeId } of privileges)
      if (compareDepth(found.get(privilegeId) ?? 'None', depth) < 0) found.set(privilegeId, depth);
  return found;
};

const timed = (work: () => unknown): Promise<number> => {
  const began = performance.now();
  work();
  return Promise.resolve(performance.now() - began);
};

/** What the roles of a user allow together with where each right comes from, against the furthest depths alone. */
export async function* effectiveAccessBenchmarks(): AsyncGenerator<Measured> {
  const roles = rolesOf();
  yield await measure(
    {
      name: `Effective access of ${ROLES} roles with ${PRIVILEGES.toLocaleString('en')} privileges`,
      unit: 'ms',
      goal: null,
      ours: () => timed(() => joinPrivileges(roles)),
      other: () => timed(() => furthest(roles)),
    },
    { rounds: 51, warmUps: 20 },
  );
  yield await measure(
    {
      name: 'The same, against 5 ms',
      unit: 'ms',
      goal: 1,
      ours: () => timed(() => joinPrivileges(roles)),
      other: async () => 5,
    },
    { rounds: 51, warmUps: 0 },
  );
}

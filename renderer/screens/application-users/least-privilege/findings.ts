import type { CountedRole, EffectivePrivilege } from '../../../../preload/contract/security-roles.ts';
import type { Depth, Verb } from '../../../../preload/contract/words/depth.ts';
import { compareDepth, readGrants } from '../../../../preload/contract/words/depth.ts';

/** What an application user may do beyond what an app usually needs. */
export type Finding =
  | { readonly kind: 'system-administrator'; readonly roles: readonly CountedRole[] }
  | { readonly kind: 'acts-for-others'; readonly privileges: readonly string[] }
  | { readonly kind: 'grants-rights'; readonly privileges: readonly string[] }
  | { readonly kind: 'changes-everywhere'; readonly tables: readonly string[] }
  | { readonly kind: 'adds-nothing'; readonly roles: readonly CountedRole[] };

/** Lets an app do what another user may (Microsoft Learn: "Impersonate another user"; role Delegate). */
const ACTS_FOR_OTHERS = 'prvActOnBehalfOfAnotherUser';
/** With one of these an app can give itself or others more (Microsoft Learn: "Security roles and privileges"). */
const GRANTS_RIGHTS: readonly string[] = [
  'prvAssignRole',
  'prvCreateRole',
  'prvWriteRole',
  'prvReparentUser',
];
const CHANGES: readonly Verb[] = ['Create', 'Write', 'Delete', 'Assign', 'Share'];

/** A privilege that changes when a role is gone: how far it reaches with it and without it. */
export type Lost = {
  readonly privilege: EffectivePrivilege;
  readonly before: Depth;
  readonly after: Depth;
};

/** What would stop working without one of the roles, by its place: everything that no other role grants as far. */
export const withoutRole = (privileges: readonly EffectivePrivilege[], place: number): readonly Lost[] =>
  privileges.flatMap((privilege): Lost[] => {
    let after: Depth = 'None';
    for (const { role, depth } of readGrants(privilege.grants))
      if (role !== place && compareDepth(depth, after) > 0) after = depth;
    return compareDepth(after, privilege.depth) < 0 ? [{ privilege, before: privilege.depth, after }] : [];
  });

/** What stands out, most serious first; nothing of System Administrator is told twice, because it allows everything. */
export const findingsOf = (
  roles: readonly CountedRole[],
  privileges: readonly EffectivePrivilege[],
): readonly Finding[] => {
  const administrators = roles.filter(({ systemAdministrator }) => systemAdministrator);
  const idle = roles.filter((_role, place) => withoutRole(privileges, place).length === 0);
  const adds: readonly Finding[] = idle.length === 0 ? [] : [{ kind: 'adds-nothing', roles: idle }];
  if (administrators.length > 0) return [{ kind: 'system-administrator', roles: administrators }, ...adds];

  const held = new Set(privileges.map(({ name }) => name));
  const grants = GRANTS_RIGHTS.filter((name) => held.has(name));
  const tables = [
    ...new Set(
      privileges
        .filter(({ verb, depth }) => depth === 'Global' && CHANGES.includes(verb))
        .flatMap(({ table }) => table ?? []),
    ),
  ];
  return [
    ...(held.has(ACTS_FOR_OTHERS)
      ? [{ kind: 'acts-for-others' as const, privileges: [ACTS_FOR_OTHERS] }]
      : []),
    ...(grants.length === 0 ? [] : [{ kind: 'grants-rights' as const, privileges: grants }]),
    ...(tables.length === 0 ? [] : [{ kind: 'changes-everywhere' as const, tables }]),
    ...adds,
  ];
};

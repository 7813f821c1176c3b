/**
 * Depth of a privilege, from nothing to the whole organization, in the order in which it grows.
 * Names are the Web API's `PrivilegeDepth` (Microsoft Learn: PrivilegeDepth EnumType).
 */
export const DEPTHS = ['None', 'Basic', 'Local', 'Deep', 'Global'] as const;
export type Depth = (typeof DEPTHS)[number];

/** Negative when `a` reaches less far than `b`, zero when equal. */
export const compareDepth = (a: Depth, b: Depth): number => DEPTHS.indexOf(a) - DEPTHS.indexOf(b);

/** How far one of several roles grants a privilege; `role` is its place among them. */
export type RoleGrant = { readonly role: number; readonly depth: Depth };

/** Reads depths of several roles that are written as one digit for each, its place in DEPTHS; roles that grant nothing are left out. */
export const readGrants = (digits: string): RoleGrant[] =>
  Array.from(digits).flatMap((digit, role) => {
    const depth = DEPTHS[Number(digit)] ?? 'None';
    return depth === 'None' ? [] : [{ role, depth }];
  });

/** What a privilege allows (`privilege.accessright`); `Other` is a privilege that belongs to no table. */
export const VERBS = [
  'Create',
  'Read',
  'Write',
  'Delete',
  'Append',
  'AppendTo',
  'Assign',
  'Share',
  'Other',
] as const;
export type Verb = (typeof VERBS)[number];

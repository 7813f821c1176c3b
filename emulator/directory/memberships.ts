import type { GroupPlace } from '../dataverse/seam.ts';
import type { DirectoryRecords } from './directory.ts';
import type { Group } from './records.ts';

type Known = Pick<DirectoryRecords, 'accounts' | 'servicePrincipals' | 'groups'>;

const groupsOf = ({ groups }: Pick<Known, 'groups'>, tenantId: string): readonly Group[] =>
  groups.filter((group) => group.tenantId === tenantId);

/** Ids of what may be a member in a tenant. */
const objectsOf = (known: Known, tenant: string): ReadonlySet<string> =>
  new Set(
    [...known.accounts, ...known.servicePrincipals, ...known.groups]
      .filter(({ tenantId }) => tenantId === tenant)
      .map(({ objectId }) => objectId),
  );

/** The members of a group that there are: one that was deleted is none until it is restored. */
export function membersOf(known: Known, group: Group): readonly string[] {
  if (group.members.length === 0) return [];
  const there = objectsOf(known, group.tenantId);
  return group.members.filter((id) => there.has(id));
}

/** With the members of the groups in it (Learn: group-list-transitivemembers); a group that is below itself ends there. */
export function transitiveMembersOf(known: Known, group: Group): readonly string[] {
  const there = objectsOf(known, group.tenantId);
  const byId = new Map(groupsOf(known, group.tenantId).map((one) => [one.objectId, one]));
  const found = new Set(group.members.filter((id) => there.has(id)));
  for (const id of found) {
    for (const below of byId.get(id)?.members ?? []) if (there.has(below)) found.add(below);
  }
  return [...found];
}

/** The groups that have an object as a member themselves. */
export const groupsWith = (
  known: Pick<Known, 'groups'>,
  tenantId: string,
  objectId: string,
): readonly Group[] => groupsOf(known, tenantId).filter(({ members }) => members.includes(objectId));

/** With the groups that these are in (Learn: user-list-transitivememberof). */
export function groupsAround(
  known: Pick<Known, 'groups'>,
  tenantId: string,
  objectId: string,
): readonly Group[] {
  const found = new Set(groupsWith(known, tenantId, objectId));
  for (const { objectId: id } of found) {
    for (const above of groupsWith(known, tenantId, id)) found.add(above);
  }
  return [...found];
}

/** The groups that somebody is in, directly or through others, and those that they own. */
export const placesOf = (
  groups: readonly Group[],
  tenantId: string,
  objectId: string,
): readonly GroupPlace[] => [
  ...groupsAround({ groups }, tenantId, objectId).map((group) => ({
    groupId: group.objectId,
    as: 'member' as const,
    direct: group.members.includes(objectId),
  })),
  ...groups
    .filter((group) => group.tenantId === tenantId && group.owners.includes(objectId))
    .map((group) => ({ groupId: group.objectId, as: 'owner' as const, direct: true })),
];

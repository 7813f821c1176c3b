import type { UserChange } from '../../preload/contract/application-users.ts';
import type { SystemUserId } from '../../preload/contract/words/ids.ts';
import type { InventoryUser } from './to-application-user.ts';

/** One user that is not the same in two readings of an environment; null on the side on which it is not there. */
export type ChangedUser = {
  readonly systemUserId: SystemUserId;
  readonly before: InventoryUser | null;
  readonly after: InventoryUser | null;
};

type HeldRole = Omit<Extract<UserChange, { readonly kind: 'role-gained' | 'role-lost' }>, 'kind'>;

/** By root role and team: a copy of the same role in another business unit is the same role. */
const heldRoles = (user: InventoryUser): ReadonlyMap<string, HeldRole> =>
  new Map([
    ...user.roles.map(({ name: role, rootRoleId, systemAdministrator }): [string, HeldRole] => [
      rootRoleId,
      { role, systemAdministrator, team: null },
    ]),
    ...(user.teamRoles ?? []).map(
      ({ name: role, rootRoleId, systemAdministrator, team }): [string, HeldRole] => [
        `${rootRoleId} ${team.id}`,
        { role, systemAdministrator, team: team.name },
      ],
    ),
  ]);

/** Roles through teams say nothing where one of the readings could not read the teams. */
const comparable = (before: InventoryUser, after: InventoryUser): readonly [InventoryUser, InventoryUser] =>
  before.teamRoles === null || after.teamRoles === null
    ? [
        { ...before, teamRoles: null },
        { ...after, teamRoles: null },
      ]
    : [before, after];

const sameRoles = (
  before: readonly { readonly rootRoleId: string; readonly team?: { readonly id: string } }[] | null,
  after: readonly { readonly rootRoleId: string; readonly team?: { readonly id: string } }[] | null,
): boolean =>
  before?.length === after?.length &&
  (before ?? []).every((role, at) => {
    const other = after?.[at];
    return role.rootRoleId === other?.rootRoleId && role.team?.id === other.team?.id;
  });

/** True for two readings of a user that say the same, found without making anything: nearly all of a fleet do. */
const saysTheSame = (before: InventoryUser, after: InventoryUser): boolean =>
  before.state === after.state &&
  before.entraState === after.entraState &&
  before.businessUnit?.id === after.businessUnit?.id &&
  sameRoles(before.roles, after.roles) &&
  sameRoles(before.teamRoles, after.teamRoles);

const NO_CHANGES: readonly UserChange[] = [];

const roleChanges = (before: InventoryUser, after: InventoryUser): readonly UserChange[] => {
  const [old, now] = comparable(before, after).map(heldRoles);
  if (old === undefined || now === undefined) return [];
  return [
    ...[...now].flatMap(([key, role]): UserChange[] =>
      old.has(key) ? [] : [{ kind: 'role-gained', ...role }],
    ),
    ...[...old].flatMap(([key, role]): UserChange[] =>
      now.has(key) ? [] : [{ kind: 'role-lost', ...role }],
    ),
  ];
};

/** What is different about one user between two readings; empty when nothing is that a person would look at. */
export const changesOf = (
  before: InventoryUser | null,
  after: InventoryUser | null,
): readonly UserChange[] => {
  if (before === null) return after === null ? NO_CHANGES : [{ kind: 'new' }];
  if (after === null) return [{ kind: 'gone' }];
  if (saysTheSame(before, after)) return NO_CHANGES;
  const changes: UserChange[] = [];
  if (before.state !== after.state) changes.push({ kind: 'state', before: before.state, after: after.state });
  if (before.entraState !== after.entraState)
    changes.push({ kind: 'entra', before: before.entraState, after: after.entraState });
  if (before.businessUnit?.id !== after.businessUnit?.id)
    changes.push({
      kind: 'business-unit',
      before: before.businessUnit?.name ?? null,
      after: after.businessUnit?.name ?? null,
    });
  return [...changes, ...roleChanges(before, after)];
};

const byId = (users: readonly InventoryUser[]): Map<SystemUserId, InventoryUser> =>
  new Map(users.map((user) => [user.systemUserId, user]));

/** Users that are different in `after`, those that are gone last. Dates and names alone are no difference. */
export const differencesBetween = (
  before: readonly InventoryUser[],
  after: readonly InventoryUser[],
): readonly ChangedUser[] => {
  const left = byId(before);
  const differences: ChangedUser[] = [];
  for (const user of after) {
    const { systemUserId } = user;
    const was = left.get(systemUserId) ?? null;
    left.delete(systemUserId);
    if (changesOf(was, user).length > 0) differences.push({ systemUserId, before: was, after: user });
  }
  for (const [systemUserId, was] of left) differences.push({ systemUserId, before: was, after: null });
  return differences;
};

/** A reading with one side of the differences put in: `after` leads forward in time, `before` back. */
export const withDifferences = (
  users: readonly InventoryUser[],
  differences: readonly Pick<ChangedUser, 'systemUserId' | 'before' | 'after'>[],
  side: 'before' | 'after',
): readonly InventoryUser[] => {
  if (differences.length === 0) return users;
  const all = byId(users);
  for (const difference of differences) {
    const user = difference[side];
    if (user === null) all.delete(difference.systemUserId);
    else all.set(difference.systemUserId, user);
  }
  return [...all.values()];
};

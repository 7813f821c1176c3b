import type { ApplicationUser, UserChange } from '../../../preload/contract/application-users.ts';
import {
  APPLICATION_USERS_TEXTS,
  ENTRA_STATE_LABELS,
  USER_STATE_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import type { Standing, UserRow } from './user-rows.ts';
import { holdsNoRole, isGone } from './user-rows.ts';

const TEXTS = APPLICATION_USERS_TEXTS.differences;

/** The one word that says how a user stands: what stops it first. */
export const userWord = (user: Standing): string => {
  if (user.state !== 'enabled') return USER_STATE_LABELS[user.state];
  if (user.entraState === 'not-found') return APPLICATION_USERS_TEXTS.orphaned;
  if (!holdsNoRole(user)) return USER_STATE_LABELS.enabled;
  return user.teamRoles === null ? APPLICATION_USERS_TEXTS.noOwnRole : APPLICATION_USERS_TEXTS.noRole;
};

/** The word for a row: one that is gone has no state any more. */
export const rowWord = (row: UserRow): string => (isGone(row) ? TEXTS.goneWord : userWord(row.user));

/** A role as it is shown: once, however often and in whichever way it is held. */
export type ShownRole = {
  readonly name: string;
  readonly systemAdministrator: boolean;
  readonly direct: boolean;
  readonly teams: readonly string[];
};

/** What a role is called, and whether it is System Administrator by template. */
export type NamedRole = Pick<ShownRole, 'name' | 'systemAdministrator'>;

const byRank = (a: NamedRole, b: NamedRole): number =>
  Number(b.systemAdministrator) - Number(a.systemAdministrator) || a.name.localeCompare(b.name);

/** The roles that a user holds itself or through teams, System Administrator first. */
export const shownRoles = (user: ApplicationUser): readonly ShownRole[] => {
  const byName = new Map<string, ShownRole>();
  const add = (role: ApplicationUser['roles'][number], team: string | null): void => {
    const { name, systemAdministrator } = role;
    const before = byName.get(name);
    byName.set(name, {
      name,
      systemAdministrator: systemAdministrator || before?.systemAdministrator === true,
      direct: team === null || before?.direct === true,
      teams: [...(before?.teams ?? []), ...(team === null ? [] : [team])],
    });
  };
  for (const role of user.roles) add(role, null);
  for (const role of user.teamRoles ?? []) add(role, role.team.name);
  return [...byName.values()].toSorted(byRank);
};

/** Where a role comes from when it is not held directly; empty when it is. */
export const teamWords = ({ direct, teams }: ShownRole): string =>
  direct ? '' : APPLICATION_USERS_TEXTS.throughTeam(teams.join(', '));

/** Names of the roles that a user holds, System Administrator first. */
export const roleNames = (user: {
  readonly roles: readonly NamedRole[];
  readonly teamRoles: readonly NamedRole[] | null;
}): readonly string[] => [
  ...new Set([...user.roles, ...(user.teamRoles ?? [])].toSorted(byRank).map(({ name }) => name)),
];

/** Those of them that are System Administrator by template. */
export const administratorRoleNames = (user: ApplicationUser): ReadonlySet<string> =>
  new Set(shownRoles(user).flatMap((role) => (role.systemAdministrator ? [role.name] : [])));

/** One change in words. */
export const changeWords = (change: UserChange): string => {
  switch (change.kind) {
    case 'new':
      return TEXTS.new;
    case 'gone':
      return TEXTS.goneChange;
    case 'state':
      return TEXTS.stateFrom(TEXTS.state[change.before], TEXTS.state[change.after]);
    case 'role-gained':
    case 'role-lost': {
      const words = change.kind === 'role-gained' ? TEXTS.gained(change.role) : TEXTS.lost(change.role);
      return change.team === null ? words : TEXTS.team(words, change.team);
    }
    case 'business-unit':
      return TEXTS.unit(change.before ?? TEXTS.none, change.after ?? TEXTS.none);
    case 'entra':
      return TEXTS.entra(ENTRA_STATE_LABELS[change.before], ENTRA_STATE_LABELS[change.after]);
  }
};

/** True for the change that a person must see first. */
export const isAlarming = (change: UserChange): boolean =>
  change.kind === 'role-gained' && change.systemAdministrator;

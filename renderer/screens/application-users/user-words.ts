import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import { APPLICATION_USERS_TEXTS, USER_STATE_LABELS } from '../../../preload/contract/words/texts/en.ts';

/** The one word that says how a user stands: what stops it first. */
export const userWord = (user: ApplicationUser): string => {
  if (user.state !== 'enabled') return USER_STATE_LABELS[user.state];
  if (user.entraState === 'not-found') return APPLICATION_USERS_TEXTS.orphaned;
  if (user.roles.length === 0) return APPLICATION_USERS_TEXTS.noRole;
  return USER_STATE_LABELS.enabled;
};

/** Names of the roles that a user holds, System Administrator first. */
export const roleNames = (user: ApplicationUser): readonly string[] => [
  ...new Set(
    user.roles
      .toSorted(
        (a, b) =>
          Number(b.systemAdministrator) - Number(a.systemAdministrator) || a.name.localeCompare(b.name),
      )
      .map((role) => role.name),
  ),
];

/** Those of them that are System Administrator by template. */
export const administratorRoleNames = (user: ApplicationUser): ReadonlySet<string> =>
  new Set(user.roles.filter((role) => role.systemAdministrator).map((role) => role.name));

import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Grouping } from '../../ui/index.ts';
import type { UserRow, UserView } from './user-rows.ts';
import { shownRoles } from './user-words.ts';

const SYSTEM_ADMINISTRATOR = 'system-administrator';

/**
 * A user stands under each of its roles. The same name is the same role over environments, but System Administrator is known by
 * its template: its name can be translated or changed.
 */
const byRole: Grouping<UserRow> = ({ user }) => {
  const roles = shownRoles(user).map(({ name, systemAdministrator }) =>
    systemAdministrator
      ? { key: SYSTEM_ADMINISTRATOR, label: APPLICATION_USERS_TEXTS.administratorMark }
      : { key: `role ${name.toLocaleLowerCase()}`, label: name },
  );
  const unique = new Map(roles.map((role) => [role.key, role]));
  return unique.size === 0
    ? [{ key: 'no role', label: APPLICATION_USERS_TEXTS.noRole }]
    : [...unique.values()];
};

/** Under what application users stand. */
export const GROUPINGS: Readonly<Record<Exclude<UserView['group'], 'none'>, Grouping<UserRow>>> = {
  app: ({ user }) => [{ key: user.clientId, label: user.name }],
  environment: ({ environment }) => [{ key: environment.id, label: environment.name }],
  role: byRole,
};

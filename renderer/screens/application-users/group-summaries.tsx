import type { ReactNode } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { UserRow } from './user-rows.ts';
import { userStatus } from './user-rows.ts';
import { roleNames } from './user-words.ts';

const TEXTS = APPLICATION_USERS_TEXTS.summary;

const distinct = (rows: readonly UserRow[], of: (row: UserRow) => string): number =>
  new Set(rows.map(of)).size;

/** What the head of a group says in each column. */
export const GROUP_SUMMARIES: Readonly<Record<string, (rows: readonly UserRow[]) => ReactNode>> = {
  environment: (rows) => TEXTS.environments(distinct(rows, ({ environment }) => environment.id)),
  state: (rows) => {
    const count = rows.filter(({ user }) => userStatus(user) !== 'healthy').length;
    return count === 0 ? null : TEXTS.attention(count);
  },
  roles: (rows) => TEXTS.roles(new Set(rows.flatMap(({ user }) => roleNames(user))).size),
  administrator: (rows) => {
    const count = rows.filter(({ user }) => user.systemAdministrator).length;
    return count === 0 ? null : TEXTS.administrators(count);
  },
};

import type { CallerKind } from '../status.ts';
import { many } from './count-words.ts';
import { formatNumber } from './format-number.ts';

/** Who asked, as a column's head and in a sentence. */
const WHO: Readonly<Record<CallerKind, string>> = {
  app: 'The app',
  'on-behalf': 'On behalf',
  user: 'The user',
};

/** Words of asking a query on behalf of a user. */
export const CALLER_TEXTS = {
  open: 'As a user',
  title: 'On behalf of a user',
  subtitle:
    'The same query as the app, as the app on behalf of a user, and as the user when you are signed in as them.',
  streamTitle: 'Query on behalf of a user',
  environment: 'Environment',
  user: 'User',
  userPlaceholder: 'Name, sign-in name or mail',
  noUser: 'No user matches',
  moreUsers: 'There are more: type more of the name',
  reading: 'Reading users…',
  disabled: 'Disabled',
  application: 'Application user',
  run: 'Ask',
  cancel: 'Cancel',
  missing: {
    query: 'Write a query first.',
    app: 'Choose an app first.',
    user: 'Choose a user. What the app may do for them is what both may do; nothing is changed by asking.',
  },
  progress: (done: number) => `${formatNumber(done)} answered`,
  cancelled: 'Cancelled before everything was answered.',
  answers: 'Answers',
  who: WHO,
  asWho: (who: CallerKind, app: string, user: string): string => {
    switch (who) {
      case 'app':
        return `As ${app}`;
      case 'on-behalf':
        return `As ${app} on behalf of ${user}`;
      case 'user':
        return `As ${user}`;
    }
  },
  rows: (count: number, more: boolean) =>
    `${many(count, 'row', 'rows')}${more ? ' read, and there are more' : ''}`,
  milliseconds: (value: number) => `${formatNumber(Math.round(value))} ms`,
  hidden: (columns: string) => `Hidden by column security: ${columns}`,
  unknown: (columns: string) => `Perhaps hidden by column security: ${columns}`,
  notSignedIn: (user: string) =>
    `You are not signed in as ${user}, so the query is not run as them. What they may do follows from their roles, below.`,
  header: (header: string) =>
    `Named by ${header}${header === 'MSCRMCallerID' ? ', because the user has no Microsoft Entra object ID here' : ''}.`,
  rights: 'What both may do',
  rightsHint: 'The app may do for the user what both have, as far as the lesser of the two.',
  nothingNeeded: 'The query names no table, so no privilege of one is needed.',
  unknownTables: (names: string) => `Not in this environment: ${names}`,
  actOnBehalf: 'May act on behalf of others',
  actOnBehalfYes: (roles: string) => `Yes: prvActOnBehalfOfAnotherUser through ${roles}`,
  actOnBehalfNo: 'No: the app has no role with prvActOnBehalfOfAnotherUser. The role Delegate has it.',
  giveDelegate: 'Assign a role…',
  privilege: 'Privilege',
  app: 'App',
  ofUser: 'User',
  shared: 'Both',
  from: (role: string, team: string | null) => (team === null ? role : `${role} (team ${team})`),
  none: 'no role grants it',
  limitedBy: {
    app: 'The app limits it',
    user: 'The user limits it',
    same: 'Both reach as far',
    none: 'Neither has it',
  },
  records: (count: number) => `Rows (${formatNumber(count)})`,
  recordsTable: 'Rows by who has read them',
  seenBy: 'Read by',
  everybody: 'All',
  shown: (shown: number, count: number) =>
    `The first ${formatNumber(shown)} of ${formatNumber(count)}; those that not all have read come first.`,
  notProof: 'Where there are more rows than were read, a row that is missing may only not have been reached.',
} as const;

import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { CallerAnswer, CallerUser } from '../../../preload/contract/query-callers.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import type { Scenario } from './scenario.ts';

const user = (number: number, name: string, more: Partial<CallerUser> = {}): CallerUser => ({
  systemUserId: fakeId.user(number),
  name,
  username: `${name.toLowerCase().replaceAll(' ', '.')}@northwind.example`,
  disabled: false,
  application: false,
  ...more,
});

const USERS: readonly CallerUser[] = [
  user(60, 'Ada Admin'),
  user(61, 'Sam Sales'),
  user(62, 'Dana Left', { disabled: true }),
  user(63, 'Order sync', { application: true, username: null }),
];

const answer = (who: CallerAnswer['who'], more: Partial<CallerAnswer>): CallerAnswer => ({
  who,
  rows: 0,
  more: false,
  milliseconds: 140,
  hidden: [],
  unknown: [],
  error: null,
  ...more,
});

const REFUSED = appError('dataverse', {
  hex: '0x8004A110',
  name: 'CannotActOnBehalfOfAnotherUser',
  message: 'User does not have the privilege to act on behalf another user.',
  status: 403,
  privilege: 'prvActOnBehalfOfAnotherUser',
});

/** Sam may be acted for and sees less than the app; for Ada, who is signed in, the app may not act. */
const compared = (systemUserId: string): OutputOf<'query.asCallers'> => {
  const signedIn = systemUserId === fakeId.user(60);
  const answers = [
    answer('app', { rows: 900, hidden: ['emailaddress1'] }),
    signedIn
      ? answer('on-behalf', { error: REFUSED })
      : answer('on-behalf', { rows: 3, hidden: ['emailaddress1'] }),
    ...(signedIn ? [answer('user', { rows: 900, milliseconds: 210 })] : []),
  ];
  const app = {
    depth: 'Global' as const,
    through: [{ role: 'Order Sync Integration', team: null, depth: 'Global' as const }],
  };
  return {
    caller: USERS.find((each) => each.systemUserId === systemUserId) ?? user(61, 'Sam Sales'),
    header: 'CallerObjectId',
    answers,
    columns: ['name', 'revenue', 'accountid'],
    rows: Array.from({ length: 40 }, (_, at) => ({
      cells: [`Account ${at + 1}`, { raw: 1000 * at, formatted: `€${at},000.00` }, fakeId.environment(at)],
      seenBy: signedIn ? ['app', 'user'] : at < 37 ? ['app'] : ['app', 'on-behalf'],
    })),
    count: 900,
    rights: {
      actOnBehalf: signedIn
        ? { depth: 'None', through: [] }
        : { depth: 'Global', through: [{ role: 'Delegate', team: null, depth: 'Global' }] },
      privileges: [
        {
          privilege: 'prvReadAccount',
          verb: 'Read',
          table: 'Account',
          app,
          user: {
            depth: 'Basic',
            through: [
              { role: 'Salesperson', team: null, depth: 'Basic' },
              { role: 'Basic User', team: 'Sales North', depth: 'Basic' },
            ],
          },
          shared: 'Basic',
        },
        {
          privilege: 'prvReadContact',
          verb: 'Read',
          table: 'Contact',
          app: { depth: 'None', through: [] },
          user: { depth: 'Local', through: [{ role: 'Salesperson', team: null, depth: 'Local' }] },
          shared: 'None',
        },
      ],
      unknownTables: [],
    },
    rightsError: null,
  };
};

/** Users to act for, and what a query brings on their behalf. */
export const fakeCallers = (scenario: Scenario) => ({
  'query.callers': ({ search }: InputOf<'query.callers'>): Result<OutputOf<'query.callers'>> =>
    scenario.signedIn
      ? ok({
          callers: USERS.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase())),
          more: false,
        })
      : failed('sign-in-needed'),
  'query.asCallers': async (
    { systemUserId }: InputOf<'query.asCallers'>,
    emit: (event: CallerAnswer) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Result<OutputOf<'query.asCallers'>>> => {
    const output = compared(systemUserId);
    for (const each of output.answers) await emit(each);
    return signal.aborted ? failed('cancelled') : ok(output);
  },
});

import type { ApplicationUser, UserDifference } from '../../../preload/contract/application-users.ts';
import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import { daysAgo, fleetOf, usersOf } from './fake-world.ts';
import type { Scenario } from './scenario.ts';

/** What is kept of the inventory, and what became different. */
export type FakeInventory = {
  readonly snapshot: (
    input: InputOf<'applicationUsers.snapshot'>,
    emit: (event: EventOf<'applicationUsers.snapshot'>) => Promise<void>,
  ) => Promise<Result<OutputOf<'applicationUsers.snapshot'>>>;
  readonly differences: () => Result<OutputOf<'applicationUsers.differences'>>;
  readonly markSeen: () => Result<OutputOf<'applicationUsers.markSeen'>>;
};

const SINCE = daysAgo(9);

const of = (env: number, index: number) => ({
  environmentId: fakeId.environment(env),
  systemUserId: fakeId.user(env * 100 + index),
  since: SINCE,
  gone: null,
});

const gone = usersOf(5)[2];

/** One of each kind of difference. */
const DIFFERENCES: readonly UserDifference[] = [
  {
    ...of(2, 3),
    changes: [
      {
        kind: 'role-gained',
        role: 'System Administrator',
        systemAdministrator: true,
        team: 'Break glass',
      },
    ],
  },
  {
    ...of(0, 0),
    changes: [
      { kind: 'role-gained', role: 'Basic User', systemAdministrator: false, team: null },
      { kind: 'role-lost', role: 'Export Data', systemAdministrator: false, team: null },
      { kind: 'business-unit', before: 'Europe', after: 'Northwind' },
    ],
  },
  { ...of(1, 1), changes: [{ kind: 'new' }] },
  { ...of(1, 0), changes: [{ kind: 'state', before: 'enabled', after: 'disabled' }] },
  { ...of(4, 5), changes: [{ kind: 'entra', before: 'exists', after: 'not-found' }] },
  ...(gone === undefined
    ? []
    : [
        {
          ...of(5, 90),
          changes: [{ kind: 'gone' as const }],
          gone: { ...gone, systemUserId: fakeId.user(590), name: 'Retired loader' },
        },
      ]),
];

/** Forty apps in an environment of the fleet; each is missing in some. */
const manyUsersOf = (env: number): ApplicationUser[] =>
  Array.from({ length: 40 }, (_, index) => index)
    .filter((index) => (env + index) % 5 !== 0)
    .flatMap((index) =>
      usersOf(env)
        .slice(index % 6, (index % 6) + 1)
        .map((user) => ({
          ...user,
          clientId: fakeId.client(1000 + index),
          systemUserId: fakeId.user(10_000 + env * 100 + index),
          name: `Integration ${String(index + 1).padStart(2, '0')}`,
        })),
    );

/** Nothing is kept unless the scenario says so. */
export const fakeInventory = (scenario: Scenario): FakeInventory => {
  let seen = !scenario.snapshot;
  return {
    snapshot: async (_input, emit) => {
      if (!scenario.snapshot) return ok({ environments: 0 });
      const all = fleetOf(scenario);
      for (let from = 0; from < all.length; from += 50) {
        await emit(
          all.slice(from, from + 50).map(({ id }, at) => ({
            environmentId: id,
            asOf: daysAgo(from + at === 9 ? 6 : 2),
            users: scenario.fleet ? manyUsersOf(from + at) : [...usersOf(from + at)],
          })),
        );
      }
      return ok({ environments: all.length });
    },
    differences: () =>
      ok({
        asOf: new Date().toISOString(),
        since: seen ? null : SINCE,
        total: seen ? 0 : DIFFERENCES.length,
        differences: seen ? [] : [...DIFFERENCES],
      }),
    markSeen: () => {
      seen = true;
      return ok({});
    },
  };
};

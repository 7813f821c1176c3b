import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { ExpiryRow } from '../../../preload/contract/expiry.ts';
import { appError, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { expiryOf } from '../../../preload/contract/words/expiry.ts';
import { WORKSPACE_COLOURS } from '../../../preload/contract/words/status.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { fakeId } from './fake-ids.ts';
import * as world from './fake-world.ts';
import type { Scenario } from './scenario.ts';

const APPS = ['Order sync', 'Data warehouse loader', 'Invoice robot', 'Portal backend', 'Shipment tracker'];
const ENDS = [-41, -1, 0.4, 3, 6, 12, 19, 26, 41, 55, 88, 131, 190, 260, 300, 352, 480, null] as const;
const LABELS = [
  'prod',
  'CN=dwh-loader',
  'pipeline 2026',
  'CN=portal.northwind.example',
  'old key, do not use',
];
const OWNERS = [
  { name: 'Kim Larsen', mail: 'kim.larsen@northwind.example' },
  { name: 'Ada Admin', mail: 'ada.admin@northwind.example' },
];

/** Workspaces of the scenario: three, or forty of a busy consultant. */
export const fakeWorkspaces = (scenario: Scenario): readonly Workspace[] => {
  const [first] = world.workspaces;
  if (!scenario.crowd || first === undefined) return world.workspaces;
  return Array.from({ length: 40 }, (_, index) => ({
    ...first,
    id: fakeId.workspace(index + 1),
    name: `Client ${index + 1}`,
    colour: WORKSPACE_COLOURS[index % WORKSPACE_COLOURS.length] ?? 'blue',
  }));
};

const row = (index: number, workspace: number, only: boolean): ExpiryRow => {
  const elsewhere = index % 5 === 3;
  const certificate = index % 3 === 1;
  const end = ENDS[index % ENDS.length] ?? null;
  const id = fakeId.credential(1000 + workspace * 1000 + index);
  return {
    id: elsewhere ? `entra:${fakeId.client(1 + (index % APPS.length))}:${id}` : `own:${id}`,
    appProfileId: fakeId.profile(1 + (index % APPS.length)),
    appName: APPS[index % APPS.length] ?? 'App',
    clientId: fakeId.client(1 + (index % APPS.length)),
    workspaces: only
      ? [fakeId.workspace(workspace)]
      : [fakeId.workspace(1), ...(index % 4 === 0 ? [fakeId.workspace(3)] : [])],
    kind: certificate ? 'certificate' : 'secret',
    label: LABELS[index % LABELS.length] ?? 'secret',
    mark: certificate ? '3B7E10AA2C94D1F05E6B8A7790C4D2E1F3A5B7C9' : index % 2 === 0 ? 'gT8' : null,
    keyId: elsewhere ? id : null,
    held: elsewhere ? 'elsewhere' : index % 7 === 6 ? 'missing' : 'keychain',
    credentialId: elsewhere ? null : id,
    expiresOn: end === null ? null : world.daysAgo(-end),
    unregistered: false,
    endSaidBy: end === null ? null : certificate ? 'certificate' : elsewhere ? 'entra' : 'person',
    owners: index % 3 === 2 ? [] : [OWNERS[index % 2] ?? { name: 'Kim Larsen', mail: null }],
    snoozed: null,
    demo: false,
  };
};

/** Credentials that end at every distance, over the workspaces of the scenario; snoozes live as long as the page. */
export const fakeExpiry = (scenario: Scenario) => {
  let rows: readonly ExpiryRow[] = (() => {
    if (scenario.empty) return [];
    if (!scenario.crowd) {
      const few = Array.from({ length: ENDS.length }, (_, index) => row(index, 1, false));
      return scenario.calm ? few.filter(({ expiresOn }) => (expiresOn ?? '') > world.daysAgo(-60)) : few;
    }
    return Array.from({ length: 40 * 500 }, (_, index) =>
      row(index % 500, 1 + Math.floor(index / 500), true),
    );
  })();
  const rowsNow = () =>
    rows.map((one, index) =>
      index === 5 && !scenario.crowd && one.snoozed === null && !touched
        ? { ...one, snoozed: { until: world.daysAgo(-9), note: 'Kim orders the new one, ticket 4711' } }
        : one,
    );
  let touched = false;
  const denied = (index: number) =>
    index % 3 === 2
      ? appError('sign-in-needed', { workspace: fakeWorkspaces(scenario)[index]?.name ?? '' })
      : null;

  return {
    summary: (input: InputOf<'expiry.summary'>): Result<OutputOf<'expiry.summary'>> => {
      const counts = { expired: 0, week: 0, month: 0, 'two-months': 0, fine: 0, unknown: 0 };
      const wanted = rowsNow().filter(
        ({ workspaces }) => input.workspaceId === null || workspaces.includes(input.workspaceId),
      );
      const awake = wanted.filter(({ snoozed }) => snoozed === null);
      for (const { expiresOn } of awake) counts[expiryOf(expiresOn, Date.now(), 'UTC').state] += 1;
      const urgent = awake
        .filter(({ expiresOn }) => expiresOn !== null && expiresOn < world.daysAgo(-30))
        .toSorted((a, b) => (a.expiresOn ?? '').localeCompare(b.expiresOn ?? ''));
      return ok({ counts, snoozed: wanted.length - awake.length, urgent: urgent.slice(0, 8) });
    },
    snooze: ({ ids, until, note }: InputOf<'expiry.snooze'>): Result<OutputOf<'expiry.snooze'>> => {
      rows = rowsNow().map((one) =>
        ids.includes(one.id) ? { ...one, snoozed: until === null ? null : { until, note } } : one,
      );
      touched = true;
      return ok({ changed: ids.length });
    },
    saveCalendar: ({ ids }: InputOf<'expiry.saveCalendar'>): Result<OutputOf<'expiry.saveCalendar'>> =>
      ok({ saved: true, place: 'Credential expiry.ics', entries: ids.length }),
    list: async (
      { ask }: InputOf<'expiry.list'>,
      emit: (event: EventOf<'expiry.list'>) => Promise<void>,
      signal: AbortSignal,
    ): Promise<Result<OutputOf<'expiry.list'>>> => {
      const all = rowsNow();
      for (let at = 0; at < all.length; at += 2000) {
        const some = all.slice(at, at + 2000);
        // Each part replaces what was said of its apps, so parts of one app would undo each other: the crowd's apps are told apart.
        const clientIds = scenario.crowd
          ? [fakeId.client(5000 + at)]
          : [...new Set(some.map((one) => one.clientId))];
        await emit({
          kind: 'rows',
          clientIds,
          rows: scenario.crowd ? some.map((one) => ({ ...one, clientId: fakeId.client(5000 + at) })) : some,
        });
      }
      const toAsk: number[] = [];
      const placeOf = (index: number) => ({
        kind: 'workspace' as const,
        workspaceId: fakeId.workspace(index + 1),
        asOf: world.daysAgo(2),
        error: null,
      });
      for (const [index, { id }] of fakeWorkspaces(scenario).entries()) {
        const place = { ...placeOf(index), workspaceId: id };
        if (index === 1 && !scenario.crowd) await emit({ ...place, state: 'nothing-to-ask', asOf: null });
        else if (ask !== 'all' && !ask.includes(id)) await emit({ ...place, state: 'known' });
        else {
          toAsk.push(index);
          await emit({ ...place, state: 'asking' });
        }
      }
      let failed = 0;
      for (const index of toAsk) {
        if (scenario.pace > 0) await new Promise((resolve) => setTimeout(resolve, scenario.pace));
        if (signal.aborted) break;
        const error = scenario.signedIn ? denied(index) : appError('sign-in-needed', { workspace: '' });
        if (error !== null) failed += 1;
        await emit({ ...placeOf(index), state: error === null ? 'answered' : 'failed', error });
      }
      return ok({ asked: toAsk.length, failed });
    },
    reminders: async (
      emit: (event: EventOf<'expiry.reminders'>) => Promise<void>,
      signal: AbortSignal,
    ): Promise<Result<OutputOf<'expiry.reminders'>>> => {
      if (scenario.due) {
        await emit({
          kind: 'due',
          shownBy: 'window',
          reminder: {
            expired: 2,
            day: 1,
            week: 2,
            month: 3,
            twoMonths: 0,
            first: { id: rows[0]?.id ?? '', appName: 'Order sync', label: 'prod', days: -41 },
            asOf: world.daysAgo(3),
          },
        });
      }
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      return ok({});
    },
  };
};
export type FakeExpiry = ReturnType<typeof fakeExpiry>;

import { describe, expect, test } from 'vitest';
import { askAnew, registeredHere } from '../../../main/expiry/ask-workspaces.ts';
import { expiryRows } from '../../../main/expiry/expiry-rows.ts';
import { rowEvents } from '../../../main/expiry/list-credentials.ts';
import { createSnapshot } from '../../../main/expiry/snapshot.ts';
import { withSnooze } from '../../../main/expiry/snooze.ts';
import { summarise } from '../../../main/expiry/summarise.ts';
import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { expiryRow } from '../../support/builders/expiry-rows.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';
import { workspaces } from '../../support/fake-door/fake-world.ts';

const KEY = 'aaaaaaaa-0000-4000-8000-000000000001';
const OTHER = 'bbbbbbbb-0000-4000-8000-000000000002';

const credential = (change: Partial<Credential>): Credential => ({
  id: fakeId.credential(1),
  kind: 'secret',
  label: 'prod',
  addedOn: '2026-01-01T00:00:00Z',
  expiresOn: null,
  thumbprintSha1: null,
  thumbprintSha256: null,
  keyId: null,
  retiring: false,
  notInEntraYet: false,
  kept: 'keychain',
  ...change,
});
const profile = (credentials: Credential[]): AppProfile => ({
  id: fakeId.profile(1),
  name: 'Order sync',
  clientId: fakeId.client(1),
  homeTenantId: fakeId.tenant(1),
  credentials,
  current: null,
  workspaces: [fakeId.workspace(1)],
  demo: false,
});
const known = (keyId: string, change: object = {}) => ({
  keyId,
  kind: 'secret' as const,
  label: 'from Entra',
  hint: 'gT8',
  thumbprint: null,
  expiresOn: '2026-05-01T00:00:00Z',
  ours: null,
  ...change,
});
const directory = (credentials: ReturnType<typeof known>[]) => ({
  clientId: fakeId.client(1),
  owners: [{ name: 'Kim', mail: 'kim@x.example' }],
  credentials,
});

describe('C8: what is here and what the directory knows make one list', () => {
  test('a secret of ours takes its end and hint from the entry with its key id; the other entry is held elsewhere', () => {
    const rows = expiryRows(
      profile([credential({ keyId: KEY })]),
      directory([known(KEY), known(OTHER, { label: 'pipeline', expiresOn: '2026-02-01T00:00:00Z' })]),
      false,
      new Map(),
    );
    expect(
      rows.map(({ expiresOn, held, id, label, mark }) => ({ id, held, label, mark, expiresOn })),
    ).toEqual([
      {
        id: `own:${fakeId.credential(1)}`,
        held: 'keychain',
        label: 'prod',
        mark: 'gT8',
        expiresOn: '2026-05-01T00:00:00Z',
      },
      {
        id: `entra:${fakeId.client(1)}:${OTHER}`,
        held: 'elsewhere',
        label: 'pipeline',
        mark: 'gT8',
        expiresOn: '2026-02-01T00:00:00Z',
      },
    ]);
    expect(rows.every(({ owners }) => owners[0]?.name === 'Kim')).toBe(true);
  });

  test('a certificate is known by its thumbprint, whatever case the directory writes', () => {
    const thumbprint = '3B7E10AA2C94D1F05E6B8A7790C4D2E1F3A5B7C9';
    const rows = expiryRows(
      profile([
        credential({ kind: 'certificate', thumbprintSha1: thumbprint, expiresOn: '2026-06-01T00:00:00Z' }),
      ]),
      directory([known(KEY, { kind: 'certificate', thumbprint: thumbprint.toLowerCase(), hint: null })]),
      false,
      new Map(),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ held: 'keychain', mark: thumbprint, keyId: KEY });
  });

  test('without the directory a secret whose end nobody said is there, with an unknown end', () => {
    const rows = expiryRows(profile([credential({})]), null, false, new Map());
    expect(rows).toMatchObject([{ expiresOn: null, held: 'keychain', owners: [] }]);
  });

  test('only the home tenant is asked; an app or a workspace without a known tenant is asked in case', () => {
    const [here] = workspaces;
    if (here === undefined) throw new Error('no workspace');
    const at = (homeTenantId: AppProfile['homeTenantId']) =>
      registeredHere(here, [{ ...profile([]), homeTenantId }]).length;
    expect([at(fakeId.tenant(1)), at(fakeId.tenant(2)), at(null)]).toEqual([1, 0, 1]);
    expect(registeredHere({ ...here, tenantId: null }, [profile([])])).toHaveLength(1);
    expect(registeredHere(here, [{ ...profile([]), workspaces: [fakeId.workspace(2)] }])).toHaveLength(0);
  });

  test('asked anew, a directory that refuses keeps what it said before, and how old that is is told', async () => {
    const [first, second] = workspaces.map((one) => ({ ...one, tenantId: fakeId.tenant(1) }));
    if (first === undefined || second === undefined) throw new Error('no workspaces');
    const everywhere = { ...profile([]), workspaces: [first.id, second.id] };
    const snapshot = createSnapshot(
      { get: async () => failed('secret-missing', {}), put: async () => ok('session' as const) },
      () => true,
    );
    for (const [workspaceId, asOf] of [
      [first.id, '2026-01-01T00:00:00.000Z'],
      [second.id, '2026-01-02T00:00:00.000Z'],
    ] as const)
      await snapshot.note({ workspaceId, asOf, apps: [directory([known(KEY)])], absent: [] });
    const ask = (refusing: readonly string[]) =>
      askAnew(
        {
          workspaces: () => [first, second],
          profiles: () => [everywhere],
          snapshot,
          askDirectory: async (id) =>
            refusing.includes(id) ? failed('sign-in-needed', { workspace: '' }) : ok([directory([])]),
          now: () => Date.parse('2026-03-01T00:00:00Z'),
        },
        new AbortController().signal,
      );
    expect(await ask([second.id])).toBe('2026-01-02T00:00:00.000Z');
    const kept = new Map((await snapshot.load()).map((one) => [one.workspaceId, one]));
    expect(kept.get(first.id)).toMatchObject({
      asOf: '2026-03-01T00:00:00.000Z',
      apps: [{ credentials: [] }],
    });
    expect(kept.get(second.id)?.apps[0]?.credentials).toHaveLength(1);
    expect(await ask([])).toBeNull();
  });

  test('twenty thousand rows go in events that the contract allows, each app whole', () => {
    const apps = Array.from({ length: 400 }, (_, app) => ({
      profile: { ...profile([]), clientId: fakeId.client(app) },
      rows: Array.from({ length: 50 }, () => expiryRow()),
    }));
    const events = rowEvents(apps);
    expect(events.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(20_000);
    expect(events.every(({ rows }) => rows.length <= 2000)).toBe(true);
    expect(new Set(events.flatMap(({ clientIds }) => clientIds)).size).toBe(400);
  });
});

describe('C8: what needs attention', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  const ends = (
    expiresOn: string | null,
    id: number,
    snoozed: ReturnType<typeof expiryRow>['snoozed'] = null,
  ) => expiryRow({ id: `own:${fakeId.credential(id)}`, expiresOn, snoozed });

  test('the most urgent come first, snoozed ones are counted apart', () => {
    const rows = [
      ends('2026-03-30T00:00:00Z', 1),
      ends('2026-03-01T00:00:00Z', 2),
      ends('2026-03-12T00:00:00Z', 3),
      ends('2027-03-12T00:00:00Z', 4),
      ends(null, 5),
      ends('2026-03-11T00:00:00Z', 6, { until: '2026-03-20T00:00:00Z', note: '' }),
    ];
    const { counts, snoozed, urgent } = summarise(rows, now, 'UTC');
    expect(counts).toEqual({ expired: 1, week: 1, month: 1, 'two-months': 0, fine: 1, unknown: 1 });
    expect(snoozed).toBe(1);
    expect(urgent.map(({ id }) => id)).toEqual([2, 3, 1].map((one) => `own:${fakeId.credential(one)}`));
  });

  test('a snooze forgets what was told, so that one is told again when it is over; ending it, or one in the past, leaves none', () => {
    const before = {
      snoozes: [
        { id: 'a', until: '2026-03-09T00:00:00Z', note: 'over' },
        { id: 'b', until: '2026-03-20T00:00:00Z', note: 'on it' },
      ],
      told: [{ id: 'c', expiresOn: '2026-03-12T00:00:00Z', threshold: 7 as const }],
    };
    const snoozed = withSnooze(before, { ids: ['c', 'c'], until: '2026-03-15T00:00:00Z', note: 'Kim' }, now);
    expect(snoozed.snoozes.map(({ id, note }) => `${id} ${note}`)).toEqual(['b on it', 'c Kim']);
    expect(snoozed.told).toEqual([]);
    expect(withSnooze(snoozed, { ids: ['b', 'c'], until: null, note: '' }, now).snoozes).toEqual([]);
    expect(withSnooze(before, { ids: ['b'], until: '2026-03-10T00:00:00Z', note: '' }, now).snoozes).toEqual(
      [],
    );
  });
});

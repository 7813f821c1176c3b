import { readFile, truncate } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { recordConsoleStarted } from '../../../main/fleet/journal/record-to-journal.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import type { ApplyingTask, Moment } from './support/applying-child.ts';
import { appliedFrom, fleetRig } from './support/fleet-rig.ts';
import { inFolder, must, withJournal, WORKSPACE } from './support/journal-folder.ts';
import { killStandingStill } from './support/kill-standing-still.ts';
import { memoryVault } from './support/memory-vault.ts';

const APP = 'Contoso Integration Hub';
const ROLE = 'Integration – Accounts Reader';
const ACCOUNT = 'adele.admin@contoso.demo.test';
const CONTOSO = ['Contoso Development', 'Contoso Test', 'Contoso Production'];

/** Each case has a cloud of its own, because each changes it. */
let spare: Promise<DemoCloud>;
beforeAll(() => {
  spare = startDemoCloud();
});
afterAll(async () => (await spare).close());

/** Runs an apply until it stands still, then kills it. */
const applyUntil = (task: ApplyingTask): Promise<void> =>
  killStandingStill(new URL('support/applying-child.ts', import.meta.url), task);

/** Leaves half of the last line, as a machine that loses its power does. */
const tear = async (path: string): Promise<number> => {
  const bytes = await readFile(path);
  const start = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1;
  const kept = Math.floor((bytes.length - start) / 2);
  await truncate(path, start + kept);
  return kept;
};

const NOT_THERE: readonly StepState[] = ['pending', 'skipped', 'cancelled', 'failed'];
const THERE: readonly StepState[] = ['done', 'verified'];

type Case = {
  readonly moment: Moment;
  readonly parallel: number;
  readonly torn: boolean;
  /** Of the steps that are told as "may have happened", in their order, whether they had; null when that is up to chance. */
  readonly open: readonly boolean[] | null;
};

const CASES: readonly (readonly [string, Case])[] = [
  [
    'before the first request',
    { moment: { at: 'request', count: 1 }, parallel: 1, torn: false, open: [false, false] },
  ],
  [
    'after the first answer',
    { moment: { at: 'answer', count: 1 }, parallel: 1, torn: false, open: [true, false] },
  ],
  [
    'before the third request',
    { moment: { at: 'request', count: 3 }, parallel: 1, torn: false, open: [false, false] },
  ],
  ['after the fifth answer', { moment: { at: 'answer', count: 5 }, parallel: 1, torn: false, open: [true] }],
  [
    'told as done, the line not on the disk yet',
    { moment: { at: 'done', count: 3 }, parallel: 1, torn: false, open: [true, false] },
  ],
  [
    'with the line of a begun step torn',
    { moment: { at: 'running', count: 2 }, parallel: 1, torn: true, open: [true] },
  ],
  [
    'with the line of an ended step torn',
    { moment: { at: 'noted', count: 2 }, parallel: 1, torn: true, open: [true] },
  ],
  [
    'with three environments at work',
    { moment: { at: 'running', count: 3 }, parallel: 8, torn: false, open: null },
  ],
  [
    'with three environments at work, later',
    { moment: { at: 'answer', count: 3 }, parallel: 8, torn: false, open: null },
  ],
];

describe('C17, C22: kill -9 in the middle of an apply', () => {
  test.each(CASES)('%s: every step is told as it is', async (_name, { moment, parallel, torn, open }) => {
    const cloud = await spare;
    spare = startDemoCloud();
    try {
      await inFolder(async (path) => {
        const { description } = cloud;
        const task = { path, cloud: description, account: ACCOUNT, app: APP, role: ROLE };
        await applyUntil({ ...task, environments: CONTOSO, parallel, moment });
        const half = torn ? await tear(path) : 0;

        await withJournal(path, memoryVault('session'), async (journal) => {
          expect(journal.setAside?.bytes ?? 0).toBe(half);
          await recordConsoleStarted(journal, '1.2.3', () => undefined);
          const newest = must((await journal.page(WORKSPACE, null, 1)).lines[0]);
          expect(newest.entry.summary.includes(`${half} bytes were moved`)).toBe(torn);
          expect((await journal.verify()).brokenAt).toBeNull();

          const rig = fleetRig({ cloud: description, journal, account: ACCOUNT });
          const [operation] = await rig.operations();
          expect(operation).toMatchObject({ state: 'interrupted', endedAt: null, counts: { total: 5 } });
          const { environments } = await rig.operation(must(operation).id);

          // What is still to do is what the environments do not have.
          const wanted = CONTOSO.map((name) => rig.desire(APP, name, { ensureUser: true, addRoles: [ROLE] }));
          const plan = await rig.plan(wanted);
          const missing = new Set(
            plan.environments.flatMap(({ environmentId, steps }) =>
              steps.map(({ id }) => `${environmentId} ${id}`),
            ),
          );
          const told = environments.flatMap(({ environmentId, steps }) =>
            steps.map(({ id, state }) => ({ name: `${environmentId} ${id}`, state })),
          );
          const named = (states: readonly StepState[]) =>
            told.filter(({ state }) => states.includes(state)).map(({ name }) => name);
          expect(named(THERE).filter((name) => missing.has(name))).toEqual([]);
          expect(named(NOT_THERE).filter((name) => !missing.has(name))).toEqual([]);
          const unknown = named(['unrecorded']);
          expect(named([...THERE, ...NOT_THERE]).length + unknown.length).toBe(5);
          // Steps of one app in each environment at work.
          expect(unknown.length).toBeLessThanOrEqual(2 * parallel);
          const opened = unknown.map((name) => !missing.has(name));
          expect(opened).toEqual(open ?? opened);

          // A new plan finishes what was left, and nothing twice.
          expect(appliedFrom((await rig.apply(plan)).result).counts.failed).toBe(0);
          expect((await rig.plan(wanted)).environments.flatMap(({ steps }) => steps)).toEqual([]);
        });
      });
    } finally {
      await cloud.close();
    }
  });
});

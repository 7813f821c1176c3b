// Plans, applies, and stands still at a moment that the test has chosen: it is ended there with SIGKILL.
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { DemoCloudDescription } from '../../../../emulator/index.ts';
import { openActivityJournal } from '../../../../main/fleet/journal/activity-journal.ts';
import type { Transport } from '../../../../main/http/transport.ts';
import { systemClock } from '../../../../main/http/clock.ts';
import { fleetRig, plainWire } from './fleet-rig.ts';
import { memoryVault } from './memory-vault.ts';

/** When the child stands still: before or after a change is on the wire, at an event that the window is told, or when the end of a step is on the disk. */
export type Moment = {
  readonly at: 'request' | 'answer' | 'running' | 'done' | 'noted';
  readonly count: number;
};

/** What the test tells the child. */
export type ApplyingTask = {
  readonly path: string;
  readonly cloud: DemoCloudDescription;
  readonly account: string;
  readonly app: string;
  readonly role: string;
  readonly environments: readonly string[];
  readonly parallel: number;
  readonly moment: Moment;
  /** Goes on with the newest operation of the journal instead of beginning one. */
  readonly goesOn?: boolean;
};

const task: ApplyingTask = JSON.parse(await text(process.stdin));
let left = task.moment.count;

/** Says so and does nothing any more, not even what other environments have begun. */
const standStill = (): void => {
  writeSync(1, 'standing still\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

const reached = (at: Moment['at']): boolean => {
  if (at !== task.moment.at) return false;
  left -= 1;
  return left === 0;
};

/** What is on its way to the disk. */
const lines = new Set<Promise<unknown>>();

const transport: Transport = async (request) => {
  const changes = request.method !== 'GET';
  // However slow the disk is, what is told before a change is on it when the change leaves: a moment is the same in every run.
  if (changes) await Promise.allSettled(lines);
  if (changes && reached('request')) standStill();
  const answer = await plainWire(request);
  if (!changes) return answer;
  const body = await answer.text();
  if (reached('answer')) standStill();
  return { ...answer, text: async () => body };
};

const opened = await openActivityJournal({ path: task.path, vault: memoryVault('session'), now: Date.now });
const journal: typeof opened = {
  ...opened,
  append: async (entry) => {
    const writing = opened.append(entry);
    lines.add(writing);
    const line = await writing;
    if (entry.operation?.type === 'step-ended' && reached('noted')) standStill();
    return line;
  },
};
const { cloud, account, parallel } = task;
const rig = fleetRig({ cloud, journal, account, parallel, transport, clock: systemClock });
const begin = () =>
  rig.plan(
    task.environments.map((name) => rig.desire(task.app, name, { ensureUser: true, addRoles: [task.role] })),
  );
const newest = task.goesOn === true ? (await rig.operations())[0] : undefined;
const plan = newest === undefined ? await begin() : await rig.planAgain(newest.id, 'continue');
await rig.apply(plan, ({ state }) => {
  if ((state === 'running' || state === 'done') && reached(state)) standStill();
});
writeSync(1, 'ended\n');

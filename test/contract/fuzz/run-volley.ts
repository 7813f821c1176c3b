import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { RealConsole } from '../../support/console/real-console.ts';
import { createPageModel, judge, replyProblem } from './page-model.ts';
import { fillIn } from './placeholders.ts';
import type { KnownValues } from './placeholders.ts';
import type { Volley } from './shot.ts';

const pushSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), id: z.string(), seq: z.int(), value: z.unknown() }),
  z.strictObject({ kind: z.literal('end'), id: z.string(), reply: z.unknown() }),
]);

/** How each method was answered, to show that the handlers were reached and not only their doors. */
export type Tally = Map<string, { accepted: number; refused: number }>;

/** Streams that run until the page takes them back; a doctor that watches does for as long as something is broken. */
const HELD = [
  'app.protectContent',
  'expiry.reminders',
  'identity.signInWithCode',
  'consent.listen',
  'doctor.run',
];

/** Only a guard against waiting for ever: nothing here takes a fraction of it. */
const HANG_MILLISECONDS = 60_000;

const withGuard = async (
  work: Promise<unknown>,
  guard: AbortSignal,
  what: () => string,
  report: (problem: string) => void,
) => {
  if (guard.aborted) return report(`hangs: ${what()}`);
  const hung = new Promise<true>((resolve) => {
    guard.addEventListener('abort', () => resolve(true), { once: true });
  });
  if (await Promise.race([work.then(() => false), hung])) report(`hangs: ${what()}`);
};

/** Throws one volley and waits until all of it is answered and ended; resolves to everything that was not as the wire has it. */
export const runVolley = async (
  console: Pick<RealConsole, 'request' | 'listen' | 'reset'>,
  volley: Volley,
  values: KnownValues,
  tally: Tally,
  guard: AbortSignal = AbortSignal.timeout(HANG_MILLISECONDS),
): Promise<readonly string[]> => {
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  const model = createPageModel(report);
  const waiting = new Map<number, string>();
  const ids = new Set<string>();
  let changed: () => void = () => undefined;

  const send = (message: unknown): void => void console.request(JSON.stringify(message), true);
  const stop = console.listen((text) => {
    const push = pushSchema.parse(JSON.parse(text));
    if (push.kind === 'end') model.end(push.id, push.reply);
    else {
      model.event(push.id, push.seq, push.value);
      if (volley.patient) {
        model.credited(push.id, push.seq);
        send({ kind: 'credit', id: push.id, seq: push.seq });
      }
    }
    changed();
  });

  const fire = async (template: string, trusted: boolean, number: number): Promise<void> => {
    const text = fillIn(template, values);
    const { request, mustRefuseWith } = judge(text, trusted);
    let accepted: (yes: boolean) => void = () => undefined;
    const begins = request?.kind === 'call' || request?.kind === 'start' ? request : null;
    if (begins !== null) ids.add(begins.id);
    if (begins?.kind === 'start' && mustRefuseWith === null)
      accepted = model.started(begins.id, begins.method);
    if (request?.kind === 'credit') model.credited(request.id, request.seq);
    waiting.set(number, begins?.method ?? request?.kind ?? 'garbage');
    const answer: unknown = JSON.parse(await console.request(text, trusted));
    const ok = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
    accepted(ok);
    const problem = replyProblem(answer, {
      method: begins?.kind === 'call' ? begins.method : null,
      mustRefuseWith,
    });
    const inUse = JSON.stringify(answer).includes('already in use');
    if (problem !== null && !inUse) report(`${template.slice(0, 500)} → ${problem}`);
    if (begins !== null && !inUse && mustRefuseWith !== 'unknown-method') {
      const counted = tally.get(begins.method) ?? { accepted: 0, refused: 0 };
      if (mustRefuseWith === null) counted.accepted += 1;
      else counted.refused += 1;
      tally.set(begins.method, counted);
    }
    waiting.delete(number);
    changed();
  };

  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) await new Promise<void>((resolve) => (changed = resolve));
  };
  const left = (): string => [...waiting.values(), ...model.openStreams()].join(', ');

  const fired: Promise<void>[] = [];
  for (const [number, { text, trusted }] of volley.shots.entries()) {
    fired.push(fire(text, trusted, number));
    if (!volley.atOnce) await nextTurn();
    if (volley.reload && number === Math.floor(volley.shots.length / 2)) {
      model.reloaded();
      console.reset();
    }
  }
  // A sign-in waits for a person and some streams last until they are cancelled, so these are cancelled in any case.
  const settled = () =>
    model.openStreams(HELD).length === 0 && [...waiting.values()].every((what) => what === 'identity.signIn');
  if (volley.patient) await withGuard(until(settled), guard, left, report);
  for (const id of ids) send({ kind: 'cancel', id });
  await withGuard(Promise.all(fired), guard, left, report);
  await withGuard(
    until(() => model.openStreams().length === 0),
    guard,
    left,
    report,
  );

  // Every id is free again, and a correct call is answered.
  for (const id of [...ids, 'after']) {
    const text = JSON.stringify({ kind: 'call', id, method: 'app.start', input: {} });
    const after = JSON.parse(await console.request(text, true));
    const problem = replyProblem(after, { method: 'app.start', mustRefuseWith: null });
    if (problem !== null || after.ok !== true)
      report(`app.start as ${id} afterwards: ${JSON.stringify(after)}`);
  }
  stop();
  return problems;
};

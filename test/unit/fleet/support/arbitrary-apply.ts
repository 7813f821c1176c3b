import * as fc from 'fast-check';
import type { StepOutcome } from '../../../../main/fleet/apply/perform-step.ts';
import type { NotedOutcome, OperationJournal } from '../../../../main/fleet/apply/operation-journal.ts';
import type { PlannedApp } from '../../../../main/fleet/planner/plan-environment.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import { parseClientId, parseEnvironmentId } from '../../../../preload/contract/words/ids.ts';
import { guid, must } from './journal-folder.ts';

/**
 * Whether a change is in the environment, as far as anybody but the environment can know. `announced`: written ahead with the steps
 * before it, which only the console that is at work knows. `skipped`: announced, and then not begun.
 */
export type Reality = 'yes' | 'no' | 'either' | 'announced' | 'skipped';

/** One line of an apply: how it is written, and what it makes known. `fails`: what ends there, the app or its environment. */
export type Moment = {
  readonly write: (journal: OperationJournal) => Promise<void>;
  readonly known: readonly (readonly [step: string, reality: Reality])[];
  readonly environment: string;
  readonly app: string;
  readonly fails: 'app' | 'environment' | null;
};

const OUTCOMES = {
  done: 'yes',
  already: 'yes',
  failed: 'no',
  cancelled: 'no',
  unrecorded: 'either',
  skipped: 'skipped',
} as const satisfies Readonly<Record<NotedOutcome['state'], Reality>>;

const fate = fc.record({
  outcome: fc.constantFrom<StepOutcome['state']>(
    'done',
    'done',
    'done',
    'already',
    'failed',
    'cancelled',
    'unrecorded',
  ),
  shows: fc.boolean(),
  /** Whether a failure is of the whole environment. */
  down: fc.boolean(),
});

const app = fc.record({
  fates: fc.array(fate, { minLength: 1, maxLength: 3 }),
  verified: fc.boolean(),
});

/** How a step is called in the model: by all that a line names it by. */
export const nameOf = (environmentId: string, clientId: string, stepId: string): string =>
  [environmentId, clientId, stepId].join(' ');

/** How an app in an environment is called in the model. */
export const appOf = (environmentId: string, clientId: string): string => `${environmentId} ${clientId}`;

const errorOf = (state: StepOutcome['state'], down: boolean): AppError | null => {
  if (state === 'done' || state === 'already') return null;
  if (state === 'cancelled' || (state === 'unrecorded' && !down)) return appError('cancelled');
  return down ? appError('service-unavailable') : appError('dataverse', { status: 403, hex: '0x80040220' });
};

const plannedOf = (environment: number, at: number, steps: number): PlannedApp => {
  const clientId = must(parseClientId(guid(0x20 + at)));
  return {
    environment: {
      environmentId: must(parseEnvironmentId(guid(0x10 + environment))),
      environmentName: `Environment ${environment}`,
      production: false,
      clientId,
      appName: `App ${at}`,
      problem: null,
    },
    steps: Array.from({ length: steps }, (_, index) => ({
      step: {
        id: `${clientId}/enable-user/${index}`,
        kind: 'enable-user' as const,
        subject: `App ${at}`,
        before: 'Disabled',
        after: 'Enabled',
        risks: [],
      },
      action: { kind: 'enable-user' as const },
    })),
  };
};

type Fates = (typeof app extends fc.Arbitrary<infer Value> ? Value : never)['fates'];

/** The lines of one app in one environment, and whether its environment goes on. */
const momentsOf = (
  { environment: place, steps }: PlannedApp,
  fates: Fates,
  verified: boolean,
): { readonly moments: readonly Moment[]; readonly goesOn: boolean } => {
  const moments: Moment[] = [];
  const done: { readonly id: string; readonly shows: boolean }[] = [];
  const named = (id: string) => nameOf(place.environmentId, place.clientId, id);
  const environment = place.environmentId;
  const app = appOf(environment, place.clientId);
  let environmentGoesOn = true;
  for (const [at, planned] of steps.entries())
    moments.push({
      write: (journal) => journal.stepStarted(place, planned),
      known: [[named(planned.step.id), at === 0 ? 'either' : 'announced']],
      environment,
      app,
      fails: null,
    });
  let instead: 'cancelled' | 'skipped' | null = null;
  for (const [at, planned] of steps.entries()) {
    const { outcome, shows, down } = must(fates[at]);
    const state = instead ?? outcome;
    const { id } = planned.step;
    const next = steps[at + 1];
    const ends =
      instead === null &&
      { failed: down, unrecorded: down, cancelled: false, done: false, already: false }[outcome];
    const error = instead === null ? errorOf(outcome, down) : null;
    moments.push({
      write: (journal) => journal.stepEnded(place, planned, { state, error, requestId: '' }),
      known: [
        [named(id), OUTCOMES[state]],
        ...(next === undefined ? [] : ([[named(next.step.id), 'either']] as const)),
      ],
      environment,
      app,
      fails: ends ? 'environment' : state === 'failed' || state === 'unrecorded' ? 'app' : null,
    });
    if (instead !== null) continue;
    // After a cancel nothing more is begun, and what was given up was given up because of one, or because nobody answers.
    if (ends || outcome === 'cancelled' || outcome === 'unrecorded') environmentGoesOn = false;
    if (outcome === 'done') done.push({ id, shows });
    else if (outcome !== 'already') instead = outcome === 'cancelled' ? 'cancelled' : 'skipped';
  }
  if (!verified || done.length === 0) return { moments, goesOn: environmentGoesOn };
  const missing = done.filter(({ shows }) => !shows);
  moments.push({
    write: (journal) =>
      journal.verified(place, {
        verified: done.filter(({ shows }) => shows).map(({ id }) => id),
        missing: missing.map(({ id }) => ({ stepId: id, error: appError('state-not-reached') })),
      }),
    known: done.map(({ id, shows }) => [named(id), shows ? 'yes' : 'no'] as const),
    environment,
    app,
    fails: missing.length > 0 ? 'app' : null,
  });
  return { moments, goesOn: environmentGoesOn };
};

/** Any apply: what was planned, and the lines of its environments as they may lie between each other. */
export const arbitraryApply = fc
  .record({
    environments: fc.array(fc.array(app, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    turns: fc.infiniteStream(fc.nat(2)),
  })
  .map(({ environments, turns }) => {
    const plan: PlannedApp[] = [];
    const queues = environments.map((apps, environment) => {
      const queue: Moment[] = [];
      let goesOn = true;
      for (const [at, { fates, verified }] of apps.entries()) {
        const planned = plannedOf(environment, at, fates.length);
        plan.push(planned);
        if (!goesOn) continue;
        const told = momentsOf(planned, fates, verified);
        queue.push(...told.moments);
        goesOn = told.goesOn;
      }
      return queue;
    });
    const moments: Moment[] = [];
    for (const turn of turns) {
      const left = queues.filter((queue) => queue.length > 0);
      const next = left[turn % Math.max(1, left.length)]?.shift();
      if (next === undefined) break;
      moments.push(next);
    }
    return { plan, moments };
  });

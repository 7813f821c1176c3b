import type { OperationDetail, PlannedEnvironment, PlanStep } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { isReached } from '../../../preload/contract/words/status.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { isOfEnvironment } from '../apply/of-environment.ts';
import { rolesOwed } from '../apply/roles-owed.ts';
import type { JournalLine } from '../journal/journal-line.ts';
import type { OperationEvent } from '../journal/operation-event.ts';

type ToldStep = OperationDetail['environments'][number]['steps'][number];
type StepStory = { readonly state: StepState; readonly error: AppError | null };

const keyOf = (
  place: { readonly environmentId: string | null; readonly clientId: string | null },
  stepId: string,
): string => `${place.environmentId ?? ''} ${place.clientId ?? ''} ${stepId}`;

/** Where the steps of a tenant and of this machine are told. */
const TENANT = { environmentId: null, clientId: null };

/** An operation as the journal tells it; what can be asked of it again depends on more. */
export type ToldOperation = Omit<OperationDetail, 'may'>;

/** A step that ended like this stops the app or role that it is about. */
const STOPS: readonly StepState[] = ['failed', 'unrecorded'];

/** The last thing that the journal says about each step it mentions. */
const storiesOf = (events: readonly OperationEvent[]): ReadonlyMap<string, StepStory> => {
  const stories = new Map<string, StepStory>();
  for (const event of events) {
    if (event.type === 'step-started')
      stories.set(keyOf(event, event.stepId), { state: 'running', error: null });
    if (event.type === 'step-ended')
      stories.set(keyOf(event, event.stepId), { state: event.state, error: event.error });
    if (event.type === 'verified') {
      for (const stepId of event.verified)
        stories.set(keyOf(event, stepId), { state: 'verified', error: null });
      for (const { stepId, error } of event.missing)
        stories.set(keyOf(event, stepId), { state: 'failed', error });
    }
  }
  return stories;
};

type Ending = { readonly running: boolean; readonly cancelled: boolean };

/** What became of a step that the journal does not mention. */
const untold = (ending: Ending, stopped: boolean): StepState => {
  if (stopped) return 'skipped';
  return ending.cancelled ? 'cancelled' : 'pending';
};

/** One step as it went; `stopped`: something before it failed, so that it was never begun. */
const tellStep = (
  place: Parameters<typeof keyOf>[0],
  step: PlanStep,
  stories: ReadonlyMap<string, StepStory>,
  ending: Ending,
  stopped: boolean,
): ToldStep => {
  const story = stories.get(keyOf(place, step.id));
  if (story === undefined) return { ...step, state: untold(ending, stopped), error: null };
  // Begun by a process that is gone: only the environment knows.
  const state = story.state === 'running' && !ending.running ? 'unrecorded' : story.state;
  return { ...step, state, error: story.error };
};

/** Steps of one app are written ahead together: after the first without an end they have not begun. */
const oneAtATime = (steps: readonly ToldStep[]): ToldStep[] => {
  const first = steps.findIndex(({ state }) => state === 'running');
  return steps.map((step, at) =>
    step.state === 'running' && at > first ? { ...step, state: 'pending' } : step,
  );
};

const countSteps = (steps: readonly ToldStep[]): OperationDetail['summary']['counts'] => {
  const counts = { total: 0, done: 0, failed: 0, notDone: 0, unrecorded: 0 };
  for (const { state } of steps) {
    counts.total += 1;
    if (isReached(state)) counts.done += 1;
    else if (state === 'failed') counts.failed += 1;
    else if (state === 'unrecorded') counts.unrecorded += 1;
    else counts.notDone += 1;
  }
  return counts;
};

const stops = (
  place: Parameters<typeof keyOf>[0],
  steps: readonly PlanStep[],
  stories: ReadonlyMap<string, StepStory>,
): boolean => steps.some(({ id }) => STOPS.includes(stories.get(keyOf(place, id))?.state ?? 'pending'));

/** Environments in which a step failed for what holds for every app there. */
const stoppedEnvironments = (
  environments: readonly PlannedEnvironment[],
  stories: ReadonlyMap<string, StepStory>,
): ReadonlySet<string> =>
  new Set(
    environments
      .filter((planned) =>
        planned.steps.some(({ id }) => {
          const error = stories.get(keyOf(planned, id))?.error ?? null;
          return error !== null && isOfEnvironment(error);
        }),
      )
      .map(({ environmentId }) => environmentId),
  );

/**
 * Tells one operation from its journal lines alone, oldest first, so that it is told the same after a crash. `running`:
 * this process is at work on it. Null when the line that began it is missing.
 */
export const foldOperation = (lines: readonly JournalLine[], running: boolean): ToldOperation | null => {
  const events = lines.flatMap(({ entry }) => (entry.operation === null ? [] : [entry.operation]));
  const begin = lines.find(({ entry }) => entry.operation?.type === 'started');
  const started = events.find((event) => event.type === 'started');
  if (begin === undefined || started === undefined) return null;
  const end = lines.find(({ entry }) => entry.operation?.type === 'ended');
  const ended = events.find((event) => event.type === 'ended');

  const stories = storiesOf(events);
  const ending = { running, cancelled: ended?.state === 'cancelled' };
  const { environments: planned, tenant: inTenant } = started.plan;
  const stopped = stoppedEnvironments(planned, stories);
  const firstStopped = inTenant !== null && stops(TENANT, inTenant.first, stories);
  const tell = (place: Parameters<typeof keyOf>[0], steps: readonly PlanStep[], after: boolean): ToldStep[] =>
    oneAtATime(steps.map((step) => tellStep(place, step, stories, ending, after)));
  const environments = planned
    .filter(({ problem, steps }) => steps.length > 0 || problem !== null)
    .map((one) => {
      const itself = stops(one, one.steps, stories);
      const steps = tell(one, one.steps, firstStopped || itself || stopped.has(one.environmentId));
      return {
        environmentId: one.environmentId,
        environmentName: one.environmentName,
        clientId: one.clientId,
        appName: one.appName,
        steps,
        problem: one.problem,
        rolesMissing: running ? [] : rolesOwed(steps.map((step) => ({ step, state: step.state }))),
      };
    });
  const lastStopped =
    firstStopped ||
    planned.some((one) => stops(one, one.steps, stories)) ||
    (inTenant !== null && stops(TENANT, inTenant.last, stories));
  const tenant =
    inTenant === null
      ? null
      : {
          tenantName: inTenant.tenantName,
          appName: inTenant.appName,
          first: tell(TENANT, inTenant.first, firstStopped),
          last: tell(TENANT, inTenant.last, lastStopped),
        };
  return {
    summary: {
      id: started.operationId,
      workspaceId: started.plan.workspaceId,
      title: started.title,
      startedAt: begin.at,
      endedAt: end?.at ?? null,
      state: ended?.state ?? (running ? 'running' : 'interrupted'),
      acknowledged: events.some((event) => event.type === 'acknowledged'),
      rotationId: inTenant?.rotationId ?? null,
      counts: countSteps([
        ...(tenant?.first ?? []),
        ...environments.flatMap(({ steps }) => steps),
        ...(tenant?.last ?? []),
      ]),
      notPlanned: new Set(
        environments.filter(({ problem }) => problem !== null).map(({ environmentId }) => environmentId),
      ).size,
    },
    tenant,
    environments,
  };
};

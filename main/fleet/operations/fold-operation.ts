import type { OperationDetail, PlannedEnvironment } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import type { JournalLine } from '../journal/journal-line.ts';
import type { OperationEvent } from '../journal/operation-event.ts';

type StepStory = { readonly state: StepState; readonly error: AppError | null };
type Started = Extract<OperationEvent, { readonly type: 'started' }>;

const keyOf = (
  place: { readonly environmentId: string; readonly clientId: string },
  stepId: string,
): string => `${place.environmentId} ${place.clientId} ${stepId}`;

/** A step that ended like this stops its environment. */
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
const untold = (ending: Ending, environmentStopped: boolean): StepState => {
  if (environmentStopped) return 'skipped';
  return ending.cancelled ? 'cancelled' : 'pending';
};

const tellEnvironment = (
  planned: PlannedEnvironment,
  stories: ReadonlyMap<string, StepStory>,
  ending: Ending,
  environmentStopped: boolean,
): OperationDetail['environments'][number] => ({
  environmentId: planned.environmentId,
  environmentName: planned.environmentName,
  appName: planned.appName,
  steps: planned.steps.map((step) => {
    const story = stories.get(keyOf(planned, step.id));
    if (story === undefined) return { ...step, state: untold(ending, environmentStopped), error: null };
    // Begun by a process that is gone: only the environment knows.
    const state = story.state === 'running' && !ending.running ? 'unrecorded' : story.state;
    return { ...step, state, error: story.error };
  }),
});

const countSteps = (environments: OperationDetail['environments']): OperationDetail['summary']['counts'] => {
  const counts = { total: 0, done: 0, failed: 0, notDone: 0, unrecorded: 0 };
  for (const { state } of environments.flatMap(({ steps }) => steps)) {
    counts.total += 1;
    if (state === 'done' || state === 'verified') counts.done += 1;
    else if (state === 'failed') counts.failed += 1;
    else if (state === 'unrecorded') counts.unrecorded += 1;
    else counts.notDone += 1;
  }
  return counts;
};

const stoppedEnvironments = (
  { plan }: Started,
  stories: ReadonlyMap<string, StepStory>,
): ReadonlySet<string> =>
  new Set(
    plan.environments
      .filter((planned) =>
        planned.steps.some(({ id }) => STOPS.includes(stories.get(keyOf(planned, id))?.state ?? 'pending')),
      )
      .map(({ environmentId }) => environmentId),
  );

/**
 * Tells one operation from its journal lines alone, oldest first, so that it is told the same after a crash. `running`:
 * this process is at work on it. Null when the line that began it is missing.
 */
export const foldOperation = (lines: readonly JournalLine[], running: boolean): OperationDetail | null => {
  const events = lines.flatMap(({ entry }) => (entry.operation === null ? [] : [entry.operation]));
  const begin = lines.find(({ entry }) => entry.operation?.type === 'started');
  const started = events.find((event) => event.type === 'started');
  if (begin === undefined || started === undefined) return null;
  const end = lines.find(({ entry }) => entry.operation?.type === 'ended');
  const ended = events.find((event) => event.type === 'ended');

  const stories = storiesOf(events);
  const ending = { running, cancelled: ended?.state === 'cancelled' };
  const stopped = stoppedEnvironments(started, stories);
  const environments = started.plan.environments
    .filter(({ steps }) => steps.length > 0)
    .map((planned) => tellEnvironment(planned, stories, ending, stopped.has(planned.environmentId)));
  return {
    summary: {
      id: started.operationId,
      workspaceId: started.plan.workspaceId,
      title: started.title,
      startedAt: begin.at,
      endedAt: end?.at ?? null,
      state: ended?.state ?? (running ? 'running' : 'interrupted'),
      acknowledged: events.some((event) => event.type === 'acknowledged'),
      counts: countSteps(environments),
    },
    environments,
  };
};

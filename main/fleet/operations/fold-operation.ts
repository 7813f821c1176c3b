import type { OperationDetail, OperationSummary } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import type { JournalLine } from '../journal/journal-line.ts';
import type { OperationEvent } from '../journal/operation-event.ts';

type Started = Extract<OperationEvent, { readonly type: 'started' }>;
type Ended = Extract<OperationEvent, { readonly type: 'ended' }>;
type Told = { readonly state: StepState; readonly error: AppError | null };

const key = (environmentId: string, clientId: string, stepId: string): string =>
  `${environmentId} ${clientId} ${stepId}`;

/** What the lines say of each step that they mention; later lines win. */
const toldSteps = (events: readonly OperationEvent[], running: boolean): ReadonlyMap<string, Told> => {
  const told = new Map<string, Told>();
  for (const event of events) {
    switch (event.type) {
      case 'step-started':
        told.set(key(event.environmentId, event.clientId, event.stepId), {
          state: running ? 'running' : 'unrecorded',
          error: null,
        });
        break;
      case 'step-ended':
        told.set(key(event.environmentId, event.clientId, event.stepId), event);
        break;
      case 'verified':
        for (const stepId of event.verified)
          told.set(key(event.environmentId, event.clientId, stepId), { state: 'verified', error: null });
        for (const { stepId, error } of event.missing)
          told.set(key(event.environmentId, event.clientId, stepId), { state: 'failed', error });
        break;
      case 'started':
      case 'ended':
      case 'acknowledged':
        break;
    }
  }
  return told;
};

/** A step that no line mentions: not begun, and never will be once the operation is over. */
const untold = (ended: Ended | undefined, running: boolean, failedBefore: boolean): Told => {
  if (running) return { state: 'pending', error: null };
  if (failedBefore) return { state: 'skipped', error: null };
  return { state: ended?.state === 'cancelled' ? 'cancelled' : 'pending', error: null };
};

const stateOf = (ended: Ended | undefined, running: boolean): OperationSummary['state'] => {
  if (ended !== undefined) return ended.state;
  return running ? 'running' : 'interrupted';
};

const countSteps = (states: readonly StepState[]): OperationSummary['counts'] => {
  const count = (...wanted: readonly StepState[]) => states.filter((state) => wanted.includes(state)).length;
  return {
    total: states.length,
    done: count('done', 'verified'),
    failed: count('failed'),
    notDone: count('pending', 'running', 'skipped', 'cancelled'),
    unrecorded: count('unrecorded'),
  };
};

/**
 * One operation as its journal lines tell it, oldest first; null when the line that began it is missing. `running` is true
 * while this very process is at work on it: an operation that nobody works on and that never ended was interrupted.
 */
export const foldOperation = (lines: readonly JournalLine[], running: boolean): OperationDetail | null => {
  const events = lines.flatMap(({ entry }) => (entry.operation === null ? [] : [entry.operation]));
  const started = events.find((event): event is Started => event.type === 'started');
  if (started === undefined) return null;
  const ended = events.find((event): event is Ended => event.type === 'ended');
  const told = toldSteps(events, running);
  const environments = started.plan.environments
    .filter(({ steps }) => steps.length > 0)
    .map(({ environmentId, environmentName, appName, clientId, steps }) => {
      let failedBefore = false;
      return {
        environmentId,
        environmentName,
        appName,
        steps: steps.map((step) => {
          const { state, error } =
            told.get(key(environmentId, clientId, step.id)) ?? untold(ended, running, failedBefore);
          failedBefore ||= state === 'failed';
          return { ...step, state, error };
        }),
      };
    });
  const endLine = lines.find(({ entry }) => entry.operation?.type === 'ended');
  return {
    summary: {
      id: started.operationId,
      workspaceId: started.plan.workspaceId,
      title: started.title,
      startedAt: lines[0]?.at ?? started.plan.madeAt,
      endedAt: endLine?.at ?? null,
      state: stateOf(ended, running),
      acknowledged: events.some(({ type }) => type === 'acknowledged'),
      counts: countSteps(environments.flatMap(({ steps }) => steps.map(({ state }) => state))),
    },
    environments,
  };
};

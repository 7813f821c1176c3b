import type { PlanStep } from '../../../preload/contract/fleet.ts';
import type {
  ClientId,
  EnvironmentId,
  OperationId,
  WorkspaceId,
} from '../../../preload/contract/words/ids.ts';
import type { OperationEnd } from '../../../preload/contract/words/status.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import type { JournalEntry } from '../journal/journal-line.ts';
import type { OperationEvent } from '../journal/operation-event.ts';
import type { IssuedPlan } from '../planner/issued-plans.ts';
import type { StepOutcome } from './perform-step.ts';
import type { Verification } from './verify-app.ts';

/** Where a step is done: ids are null in a tenant or on this machine, and the name is the tenant's. */
export type StepPlaceNames = {
  readonly environmentId: EnvironmentId | null;
  readonly environmentName: string;
  readonly clientId: ClientId | null;
  readonly appName: string;
};
type Place = StepPlaceNames;
/** Any step, as far as a line tells of it. */
export type TellableStep = { readonly step: PlanStep };

/** How a step ended, as its line tells it. `skipped`: written ahead, and not begun because something before it failed. */
export type NotedOutcome = Omit<StepOutcome, 'state'> & { readonly state: StepOutcome['state'] | 'skipped' };

/**
 * Writes what one operation does into the activity journal; each promise resolves when the line is on the disk. Whoever does not wait for
 * the line of something that is done meets its failure in the next `stepStarted` or in `ended`.
 */
export type OperationJournal = {
  readonly started: (issued: IssuedPlan) => Promise<void>;
  /** Must have resolved before the step's first request leaves; rejects also when an earlier line could not be written. */
  readonly stepStarted: (place: Place, step: TellableStep) => Promise<void>;
  readonly stepEnded: (place: Place, step: TellableStep, outcome: NotedOutcome) => Promise<void>;
  readonly verified: (place: Place, verification: Verification) => Promise<void>;
  /** Waits for every line before it. */
  readonly ended: (state: OperationEnd, title: string) => Promise<void>;
};

const STEP_OUTCOMES = {
  done: 'ok',
  already: 'ok',
  failed: 'failed',
  cancelled: 'cancelled',
  unrecorded: 'none',
  skipped: 'none',
} as const;
const STEP_WORDS = {
  done: 'Done',
  already: 'Was so already',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unrecorded: 'Given up, outcome not known',
  skipped: 'Not begun',
} as const;
const OPERATION_OUTCOMES = {
  succeeded: 'ok',
  'partly-failed': 'failed',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;
const OPERATION_WORDS = {
  succeeded: 'Succeeded',
  'partly-failed': 'Partly failed',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const;

const change = ({ appName }: Place, { step }: TellableStep): string =>
  step.subject === appName
    ? `${appName}: ${step.before} → ${step.after}`
    : `${appName}: ${step.subject}, ${step.before} → ${step.after}`;

/** Binds the journal to one operation. Every promise rejects when the journal cannot be written. */
export const operationJournal = (
  { journal, actorOf }: Pick<FleetPorts, 'journal' | 'actorOf'>,
  workspaceId: WorkspaceId,
  operationId: OperationId,
): OperationJournal => {
  // Lines reach the disk in the order in which they are written, so that waiting for what is behind costs nothing.
  let behind: Promise<void> = Promise.resolve();
  const inTail = (line: Promise<void>): Promise<void> => {
    const before = behind;
    behind = line.then(() => before);
    behind.catch(() => undefined);
    return line;
  };
  const write = async (
    line: Pick<JournalEntry, 'kind' | 'summary' | 'outcome'> &
      Partial<Pick<JournalEntry, 'environment' | 'requestId'>>,
    operation: OperationEvent,
  ): Promise<void> => {
    const actor = actorOf(workspaceId);
    await journal.append({ environment: '', requestId: '', ...line, workspaceId, actor, operation });
  };
  return {
    started: ({ title, plan, desired, roles, rotation }) =>
      write(
        { kind: 'operation-started', summary: title, outcome: 'none' },
        { type: 'started', operationId, title, plan, desired: [...desired], roles: [...roles], rotation },
      ),
    stepStarted: async (place, planned) => {
      const { environmentId, clientId, environmentName: environment } = place;
      const before = behind;
      await write(
        { kind: 'step-started', environment, summary: change(place, planned), outcome: 'none' },
        { type: 'step-started', operationId, environmentId, clientId, stepId: planned.step.id },
      );
      await before;
    },
    stepEnded: (place, planned, { state, error, requestId }) => {
      const { environmentId, clientId, environmentName: environment } = place;
      const why = error === null ? '' : ` (${error.code})`;
      const summary = `${STEP_WORDS[state]}${why}: ${change(place, planned)}`;
      return inTail(
        write(
          { kind: 'step-ended', environment, summary, outcome: STEP_OUTCOMES[state], requestId },
          { type: 'step-ended', operationId, environmentId, clientId, stepId: planned.step.id, state, error },
        ),
      );
    },
    verified: (place, { verified, missing }) => {
      const { environmentId, clientId, environmentName: environment, appName } = place;
      const where = environmentId === null ? 'tenant' : 'environment';
      const summary =
        missing.length === 0
          ? `${appName}: the ${where} confirms every change`
          : `${appName}: the ${where} does not show ${missing.length} of ${verified.length + missing.length} changes`;
      return inTail(
        write(
          { kind: 'step-ended', environment, summary, outcome: missing.length === 0 ? 'ok' : 'failed' },
          {
            type: 'verified',
            operationId,
            environmentId,
            clientId,
            verified: [...verified],
            missing: [...missing],
          },
        ),
      );
    },
    ended: async (state, title) => {
      await behind;
      await write(
        {
          kind: 'operation-ended',
          summary: `${OPERATION_WORDS[state]}: ${title}`,
          outcome: OPERATION_OUTCOMES[state],
        },
        { type: 'ended', operationId, state },
      );
    },
  };
};

import type { StepProgress } from '../../../preload/contract/fleet.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { isMade, isReached } from '../../../preload/contract/words/status.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { isAmbiguous } from './ambiguous.ts';
import type { BoundStep, Stops } from './bind-steps.ts';
import type { NotedOutcome, OperationJournal, StepPlaceNames, TellableStep } from './operation-journal.ts';
import type { StepOutcome } from './perform-step.ts';
import { givesBack } from './roles-owed.ts';

/** How the steps of one app or role are run. */
export type StepsRun = Stops & {
  readonly journal: OperationJournal;
  /** Ends what must not be left half done: a longer while after `cancel`. */
  readonly finish: AbortSignal;
};

/** What became of the steps of one app or role: how many have their effect, those that made it so, and why not all do. */
export type AppliedSteps = {
  readonly reached: number;
  readonly made: readonly BoundStep[];
  readonly error: AppError | null;
};

export type TellStep = (step: TellableStep, state: StepProgress['state'], error?: AppError | null) => void;

const CANCELLED = appError('cancelled');

/** Whether the service answered and said no to this one step: the next may fare better. */
const isRefused = ({ state, error }: StepOutcome): boolean =>
  state === 'failed' && error?.code === 'dataverse' && !isAmbiguous(error);

/** A move that takes roles begins what only the last role given back ends. */
const beginsUnit = ({ step }: BoundStep): boolean =>
  step.kind === 'change-business-unit' && step.loses !== undefined;

/** What ends a step that was written ahead and then not begun. */
const notBegun = (state: 'cancelled' | 'skipped'): NotedOutcome => ({ state, error: null, requestId: '' });

/**
 * Carries out the steps of one app or role, all written ahead together: no step waits for the disk, and when the console dies the
 * environment knows which of them took effect. After the first that does not succeed, and after a cancel, only what a move has taken
 * is still given back, so that neither costs the app its roles. Rejects when the journal cannot be written; the ends of steps may
 * still be on their way to the disk.
 */
export const applySteps = async (
  run: StepsRun,
  place: StepPlaceNames,
  steps: readonly BoundStep[],
  tellStep: TellStep,
): Promise<AppliedSteps> => {
  const soFar: { readonly step: BoundStep['step']; readonly state: StepState }[] = [];
  const made: BoundStep[] = [];
  let error: AppError | null = null;
  // What a cancel or a failure that no other step survives has stopped, roles given back included.
  let ended = false;
  const announced = !run.cancel.aborted;
  if (announced) await Promise.all(steps.map((step) => run.journal.stepStarted(place, step)));
  for (const planned of steps) {
    const owed = givesBack(planned.step, soFar);
    if (run.cancel.aborted && !owed) error ??= CANCELLED;
    if (ended || (error !== null && !owed)) {
      const state = run.cancel.aborted ? 'cancelled' : 'skipped';
      if (announced) void run.journal.stepEnded(place, planned, notBegun(state));
      tellStep(planned, state);
      continue;
    }
    tellStep(planned, 'running');
    const asUnit = owed || beginsUnit(planned);
    const outcome = await planned.perform(asUnit ? { cancel: run.finish, giveUp: run.finish } : run);
    void run.journal.stepEnded(place, planned, outcome);
    tellStep(planned, outcome.state, outcome.error);
    soFar.push({ step: planned.step, state: outcome.state });
    if (isReached(outcome.state)) {
      if (planned.changes && isMade(outcome.state)) made.push(planned);
      continue;
    }
    error ??= outcome.state === 'cancelled' ? CANCELLED : (outcome.error ?? CANCELLED);
    ended = !isRefused(outcome);
  }
  return { reached: soFar.filter(({ state }) => isReached(state)).length, made, error };
};

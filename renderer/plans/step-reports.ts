import type { StepProgress } from '../../preload/contract/fleet.ts';
import type { OutputOf } from '../../preload/contract/index.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import type { StepState } from '../../preload/contract/words/status.ts';

/** The latest word on every step, by environment and step. */
export type StepReports = ReadonlyMap<string, StepProgress>;

export const NO_REPORTS: StepReports = new Map();

const keyOf = (environmentId: EnvironmentId | null, stepId: string): string =>
  `${environmentId ?? ''}\n${stepId}`;

/** Takes in the report of one step. */
export const reportsWith = (reports: StepReports, event: StepProgress): StepReports =>
  new Map(reports).set(keyOf(event.environmentId, event.stepId), event);

/** All that was said of the steps of a run, and what its end tells of those that nobody was told of after a cancel. */
export const allReports = ({
  data,
  output,
}: {
  readonly data: StepReports;
  readonly output: OutputOf<'fleet.apply'> | null;
}): StepReports =>
  output === null || output.afterCancel.length === 0
    ? data
    : new Map([
        ...data,
        ...output.afterCancel.map((each) => [keyOf(each.environmentId, each.stepId), each] as const),
      ]);

/** What was last said of a step; `environmentId` null for one in a tenant or on this machine. */
export const reportOf = (
  reports: StepReports,
  environmentId: EnvironmentId | null,
  stepId: string,
): StepProgress | undefined => reports.get(keyOf(environmentId, stepId));

/**
 * How a step stands after what was last said of it. Once nothing runs any more, one that nobody reported on was not done;
 * of one that was at work when the run was cancelled only the journal tells the end.
 */
export const stateOf = (report: StepProgress | undefined, running: boolean): StepState => {
  if (running) return report?.state ?? 'pending';
  return report?.state === 'running' ? 'unrecorded' : (report?.state ?? 'skipped');
};

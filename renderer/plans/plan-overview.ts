import type { PlannedEnvironment, PlanStep } from '../../preload/contract/fleet.ts';

/** What a plan means for one app in one environment. */
export type PlanVerdict = 'change' | 'nothing' | 'problem';

export const verdictOf = (planned: PlannedEnvironment): PlanVerdict => {
  if (planned.problem !== null) return 'problem';
  return planned.steps.length === 0 ? 'nothing' : 'change';
};

/** The plan in numbers: what a person must know before reading any line of it. */
export type PlanOverview = {
  readonly steps: number;
  readonly change: number;
  readonly nothing: number;
  readonly problem: number;
  readonly production: number;
  readonly risks: readonly PlanStep['risks'][number][];
};

/** Sums up the planned environments that have come so far. */
export const planOverview = (planned: readonly PlannedEnvironment[]): PlanOverview => {
  const count = (verdict: PlanVerdict): number =>
    planned.filter((each) => verdictOf(each) === verdict).length;
  return {
    steps: planned.reduce((sum, each) => sum + each.steps.length, 0),
    change: count('change'),
    nothing: count('nothing'),
    problem: count('problem'),
    production: planned.filter((each) => each.production && verdictOf(each) === 'change').length,
    risks: [...new Set(planned.flatMap((each) => each.steps.flatMap((step) => step.risks)))],
  };
};

/** Problems first, then changes, then what is already so; by environment within each. */
export const inReadingOrder = (planned: readonly PlannedEnvironment[]): readonly PlannedEnvironment[] => {
  const rank: Readonly<Record<PlanVerdict, number>> = { problem: 0, change: 1, nothing: 2 };
  return planned.toSorted(
    (a, b) =>
      rank[verdictOf(a)] - rank[verdictOf(b)] ||
      Number(b.production) - Number(a.production) ||
      a.environmentName.localeCompare(b.environmentName) ||
      a.appName.localeCompare(b.appName),
  );
};

/** Adds a planned environment, in place of an earlier answer about the same app and environment. */
export const plannedWith = (
  planned: readonly PlannedEnvironment[],
  event: PlannedEnvironment,
): readonly PlannedEnvironment[] => [
  ...planned.filter((each) => each.environmentId !== event.environmentId || each.clientId !== event.clientId),
  event,
];

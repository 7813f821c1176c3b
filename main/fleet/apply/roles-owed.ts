import type { PlanStep } from '../../../preload/contract/fleet.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { isReached } from '../../../preload/contract/words/status.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';

/** A step of one app, and how far it is; null: not begun. */
type StepSoFar = { readonly step: PlanStep; readonly state: StepState | null };

const takes = ({ step, state }: StepSoFar): boolean =>
  step.kind === 'change-business-unit' && state !== null && isReached(state);

/** Whether the step gives back a role that a move before it has taken. Pure. */
export const givesBack = (step: PlanStep, before: readonly StepSoFar[]): boolean =>
  step.kind === 'assign-role' &&
  before.some((one) => takes(one) && one.step.loses?.roles.some((name) => sameName(name, step.subject)));

/** Roles that a move has taken and the steps after it have not given back: the app stands without them. Pure. */
export const rolesOwed = (steps: readonly StepSoFar[]): string[] =>
  steps
    .filter(({ step, state }) => (state === null || !isReached(state)) && givesBack(step, steps))
    .map(({ step }) => step.subject);

import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { StepKind } from '../../../preload/contract/words/status.ts';
import { isMade, isReached } from '../../../preload/contract/words/status.ts';

/** Steps that change nothing, or that nothing brings back. */
const NOT_UNDONE: readonly StepKind[] = ['purge-user', 'prove-credential'];

/** What can be asked once more of an operation. */
export type AskAgain = { readonly canContinue: boolean; readonly canUndo: boolean };
export const NOTHING: AskAgain = { canContinue: false, canUndo: false };

/** Operations of application users and security roles that have ended can go on where steps are left, and be taken back where steps were reached. */
export const askAgainOf = ({ summary, tenant, environments }: OperationDetail): AskAgain => {
  const steps = environments.flatMap(({ steps: own }) => own);
  if (tenant !== null || summary.state === 'running' || steps.length === 0) return NOTHING;
  return {
    canContinue: steps.some(({ state }) => !isReached(state)),
    canUndo: steps.some(({ state, kind }) => isMade(state) && !NOT_UNDONE.includes(kind)),
  };
};

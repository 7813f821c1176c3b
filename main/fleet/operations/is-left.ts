import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import { isReached } from '../../../preload/contract/words/status.ts';

/** Whether something of what was asked for in a place is not so yet, as far as the operation knows: not done, or not even planned. */
export const isLeft = ({ problem, steps }: OperationDetail['environments'][number]): boolean =>
  problem !== null || steps.some(({ state }) => !isReached(state));

import type { OperationSummary } from '../../../preload/contract/fleet.ts';

/** Operations that the console did not finish and nobody has said to have seen; those of rotations are told with their rotation. */
export const unfinishedOf = (operations: readonly OperationSummary[]): readonly OperationSummary[] =>
  operations.filter(
    ({ acknowledged, rotationId, state }) => state === 'interrupted' && !acknowledged && rotationId === null,
  );

/** Whether something is left to do; of what failed only the newest counts, because an older one may have been put right since. Newest first. */
export const isLeftOpen = (operations: readonly OperationSummary[]): boolean => {
  const [newest] = operations;
  return (
    unfinishedOf(operations).length > 0 ||
    (newest?.acknowledged === false && (newest.state === 'partly-failed' || newest.state === 'failed'))
  );
};

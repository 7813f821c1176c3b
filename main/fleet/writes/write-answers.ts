import type { WriteAnswer } from '../../../preload/contract/fleet-writes.ts';
import type { OperationId } from '../../../preload/contract/words/ids.ts';

/** What write tests were answered with, in memory only: rows of a client are on no disk of ours. */
export type WriteAnswers = {
  readonly keep: (id: OperationId, answer: WriteAnswer) => void;
  readonly find: (id: OperationId) => WriteAnswer | null;
};

/** Keeps the newest `limit`. */
export const createWriteAnswers = (limit = 20): WriteAnswers => {
  const kept = new Map<OperationId, WriteAnswer>();
  return {
    keep: (id, answer) => {
      kept.set(id, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
    },
    find: (id) => kept.get(id) ?? null,
  };
};

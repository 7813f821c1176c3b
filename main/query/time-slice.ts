import { setImmediate as nextTurn } from 'node:timers/promises';

/** Called between steps of long work. Resolves to false when the work was cancelled and must stop. */
export type Breathe = () => Promise<boolean>;

/** Longest stretch of work before other work of the process gets its turn, in milliseconds. */
const SLICE = 8;

/** Lets long work run in slices, so that sorting a million rows delays nothing else noticeably. */
export const breatheIn = (signal: AbortSignal): Breathe => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since >= SLICE) {
      await nextTurn();
      since = performance.now();
    }
    return !signal.aborted;
  };
};

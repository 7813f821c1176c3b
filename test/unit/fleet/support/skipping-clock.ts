import { systemClock } from '../../../../main/http/clock.ts';
import type { RingingClock } from '../../../../main/http/clock.ts';

/** A clock on which waiting takes no time but moves it on; `skip` moves it by hand. Bells ring in the computer's own time. */
export const skippingClock = (): RingingClock & { readonly skip: (milliseconds: number) => void } => {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => Date.now() + ahead,
    sleep: async (milliseconds, signal) => {
      ahead += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    skip: (milliseconds) => {
      ahead += milliseconds;
    },
  };
};

/** Time as the console sees it; tests hand in one that they move by hand. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when it aborts first. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** A clock that also rings: `after` calls once after so many milliseconds, unless what it returns is called first. */
export type RingingClock = Clock & {
  readonly after: (milliseconds: number, ring: () => void) => () => void;
};

/** The computer's own clock. */
export const systemClock: RingingClock = {
  now: () => Date.now(),
  after: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const giveUp = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      }, milliseconds);
      if (signal.aborted) giveUp();
      else signal.addEventListener('abort', giveUp, { once: true });
    }),
};

/** The clock of a demo cloud: the computer's, unless somebody has set or stopped it. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Goes on from a time. */
  set(time: number): void;
  advance(milliseconds: number): void;
  /** Stands still where it is. */
  stop(): void;
  /** The computer's time again. */
  reset(): void;
  /** False while it is the computer's. */
  readonly changed: boolean;
};

/** A clock over another one. */
export function createClock(base: () => number): Clock {
  let offset = 0;
  let stopped: number | null = null;
  const now = (): number => stopped ?? base() + offset;
  return {
    now,
    set: (time) => {
      offset = time - base();
      stopped = stopped === null ? null : time;
    },
    advance: (milliseconds) => {
      offset += milliseconds;
      stopped = stopped === null ? null : stopped + milliseconds;
    },
    stop: () => {
      stopped = now();
    },
    reset: () => {
      offset = 0;
      stopped = null;
    },
    get changed() {
      return offset !== 0 || stopped !== null;
    },
  };
}

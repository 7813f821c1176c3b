/** Decides who may go on the wire: a queue per origin, a cap per origin and one over all. */
export type Admission = {
  /** Resolves to true when the request may start, to false when it was aborted while it waited. */
  readonly enter: (origin: string, signal: AbortSignal) => Promise<boolean>;
  /** Every `enter` that resolved to true is followed by one of these. */
  readonly leave: (origin: string) => void;
  /** Sets the cap of an origin, between 1 and the general one. */
  readonly allow: (origin: string, atOnce: number) => void;
};

type Lane = { running: number; allowed: number; readonly queue: Set<() => void> };

/** Origins take turns, so that a long queue at one never holds up another. */
export const createAdmission = (limits: {
  readonly total: number;
  readonly perOrigin: number;
}): Admission => {
  const lanes = new Map<string, Lane>();
  /** Origins with a queue, the one served last at the end. */
  const waiting = new Set<string>();
  let running = 0;

  const laneOf = (origin: string): Lane => {
    const known = lanes.get(origin);
    if (known) return known;
    const lane: Lane = { running: 0, allowed: limits.perOrigin, queue: new Set() };
    lanes.set(origin, lane);
    return lane;
  };

  const start = (lane: Lane): void => {
    running += 1;
    lane.running += 1;
  };

  const admitWaiting = (): void => {
    for (const origin of waiting) {
      if (running >= limits.total) return;
      const lane = laneOf(origin);
      const [next] = lane.queue;
      if (next && lane.running >= lane.allowed) continue;
      waiting.delete(origin);
      if (!next) continue;
      lane.queue.delete(next);
      // Added again it stands behind the others; this loop comes back to it last.
      if (lane.queue.size > 0) waiting.add(origin);
      start(lane);
      next();
    }
  };

  return {
    enter: (origin, signal) => {
      const lane = laneOf(origin);
      if (signal.aborted) return Promise.resolve(false);
      if (running < limits.total && lane.running < lane.allowed && lane.queue.size === 0) {
        start(lane);
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const admit = () => {
          signal.removeEventListener('abort', giveUp);
          resolve(true);
        };
        const giveUp = () => {
          lane.queue.delete(admit);
          if (lane.queue.size === 0) waiting.delete(origin);
          resolve(false);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        lane.queue.add(admit);
        waiting.add(origin);
      });
    },
    leave: (origin) => {
      running -= 1;
      laneOf(origin).running -= 1;
      admitWaiting();
    },
    allow: (origin, atOnce) => {
      laneOf(origin).allowed = Math.max(1, Math.min(limits.perOrigin, Math.floor(atOnce)));
      admitWaiting();
    },
  };
};

import { createBreaker } from './breaker.ts';
import type { Outcome } from './breaker.ts';
import type { HttpLimits } from './http-limits.ts';

/** Whether an origin may be asked right now, and if not, for how many milliseconds and why. */
export type Leave =
  | { readonly kind: 'go' }
  | { readonly kind: 'paused' | 'open'; readonly milliseconds: number };

/** What is remembered of one origin: its breaker, and until when it asked to be left alone. */
export type OriginLane = {
  /** After `go` the outcome must be reported. */
  readonly ask: (now: number) => Leave;
  readonly report: (outcome: Outcome, now: number) => void;
  readonly pause: (until: number) => void;
};

const createLane = (limits: HttpLimits): OriginLane => {
  const breaker = createBreaker(limits);
  let pausedUntil = 0;
  return {
    ask: (now) => {
      if (now < pausedUntil) return { kind: 'paused', milliseconds: pausedUntil - now };
      const answer = breaker.ask(now);
      return answer.open ? { kind: 'open', milliseconds: answer.milliseconds } : { kind: 'go' };
    },
    report: breaker.report,
    pause: (until) => {
      pausedUntil = Math.max(pausedUntil, until);
    },
  };
};

/** Finds or makes the lane of an origin. */
export const createOriginLanes = (limits: HttpLimits): ((origin: string) => OriginLane) => {
  const lanes = new Map<string, OriginLane>();
  return (origin) => {
    const known = lanes.get(origin);
    if (known) return known;
    const lane = createLane(limits);
    lanes.set(origin, lane);
    return lane;
  };
};

import type { HttpClient } from './http-client.ts';

/** How far this computer's clock is from the services' clocks. */
export type ClockSkew = {
  /** Positive when this computer is ahead. Whole seconds are all that a `Date` header tells. */
  readonly seconds: number;
  /** When it was measured, in milliseconds since 1970 of this computer's clock. */
  readonly at: number;
};

/** An HTTP client that learns the time from answers it gets anyway. */
export type WatchedHttp = HttpClient & {
  /** Null until an answer with a `Date` has come. */
  readonly clockSkew: () => ClockSkew | null;
};

/** Answers that took longer say little about when they were made. */
const QUICK = 5000;
const KEPT = 5;

/** The middle one: a single service whose clock is wrong does not count. */
const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * Compares the `Date` header of answers (RFC 9110, 6.6.1: when the message was made, in whole seconds) with this computer's clock. Nothing is
 * sent for it.
 */
export const watchClock = (http: HttpClient, now: () => number): WatchedHttp => {
  let samples: readonly number[] = [];
  let at = 0;
  return {
    send: async (request) => {
      const result = await http.send(request);
      const date = result.ok ? Date.parse(result.value.headers['date'] ?? '') : Number.NaN;
      if (result.ok && !Number.isNaN(date) && result.value.milliseconds < QUICK) {
        at = now();
        // On average it was made half a second into its second and half of the way ago.
        const made = date + 500 + result.value.milliseconds / 2;
        samples = [...samples, at - made].slice(-KEPT);
      }
      return result;
    },
    clockSkew: () => (samples.length === 0 ? null : { seconds: Math.round(middle(samples) / 1000), at }),
  };
};

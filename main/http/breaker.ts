/** What became of a request that the breaker let through; `unknown` when it was cancelled. */
export type Outcome = 'worked' | 'failed' | 'unknown';

/** Stops asking an origin that keeps failing, and tries it again with a single request after a while. */
export type Breaker = {
  /** Either leave to send, which must be reported, or how long the origin is left alone. */
  readonly ask: (
    now: number,
  ) => { readonly open: false } | { readonly open: true; readonly milliseconds: number };
  readonly report: (outcome: Outcome, now: number) => void;
};

type State =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number }
  | { readonly kind: 'probing' };

/** A breaker for one origin; it holds no timer, time is handed in. */
export const createBreaker = (limits: {
  readonly failuresToOpen: number;
  readonly breakerOpen: number;
}): Breaker => {
  let state: State = { kind: 'closed', failures: 0 };

  return {
    ask: (now) => {
      if (state.kind === 'closed') return { open: false };
      if (state.kind === 'probing') return { open: true, milliseconds: limits.breakerOpen };
      if (now < state.until) return { open: true, milliseconds: state.until - now };
      state = { kind: 'probing' };
      return { open: false };
    },
    report: (outcome, now) => {
      switch (outcome) {
        case 'worked':
          state = { kind: 'closed', failures: 0 };
          return;
        case 'unknown':
          // A cancelled probe tells nothing: the next request is the probe.
          if (state.kind === 'probing') state = { kind: 'open', until: now };
          return;
        case 'failed': {
          const failures = state.kind === 'closed' ? state.failures + 1 : limits.failuresToOpen;
          state =
            failures < limits.failuresToOpen
              ? { kind: 'closed', failures }
              : { kind: 'open', until: now + limits.breakerOpen };
        }
      }
    },
  };
};

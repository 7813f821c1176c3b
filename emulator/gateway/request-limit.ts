/** What a user may still do in an environment, or why it must wait. */
export type Allowance =
  | { readonly kind: 'allowed'; readonly remainingRequests: number; readonly remainingSeconds: number }
  | {
      readonly kind: 'refused';
      readonly code: '0x80072322' | '0x80072321' | '0x80072326';
      readonly message: string;
      readonly retryAfterSeconds: number;
    };

/** The limits of one environment; the service's own are 6,000 requests, 1,200 s and 52 at a time in 300 s. */
export type Limits = {
  readonly requests: number;
  readonly windowSeconds: number;
  readonly executionSeconds: number;
  readonly concurrent: number;
};

/** Learn: api-limits, "How service protection API limits are enforced". */
export const serviceLimits: Limits = {
  requests: 6000,
  windowSeconds: 300,
  executionSeconds: 1200,
  concurrent: 52,
};

type Traffic = {
  /** Starts of requests in the window with their durations, oldest first, both in milliseconds. */
  past: { readonly at: number; duration: number; counted: boolean }[];
  running: number;
  /** Sum of those durations. */
  spent: number;
  /** Refusals since the last request that was let through: waiting grows with them. */
  refusals: number;
};

/** Counts the requests of every user of one environment over a sliding window. */
export type RequestMeter = {
  /** Asks for admission; whoever is allowed calls `done` when the request is over. */
  admit(user: string): { readonly allowance: Allowance; readonly done: (milliseconds: number) => void };
};

/** A meter for one environment. App users are counted like everybody else. */
export function createRequestMeter(limits: Limits, now: () => number): RequestMeter {
  const users = new Map<string, Traffic>();
  const window = limits.windowSeconds * 1000;

  const refuse = (
    traffic: Traffic,
    time: number,
    code: '0x80072322' | '0x80072321' | '0x80072326',
    message: string,
  ) => {
    traffic.refusals += 1;
    const oldest = traffic.past[0]?.at ?? time;
    const free = code === '0x80072326' ? 1 : Math.ceil((oldest + window - time) / 1000);
    const penalty = Math.min(traffic.refusals - 1, 10);
    return {
      allowance: { kind: 'refused', code, message, retryAfterSeconds: Math.max(1, free) + penalty },
      done: () => undefined,
    } as const;
  };

  return {
    admit: (user) => {
      const time = now();
      const traffic = users.get(user) ?? { past: [], running: 0, spent: 0, refusals: 0 };
      users.set(user, traffic);
      const fresh = traffic.past.findIndex((one) => one.at > time - window);
      for (const old of traffic.past.splice(0, fresh === -1 ? traffic.past.length : fresh)) {
        traffic.spent -= old.duration;
        old.counted = false;
      }
      const { spent } = traffic;
      const over = `over time window of ${limits.windowSeconds} seconds.`;
      if (traffic.running >= limits.concurrent) {
        const message = `Number of concurrent requests exceeded the limit of ${limits.concurrent}.`;
        return refuse(traffic, time, '0x80072326', message);
      }
      if (traffic.past.length >= limits.requests) {
        const message = `Number of requests exceeded the limit of ${limits.requests} ${over}`;
        return refuse(traffic, time, '0x80072322', message);
      }
      if (spent >= limits.executionSeconds * 1000) {
        const limit = (limits.executionSeconds * 1000).toLocaleString('en-US');
        const message =
          `Combined execution time of incoming requests exceeded limit of ${limit} milliseconds ${over} ` +
          'Decrease number of concurrent requests or reduce the duration of requests and try again later.';
        return refuse(traffic, time, '0x80072321', message);
      }
      const entry = { at: time, duration: 0, counted: true };
      traffic.past.push(entry);
      traffic.running += 1;
      traffic.refusals = 0;
      return {
        allowance: {
          kind: 'allowed',
          remainingRequests: limits.requests - traffic.past.length,
          remainingSeconds: Math.max(0, limits.executionSeconds - spent / 1000),
        },
        done: (milliseconds) => {
          traffic.running -= 1;
          if (entry.counted) {
            entry.duration = milliseconds;
            traffic.spent += milliseconds;
          }
        },
      };
    },
  };
}

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

/** Other limits than those of the service, so that a test reaches them at once. */
export type ChosenLimits = Partial<Limits>;

const names = ['requests', 'windowSeconds', 'executionSeconds', 'concurrent'] as const;

/** Limits by name as they come from outside; `null` where one of them is none. */
export function readLimits(values: Readonly<Record<string, unknown>>): ChosenLimits | null {
  const known = new Map(Object.entries(values));
  const chosen: { -readonly [N in keyof Limits]?: number } = {};
  for (const name of names) {
    const value = known.get(name);
    known.delete(name);
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value > 0) || value > 1e9) return null;
    chosen[name] = value;
  }
  return known.size === 0 ? chosen : null;
}

/** Learn: api-limits, "How service protection API limits are enforced". */
export const serviceLimits: Limits = {
  requests: 6000,
  windowSeconds: 300,
  executionSeconds: 1200,
  concurrent: 52,
};

/** A request in the window, or a batch that counts as several; times in milliseconds. */
type Entry = { readonly at: number; readonly count: number; duration: number; left: boolean };

type Traffic = {
  /** Requests of the window, oldest first. */
  past: Entry[];
  /** Sums over them. */
  requests: number;
  spent: number;
  running: number;
  /** Refusals since the last request that was let through: waiting grows with them. */
  refusals: number;
};

/** Counts the requests of every user of one environment over a sliding window. */
export type RequestMeter = {
  /** Asks for admission of a request, or of a batch that counts as several; whoever is allowed calls `done` when it is over. */
  admit(
    user: string,
    count?: number,
  ): { readonly allowance: Allowance; readonly done: (milliseconds: number) => void };
};

/** Takes out what the window has left behind. */
function slide(traffic: Traffic, until: number): void {
  let gone = 0;
  for (const entry of traffic.past) {
    if (entry.at > until) break;
    entry.left = true;
    traffic.requests -= entry.count;
    traffic.spent -= entry.duration;
    gone += 1;
  }
  if (gone > 0) traffic.past.splice(0, gone);
}

/** A meter for one environment, whose limits may change while it counts. App users are counted like everybody else. */
export function createRequestMeter(limitsNow: () => Limits, now: () => number): RequestMeter {
  const users = new Map<string, Traffic>();

  const refuse = (
    traffic: Traffic,
    window: number,
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
    admit: (user, count = 1) => {
      const limits = limitsNow();
      const window = limits.windowSeconds * 1000;
      const time = now();
      const traffic = users.get(user) ?? { past: [], requests: 0, spent: 0, running: 0, refusals: 0 };
      users.set(user, traffic);
      slide(traffic, time - window);
      const over = `over time window of ${limits.windowSeconds} seconds.`;
      if (traffic.running >= limits.concurrent) {
        const message = `Number of concurrent requests exceeded the limit of ${limits.concurrent}.`;
        return refuse(traffic, window, time, '0x80072326', message);
      }
      if (traffic.requests >= limits.requests) {
        const message = `Number of requests exceeded the limit of ${limits.requests} ${over}`;
        return refuse(traffic, window, time, '0x80072322', message);
      }
      if (traffic.spent >= limits.executionSeconds * 1000) {
        const limit = (limits.executionSeconds * 1000).toLocaleString('en-US');
        const message =
          `Combined execution time of incoming requests exceeded limit of ${limit} milliseconds ${over} ` +
          'Decrease number of concurrent requests or reduce the duration of requests and try again later.';
        return refuse(traffic, window, time, '0x80072321', message);
      }
      const entry: Entry = { at: time, count, duration: 0, left: false };
      traffic.past.push(entry);
      traffic.requests += count;
      traffic.running += 1;
      traffic.refusals = 0;
      return {
        allowance: {
          kind: 'allowed',
          remainingRequests: Math.max(0, limits.requests - traffic.requests),
          remainingSeconds: Math.max(0, limits.executionSeconds - traffic.spent / 1000),
        },
        done: (milliseconds) => {
          traffic.running -= 1;
          entry.duration = milliseconds;
          if (!entry.left) traffic.spent += milliseconds;
        },
      };
    },
  };
}

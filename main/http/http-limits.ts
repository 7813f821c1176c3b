/** How hard the console may push, and how long it waits. All times in milliseconds. */
export type HttpLimits = {
  /** Requests on the wire at the same time, over all origins. */
  readonly total: number;
  /**
   * Requests on the wire at the same time to one origin. The service stops one user at 52 (Microsoft Learn: api-limits)
   * and may ask for less with `x-ms-dop-hint`, which is followed downwards.
   */
  readonly perOrigin: number;
  /** One attempt may take this long, from leaving the queue to the end of the body; read anew for each attempt. */
  readonly timeout: number;
  /** How often a request is repeated after a broken connection or 502, 503, 504. */
  readonly retriesAfterFailure: number;
  /** How often a request is repeated after 429. */
  readonly retriesAfterThrottle: number;
  /** A request waits this long in sum between its attempts; a longer wait is given up at once. */
  readonly waitingBudget: number;
  readonly backoffBase: number;
  readonly backoffCap: number;
  /** The breaker of an origin opens after so many failures in a row … */
  readonly failuresToOpen: number;
  /** … and lets one request through again after this long. */
  readonly breakerOpen: number;
};

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  total: 64,
  perOrigin: 8,
  timeout: 60_000,
  retriesAfterFailure: 3,
  retriesAfterThrottle: 20,
  waitingBudget: 120_000,
  backoffBase: 500,
  backoffCap: 20_000,
  failuresToOpen: 5,
  breakerOpen: 15_000,
};

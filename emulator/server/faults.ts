import type { ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';

/** What shall go wrong at a host. `times` is how often; without it, until it is taken back. */
export type Fault = { readonly times?: number } & (
  | { readonly kind: 'latency'; readonly milliseconds: number }
  | { readonly kind: 'throttle'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'reset' }
);

/** Faults in force, by host name, environment name or `*` for every environment. */
export type Faults = {
  set(target: string, fault: Fault): void;
  clear(): void;
  /** The fault that strikes the next request to any of the targets; counts it. */
  next(targets: readonly string[]): Fault | null;
};

/** No faults at first. */
export function createFaults(): Faults {
  const active = new Map<string, { readonly fault: Fault; left: number }>();
  return {
    set: (target, fault) => {
      active.set(target, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => active.clear(),
    next: (targets) => {
      for (const target of targets) {
        const entry = active.get(target);
        if (entry !== undefined && entry.left > 0) {
          entry.left -= 1;
          return entry.fault;
        }
      }
      return null;
    },
  };
}

/** The page that the front door sends when the service behind it does not answer. */
export function unavailablePage(): ServiceResponse {
  return htmlPage(503, "Our services aren't available right now");
}

/** An HTML answer where a client expects JSON. */
export function htmlPage(status: number, title: string): ServiceResponse {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h2>${title}</h2></body></html>`,
  };
}

/** The answer that a fault stands for; `null` for one that only delays. */
export function faultResponse(fault: Fault): ServiceResponse | null {
  switch (fault.kind) {
    case 'latency':
      return null;
    case 'throttle':
      return json(
        429,
        {
          error: {
            code: '0x80072322',
            message: 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
          },
        },
        { 'retry-after': String(fault.retryAfterSeconds) },
      );
    case 'unavailable':
      return unavailablePage();
    case 'html':
      return htmlPage(fault.status, 'Please wait');
    case 'reset':
      return { status: 0, headers: {}, body: '', reset: true };
  }
}

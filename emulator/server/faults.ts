import type { ServiceRequest, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';

/** What shall go wrong at a host. `times` is how often; without it, until it is taken back. */
export type Fault = { readonly times?: number } & (
  | { readonly kind: 'latency'; readonly milliseconds: number }
  | { readonly kind: 'throttle'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'reset' }
  /** Policies that look like missing rights: of the environment, of Conditional Access, of the network. */
  | { readonly kind: 'firewall' | 'location' | 'tenant-restriction' }
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

/**
 * How policies refuse. The environment's IP firewall (Learn: ip-firewall; its code and words are those that were observed) and a location
 * that Conditional Access blocks (Learn: web-service-error-codes, CAPolicyValidationFailedLateBind) look at who asks: a request without a
 * token is told where to get one. Tenant restrictions (Learn: tenant-restrictions; AADSTS500021) refuse tokens, not metadata.
 */
function policyResponse(
  kind: 'firewall' | 'location' | 'tenant-restriction',
  { method, headers }: Pick<ServiceRequest, 'method' | 'headers'>,
): ServiceResponse | null {
  if (kind === 'tenant-restriction') {
    return method === 'POST'
      ? json(400, {
          error: 'invalid_request',
          error_description: 'AADSTS500021: Access to tenant is denied.',
          error_codes: [500021],
        })
      : null;
  }
  if (headers['authorization'] === undefined) {
    return null;
  }
  return kind === 'firewall'
    ? json(403, {
        error: {
          code: '0x80095ffe',
          message:
            'The access to your ip is blocked as it is not in the allowed list. Contact your administrator.',
        },
      })
    : json(403, {
        error: { code: '0x80072561', message: 'The user is in an admin restricted location.' },
      });
}

/** The answer that a fault stands for; `null` for one that only delays, or that lets this request through. */
export function faultResponse(
  fault: Fault,
  request: Pick<ServiceRequest, 'method' | 'headers'>,
): ServiceResponse | null {
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
    case 'firewall':
    case 'location':
    case 'tenant-restriction':
      return policyResponse(fault.kind, request);
    case 'reset':
      return { status: 0, headers: {}, body: '', reset: true };
  }
}

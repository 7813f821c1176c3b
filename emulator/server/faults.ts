import { aadsts } from '../entra/aadsts.ts';
import { refusal } from '../entra/refusal.ts';
import type { ServiceRequest, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import { htmlPage } from './front-door.ts';
import { overloadOf } from './overload.ts';

/**
 * What shall go wrong at a host. `times` is how often; without it, until it is taken back. `probability` is how likely at each
 * request, by the dice of the run, which fall the same in every run.
 */
export type Fault = { readonly times?: number; readonly probability?: number } & (
  | { readonly kind: 'latency'; readonly milliseconds: number }
  | { readonly kind: 'throttle'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'reset' }
  /** The answer, cut in the middle: JSON that does not end. */
  | { readonly kind: 'truncated' }
  /** Policies that look like missing rights: of the environment, of Conditional Access, of the network. */
  | { readonly kind: 'firewall' | 'location' | 'tenant-restriction' }
);

/** Faults in force, by host name, environment name or `*` for every environment. */
export type Faults = {
  set(target: string, fault: Fault): void;
  clear(): void;
  /** The fault that strikes the next request to any of the targets; counts it. */
  next(targets: readonly string[]): Fault | null;
  list(): readonly ActiveFault[];
};

/** A fault in force; `left` is missing for one without an end. */
export type ActiveFault = { readonly target: string; readonly fault: Fault; readonly left?: number };

/** Mulberry32: the same numbers in [0, 1) in every run. */
function createDice(): () => number {
  let state = 0x9e37_79b9;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** No faults at first. */
export function createFaults(): Faults {
  const active = new Map<string, { readonly fault: Fault; left: number }>();
  let dice = createDice();
  return {
    set: (target, fault) => {
      active.set(target, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      active.clear();
      dice = createDice();
    },
    next: (targets) => {
      for (const target of targets) {
        const entry = active.get(target);
        if (entry !== undefined && entry.left > 0 && dice() < (entry.fault.probability ?? 1)) {
          entry.left -= 1;
          return entry.fault;
        }
      }
      return null;
    },
    list: () =>
      [...active]
        .filter(([, { left }]) => left > 0)
        .map(([target, { fault, left }]) => ({
          target,
          fault,
          ...(Number.isFinite(left) ? { left } : {}),
        })),
  };
}

/** Half of an answer, as a connection leaves it that ends too early behind a gateway. */
export const cutShort = (response: ServiceResponse): ServiceResponse => ({
  ...response,
  body: response.body.slice(0, Math.floor(response.body.length / 2)),
});

const firewallTexts = {
  notInAllowedList:
    'The access to your ip is blocked as it is not in the allowed list. Contact your administrator.',
  blocked: 'Access to your IP is blocked. Contact your administrator',
} as const;

/** What the answer of a fault depends on beside the request. */
type FaultContext = { readonly now: number; readonly firewallText: keyof typeof firewallTexts };

/**
 * How policies refuse. The environment's IP firewall (Learn: ip-firewall; its code and words are those that were observed) and a location
 * that Conditional Access blocks (Learn: web-service-error-codes, CAPolicyValidationFailedLateBind) look at who asks: a request without a
 * token is told where to get one. Tenant restrictions (Learn: tenant-restrictions; AADSTS500021) refuse tokens, not metadata.
 */
function policyResponse(
  kind: 'firewall' | 'location' | 'tenant-restriction',
  request: ServiceRequest,
  { now, firewallText }: FaultContext,
): ServiceResponse | null {
  const { method, headers } = request;
  if (kind === 'tenant-restriction') {
    return method === 'POST' ? refusal(aadsts.tenantRestricted(), request, now) : null;
  }
  if (headers['authorization'] === undefined) {
    return null;
  }
  return kind === 'firewall'
    ? json(403, {
        error: {
          code: '0x80095ffe',
          message: firewallTexts[firewallText],
        },
      })
    : json(403, {
        error: { code: '0x80072561', message: 'The user is in an admin restricted location.' },
      });
}

/** The answer that a fault stands for; `null` for one that only delays or cuts, or that lets this request through. */
export function faultResponse(
  fault: Fault,
  host: string,
  request: ServiceRequest,
  context: FaultContext,
): ServiceResponse | null {
  const { now } = context;
  switch (fault.kind) {
    case 'latency':
    case 'truncated':
      return null;
    case 'throttle': {
      const refused = overloadOf(host).throttled(request, now);
      return { ...refused, headers: { ...refused.headers, 'retry-after': String(fault.retryAfterSeconds) } };
    }
    case 'unavailable':
      return overloadOf(host).unavailable(request, now);
    case 'html':
      return htmlPage(fault.status, 'Please wait');
    case 'firewall':
    case 'location':
    case 'tenant-restriction':
      return policyResponse(fault.kind, request, context);
    case 'reset':
      return { status: 0, headers: {}, body: '', reset: true };
  }
}

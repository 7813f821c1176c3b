import { readLimits, type ChosenLimits } from '../gateway/request-limit.ts';
import type { AppManagementPolicy } from '../graph/graph-call.ts';
import { empty, json } from './exchange.ts';
import type { ServiceResponse } from './exchange.ts';
import type { Fault, Faults } from './faults.ts';

/** What the control endpoint can change while the demo cloud runs. */
export type Controls = {
  readonly faults: Faults;
  /** Seconds until a change of permissions is seen. */
  lagSeconds: number;
  /** Milliseconds until a changed credential counts at the token endpoint. */
  credentialLagMilliseconds: number;
  /** Milliseconds until a new app or service principal is known beyond Graph. */
  objectLagMilliseconds: number;
  secretsAllowed: AppManagementPolicy['secretsAllowed'];
  longestSecretDays: AppManagementPolicy['longestSecretDays'];
  limits: ChosenLimits;
};

/** Makes the sign-in service tell a person (by user name) or an app (by client id) a code, or no longer; false where there is none such. */
export type Decree = (kind: 'person' | 'app', name: string, code: unknown) => boolean;

/** Makes the sign-in service want something of a person; false when there is no such person or demand. */
export type MakeDemand = (username: string, kind: unknown) => boolean;

function numberIn(body: Readonly<Record<string, unknown>>, name: string, most: number): number | null {
  const value = body[name];
  return typeof value === 'number' && value >= 0 && value <= most ? value : null;
}

function readFault(body: Readonly<Record<string, unknown>>): Fault | null {
  const times = numberIn(body, 'times', 1e6);
  const probability = numberIn(body, 'probability', 1);
  const limit = { ...(times === null ? {} : { times }), ...(probability === null ? {} : { probability }) };
  switch (body['fault']) {
    case 'latency': {
      const milliseconds = numberIn(body, 'milliseconds', 60_000);
      return milliseconds === null ? null : { kind: 'latency', milliseconds, ...limit };
    }
    case 'throttle':
      return {
        kind: 'throttle',
        retryAfterSeconds: numberIn(body, 'retryAfterSeconds', 3600) ?? 1,
        ...limit,
      };
    case 'unavailable':
      return { kind: 'unavailable', ...limit };
    case 'html':
      return { kind: 'html', status: numberIn(body, 'status', 599) ?? 200, ...limit };
    case 'reset':
    case 'truncated':
    case 'firewall':
    case 'location':
    case 'tenant-restriction':
      return { kind: body['fault'], ...limit };
    default:
      return null;
  }
}

const isBody = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object of a body; `null` for anything else. */
export function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/**
 * `POST /<key>/control` with `{ "target": "<host, environment name or *>", "fault": "latency" | "throttle" |
 * "unavailable" | "html" | "reset" | "truncated" | "firewall" | "location" | "tenant-restriction", "times": n, "probability": p, ... }`,
 * `{ "lagSeconds": n }`, `{ "credentialLagMilliseconds": n }`, `{ "objectLagMilliseconds": n }`, or a tenant's
 * app management policy: `{ "secretsAllowed": false }`, `{ "longestSecretDays": n | null }`, or limits of service protection:
 * `{ "limits": { "requests": n, "windowSeconds": n, "executionSeconds": n, "concurrent": n } | null }`. `DELETE` takes all faults
 * back. `{ "account": "<user name>", "demand": "mfa" | "claims" | "revoked" }` makes the service want the person
 * again; `{ "account": "<user name>", "aadsts": n | null }` and `{ "app": "<client id>", "aadsts": n | null }` make it refuse them with a
 * code. For tests only.
 */
export function answerControl(
  controls: Controls,
  method: string,
  body: string,
  { demand, decree }: { readonly demand: MakeDemand; readonly decree: Decree },
): ServiceResponse {
  if (method === 'DELETE') {
    controls.faults.clear();
    return empty(204);
  }
  const command = method === 'POST' ? parse(body) : null;
  if (command === null) {
    return json(method === 'POST' ? 400 : 405, { error: 'POST a JSON object, or DELETE' });
  }
  const lag = numberIn(command, 'lagSeconds', 3600);
  if (lag !== null) {
    controls.lagSeconds = lag;
    return empty(204);
  }
  const credentialLag = numberIn(command, 'credentialLagMilliseconds', 600_000);
  if (credentialLag !== null) {
    controls.credentialLagMilliseconds = credentialLag;
    return empty(204);
  }
  const objectLag = numberIn(command, 'objectLagMilliseconds', 600_000);
  if (objectLag !== null) {
    controls.objectLagMilliseconds = objectLag;
    return empty(204);
  }
  const { secretsAllowed, longestSecretDays } = command;
  if (typeof secretsAllowed === 'boolean') {
    controls.secretsAllowed = secretsAllowed;
    return empty(204);
  }
  if (longestSecretDays !== undefined) {
    controls.longestSecretDays = numberIn(command, 'longestSecretDays', 10_000);
    return empty(204);
  }
  const { limits } = command;
  if (limits !== undefined) {
    const chosen = limits === null ? {} : isBody(limits) ? readLimits(limits) : null;
    if (chosen === null) return json(400, { error: 'unknown limit' });
    controls.limits = chosen;
    return empty(204);
  }
  const { account, app, aadsts: code, demand: kind } = command;
  const told = typeof account === 'string' ? account : app;
  if (code !== undefined && typeof told === 'string') {
    return decree(told === account ? 'person' : 'app', told, code)
      ? empty(204)
      : json(400, { error: 'unknown account, app or code' });
  }
  if (typeof account === 'string') {
    return demand(account, kind) ? empty(204) : json(400, { error: 'unknown account or demand' });
  }
  const fault = readFault(command);
  const target = command['target'];
  if (fault === null || typeof target !== 'string') {
    return json(400, { error: 'unknown fault or target' });
  }
  controls.faults.set(target, fault);
  return empty(204);
}

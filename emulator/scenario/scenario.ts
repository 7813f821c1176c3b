import { answerControl, parse } from '../server/control.ts';
import type { Controls, Decree, MakeDemand } from '../server/control.ts';
import { empty, json, parameters } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import type { Clock } from './clock.ts';
import type { Restorable, Restore } from './restorable.ts';
import type { Rules } from './rules.ts';
import type { Trace } from './trace.ts';

/** What a scenario can take hold of. */
export type Scenario = {
  readonly controls: Controls;
  readonly clock: Clock;
  readonly rules: Rules;
  readonly trace: Trace;
  /** The data of all services; who is signed in is not part of it. */
  readonly data: Restorable;
  /** The data as the seed has it. */
  readonly toSeed: Restore;
  readonly demand: MakeDemand;
  readonly decree: Decree;
};

/** A request to the scenario API; `path` is the part below `/control`. */
export type ScenarioRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
};

type Body = Readonly<Record<string, unknown>>;
type Action = (body: Body) => ServiceResponse;

const bad = (message: string): ServiceResponse => json(400, { error: message });

function stateOf({ controls, clock, rules }: Scenario, snapshots: ReadonlyMap<string, Restore>): unknown {
  const { faults, lagSeconds, credentialLagMilliseconds, objectLagMilliseconds } = controls;
  const { secretsAllowed, longestSecretDays, limits } = controls;
  return {
    now: new Date(clock.now()).toISOString(),
    clockChanged: clock.changed,
    faults: faults.list(),
    lagSeconds,
    credentialLagMilliseconds,
    objectLagMilliseconds,
    secretsAllowed,
    longestSecretDays,
    limits,
    rules: Object.fromEntries(rules.list().map(({ name, value }) => [name, value])),
    snapshots: [...snapshots.keys()],
  };
}

/** Times that certificates, tokens and records can all hold. */
const times = { first: Date.UTC(1970, 0, 1), last: Date.UTC(9999, 11, 31) } as const;

function setClock(clock: Clock, { now, advanceSeconds, stopped }: Body): ServiceResponse {
  const time = typeof now === 'string' ? Date.parse(now) : null;
  const seconds =
    typeof advanceSeconds === 'number' && Number.isFinite(advanceSeconds) ? advanceSeconds : null;
  if ((time === null && seconds === null && stopped !== true) || Number.isNaN(time)) {
    return bad('a clock takes "now" (ISO 8601), "advanceSeconds", or "stopped": true');
  }
  const target = (time ?? clock.now()) + (seconds ?? 0) * 1000;
  if (target < times.first || target > times.last) {
    return bad('the clock goes from 1970 to 9999');
  }
  if (time !== null) clock.set(time);
  if (seconds !== null) clock.advance(seconds * 1000);
  if (stopped === true) clock.stop();
  return json(200, { now: new Date(clock.now()).toISOString() });
}

/**
 * The scenario API: `GET /control` is its state, `POST` and `DELETE /control` as in control.ts; below it `/clock` (PUT, DELETE),
 * `/reset` (POST), `/snapshots/<name>` (PUT, DELETE; `/restore` POST), `/rules` (GET), `/rules/<name>` (PUT, DELETE) and `/trace`
 * (GET, with `after=<number>`; DELETE). docs/demo-cloud.md shows it in use.
 */
export function createScenarioApi(scenario: Scenario): (request: ScenarioRequest) => ServiceResponse {
  const snapshots = new Map<string, Restore>();
  const { controls, clock, rules, trace, data, demand, decree } = scenario;
  const { faults, ...first } = controls;
  const reset = (): ServiceResponse => {
    scenario.toSeed();
    clock.reset();
    trace.clear();
    faults.clear();
    rules.reset();
    Object.assign(controls, first);
    return empty(204);
  };

  const actionsOf = (
    [kind = '', name = '', last = '']: readonly string[],
    query: string,
  ): Readonly<Record<string, Action>> | null => {
    const kept = snapshots.get(name);
    switch (`${kind}/${name === '' ? '' : '*'}/${last}`) {
      case '//':
        return { GET: () => json(200, stateOf(scenario, snapshots)) };
      case 'clock//':
        return {
          PUT: (body) => setClock(clock, body),
          DELETE: () => {
            clock.reset();
            return empty(204);
          },
        };
      case 'reset//':
        return { POST: reset };
      case 'snapshots/*/':
        return {
          PUT: () => {
            snapshots.set(name, data.snapshot());
            return empty(204);
          },
          DELETE: () => empty(snapshots.delete(name) ? 204 : 404),
        };
      case 'snapshots/*/restore':
        return {
          POST: () => {
            kept?.();
            return empty(kept === undefined ? 404 : 204);
          },
        };
      case 'rules//':
        return { GET: () => json(200, { value: rules.list() }) };
      case 'rules/*/': {
        const choose = (value: unknown): ServiceResponse =>
          rules.choose(name, value) ? empty(204) : bad('no such rule or value');
        return { PUT: ({ value = '' }) => choose(value), DELETE: () => choose(null) };
      }
      case 'trace//':
        return {
          GET: () => json(200, { value: trace.after(Number(parameters(query).get('after') ?? 0) || 0) }),
          DELETE: () => {
            trace.clear();
            return empty(204);
          },
        };
      default:
        return null;
    }
  };

  return ({ method, path, query, body }) => {
    const segments = path.split('/').filter((part) => part !== '');
    if (segments.length === 0 && method !== 'GET') {
      return answerControl(controls, method, body, { demand, decree });
    }
    const actions = actionsOf(segments, query);
    if (actions === null) {
      return json(404, { error: 'the scenario API has no such address' });
    }
    const action = Object.hasOwn(actions, method) ? actions[method] : undefined;
    if (action === undefined) {
      return empty(405, { allow: Object.keys(actions).join(', ') });
    }
    const given = body === '' ? {} : parse(body);
    return given === null ? bad('the body is not a JSON object') : action(given);
  };
}

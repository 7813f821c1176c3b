import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Failed, Result } from '../../preload/contract/words/errors.ts';
import { createAdmission } from './admission.ts';
import type { RingingClock } from './clock.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import type { HttpLimits } from './http-limits.ts';
import { judgeAttempt } from './judge-attempt.ts';
import type { Answered, Verdict } from './judge-attempt.ts';
import { createOriginLanes } from './origin-lane.ts';
import type { Leave } from './origin-lane.ts';
import type { RequestLog } from './request-log.ts';
import { backoffMilliseconds } from './retry-policy.ts';
import { sendOnce } from './send-once.ts';
import { resolveTarget } from './target.ts';
import type { Target } from './target.ts';
import type { DemoCloudAddress, Transport } from './transport.ts';

/** Everything the HTTP client needs from outside. */
export type HttpClientPorts = {
  readonly transport: Transport;
  readonly clock: RingingClock;
  /** In [0, 1), spreads repeats. */
  readonly random: () => number;
  readonly log: RequestLog;
  /** Null when no demo cloud runs; its hosts are then unreachable. */
  readonly demoCloud: DemoCloudAddress | null;
  readonly limits: HttpLimits;
};

/** A request on its way: what it has cost so far. */
type Journey = { sent: number; throttled: number; broken: number; waited: number };

/** Why an origin is not asked, for a request that has not been sent yet. */
const refusal = (leave: Exclude<Leave, { readonly kind: 'go' }>, host: string, failures: number): Failed => {
  const seconds = Math.ceil(leave.milliseconds / 1000);
  return leave.kind === 'open'
    ? failed('circuit-open', { host, seconds, failures }, { retryable: true })
    : failed('throttled', { host, limit: 'unknown', retryAfterSeconds: seconds }, { retryable: true });
};

/** The one HTTP client of the console. An origin that is slow, throttled or down never holds up another one. */
export const createHttpClient = (ports: HttpClientPorts): HttpClient => {
  const { clock, limits } = ports;
  const admission = createAdmission(limits);
  const laneOf = createOriginLanes(limits);

  /** Waits out what the origin asked for, outside the queue; a failure when that takes too long. */
  const wait = async (
    milliseconds: number,
    request: HttpRequest,
    journey: Journey,
    tooLong: Failed,
  ): Promise<Failed | null> => {
    if (journey.waited + milliseconds > limits.waitingBudget) return tooLong;
    journey.waited += milliseconds;
    request.onWait?.({ error: tooLong.error, milliseconds });
    try {
      await clock.sleep(milliseconds, request.signal);
      return null;
    } catch {
      return failed('cancelled');
    }
  };

  /** One attempt; `delay` is how long to wait before another one. */
  const attempt = async (
    request: HttpRequest,
    target: Target,
    journey: Journey,
  ): Promise<Verdict & { readonly delay: number }> => {
    try {
      journey.sent += 1;
      const sent = await sendOnce(ports, request, target, limits.timeout);
      // Microsoft Learn, api-limits: the service's recommended degree of parallelism for this environment.
      const hint =
        sent.kind === 'answered' ? Number(sent.headers['x-ms-dop-hint'] ?? Number.NaN) : Number.NaN;
      if (hint > 0) admission.allow(target.origin, hint);
      const now = clock.now();
      const lane = laneOf(target.origin);
      const verdict = judgeAttempt(sent, request, target.host, now);
      lane.report(verdict.outcome, now);
      const throttled = verdict.repeat === 'after-throttle';
      const repeats = throttled ? journey.throttled : journey.broken;
      const delay = verdict.pause ?? backoffMilliseconds(repeats, ports.random(), limits);
      // Before the next in the queue gets this place, so that it does not run into the same refusal.
      if (throttled || verdict.pause !== null) lane.pause(now + delay);
      return { ...verdict, delay };
    } finally {
      admission.leave(target.origin);
    }
  };

  const travel = async (
    request: HttpRequest,
    target: Target,
    journey: Journey,
  ): Promise<Result<Answered>> => {
    const lane = laneOf(target.origin);
    const { host } = target;
    let last: Failed | null = null;
    for (;;) {
      if (!(await admission.enter(target.origin, request.signal))) return failed('cancelled');
      const leave = lane.ask(clock.now());
      if (leave.kind !== 'go') {
        admission.leave(target.origin);
        const refused = last ?? refusal(leave, host, limits.failuresToOpen);
        const end =
          leave.kind === 'open' ? refused : await wait(leave.milliseconds, request, journey, refused);
        if (end) return end;
        continue;
      }

      const verdict = await attempt(request, target, journey);
      if (verdict.result.ok || verdict.repeat === 'never') return verdict.result;
      last = verdict.result;
      if (verdict.repeat === 'after-throttle') journey.throttled += 1;
      else journey.broken += 1;
      if (journey.throttled > limits.retriesAfterThrottle || journey.broken > limits.retriesAfterFailure)
        return last;
      const end = await wait(verdict.delay, request, journey, last);
      if (end) return end;
    }
  };

  return {
    send: async (request) => {
      const at = clock.now();
      const target = resolveTarget(request, ports.demoCloud);
      if (!target.ok) return target;
      const journey: Journey = { sent: 0, throttled: 0, broken: 0, waited: 0 };
      const result = await travel(request, target.value, journey);
      const milliseconds = clock.now() - at;
      const retries = Math.max(0, journey.sent - 1);
      ports.log.record({
        at,
        method: request.method,
        path: target.value.path,
        status: result.ok ? result.value.status : null,
        error: result.ok ? null : result.error.code,
        milliseconds,
        retries,
      });
      if (!result.ok) return result;
      const { status, headers, body, parts = [] } = result.value;
      return ok<HttpAnswer>({ status, headers, body, parts, milliseconds, retries });
    },
  };
};

import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { Outcome } from './breaker.ts';
import { correlationOf } from './correlation.ts';
import type { HttpRequest } from './http-client.ts';
import { isRedirect, isUnavailable, retryAfterMilliseconds, throttleLimit } from './retry-policy.ts';
import type { Attempt } from './send-once.ts';

/** An answer of which only the circumstances are missing. */
export type Answered = Extract<Attempt, { readonly kind: 'answered' }>;

/** What follows from one attempt. */
export type Verdict = {
  readonly outcome: Outcome;
  /** What the request comes to when it is not repeated. */
  readonly result: Result<Answered>;
  /** Why it may be repeated; `throttled` answers were refused before any work, so even a change may be sent again. */
  readonly repeat: 'never' | 'after-failure' | 'after-throttle';
  /** How long the origin asked to be left alone, in milliseconds; null when it did not. */
  readonly pause: number | null;
};

/** Only the host of a link is told: its path and query can carry codes. */
const hostOf = (link: string, base: string): string =>
  URL.canParse(link, `https://${base}`) ? new URL(link, `https://${base}`).host : '';

const judgeAnswer = (
  answer: Answered,
  request: Pick<HttpRequest, 'retry'>,
  host: string,
  now: number,
): Verdict => {
  const { status, headers } = answer;
  const more = { retryable: true, correlation: correlationOf(headers) };
  const pause = retryAfterMilliseconds(headers['retry-after'], now);
  if (status === 429) {
    const retryAfterSeconds = Math.ceil((pause ?? 0) / 1000);
    const limit = throttleLimit(answer.body);
    const result = failed('throttled', { host, limit, retryAfterSeconds }, more);
    return { outcome: 'worked', result, repeat: 'after-throttle', pause };
  }
  if (isUnavailable(status)) {
    const result = failed('service-unavailable', { host, status }, more);
    return { outcome: 'failed', result, repeat: request.retry === 'safe' ? 'after-failure' : 'never', pause };
  }
  if (isRedirect(status)) {
    const to = hostOf(headers['location'] ?? '', host);
    const result = failed('redirect-refused', { host, to }, { ...more, retryable: false });
    return { outcome: 'worked', result, repeat: 'never', pause: null };
  }
  return { outcome: 'worked', result: ok(answer), repeat: 'never', pause: null };
};

/** Judges one attempt: pure, so that the whole policy can be read and tested here. */
export const judgeAttempt = (
  attempt: Attempt,
  request: Pick<HttpRequest, 'retry'>,
  host: string,
  now: number,
): Verdict => {
  if (attempt.kind === 'answered') return judgeAnswer(attempt, request, host, now);
  if (attempt.kind === 'cancelled')
    return { outcome: 'unknown', result: failed('cancelled'), repeat: 'never', pause: null };
  return {
    // A certificate that is not trusted says nothing about the service's health.
    outcome: attempt.error.retryable ? 'failed' : 'unknown',
    result: { ok: false, error: attempt.error },
    repeat: attempt.mayRepeat && request.retry === 'safe' ? 'after-failure' : 'never',
    pause: null,
  };
};

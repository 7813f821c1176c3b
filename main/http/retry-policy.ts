import type { HttpLimits } from './http-limits.ts';

/** The longest pause that an answer can ask for: twice the service's sliding window of 300 s. */
const LONGEST_PAUSE = 600_000;

/**
 * Reads a `Retry-After` header, seconds or an HTTP date (RFC 9110 section 10.2.3), as milliseconds from now;
 * null when there is none, it is not understood or it lies in the past.
 */
export const retryAfterMilliseconds = (header: string | undefined, now: number): number | null => {
  const text = header?.trim() ?? '';
  const wait = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : /^[A-Za-z]{3,9},? /.test(text)
      ? Date.parse(text) - now
      : Number.NaN;
  return wait > 0 ? Math.min(Math.ceil(wait), LONGEST_PAUSE) : null;
};

/** Exponential backoff with full jitter: anything from zero to `base × 2^repeats`, capped. `random` is in [0, 1). */
export const backoffMilliseconds = (
  repeats: number,
  random: number,
  limits: Pick<HttpLimits, 'backoffBase' | 'backoffCap'>,
): number => Math.ceil(random * Math.min(limits.backoffCap, limits.backoffBase * 2 ** repeats));

/** Statuses of gateways and services that cannot answer just now. */
export const isUnavailable = (status: number): boolean => status === 502 || status === 503 || status === 504;

/** Statuses that send the client elsewhere; 304 answers a conditional request and is none of them. */
export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/**
 * Which of the three service-protection limits a 429 speaks of, from the code in its body (Microsoft Learn: api-limits);
 * `unknown` for other services.
 */
export const throttleLimit = (body: string): 'requests' | 'execution-time' | 'concurrency' | 'unknown' => {
  if (/0x80072322|-2147015902/i.test(body)) return 'requests';
  if (/0x80072321|-2147015903/i.test(body)) return 'execution-time';
  return /0x80072326|-2147015898/i.test(body) ? 'concurrency' : 'unknown';
};

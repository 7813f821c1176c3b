import type { AppError, Result } from '../../preload/contract/words/errors.ts';

/** One request of the console. Redirects are never followed: a redirect is an error. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Absolute https URL on the service's own (canonical) host. */
  readonly url: string;
  /** Lower-case names. `authorization` is dropped by no one: `pinnedOrigin` guards where it goes. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The only origin that this request may be sent to, normalised (no path, no slash); another one is refused before anything leaves. */
  readonly pinnedOrigin: string;
  /** `safe`: may be sent again after 429, 503 or a broken connection; `never`: sent at most once unless refused with 429. */
  readonly retry: 'safe' | 'never';
  /** Asks for the body as bytes (`parts`). */
  readonly inParts?: boolean;
  readonly signal: AbortSignal;
  /** Told before a wait for the origin: why (`throttled` names the limit), and for how many milliseconds. */
  readonly onWait?: (wait: HttpWait) => void;
};

/** A wait between two attempts. */
export type HttpWait = { readonly error: AppError; readonly milliseconds: number };

/** What came back, whatever its status. Bodies are text, never assumed to be JSON. */
export type HttpAnswer = {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The bytes of the body, which is empty then: where they were asked for, the status is 200, and the transport has them. */
  readonly parts?: readonly Buffer[];
  readonly milliseconds: number;
  /** How many times the request was sent again before this answer. */
  readonly retries: number;
};

/**
 * Sends requests with per-origin queues, concurrency caps, retry, breaker and log. Fails with `network-*`, `tls-untrusted`,
 * `redirect-refused`, `origin-mismatch`, `throttled` (budget for waiting used up), `service-unavailable`, `circuit-open`, `cancelled`.
 */
export type HttpClient = {
  readonly send: (request: HttpRequest) => Promise<Result<HttpAnswer>>;
};

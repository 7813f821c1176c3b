import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { RingingClock } from './clock.ts';
import type { HttpRequest } from './http-client.ts';
import { networkFailure } from './network-failure.ts';
import type { Target } from './target.ts';
import type { Transport } from './transport.ts';

/** What one attempt came to. */
export type Attempt =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly parts?: readonly Buffer[];
    }
  /** No whole answer came; `mayRepeat` when it looks like a passing fault of the connection. */
  | { readonly kind: 'broken'; readonly error: AppError; readonly mayRepeat: boolean }
  | { readonly kind: 'cancelled' };

/** Sends a request once, within its time-out. Never rejects. */
export const sendOnce = async (
  ports: { readonly transport: Transport; readonly clock: RingingClock },
  request: HttpRequest,
  target: Target,
  timeout: number,
): Promise<Attempt> => {
  const attempt = new AbortController();
  let timedOut = false;
  const cancel = () => attempt.abort(request.signal.reason);
  request.signal.addEventListener('abort', cancel, { once: true });
  const stopTimer = ports.clock.after(timeout, () => {
    timedOut = true;
    attempt.abort();
  });
  try {
    const answer = await ports.transport({
      method: request.method,
      url: target.url,
      headers: target.headers,
      body: request.body ?? null,
      signal: attempt.signal,
    });
    const { headers, parts, status } = answer;
    return request.inParts === true && status === 200 && parts !== undefined
      ? { kind: 'answered', status, headers, body: '', parts: await parts() }
      : { kind: 'answered', status, headers, body: await answer.text() };
  } catch (error) {
    if (request.signal.aborted) return { kind: 'cancelled' };
    const seconds = Math.ceil(timeout / 1000);
    if (timedOut) {
      const late = appError('network-timeout', { host: target.host, seconds }, { retryable: true });
      return { kind: 'broken', error: late, mayRepeat: false };
    }
    const failure = networkFailure(error, target.host, seconds);
    return { kind: 'broken', error: failure, mayRepeat: failure.code === 'network-unreachable' };
  } finally {
    stopTimer();
    request.signal.removeEventListener('abort', cancel);
  }
};

import { createHttpClient } from '../../../main/http/create-http-client.ts';
import type { HttpRequest } from '../../../main/http/http-client.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import type { HttpLimits } from '../../../main/http/http-limits.ts';
import { createRequestLog } from '../../../main/http/request-log.ts';
import type { Transport } from '../../../main/http/transport.ts';
import { handMovedClock } from './hand-moved-clock.ts';

type Sent = Parameters<Transport>[0];
/** What the service does with one request; `hold` answers when it is released. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | { readonly error: Error }
  | { readonly hold: Promise<void> }
  | 'silence';

/** A GET of an environment, with what the test changes about it. */
const request = (change: Partial<HttpRequest> & { readonly host?: string } = {}): HttpRequest => {
  const { host = 'contoso.crm.dynamics.com', ...more } = change;
  return {
    method: 'GET',
    url: `https://${host}/api/data/v9.2/WhoAmI`,
    headers: {},
    pinnedOrigin: `https://${host}`,
    retry: 'safe',
    signal: new AbortController().signal,
    ...more,
  };
};

/** A client on a clock moved by hand, with a service that does what the test says. */
export const scriptedService = (
  reply: (sent: Sent, count: number) => Reply,
  limits: Partial<HttpLimits> = {},
  timeout: () => number = () => DEFAULT_HTTP_LIMITS.timeout,
) => {
  const time = handMovedClock();
  const sent: (Sent & { readonly at: number })[] = [];
  const log = createRequestLog(50);
  let onWire = 0;
  let most = 0;

  const answer = async (request: Sent, count: number): Promise<Awaited<ReturnType<Transport>>> => {
    const next = reply(request, count);
    if (next === 'silence')
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      });
    if ('error' in next) throw next.error;
    if ('hold' in next) {
      await next.hold;
      return { status: 200, headers: {}, text: async () => '' };
    }
    return { status: next.status, headers: next.headers ?? {}, text: async () => next.body ?? '' };
  };

  const transport: Transport = async (request) => {
    sent.push({ ...request, at: time.elapsed() });
    onWire += 1;
    most = Math.max(most, onWire);
    try {
      return await answer(request, sent.length);
    } finally {
      onWire -= 1;
    }
  };

  const client = createHttpClient({
    transport,
    clock: time.clock,
    random: () => 0.5,
    log,
    demoCloud: null,
    limits: {
      ...DEFAULT_HTTP_LIMITS,
      ...limits,
      get timeout() {
        return timeout();
      },
    },
  });
  return { client, request, time, sent, log, mostOnWire: () => most };
};

/** An error as Node's fetch makes them. */
export const fetchFailed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

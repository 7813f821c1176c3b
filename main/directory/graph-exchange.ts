import { z } from 'zod';
import { appError, failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Correlation, Result } from '../../preload/contract/words/errors.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client.ts';

/** One request to Microsoft Graph v1.0 as the signed-in admin. */
export type GraphRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** After `/v1.0/`. */
  readonly path: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
};

/** Sends requests to one tenant's Graph; answers the decoded body, null where it is empty. */
export type GraphExchange = (request: GraphRequest) => Promise<Result<unknown>>;

export type GraphExchangePorts = {
  readonly http: HttpClient;
  /** Origin of Graph in the workspace's cloud. */
  readonly origin: string;
  /** A token for it; `changes`: the request changes something. */
  readonly bearer: (changes: boolean, signal: AbortSignal) => Promise<Result<string>>;
};

/** Microsoft Learn: Graph error responses. */
const errorBody = z.object({ error: z.object({ code: z.string().max(200) }) });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const correlationOf = (headers: HttpAnswer['headers']): Correlation => ({
  requestId: headers['request-id'],
  correlationId: headers['client-request-id'],
  timestamp: headers['date'],
});

const refusal = (origin: string, { status, body, headers }: HttpAnswer): AppError => {
  const { host } = new URL(origin);
  const code = errorBody.safeParse(parseJson(body)).data?.error.code;
  const more = { retryable: status >= 500, correlation: correlationOf(headers) };
  if (status >= 500 || code === undefined)
    return appError('unexpected-answer', { host, status, what: code ?? 'no error of Graph' }, more);
  return appError('graph', { code, status, host }, more);
};

/** Binds requests to one origin, to which alone the token goes; changes are never sent twice. */
export const createGraphExchange =
  ({ http, origin, bearer }: GraphExchangePorts): GraphExchange =>
  async ({ method, path, body, signal }) => {
    const token = await bearer(method !== 'GET', signal);
    if (!token.ok) return token;
    const request: HttpRequest = {
      method,
      url: `${origin}/v1.0/${path}`,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token.value}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      pinnedOrigin: origin,
      retry: method === 'GET' ? 'safe' : 'never',
      signal,
    };
    const sent = await http.send(request);
    if (!sent.ok) return sent;
    if (sent.value.status >= 400) return { ok: false, error: refusal(origin, sent.value) };
    if (sent.value.body.trim() === '') return ok(null);
    const decoded = parseJson(sent.value.body);
    const params = { host: new URL(origin).host, status: sent.value.status, what: 'not JSON' };
    return decoded === undefined ? failed('unexpected-answer', params) : ok(decoded);
  };

import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { GraphPermission } from '../../preload/contract/words/graph-permission.ts';
import type { TenantId } from '../../preload/contract/words/ids.ts';
import { correlationOf } from '../http/correlation.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import type { GraphAsk, GraphClient } from './graph-client.ts';
import { graphError } from './graph-error.ts';
import { tokenScopes } from './token-scopes.ts';

/** What a client is made of. */
export type GraphClientPorts = {
  readonly http: HttpClient;
  /** Graph's origin in the workspace's cloud. */
  readonly origin: string;
  readonly tenantId: TenantId;
  /** A token that carries the permission; fails with `graph-consent-needed` when nobody has consented to it. */
  readonly bearer: (permission: GraphPermission, signal: AbortSignal) => Promise<Result<string>>;
};

/** A list is this many pages long at most; one that goes on names itself as its next page. */
const MAX_PAGES = 100;

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

const parse = (text: string): unknown => {
  try {
    return text.trim() === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Makes it. Reads may be sent again, changes are sent once. */
export const createGraphClient = ({ http, origin, tenantId, bearer }: GraphClientPorts): GraphClient => {
  const root = `${origin}/v1.0/`;

  const send = async (
    method: HttpRequest['method'],
    url: string,
    ask: GraphAsk,
    more: { readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } = {},
  ): Promise<Result<unknown>> => {
    // A link or a path with dot segments would carry the token somewhere else.
    if (!URL.canParse(url) || !new URL(url).href.startsWith(root))
      return failed('origin-mismatch', {
        expected: origin,
        actual: URL.canParse(url) ? new URL(url).origin : 'no address',
      });
    const token = await bearer(ask.needs, ask.signal);
    if (!token.ok) return token;
    const sent = await http.send({
      method,
      url,
      headers: {
        accept: 'application/json',
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more.headers,
        authorization: `Bearer ${token.value}`,
      },
      ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
      pinnedOrigin: origin,
      retry: method === 'GET' ? 'safe' : 'never',
      signal: ask.signal,
    });
    if (!sent.ok) return sent;
    const { status, body, headers } = sent.value;
    if (status >= 400)
      return { ok: false, error: graphError(origin, sent.value, ask, tokenScopes(token.value)) };
    const decoded = parse(body);
    if (decoded === undefined || (method === 'GET' && decoded === null))
      return failed(
        'unexpected-answer',
        { host: new URL(origin).host, status, what: 'not JSON' },
        { correlation: correlationOf(headers) },
      );
    return ok(decoded);
  };

  return {
    tenantId,
    mayUse: async (permission, signal) => {
      const token = await bearer(permission, signal);
      return token.ok ? ok(null) : token;
    },
    get: (path, ask) => send('GET', `${root}${path}`, ask),
    post: (path, body, ask) => send('POST', `${root}${path}`, ask, { body }),
    patch: (path, body, ask) => send('PATCH', `${root}${path}`, ask, { body }),
    remove: (path, ask) => send('DELETE', `${root}${path}`, ask),
    list: async (path, { most, eventual = false }, ask) => {
      const rows: unknown[] = [];
      const headers = eventual ? { consistencylevel: 'eventual' } : {};
      let url: string | undefined = `${root}${path}`;
      for (let count = 0; url !== undefined && rows.length < most && count < MAX_PAGES; count += 1) {
        const answer: Result<unknown> = await send('GET', url, ask, { headers });
        if (!answer.ok) return answer;
        const decoded = page.safeParse(answer.value);
        if (!decoded.success)
          return failed('unexpected-answer', { host: new URL(origin).host, status: 200, what: 'not a list' });
        rows.push(...decoded.data.value);
        url = decoded.data['@odata.nextLink'];
      }
      return ok({ rows: rows.slice(0, most), more: url !== undefined || rows.length > most });
    },
  };
};

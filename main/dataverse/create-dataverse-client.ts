import { textOf } from '../http/read-body.ts';
import { correlationOf } from '../http/correlation.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';
import { batchGet, readBatchAnswer } from './batch-get.ts';
import type {
  Bearer,
  DataverseAnswer,
  DataverseClient,
  OnBehalfOf,
  ReadOptions,
} from './dataverse-client.ts';
import { bodyKind, dataverseError, jsonBody } from './dataverse-error.ts';
import { nextLink, pinnedLink } from './next-link.ts';
import { pageBody } from './page-body.ts';
import { readAhead } from './read-ahead.ts';
import { API_PATH } from './api-path.ts';

export type DataverseClientPorts = {
  readonly http: HttpClient;
  readonly origin: OrgUrl;
  readonly bearer: Bearer;
  /** Whom every request is made for; left out: the token's own principal. */
  readonly onBehalfOf?: OnBehalfOf;
};

type Send = {
  readonly method: HttpRequest['method'];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal: AbortSignal;
  readonly onWait?: ReadOptions['onWait'];
  readonly inPieces?: boolean;
};

/** Ids of batches need be unique in their own body only, and no address holds this. */
const BOUNDARY = 'batch_s2s-console';

/** Headers of every request (Microsoft Learn: compose-http-requests-handle-errors). */
const ALWAYS = {
  accept: 'application/json',
  'odata-maxversion': '4.0',
  'odata-version': '4.0',
  'if-none-match': 'null',
};

const callerHeaders = (caller: OnBehalfOf | undefined): Readonly<Record<string, string>> =>
  caller === undefined ? {} : { [caller.header]: caller.id };

const readHeaders = (options: ReadOptions): Readonly<Record<string, string>> => {
  const prefer = [
    ...(options.pageSize === undefined ? [] : [`odata.maxpagesize=${options.pageSize}`]),
    ...(options.annotations === true ? ['odata.include-annotations="*"'] : []),
  ];
  return {
    ...(prefer.length === 0 ? {} : { prefer: prefer.join(',') }),
    // Permissions are cached per server for up to 30 seconds; this asks past the cache.
    ...(options.strong === true ? { consistency: 'Strong' } : {}),
  };
};

/**
 * The Web API of one environment. Reads are repeated when the HTTP client says it is safe, writes never are. A PATCH
 * carries `If-Match: *`, because without it the Web API creates a row that is missing (Microsoft Learn:
 * update-delete-entities-using-web-api, "Limit upsert operations").
 */
export const createDataverseClient = (ports: DataverseClientPorts): DataverseClient => {
  const { http, origin, bearer } = ports;
  const root = `${origin}${API_PATH}`;
  const caller = callerHeaders(ports.onBehalfOf);

  const send = async (request: Send): Promise<Result<DataverseAnswer>> => {
    // A path with dot segments would leave the Web API with the token attached.
    if (URL.parse(request.url)?.href.startsWith(`${origin}/api/data/`) !== true) {
      return failed('invalid-input', { path: 'path', problem: 'must stay inside the Web API' });
    }
    const token = await bearer(request.signal);
    if (!token.ok) return token;
    const sent = await http.send({
      method: request.method,
      url: request.url,
      headers: {
        ...ALWAYS,
        ...caller,
        ...(request.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...request.headers,
        authorization: `Bearer ${token.value}`,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      pinnedOrigin: origin,
      retry: request.method === 'GET' ? 'safe' : 'never',
      ...(request.inPieces === true ? { inParts: true } : {}),
      signal: request.signal,
      ...(request.onWait === undefined ? {} : { onWait: request.onWait }),
    });
    return sent.ok ? decode(sent.value, request.method === 'GET') : sent;
  };

  const decode = (answer: HttpAnswer, needsBody: boolean): Result<DataverseAnswer> => {
    const { status, headers, body, parts = [], milliseconds, retries } = answer;
    if (status >= 400) return { ok: false, error: dataverseError(origin, answer) };
    const decoded = parts.length > 0 ? pageBody(parts) : body.trim() === '' ? null : jsonBody(body);
    const correlation = correlationOf(headers);
    if (decoded === undefined || (needsBody && decoded === null)) {
      const kind = bodyKind(textOf(parts) + body);
      const what = kind === 'html' || kind === 'empty' ? kind : 'not JSON';
      return failed('unexpected-answer', { host: new URL(origin).host, status, what }, { correlation });
    }
    return ok({ status, body: decoded, headers, correlation, milliseconds, retries });
  };

  const waiting = ({ signal, onWait }: ReadOptions) => ({
    signal,
    ...(onWait === undefined ? {} : { onWait }),
  });

  const read = (url: string, options: ReadOptions) =>
    send({
      method: 'GET',
      url,
      headers: readHeaders(options),
      inPieces: options.inPieces === true,
      ...waiting(options),
    });

  const getInBatch = async (path: string, options: ReadOptions): Promise<Result<DataverseAnswer>> => {
    const token = await bearer(options.signal);
    if (!token.ok) return token;
    const { contentType, body } = batchGet(BOUNDARY, `${root}${path}`, {
      ...ALWAYS,
      ...caller,
      ...readHeaders(options),
    });
    const sent = await http.send({
      method: 'POST',
      url: `${root}$batch`,
      headers: { ...ALWAYS, ...caller, 'content-type': contentType, authorization: `Bearer ${token.value}` },
      body,
      pinnedOrigin: origin,
      // It holds nothing but a read.
      retry: 'safe',
      ...waiting(options),
    });
    if (!sent.ok) return sent;
    const part = readBatchAnswer(sent.value.headers['content-type'] ?? '', sent.value.body);
    // Refused as a whole, it is answered like any other request.
    if (part === null) return decode(sent.value, true);
    return decode({ ...sent.value, ...part, headers: { ...sent.value.headers, ...part.headers } }, true);
  };

  /** Where a page leads to; null after the last, and when it must not be followed. */
  const followed = (page: Result<DataverseAnswer>, url: string): string | null => {
    const next = page.ok ? nextLink(page.value.body, origin) : page;
    return next.ok && next.value !== url ? next.value : null;
  };

  async function* pagesFrom(start: string, options: ReadOptions): AsyncGenerator<Result<DataverseAnswer>> {
    const pages = readAhead({
      from: start,
      read: (url: string, signal) => read(url, { ...options, signal }),
      next: followed,
      wanted: options.pagesWanted ?? 1,
      signal: options.signal,
    });
    for await (const { page, start: url } of pages) {
      yield page;
      if (!page.ok) return;
      const next = nextLink(page.value.body, origin);
      if (!next.ok) yield next;
      else if (next.value === url) {
        const { status, correlation } = page.value;
        const params = { host: new URL(origin).host, status, what: 'the same page again' };
        yield failed('unexpected-answer', params, { correlation });
      }
    }
  }

  return {
    origin,
    get: (path, options) => read(`${root}${path}`, options),
    getInBatch,
    pages: (path, options) => pagesFrom(`${root}${path}`, options),
    async *follow(link, options) {
      const first = pinnedLink(link, origin);
      if (first.ok) yield* pagesFrom(first.value, options);
      else yield first;
    },
    post: (path, body, signal) => send({ method: 'POST', url: `${root}${path}`, body, signal }),
    patch: (path, body, signal) =>
      send({ method: 'PATCH', url: `${root}${path}`, body, headers: { 'if-match': '*' }, signal }),
    remove: (path, signal) => send({ method: 'DELETE', url: `${root}${path}`, signal }),
    write: ({ body, ifMatch, method, path, returnRow }, signal) =>
      send({
        method,
        url: `${root}${path}`,
        headers: {
          ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
          ...(returnRow ? { prefer: 'return=representation' } : {}),
        },
        ...(body === undefined ? {} : { body }),
        signal,
      }),
  };
};

import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Correlation, Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { answeringChallenges } from '../identity/claims-challenge.ts';
import type { TokenSource } from '../identity/token-source.ts';

/** How the lists are reached. */
export type ListPorts = { readonly http: HttpClient; readonly tokens: TokenSource };

/** One list: its first address, and the resource that its token is for. */
export type ListRequest = {
  readonly workspaceId: WorkspaceId;
  readonly url: string;
  readonly resource: string;
  readonly signal: AbortSignal;
};

/** A list is this many pages long at most; one that goes on names itself as its next page. */
const MAX_PAGES = 100;

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  nextLink: z.string().optional(),
});

const errorBody = z.object({ error: z.object({ code: z.string().max(100) }) });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const correlationOf = (headers: HttpAnswer['headers']): Correlation => ({
  requestId: headers['x-ms-request-id'] ?? headers['req_id'],
  correlationId: headers['x-ms-correlation-id'] ?? headers['x-ms-correlation-request-id'],
  timestamp: headers['date'],
});

const refused = (url: string, answer: HttpAnswer, what: string) =>
  failed(
    'unexpected-answer',
    { host: new URL(url).host, status: answer.status, what },
    { retryable: answer.status >= 500, correlation: correlationOf(answer.headers) },
  );

/**
 * Reads all rows of a list as the workspace's admin, page by page, pinned to the origin of the first address: a next link that names
 * another host is refused with `origin-mismatch`. A refusal is `unexpected-answer` with the service's own code as `what`.
 */
export const readList = async (
  { http, tokens }: ListPorts,
  request: ListRequest,
): Promise<Result<readonly unknown[]>> => {
  const rows: unknown[] = [];
  const pinnedOrigin = new URL(request.url).origin;
  const client = answeringChallenges(http, (claims, signal) =>
    tokens.forAdmin(request.workspaceId, request.resource, signal, { claims }),
  );
  let url: string | null = request.url;
  for (let count = 0; url !== null && count < MAX_PAGES; count += 1) {
    const token = await tokens.forAdmin(request.workspaceId, request.resource, request.signal);
    if (!token.ok) return token;
    const sent: Result<HttpAnswer> = await client.send({
      method: 'GET',
      url,
      headers: { accept: 'application/json', authorization: `Bearer ${token.value.token}` },
      pinnedOrigin,
      retry: 'safe',
      signal: request.signal,
    });
    if (!sent.ok) return sent;
    const body = parseJson(sent.value.body);
    if (sent.value.status !== 200)
      return refused(url, sent.value, errorBody.safeParse(body).data?.error.code ?? 'no list');
    const decoded = page.safeParse(body);
    if (!decoded.success) return refused(url, sent.value, 'not a list');
    rows.push(...decoded.data.value);
    url = decoded.data['@odata.nextLink'] ?? decoded.data.nextLink ?? null;
  }
  return ok(rows);
};

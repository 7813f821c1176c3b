import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseAnswer, DataverseClient, ReadOptions } from '../dataverse/dataverse-client.ts';
import { nextLink } from '../dataverse/next-link.ts';
import { API_PATH } from '../dataverse/references.ts';
import type { ServiceRow } from './answer-rows.ts';
import { answerRows } from './answer-rows.ts';
import type { EntitySets } from './entity-sets.ts';
import { readFetchCookie } from './fetch-cookie.ts';
import { fetchPageXml } from './fetch-request.ts';
import type { FetchPage, FetchRequest } from './fetch-request.ts';
import type { QueryRequest } from './query-request.ts';

/** A page of FetchXML is counted off by its size where there is no cookie: what goes on keeps the size that it began with. */
type SizedPage = FetchPage & { readonly size: number };

/** Where a page of a query begins; null is its start. */
export type PageStart = { readonly link: string } | SizedPage | null;

/** One page of a query. */
export type QueryPage = {
  readonly rows: readonly ServiceRow[];
  /** Where it began, to read it again. */
  readonly start: PageStart;
  readonly more: boolean;
  /** Where the next one begins; null after the last. */
  readonly next: PageStart;
  /** What the service counted in all; it stops at 5,000 (Microsoft Learn: "Count number of rows"). */
  readonly total: number | null;
  readonly answer: DataverseAnswer;
};

export type QueryPages = (
  client: DataverseClient,
  from: PageStart,
  signal: AbortSignal,
) => AsyncGenerator<Result<QueryPage>>;

type PageOptions = Pick<ReadOptions, 'onWait'> & { readonly size: number };

/** The service sends at most this many rows in a page (Microsoft Learn: page results with the Web API). */
export const MAX_PAGE = 5000;
/** Below the 32 KB that an address may have (Microsoft Learn: "Compose HTTP requests", query string length). */
export const LONGEST_ADDRESS = 32_000;

const property = (body: unknown, name: string): unknown =>
  body instanceof Object ? Reflect.get(body, name) : undefined;

const totalOf = (body: unknown): number | null => {
  const count = property(body, '@odata.count') ?? property(body, '@Microsoft.Dynamics.CRM.totalrecordcount');
  // Without a count asked for, the annotation says -1.
  return typeof count === 'number' && count >= 0 ? count : null;
};

async function* odataPages(
  request: Extract<QueryRequest, { readonly language: 'odata' }>,
  { size, onWait }: PageOptions,
  client: DataverseClient,
  from: PageStart,
  signal: AbortSignal,
): AsyncGenerator<Result<QueryPage>> {
  const options: ReadOptions = {
    signal,
    annotations: true,
    ...(onWait === undefined ? {} : { onWait }),
    ...(request.pageable ? { pageSize: size } : {}),
  };
  let start = from;
  const answers =
    from !== null && 'link' in from ? client.follow(from.link, options) : client.pages(request.path, options);
  for await (const answer of answers) {
    if (!answer.ok) {
      yield answer;
      return;
    }
    const link = nextLink(answer.value.body, client.origin);
    const next = link.ok && link.value !== null ? { link: link.value } : null;
    const { body } = answer.value;
    const rows = answerRows(body);
    yield ok({ rows, start, more: next !== null, next, total: totalOf(body), answer: answer.value });
    start = next;
  }
}

async function* fetchPages(
  request: FetchRequest,
  { size, onWait }: PageOptions,
  entitySets: EntitySets,
  client: DataverseClient,
  from: PageStart,
  signal: AbortSignal,
): AsyncGenerator<Result<QueryPage>> {
  const entitySet = await entitySets(client, request.table, signal);
  if (!entitySet.ok) {
    yield entitySet;
    return;
  }
  const options: ReadOptions = { signal, annotations: true, ...(onWait === undefined ? {} : { onWait }) };
  let start: SizedPage = from !== null && 'page' in from ? from : { page: request.page, cookie: null, size };
  for (;;) {
    const xml = fetchPageXml(request, start, start.size);
    const path = `${entitySet.value}?fetchXml=${encodeURIComponent(xml)}`;
    const long = client.origin.length + API_PATH.length + path.length > LONGEST_ADDRESS;
    const answer = await (long ? client.getInBatch(path, options) : client.get(path, options));
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { body } = answer.value;
    const more = property(body, '@Microsoft.Dynamics.CRM.morerecords') === true;
    const next =
      more && request.pageable
        ? {
            ...start,
            page: start.page + 1,
            cookie: readFetchCookie(property(body, '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie')),
          }
        : null;
    yield ok({ rows: answerRows(body), start, more, next, total: totalOf(body), answer: answer.value });
    if (next === null) return;
    start = next;
  }
}

/** The pages of a query in an environment, from its start or from where an earlier reading ended. */
export const queryPages =
  (request: QueryRequest, options: PageOptions, entitySets: EntitySets): QueryPages =>
  (client, from, signal) =>
    request.language === 'odata'
      ? odataPages(request, options, client, from, signal)
      : fetchPages(request, options, entitySets, client, from, signal);

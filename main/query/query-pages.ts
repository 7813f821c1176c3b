import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';
import type { DataverseAnswer, DataverseClient, ReadOptions } from '../dataverse/dataverse-client.ts';
import { nextLink } from '../dataverse/next-link.ts';
import { readAhead } from '../dataverse/read-ahead.ts';
import { API_PATH } from '../dataverse/api-path.ts';
import type { ServiceRow } from './answer-rows.ts';
import { answerPieces } from './answer-rows.ts';
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
  /** In pieces, which become rows as they are asked for; a failure where the service's text breaks off. */
  readonly rows: Iterable<Result<readonly ServiceRow[]>>;
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

type PageOptions = Pick<ReadOptions, 'onWait'> & {
  readonly size: number;
  /** Rows that are read for certain, if there are so many; a page unless said otherwise. */
  readonly rowsWanted?: number;
};

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

const rowsOf = function* (
  { body, correlation, status }: DataverseAnswer,
  origin: OrgUrl,
): Generator<Result<readonly ServiceRow[]>> {
  for (const piece of answerPieces(body)) {
    const params = { host: new URL(origin).host, status, what: 'not JSON' };
    yield piece === null ? failed('unexpected-answer', params, { correlation }) : ok(piece);
  }
};

async function* odataPages(
  request: Extract<QueryRequest, { readonly language: 'odata' }>,
  { size, onWait, rowsWanted = size }: PageOptions,
  client: DataverseClient,
  from: PageStart,
  signal: AbortSignal,
): AsyncGenerator<Result<QueryPage>> {
  const options: ReadOptions = {
    signal,
    pagesWanted: Math.ceil(rowsWanted / size),
    annotations: true,
    inPieces: true,
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
    const rows = { [Symbol.iterator]: () => rowsOf(answer.value, client.origin) };
    yield ok({ rows, start, more: next !== null, next, total: totalOf(body), answer: answer.value });
    start = next;
  }
}

async function* fetchPages(
  request: FetchRequest,
  { size, onWait, rowsWanted = size }: PageOptions,
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
  const first: SizedPage =
    from !== null && 'page' in from ? from : { page: request.page, cookie: null, size };
  const read = (start: SizedPage, reading: AbortSignal): Promise<Result<DataverseAnswer>> => {
    const options: ReadOptions = {
      signal: reading,
      annotations: true,
      inPieces: true,
      ...(onWait === undefined ? {} : { onWait }),
    };
    const xml = fetchPageXml(request, start, start.size);
    const path = `${entitySet.value}?fetchXml=${encodeURIComponent(xml)}`;
    const long = client.origin.length + API_PATH.length + path.length > LONGEST_ADDRESS;
    return long ? client.getInBatch(path, options) : client.get(path, options);
  };
  const hasMore = (body: unknown): boolean => property(body, '@Microsoft.Dynamics.CRM.morerecords') === true;
  const next = (answer: Result<DataverseAnswer>, start: SizedPage): SizedPage | null => {
    if (!answer.ok || !request.pageable || !hasMore(answer.value.body)) return null;
    const annotation = property(answer.value.body, '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
    const cookie = request.cookies ? readFetchCookie(annotation) : null;
    return { ...start, page: start.page + 1, cookie };
  };
  const pages = readAhead({ from: first, read, next, wanted: Math.ceil(rowsWanted / size), signal });
  for await (const { page: answer, start } of pages) {
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { body } = answer.value;
    const rows = { [Symbol.iterator]: () => rowsOf(answer.value, client.origin) };
    const more = hasMore(body);
    yield ok({ rows, start, more, next: next(answer, start), total: totalOf(body), answer: answer.value });
  }
}

/** The pages of a query in an environment, from its start or from where an earlier reading ended. */
export const queryPages =
  (request: QueryRequest, options: PageOptions, entitySets: EntitySets): QueryPages =>
  (client, from, signal) =>
    request.language === 'odata'
      ? odataPages(request, options, client, from, signal)
      : fetchPages(request, options, entitySets, client, from, signal);

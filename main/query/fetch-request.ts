import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { repeatsRows } from '../../preload/contract/words/queries/fetchxml/repeated-rows.ts';
import { fetchTag, withFetchAttributes } from './fetch-tag.ts';
import type { FetchTag } from './fetch-tag.ts';

/** A checked FetchXML query. */
export type FetchRequest = {
  readonly language: 'fetchxml';
  readonly xml: string;
  readonly tag: FetchTag;
  /** Logical name of the table that it asks. */
  readonly table: string;
  /** What is asked, without conditions; for the journal. */
  readonly resource: string;
  /** Logical names of the columns that it names, of whatever table. */
  readonly columns: ReadonlySet<string>;
  /** Whether pages can be asked for: not beside `top`, and of an aggregate only where it says `count` itself. */
  readonly pageable: boolean;
  /**
   * Whether pages go on by cookies. Where a join repeats rows they are counted, which loses none; the service ends that at 50,000 rows
   * (Microsoft Learn: "Page results using FetchXml", simple paging).
   */
  readonly cookies: boolean;
  /** Rows of a page that it asks for itself. */
  readonly count: number | null;
  /** The page that it begins with. */
  readonly page: number;
};

/** Where a page begins. */
export type FetchPage = { readonly page: number; readonly cookie: string | null };

const refused = (problem: string): Result<FetchRequest> =>
  failed('invalid-input', { path: 'fetchxml', problem });

const entitySchemaName = /^[A-Za-z_]\w{0,127}$/;

const entityOf = (xml: string): string | null => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false });
  const parsed: unknown = parser.parse(xml);
  const fetch: unknown = parsed instanceof Object ? Reflect.get(parsed, 'fetch') : undefined;
  const entity: unknown = fetch instanceof Object ? Reflect.get(fetch, 'entity') : undefined;
  // Two tables at the top are an array, which has no name.
  const name: unknown = entity instanceof Object ? Reflect.get(entity, '@name') : undefined;
  return typeof name === 'string' && entitySchemaName.test(name) ? name : null;
};

const positive = (tag: FetchTag, name: string): number | null => {
  const value = Number(tag.attributes.get(name) ?? Number.NaN);
  return Number.isInteger(value) && value > 0 ? value : null;
};

/**
 * Checks a FetchXML query as far as that needs no environment: well-formed, one `<entity>` with a name, no document type (its entities
 * could grow without end), and `top` not beside paging (Microsoft Learn: "Page results using FetchXml").
 */
export const parseFetchRequest = (text: string): Result<FetchRequest> => {
  const xml = text.trim();
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refused('must have no document type');
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return refused(`is not well-formed XML (line ${valid.err.line})`);
  const tag = fetchTag(xml);
  if (tag === null) return refused('must begin with <fetch>');
  const table = entityOf(xml);
  if (table === null) return refused('needs exactly one <entity> with a name');
  const has = (name: string): boolean => tag.attributes.has(name);
  if (has('top') && (has('page') || has('count') || has('paging-cookie'))) {
    return refused('must not have top beside page, count or paging-cookie');
  }
  const aggregate = ['true', '1'].includes(tag.attributes.get('aggregate') ?? '');
  const columns = [...xml.matchAll(/<attribute\b[^>]*?\sname\s*=\s*["']([^"']+)["']/g)];
  return ok({
    language: 'fetchxml',
    xml,
    tag,
    table,
    resource: table,
    columns: new Set(columns.flatMap(([, name]) => name ?? [])),
    pageable: !has('top') && (!aggregate || has('count')),
    cookies: !repeatsRows(xml),
    count: positive(tag, 'count'),
    page: positive(tag, 'page') ?? 1,
  });
};

/** The query for one page: number, cookie and size are set anew, everything else stays as it was typed. */
export const fetchPageXml = (request: FetchRequest, { page, cookie }: FetchPage, size: number): string =>
  request.pageable
    ? withFetchAttributes(request.xml, request.tag, {
        count: String(request.count ?? size),
        page: String(page),
        // The first page goes out with a cookie that was typed; those after it have their own or none.
        ...(page === request.page && cookie === null ? {} : { 'paging-cookie': cookie }),
      })
    : request.xml;

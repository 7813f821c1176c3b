import { noColumnsDistinct } from '../errors/fetch-aggregate-faults.ts';
import {
  emptyFetch,
  entityNotNamed,
  invalidAttribute,
  invalidMapping,
  invalidOffset,
} from '../errors/fetch-faults.ts';
import { overPagingLimit, topWithPaging } from '../errors/fetch-paging-faults.ts';
import { largestPage } from '../preferences.ts';
import type { FetchQuery } from './fetch-query.ts';
import { readEntity } from './parse-entity.ts';
import { flag, oneOf, positive } from './read-attributes.ts';
import { readXml } from './read-xml.ts';

/** Attributes that cannot stand beside `top` (Learn: "fetch element"). */
const pagingAttributes = ['page', 'count', 'paging-cookie', 'returntotalrecordcount'];

/**
 * Parses a FetchXML text and refuses what the service refuses (Learn: "fetch element" and the pages below it, "FetchXML schema").
 * Attributes that only speed a query up are read and have no effect: `no-lock`, `latematerialize`, `options`, `version`.
 */
export function parseFetch(text: string): FetchQuery {
  if (text.trim() === '') throw emptyFetch();
  const fetch = readXml(text);
  // The schema has an order here for reports; a query makes no use of it.
  const [element, ...more] = fetch.children.filter(({ name }) => name !== 'order');
  if (fetch.name !== 'fetch' || element?.name !== 'entity' || more.length > 0) throw entityNotNamed();
  const top = positive(fetch, 'top');
  if (top !== null) {
    const paging = pagingAttributes.find((it) => fetch.attributes.has(it));
    if (paging !== undefined) throw topWithPaging(paging);
    if (top > largestPage) throw overPagingLimit();
  }
  oneOf(fetch, 'mapping', ['logical', 'internal'], invalidMapping);
  if (!/^\s*-?\d{0,4}\s*$/.test(fetch.attributes.get('utc-offset') ?? '')) throw invalidOffset();
  for (const name of ['no-lock', 'latematerialize', 'min-active-row-version']) flag(fetch, name);
  const aggregate = flag(fetch, 'aggregate');
  const distinct = flag(fetch, 'distinct');
  const entity = readEntity(element, { aggregates: aggregate, links: 0, conditions: 0, taken: new Set() });
  if (distinct && entity.attributes === 'none') throw noColumnsDistinct();
  const source = oneOf(fetch, 'datasource', ['live', 'archive', 'retained'], invalidAttribute);
  return {
    entity,
    top,
    count: positive(fetch, 'count'),
    page: positive(fetch, 'page') ?? 1,
    pagingCookie: fetch.attributes.get('paging-cookie') || null,
    aggregate,
    aggregateLimit: positive(fetch, 'aggregatelimit'),
    distinct,
    totalCount: flag(fetch, 'returntotalrecordcount'),
    rawOrder: flag(fetch, 'useraworderby'),
    retained: source === 'retained' || source === 'archive',
  };
}

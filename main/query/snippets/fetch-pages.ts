import { repeatsRows } from '../../../preload/contract/words/queries/fetchxml/repeated-rows.ts';
import { fetchTag, withFetchAttributes } from '../fetch-tag.ts';
import type { FetchPages } from './snippet-call.ts';

/** The address of a FetchXML query around the attributes that differ from page to page; `table` is the address of its entity set. */
export const fetchPagesOf = (table: string, xml: string, page: number): FetchPages | null => {
  const typed = fetchTag(xml);
  if (typed === null) return null;
  const bare = withFetchAttributes(xml, typed, { page: null, 'paging-cookie': null });
  const cut = typed.start + '<fetch'.length;
  return {
    page,
    start: `${table}?fetchXml=${encodeURIComponent(bare.slice(0, cut))}`,
    end: encodeURIComponent(bare.slice(cut)),
    cookies: !repeatsRows(xml),
  };
};

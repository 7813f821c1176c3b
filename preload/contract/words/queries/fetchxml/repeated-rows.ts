import { readXml } from './read-xml.ts';
import { attributeOf, elementsOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Kinds of links that bring a row for every match (Microsoft Learn: "link-entity element"); inner where none is named. */
const JOINS = new Set(['inner', 'outer', 'natural']);

const repeats = (element: XmlElement): boolean =>
  elementsOf(element, 'link-entity').some((link) => {
    if (!JOINS.has(attributeOf(link, 'link-type') ?? 'inner')) return false;
    const name = attributeOf(link, 'name') ?? '';
    // By its primary key a table is found once; of activities that is the one that they share.
    const once = [`${name}id`, 'activityid'].includes(attributeOf(link, 'from') ?? `${name}id`);
    return !once || repeats(link);
  });

/**
 * Whether a row of the main table can come several times, once for each row that a link finds. A paging cookie tells such rows not apart: it
 * holds the last id, and what is left of that row is passed over on the next page (seen in FetchXMLBuilder, pull request 616).
 */
export const repeatsRows = (xml: string): boolean => {
  const { root } = readXml(xml);
  const [entity] = root === null ? [] : elementsOf(root, 'entity');
  return entity !== undefined && repeats(entity);
};

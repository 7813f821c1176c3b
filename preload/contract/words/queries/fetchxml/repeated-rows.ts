import { readXml } from './read-xml.ts';
import { attributeOf, elementsOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Kinds of links that bring a row for every match (Microsoft Learn: "link-entity element"); inner where none is named. */
const JOINS = new Set(['inner', 'outer', 'natural']);

/** Whether a column is the primary key of an element's table; activities share one. */
const isKey = (element: XmlElement, column: string): boolean =>
  [`${attributeOf(element, 'name') ?? ''}id`, 'activityid'].includes(column);

/** Whether a link finds one row at most. By `to` alone it goes where that column does, and by no column to many (the same page, from and to). */
const findsOne = (parent: XmlElement, link: XmlElement): boolean => {
  const [from, to] = [attributeOf(link, 'from') ?? '', attributeOf(link, 'to') ?? ''];
  return from === '' ? to !== '' && !isKey(parent, to) : isKey(link, from);
};

const repeats = (element: XmlElement): boolean =>
  elementsOf(element, 'link-entity').some(
    (link) =>
      JOINS.has(attributeOf(link, 'link-type') ?? 'inner') && (!findsOne(element, link) || repeats(link)),
  );

/**
 * Whether a row of the main table can come several times, once for each row that a link finds. A paging cookie tells such rows not apart: it
 * holds the last id, and what is left of that row is passed over on the next page (seen in FetchXMLBuilder, pull request 616).
 */
export const repeatsRows = (xml: string): boolean => {
  const { root } = readXml(xml);
  const [entity] = root === null ? [] : elementsOf(root, 'entity');
  return entity !== undefined && repeats(entity);
};

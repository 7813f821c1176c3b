import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import type { QuerySchema, QueryTableDetails } from '../tables.ts';

/** Outer links that are there to find rows without any, each with the condition that says so. */
export type Absences = ReadonlyMap<XmlElement, XmlElement>;

const everyCondition = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => [
    ...(child.name === 'condition' ? [child] : []),
    ...everyCondition(child),
  ]);

/** Columns of a link to many rows that are never null where a row is joined; none where it is another link. */
const keysOf = (link: XmlElement, table: QueryTableDetails, schema: QuerySchema): readonly string[] => {
  const name = attributeOf(link, 'name') ?? '';
  const [from, to] = [attributeOf(link, 'from'), attributeOf(link, 'to')];
  if (to !== table.primaryId || from === null) return [];
  const navigation = table.navigation.find(
    ({ column, kind, target }) =>
      (kind === 'many' && target === name && column === from) || (kind === 'intersect' && column === name),
  );
  if (navigation === undefined) return [];
  const there = schema.details.get(navigation.target);
  return there === undefined ? [] : [from, there.primaryId];
};

/**
 * The links of the first table that say "rows without": an outer join to many rows, and the condition that their key is null (Microsoft
 * Learn: "Join tables using FetchXml", find records not in a set). A row is there once then, as with `not any`.
 */
export const absencesOf = (entity: XmlElement, table: QueryTableDetails, schema: QuerySchema): Absences => {
  const found = new Map<XmlElement, XmlElement>();
  const top = elementsOf(entity, 'filter')
    .filter((filter) => attributeOf(filter, 'type') !== 'or')
    .flatMap((filter) => elementsOf(filter, 'condition'));
  for (const link of elementsOf(entity, 'link-entity')) {
    const bare = elementsOf(link).every(({ name }) => name === 'filter');
    if (attributeOf(link, 'link-type') !== 'outer' || !bare) continue;
    const alias = attributeOf(link, 'alias') ?? attributeOf(link, 'name');
    const [condition, other] = everyCondition(entity).filter(
      (one) => attributeOf(one, 'entityname') === alias,
    );
    if (condition === undefined || other !== undefined || !top.includes(condition)) continue;
    const asked = attributeOf(condition, 'attribute') ?? '';
    if (attributeOf(condition, 'operator') === 'null' && keysOf(link, table, schema).includes(asked))
      found.set(link, condition);
  }
  return found;
};

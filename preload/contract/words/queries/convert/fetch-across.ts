import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import type { QueryNavigation, QuerySchema, QueryTableDetails } from '../tables.ts';
import type { Ledger } from './conversion.ts';

/** A link over an intersect table: the navigation property that leads across, the table there, and the link to it if there is one. */
export type Across = {
  readonly navigation: QueryNavigation;
  readonly there: QueryTableDetails;
  readonly far: XmlElement | null;
};

const navigationAcross = (link: XmlElement, table: QueryTableDetails): QueryNavigation | undefined =>
  table.navigation.find(({ column, kind }) => kind === 'intersect' && column === attributeOf(link, 'name'));

/** Whether a link leads into the intersect table of a many-to-many relationship of its table. */
export const isAcross = (link: XmlElement, table: QueryTableDetails): boolean =>
  navigationAcross(link, table) !== undefined;

const joins = (link: XmlElement, column: string): boolean =>
  ['from', 'to'].every((name) => (attributeOf(link, name) ?? column) === column);

/**
 * Reads a link over an intersect table with the link from there to the other table (Microsoft Learn: "Join tables using FetchXml",
 * many-to-many). Both join by the primary keys of the two tables, whose names the columns of the intersect table have; a table that is
 * related to itself has others, which are not known here. Null after a refusal.
 */
export const acrossOf = (
  link: XmlElement,
  table: QueryTableDetails,
  schema: QuerySchema,
  ledger: Ledger,
): Across | null => {
  const navigation = navigationAcross(link, table);
  const name = attributeOf(link, 'name') ?? '';
  if (navigation === undefined || navigation.target === table.logicalName || !joins(link, table.primaryId))
    return ledger.refuse('no-relationship', link, `${table.logicalName} – ${name}`);
  const there = schema.details.get(navigation.target);
  if (there === undefined) return ledger.refuse('tables-needed', link, navigation.target);
  const [far = null, other] = elementsOf(link, 'link-entity');
  if (far === null) return { navigation, there, far };
  const type = attributeOf(far, 'link-type') ?? 'inner';
  const below = elementsOf(far, 'link-entity')[0] ?? other;
  if (below !== undefined) return ledger.refuse('link-type', below, attributeOf(below, 'name') ?? '');
  if (type !== 'inner' && type !== 'natural') return ledger.refuse('link-type', far, type);
  if (attributeOf(far, 'name') !== there.logicalName || !joins(far, there.primaryId))
    return ledger.refuse('no-relationship', far, `${name} – ${attributeOf(far, 'name') ?? ''}`);
  return { navigation, there, far };
};

import { plainInAggregate, wrongOrder } from '../errors/fetch-aggregate-faults.ts';
import {
  columnsOfTest,
  duplicateAlias,
  entityNotNamed,
  invalidFilterType,
  invalidLinkType,
  unknownLinkType,
  invalidNode,
} from '../errors/fetch-faults.ts';
import { tooManyConditions, tooManyLinks } from '../errors/query-faults.ts';
import { mostConditions } from '../query/condition-limit.ts';
import type { FetchElement } from './fetch-element.ts';
import {
  existenceTypes,
  type FetchAttribute,
  type FetchEntity,
  type FetchFilter,
  type FetchLink,
  type FetchOrder,
  filterTypes,
  joinTypes,
} from './fetch-query.ts';
import { readAttribute, refuseChildren } from './parse-attribute.ts';
import { readCondition } from './parse-condition.ts';
import { aliasOf, flag, oneOf, required } from './read-attributes.ts';

/** Most links of a query (Learn: "Join tables using FetchXml", limitations). */
const mostLinks = 15;

const entityNodes = ['filter', 'order', 'link-entity', 'attribute', 'all-attributes', 'no-attrs'];
const filterNodes = ['filter', 'condition', 'link-entity'];

/** What counts through a whole query: its links, its conditions, the aliases that are taken. */
export type Parsing = {
  readonly aggregates: boolean;
  links: number;
  conditions: number;
  readonly taken: Set<string>;
};

/** Conditions and links count together. */
const count = (parsing: Parsing): void => {
  parsing.conditions += 1;
  if (parsing.conditions > mostConditions) throw tooManyConditions();
};

function readOrder(element: FetchElement, { aggregates }: Parsing): FetchOrder {
  refuseChildren(element);
  const given = (name: string): string | null => element.attributes.get(name) || null;
  const [attribute, alias] = [given('attribute'), given('alias')];
  if (aggregates) {
    if (attribute !== null) throw wrongOrder('aggregate by attribute');
    if (alias === null) throw wrongOrder('aggregate by nothing');
  } else {
    if (alias !== null) throw wrongOrder('plain by alias');
    if (attribute === null) throw wrongOrder('plain by nothing');
  }
  return { attribute, alias, descending: flag(element, 'descending'), entity: given('entityname') };
}

function readFilter(element: FetchElement, parsing: Parsing): FetchFilter {
  const type = oneOf(element, 'type', ['and', 'or'], invalidFilterType) ?? 'and';
  const quickFind = flag(element, 'isquickfindfields');
  flag(element, 'overridequickfindrecordlimitenabled');
  const unlimited = flag(element, 'overridequickfindrecordlimitdisabled');
  const items = element.children.map((child): FetchFilter['items'][number] => {
    switch (child.name) {
      case 'condition':
        count(parsing);
        return readCondition(child);
      case 'filter':
        return readFilter(child, parsing);
      case 'link-entity':
        return { kind: 'link', link: readLink(child, parsing, true) };
      default:
        throw invalidNode(filterNodes, child.name, child.source);
    }
  });
  return { kind: 'filter', type, items, quickFind: quickFind && !unlimited };
}

/** Reads what is inside an `entity` or a `link-entity`. */
export function readEntity(element: FetchElement, parsing: Parsing): FetchEntity {
  const attributes: FetchAttribute[] = [];
  const filters: FetchFilter[] = [];
  const orders: FetchOrder[] = [];
  const links: FetchLink[] = [];
  let [all, none] = [false, false];
  const name = element.attributes.get('name') ?? '';
  if (name === '') throw entityNotNamed();
  for (const child of element.children) {
    switch (child.name) {
      case 'attribute':
        attributes.push(readAttribute(child, parsing.aggregates));
        break;
      case 'all-attributes':
        if (parsing.aggregates) throw plainInAggregate(child.source);
        refuseChildren(child);
        all = true;
        break;
      case 'no-attrs':
        refuseChildren(child);
        none = true;
        break;
      case 'filter':
        filters.push(readFilter(child, parsing));
        break;
      case 'order':
        orders.push(readOrder(child, parsing));
        break;
      case 'link-entity':
        links.push(readLink(child, parsing, false));
        break;
      default:
        throw invalidNode(entityNodes, child.name, child.source);
    }
  }
  const asked = none && attributes.length === 0 ? 'none' : attributes;
  return { name, attributes: all ? 'all' : asked, filters, orders, links };
}

const linkTypes = [...joinTypes, ...existenceTypes, ...filterTypes] as const;

function readLink(element: FetchElement, parsing: Parsing, inFilter: boolean): FetchLink {
  const name = required(element, 'name');
  const type = oneOf(element, 'link-type', linkTypes, unknownLinkType) ?? 'inner';
  const isOfFilter = filterTypes.some((it) => it === type);
  if (isOfFilter !== inFilter) throw invalidLinkType();
  for (const it of ['visible', 'intersect', 'enableprefiltering']) flag(element, it);
  const [from, to] = [element.attributes.get('from') || null, element.attributes.get('to') || null];
  count(parsing);
  parsing.links += 1;
  if (parsing.links > mostLinks) throw tooManyLinks();
  const given = aliasOf(element);
  // Without an alias the service makes one of the table's name and a number that goes on through the query.
  const alias = given ?? `${name}${parsing.links}`;
  if (parsing.taken.has(alias)) throw duplicateAlias();
  parsing.taken.add(alias);
  const entity = readEntity(element, parsing);
  const isJoin = joinTypes.some((it) => it === type);
  if (!isJoin && entity.attributes !== 'none' && entity.attributes.length > 0) throw columnsOfTest(type);
  return { ...entity, from, to, type, alias, unnamed: given === null };
}

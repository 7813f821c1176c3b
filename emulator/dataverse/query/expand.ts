import { tooManyLinks } from '../errors/query-faults.ts';
import { badRequest, propertyNotFound } from '../errors/request-faults.ts';
import type { ExpandItem } from '../odata/syntax-tree.ts';
import { largestPage } from '../preferences.ts';
import { wireName } from '../schema/column.ts';
import { requireTable } from '../schema/schema.ts';
import type { Navigation, Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { zoneOf } from '../time/session-clock.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { bindFilter } from './bind-filter.ts';
import { ordersOf } from './order-rows.ts';
import { relatedRow, relatedRows } from './related-rows.ts';
import { cookieAround, pageCookie, tokenInLink } from './page-cookie.ts';
import { sortedRows } from './sorted-by.ts';
import type { BindProjection, ShapeQuery, WireObject } from './wire-object.ts';

/** An expanded navigation property: what it adds to each object, and to the context URL. */
export type BoundExpand = {
  readonly contextPart: string;
  readonly write: (row: Row, into: WireObject) => void;
};

const onlySelectAndFilter = () =>
  badRequest(
    'Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.',
  );

/** Learn: "Join tables using OData", nested $expand with N:N relationships. */
const notNested = (name: string) =>
  badRequest(
    `The navigation property '${name}' cannot be expanded. Only many-to-one relationships are supported for nested expansion.`,
  );

function bindOne(
  project: BindProjection,
  session: Session,
  table: Table,
  navigation: Extract<Navigation, { kind: 'one' }>,
  item: ExpandItem,
  query: ShapeQuery,
): BoundExpand {
  if (item.filter !== null || item.orderBy.length > 0 || item.top !== null) throw onlySelectAndFilter();
  const unknown = navigation.targets.length > 1 ? item.select?.find((it) => it !== 'ownerid') : undefined;
  if (unknown !== undefined) throw propertyNotFound(unknown, 'principal');
  const { options, expandedEtags = 'all', ofNew = false } = query;
  const asExpanded = { hasEtag: expandedEtags === 'all', lookupBack: null };
  const bound = new Map(
    navigation.targets.map((name) => {
      const target = requireTable(name);
      const projection = project(session, target, { ...item, options, expandedEtags, ofNew, asExpanded });
      return [name, { projection, mayRead: session.access.readable(target) }];
    }),
  );
  const [first] = bound.values();
  return {
    contextPart: `${navigation.name}${first?.projection.contextSuffix ?? ''}`.replace(/([^)])$/, '$1()'),
    write(row, into) {
      // Of an audit row nothing is expanded (Learn: "Retrieve the history of audited data changes", audit EntityType definition).
      const related = table.logicalName === 'audit' ? null : relatedRow(session, table, navigation, row);
      const target = related === null ? undefined : bound.get(related.table.logicalName);
      into[navigation.name] =
        related !== null && target !== undefined && target.mayRead(related.row)
          ? target.projection.shape(related.row)
          : null;
    },
  };
}

const linkOf = (session: Session, table: Table, row: Row): string =>
  `${session.request.serviceRoot}/${table.entitySet}(${idOf(row, table.primaryId)})`;

/** `$expand=lookup/$ref`: an address instead of the record (Learn: "Join tables using OData", return references). */
function bindReference(session: Session, table: Table, navigation: Navigation): BoundExpand {
  if (navigation.kind !== 'one') {
    throw badRequest('Expand with $ref is only supported on lookup type navigation property.');
  }
  const column = table.columns.get(navigation.column);
  return {
    contextPart: `${navigation.name}/$ref()`,
    write(row, into) {
      const related = relatedRow(session, table, navigation, row);
      if (column !== undefined) into[wireName(column)] = row[column.name] ?? null;
      into[navigation.name] =
        related === null ? null : { '@odata.id': linkOf(session, related.table, related.row) };
    },
  };
}

function bindMany(
  project: BindProjection,
  session: Session,
  table: Table,
  navigation: Exclude<Navigation, { kind: 'one' }>,
  item: ExpandItem,
  query: ShapeQuery,
): BoundExpand {
  const { options, expanded = 'alone', expandedEtags = 'all', ofNew = false } = query;
  const isNested = item.expand.length > 0 || expanded === 'nested' || expanded === 'paged';
  if (isNested && (item.orderBy.length > 0 || item.top !== null)) throw onlySelectAndFilter();
  const target = requireTable(navigation.target);
  const asExpanded = {
    hasEtag: expandedEtags !== 'none',
    lookupBack: expandedEtags === 'collections' && navigation.kind === 'many' ? navigation.column : null,
  };
  const projection = project(session, target, {
    ...item,
    options,
    expanded: 'nested',
    expandedEtags,
    ofNew,
    asExpanded,
  });
  const mayRead = session.access.readable(target);
  const matches = item.filter === null ? () => true : bindFilter(session, target, item.filter, options);
  const orders = ordersOf(session, target, item.orderBy, options);
  const paged = {
    orders,
    primaryId: target.primaryId,
    idOf: (it: Row) => idOf(it, target.primaryId),
    zone: zoneOf(session),
  };
  const { maxPageSize } = session.preferences;
  const page = expanded === 'paged' && maxPageSize !== null ? maxPageSize : largestPage;
  return {
    contextPart: `${navigation.name}${projection.contextSuffix === '' ? '()' : projection.contextSuffix}`,
    write(row, into) {
      const found: Row[] = [];
      const isLeftOut = ofNew && query.asExpanded !== undefined;
      for (const related of isLeftOut ? [] : relatedRows(session, table, navigation, row)) {
        if (mayRead(related) && matches(related)) found.push(related);
      }
      const shown = (orders.length === 0 ? found : sortedRows(orders, found)).slice(0, item.top ?? page);
      into[navigation.name] = shown.map(projection.shape);
      const link = `${linkOf(session, table, row)}/${navigation.name}${item.query === '' ? '' : `?${encodeURI(item.query)}`}`;
      const [first, last] = [shown[0], shown.at(-1)];
      if (expanded === 'plain') into[`${navigation.name}@odata.nextLink`] = link;
      else if (expanded === 'paged' && shown.length === page && first !== undefined && last !== undefined) {
        const cookie = tokenInLink(cookieAround(pageCookie(paged, 1, first, last, shown.length), 2));
        into[`${navigation.name}@odata.nextLink`] =
          `${link}${item.query === '' ? '?' : '&'}$skiptoken=${cookie}`;
      }
    },
  };
}

/** Whether the options of an item name a parameter alias; what stands in quotes is text. */
const namesAlias = ({ query }: ExpandItem): boolean => /@\w/.test(query.replaceAll(/'(?:[^']|'')*'/g, ''));

/** Compiles one item of `$expand`. Columns, filters and privileges of the other table are checked here. */
export function bindExpand(
  project: BindProjection,
  session: Session,
  table: Table,
  item: ExpandItem,
  query: ShapeQuery,
): BoundExpand {
  const [name = '', ...rest] = item.path;
  const navigation = table.navigation.get(name);
  if (navigation === undefined) throw propertyNotFound(name, table.logicalName);
  // Learn: "Use OData to query data", parameter aliases; the words are ours.
  if (namesAlias(item)) throw badRequest('Parameter aliases are not supported in a $expand expression.');
  if (rest.length === 1 && rest[0] === '$ref' && item.query === '') {
    return bindReference(session, table, navigation);
  }
  if (rest.length > 0) {
    throw badRequest(`Term '${item.path.join('/')}' is not valid in a $select or $expand expression.`);
  }
  return navigation.kind === 'one'
    ? bindOne(project, session, table, navigation, item, query)
    : bindMany(project, session, table, navigation, item, query);
}

/** Most `$expand` options of a query, nested ones too (Learn: "Join tables using OData"). */
const mostExpands = 15;

const countOf = (items: readonly ExpandItem[]): number =>
  items.reduce((total, it) => total + 1 + countOf(it.expand), 0);

const nests = (items: readonly ExpandItem[]): boolean => items.some((it) => it.expand.length > 0);

/** The first relationship of the kinds that is expanded, nested ones too. */
function expandedAs(
  kinds: readonly Navigation['kind'][],
  table: Table,
  items: readonly ExpandItem[],
): string | null {
  for (const { path, expand } of items) {
    const navigation = table.navigation.get(path[0] ?? '');
    if (navigation !== undefined && kinds.includes(navigation.kind)) return navigation.name;
    const target = navigation?.kind === 'one' ? navigation.targets[0] : navigation?.target;
    const found = target === undefined ? null : expandedAs(kinds, requireTable(target), expand);
    if (found !== null) return found;
  }
  return null;
}

/** Refuses more expansions than the service joins, and those of many-to-many relationships in a query that nests any. */
export function requireExpands(table: Table, items: readonly ExpandItem[]): void {
  if (countOf(items) > mostExpands) throw tooManyLinks();
  const manyToMany = nests(items) ? expandedAs(['intersect'], table, items) : null;
  if (manyToMany !== null) throw notNested(manyToMany);
}

/** Refuses `$top` of a query that nests expansions with a collection among them, where that is chosen. */
export function requireNoTop(session: Session, table: Table, items: readonly ExpandItem[]): void {
  if (dataverseRule(session.ports.rules, session.environment.seed, 'topBesideNested') === 'allow') return;
  if (nests(items) && expandedAs(['many', 'intersect'], table, items) !== null)
    throw badRequest(
      'Only $select, $filter and $orderby clauses can be provided at top level while doing $expand on nested one-to-many relationship.',
    );
}

/** Which of the records that the query of a collection expands have an etag. */
export function expandedEtagsOf(
  session: Session,
  table: Table,
  items: readonly ExpandItem[],
): NonNullable<ShapeQuery['expandedEtags']> {
  const rule = dataverseRule(session.ports.rules, session.environment.seed, 'expandedEtags');
  if (rule === 'always' || table.isMetadata) return 'all';
  return nests(items) ? 'none' : 'collections';
}

/** How the expanded collections of a query are linked and paged. */
export function expandedOf(
  session: Session,
  items: readonly ExpandItem[],
): NonNullable<ShapeQuery['expanded']> {
  const nested = nests(items);
  if (dataverseRule(session.ports.rules, session.environment.seed, 'expandedNextLinks') === 'never')
    return nested ? 'nested' : 'alone';
  if (!nested) return 'plain';
  return session.preferences.maxPageSize === null ? 'nested' : 'paged';
}

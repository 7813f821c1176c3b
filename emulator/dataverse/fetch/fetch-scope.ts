import { attributeNotFound, aliasNotFound, entityNotFound } from '../errors/fetch-faults.ts';
import { columnReader, columnValue, lookupTarget } from '../query/column-value.ts';
import { formattedValue } from '../query/format-value.ts';
import type { Column } from '../schema/column.ts';
import { tableNamed } from '../schema/schema.ts';
import { shownColumns } from '../schema/shown-columns.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { clockOf } from '../time/session-clock.ts';
import type { Clock } from '../time/time-test.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { FetchEntity, FetchFilter, FetchLink, FetchQuery } from './fetch-query.ts';

/** One row of a join: a row per table of the query by its alias (the main one: empty), null where an outer join found none. */
export type Joined = ReadonlyMap<string, Row | null>;

/** Alias of the query's main table. */
export const root = '';

/** The tables of a query by their alias, and what the caller may read of them. */
export type FetchScope = {
  readonly session: Session;
  readonly tables: ReadonlyMap<string, Table>;
  /** Aliases by the names that conditions may call a table by: its alias, or its name where it has none. */
  readonly names: ReadonlyMap<string, string>;
  readonly clock: Clock;
  /** What comes of a row that an outer link finds nothing for, and an inner one stands inside. */
  readonly innerUnderOuter: 'dropsRow' | 'keepsRow';
  /** Which annotations the client asks for beside values. */
  readonly notes: { readonly names: boolean; readonly formatted: boolean; readonly lookups: boolean };
};

/** Annotations beside values (Learn: "Select columns using FetchXml"). */
export const attributeName = 'OData.Community.Display.V1.AttributeName';
export const formattedName = 'OData.Community.Display.V1.FormattedValue';
export const lookupName = 'Microsoft.Dynamics.CRM.lookuplogicalname';

/** The table with a logical name, or the service's refusal. */
export function fetchTable(name: string): Table {
  const table = tableNamed(name);
  if (table === null || table.isMetadata) throw entityNotFound(name);
  return table;
}

const linksInFilter = (filter: FetchFilter): readonly FetchLink[] =>
  filter.items.flatMap((item) => {
    if (item.kind === 'link') return [item.link];
    return item.kind === 'filter' ? linksInFilter(item) : [];
  });

const linksOf = (entity: FetchEntity): readonly FetchLink[] =>
  [...entity.links, ...entity.filters.flatMap(linksInFilter)].flatMap((link) => [link, ...linksOf(link)]);

/** The tables of a query by alias; refuses those that do not exist. */
export function fetchScope(session: Session, query: FetchQuery): FetchScope {
  const tables = new Map<string, Table>([[root, fetchTable(query.entity.name)]]);
  const names = new Map<string, string>([[query.entity.name, root]]);
  const links = linksOf(query.entity);
  for (const link of links) {
    tables.set(link.alias, fetchTable(link.name));
    if (link.unnamed && !names.has(link.name)) names.set(link.name, link.alias);
  }
  for (const link of links) names.set(link.alias, link.alias);
  const { includes } = session.preferences;
  const notes = {
    names: includes(attributeName),
    formatted: includes(formattedName),
    lookups: includes(lookupName),
  };
  const innerUnderOuter = dataverseRule(session.ports.rules, session.environment.seed, 'innerUnderOuter');
  return { session, tables, names, clock: clockOf(session), innerUnderOuter, notes };
}

/** The column with a logical name; `_x_value` is a name of the Web API that FetchXML does not know. */
export function fetchColumn(table: Table, name: string): Column {
  const found = table.columns.get(name);
  if (found === undefined) throw attributeNotFound(table.logicalName, name);
  return found;
}

/** The table behind an alias. */
export function tableOf(scope: FetchScope, alias: string): Table {
  const table = scope.tables.get(alias);
  if (table === undefined) throw aliasNotFound();
  return table;
}

/** The alias that a condition or an order means; without a name its own. */
export function aliasNamed(scope: FetchScope, name: string | null, own: string): string {
  if (name === null) return own;
  const alias = scope.names.get(name);
  if (alias === undefined) throw aliasNotFound();
  return alias;
}

/** Reads a column of one table of a join as the caller sees it. */
export function joinedReader(scope: FetchScope, alias: string, of: Column): (joined: Joined) => Json {
  const read = columnReader(scope.session, tableOf(scope, alias), of);
  return (joined) => {
    const row = joined.get(alias) ?? null;
    return row === null ? null : read(row);
  };
}

/** A column that conditions and orders can speak of, also one that only shows what another one holds. */
export type NamedColumn = { readonly column: Column; readonly read: (joined: Joined) => Json };

/** Finds a column by the name that a condition or an order gives; refuses what does not exist. */
export function namedColumn(scope: FetchScope, alias: string, name: string): NamedColumn {
  const table = tableOf(scope, alias);
  const shown = shownColumns(table).get(name);
  if (shown === undefined) {
    const found = fetchColumn(table, name);
    return { column: found, read: joinedReader(scope, alias, found) };
  }
  const { session } = scope;
  const { base, shows } = shown;
  const readable = session.access.mayColumn(table, base.name, 'read');
  return {
    column: { ...shown.column, type: 'string' },
    read: (joined) => {
      const row = joined.get(alias) ?? null;
      if (row === null || !readable || columnValue(base, row) === null) return null;
      return shows === 'table' ? lookupTarget(base, row) : formattedValue(session, base, row);
    },
  };
}

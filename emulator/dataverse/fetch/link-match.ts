import type { Row } from '../schema/value.ts';
import type { Table } from '../schema/table.ts';
import { invalidLinkType, noRelationship } from '../errors/fetch-faults.ts';
import { textKey } from '../query/collation.ts';
import { columnValue } from '../query/column-value.ts';
import { relatedRows } from '../query/related-rows.ts';
import type { Column } from '../schema/column.ts';
import type { FetchLink } from './fetch-query.ts';
import { fetchColumn, type FetchScope, type Joined, joinedReader, tableOf } from './fetch-scope.ts';

/**
 * The columns that a link joins by. One alone is completed by the relationship that it belongs to; null where a link names neither
 * (Learn: "link-entity element", using from and to attributes).
 */
function columnsOf({ from, to }: FetchLink, table: Table, parent: Table): readonly [string, string] | null {
  if (from !== null && to !== null) return [from, to];
  if (from === null && to === null) return null;
  const lookups = (of: Table, target: Table): readonly string[] =>
    [...of.columns.values()]
      .filter((it) => it.type === 'lookup' && it.targets.includes(target.logicalName))
      .map((it) => it.name);
  const [near, far] = [lookups(parent, table), lookups(table, parent)];
  if (to !== null && near.includes(to)) return [table.primaryId, to];
  if (from !== null && far.includes(from)) return [from, parent.primaryId];
  if (to === parent.primaryId && far[0] !== undefined) return [far[0], to];
  if (from === table.primaryId && near[0] !== undefined) return [from, near[0]];
  throw noRelationship(parent.logicalName, table.logicalName);
}

/** What a link without columns joins: the rows of a many-to-many relationship between the two tables. */
function throughIntersect(
  { session }: FetchScope,
  parentAlias: string,
  parent: Table,
  table: Table,
): (joined: Joined) => Iterable<Row> {
  const navigation = [...parent.navigation.values()].find(
    (it) => it.kind === 'intersect' && it.target === table.logicalName,
  );
  if (navigation?.kind !== 'intersect') throw noRelationship(parent.logicalName, table.logicalName);
  const mayRead = session.access.readable(table);
  return function* matches(joined) {
    const row = joined.get(parentAlias) ?? null;
    if (row === null) return;
    for (const it of relatedRows(session, parent, navigation, row)) if (mayRead(it)) yield it;
  };
}

const isId = ({ type }: Column): boolean => type === 'guid' || type === 'lookup';

/** Finds the rows that a link joins to a row of a join, among those that the caller may read. */
export function linkMatch(
  scope: FetchScope,
  parentAlias: string,
  link: FetchLink,
): (joined: Joined) => Iterable<Row> {
  const { session } = scope;
  const [table, parent] = [tableOf(scope, link.alias), tableOf(scope, parentAlias)];
  const columns = columnsOf(link, table, parent);
  if (columns === null) return throughIntersect(scope, parentAlias, parent, table);
  const [fromName, toName] = columns;
  const [from, to] = [fetchColumn(table, fromName), fetchColumn(parent, toName)];
  // Learn, "Join tables using FetchXml": files, images and choices join nothing.
  if ([from, to].some(({ type }) => type === 'choices' || type === 'complex')) throw invalidLinkType();
  const mayRead = session.access.readable(table);
  const near = joinedReader(scope, parentAlias, to);
  const rows = session.environment.rows(table);
  // A secured column that the caller may not read joins nothing, as it is null to it everywhere.
  if (!session.access.mayColumn(table, from.name, 'read')) return () => [];
  let byValue: ReadonlyMap<string, readonly Row[]> | null = null;
  const others = (key: string): readonly Row[] => {
    byValue ??= Map.groupBy(rows.rows(), (row) => {
      const value = columnValue(from, row);
      return value === null || typeof value === 'object' ? '' : textKey(String(value));
    });
    return byValue.get(key) ?? [];
  };
  return function* matches(joined) {
    const value = near(joined);
    if (value === null || typeof value === 'object' || value === '') return;
    const key = textKey(String(value));
    for (const row of isId(from) ? rows.where(from.name, key) : others(key)) {
      session.allowance.take();
      if (mayRead(row)) yield row;
    }
  };
}

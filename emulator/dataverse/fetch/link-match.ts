import type { Row } from '../schema/value.ts';
import type { Table } from '../schema/table.ts';
import { invalidLinkType, pairMismatch } from '../errors/fetch-faults.ts';
import { textKey } from '../query/collation.ts';
import { columnValue } from '../query/column-value.ts';
import type { Column } from '../schema/column.ts';
import type { FetchLink } from './fetch-query.ts';
import { fetchColumn, type FetchScope, type Joined, joinedReader, tableOf } from './fetch-scope.ts';

/** The one lookup between two tables, for a link that names no columns (Learn: "link-entity element": from and to are usually used). */
function onlyRelationship(table: Table, parent: Table): readonly [string, string] {
  const to = (from: Table, target: Table): readonly Column[] =>
    [...from.columns.values()].filter(
      (it) => it.type === 'lookup' && it.targets.includes(target.logicalName),
    );
  const [near] = to(parent, table);
  if (near !== undefined) return [table.primaryId, near.name];
  const [far] = to(table, parent);
  if (far !== undefined) return [far.name, parent.primaryId];
  throw pairMismatch();
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
  const [fromName, toName] =
    link.from === null || link.to === null ? onlyRelationship(table, parent) : [link.from, link.to];
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

import { type Column, column, readOnly, tableName } from './column.ts';
import type { Table } from './table.ts';

/** A column that shows what another one holds, and holds nothing itself: `owneridname`, `owneridtype`, `statecodename`. */
export type ShownColumn = {
  readonly column: Column;
  readonly base: Column;
  /** The label of the value, or the logical name of the table that it points to. */
  readonly shows: 'label' | 'table';
};

/** Tables whose names have a pronunciation beside them (`yomifullname`). */
const withYomi = new Set(['systemuser', 'team', 'account', 'contact', 'lead']);

/** Lookups without such columns (recorded definitions). */
const bare = new Set(['calendarid', 'owninguser', 'owningteam', 'owningbusinessunit', 'stageid']);

function ofLookup(base: Column): readonly ShownColumn[] {
  if (bare.has(base.name)) return [];
  const named = (suffix: string): ShownColumn => ({
    column: readOnly(column(base.name + suffix, 'string')),
    base,
    shows: 'label',
  });
  const typeName = base.name === 'regardingobjectid' ? 'regardingobjecttypecode' : `${base.name}type`;
  return [
    named('name'),
    ...(base.targets.some((it) => withYomi.has(it)) ? [named('yominame')] : []),
    ...(base.targets.length > 1
      ? [{ column: readOnly(tableName(typeName)), base, shows: 'table' as const }]
      : []),
  ];
}

function shownBy(base: Column): readonly ShownColumn[] {
  switch (base.type) {
    case 'lookup':
      return ofLookup(base);
    case 'choice':
    case 'choices':
    case 'boolean':
      // The definitions of these are of no type but the first.
      return [{ column: readOnly(column(`${base.name}name`, 'enum')), base, shows: 'label' }];
    default:
      return [];
  }
}

const known = new WeakMap<Table, ReadonlyMap<string, ShownColumn>>();

/** The columns of a table that show others, by name. The Web API has none of them as properties; definitions and FetchXML do. */
export function shownColumns(table: Table): ReadonlyMap<string, ShownColumn> {
  const before = known.get(table);
  if (before !== undefined) return before;
  const found = [...table.columns.values()]
    .flatMap(shownBy)
    .filter((it) => !table.columns.has(it.column.name));
  const made = new Map(found.map((it) => [it.column.name, it]));
  known.set(table, made);
  return made;
}

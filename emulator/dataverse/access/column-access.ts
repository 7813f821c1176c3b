import { administratorProfileId } from '../base/generate-profiles.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { numberOf, type Row, textOf } from '../schema/value.ts';
import type { Environment } from '../store/environment.ts';

/** What can be allowed with a secured column. */
export type ColumnAction = 'create' | 'read' | 'update';

/** Whether a principal may do something with a column. */
export type ColumnAccess = (table: Table, column: string, action: ColumnAction) => boolean;

const flagOf: Readonly<Record<ColumnAction, string>> = {
  create: 'cancreate',
  read: 'canread',
  update: 'canupdate',
};

const keyOf = (table: string, column: string): string => `${table}/${column}`;

/**
 * What the holder of some profiles may do with columns: everything with those that are not secured, with a secured
 * one what any of the profiles allows; the System Administrator profile allows everything (Learn: "Column-level
 * security to control access"). A secured column that was shared on a single record is not modelled.
 */
export function columnAccess(environment: Environment, profileIds: readonly string[]): ColumnAccess {
  let known: ReadonlyMap<string, readonly Row[]> | null = null;

  const permissions = (): ReadonlyMap<string, readonly Row[]> => {
    const all = environment.rows(requireTable('fieldpermission'));
    return (known ??= Map.groupBy(
      profileIds.flatMap((id) => [...all.where('fieldsecurityprofileid', id)]),
      (it) => keyOf(textOf(it, 'entityname') ?? '', textOf(it, 'attributelogicalname') ?? ''),
    ));
  };

  return (table, column, action) =>
    !environment.isSecured(table, column) ||
    profileIds.includes(administratorProfileId) ||
    (permissions().get(keyOf(table.logicalName, column)) ?? []).some(
      (it) => numberOf(it, flagOf[action]) === 4,
    );
}

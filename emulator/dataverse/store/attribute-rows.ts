import { guid } from '../base/guid.ts';
import type { Column, ColumnType } from '../schema/column.ts';
import { tables } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';
import { label, metadataIdOf } from './shared-rows.ts';

/** Members of the enum `AttributeTypeCode` (Learn: "AttributeTypeCode EnumType"). */
const typeCodes: Readonly<Record<ColumnType, string>> = {
  guid: 'Uniqueidentifier',
  string: 'String',
  memo: 'Memo',
  integer: 'Integer',
  bigint: 'BigInt',
  decimal: 'Decimal',
  money: 'Money',
  double: 'Double',
  boolean: 'Boolean',
  datetime: 'DateTime',
  date: 'DateTime',
  choice: 'Picklist',
  choices: 'Virtual',
  lookup: 'Lookup',
  enum: 'Virtual',
  complex: 'Virtual',
};

/** The code of a column: state, status, owner and customer columns have their own. */
const typeCodeOf = (column: Column): string => {
  if (column.name === 'statecode') return 'State';
  if (column.name === 'statuscode') return 'Status';
  if (column.name === 'ownerid' && column.type === 'lookup') return 'Owner';
  const customer =
    column.targets.length === 2 && column.targets.includes('account') && column.targets.includes('contact');
  return customer ? 'Customer' : typeCodes[column.type];
};

const optionSetIdOf = (table: Table, column: Column): string =>
  guid('optionset', table.logicalName, column.name);

const unsecurable = new Set(['statecode', 'statuscode', 'overriddencreatedon', 'importsequencenumber']);

/** Id of a column's definition, by which RetrievePrincipalAttributePrivileges names it. */
export const attributeIdOf = (table: Table, column: Column): string =>
  guid('attribute', table.logicalName, column.name);

/** Whether a column can be secured: none that the service sets, and no name of a record (Learn: "Column-level security to control access"). */
export const canBeSecured = (table: Table, column: Column): boolean =>
  column.writable === 'always' &&
  column.name !== table.primaryName &&
  !unsecurable.has(column.name) &&
  !table.alternateKeys.some((key) => key.includes(column.name));

function definitionOf(table: Table, column: Column, secured: boolean): Row {
  const securable = canBeSecured(table, column);
  return {
    MetadataId: attributeIdOf(table, column),
    EntityMetadataId: metadataIdOf(table),
    LogicalName: column.name,
    SchemaName: column.name,
    EntityLogicalName: table.logicalName,
    AttributeType: typeCodeOf(column),
    ...(column.type === 'choice' ? { OptionSet: optionSetIdOf(table, column) } : {}),
    IsSecured: secured,
    // A yes/no column can be secured for changes only (Learn: "Use field security to control access to field values").
    CanBeSecuredForRead: securable && column.type !== 'boolean',
    CanBeSecuredForCreate: securable,
    CanBeSecuredForUpdate: securable,
    IsPrimaryId: column.name === table.primaryId,
    IsPrimaryName: column.name === table.primaryName,
    IsValidForCreate: column.writable !== 'never',
    IsValidForUpdate: column.writable === 'always',
    DisplayName: label(column.displayName),
  };
}

/** Rows of the column definitions of one environment: which columns are secured is its own affair. */
export const attributeRows = (isSecured: (table: Table, column: string) => boolean): RowSource =>
  memoryRows('MetadataId', () =>
    tables
      .filter((it) => !it.isMetadata)
      .flatMap((table) =>
        [...table.columns.values()].map((it) => definitionOf(table, it, isSecured(table, it.name))),
      ),
  );

const choices = (): readonly { readonly table: Table; readonly column: Column }[] =>
  tables
    .filter((it) => !it.isMetadata)
    .flatMap((table) =>
      [...table.columns.values()].filter((it) => it.type === 'choice').map((column) => ({ table, column })),
    );

/** Rows of the choices of columns, one copy for all environments. */
export const optionSetRows: RowSource = memoryRows('MetadataId', () =>
  choices().map(({ table, column }) => ({
    MetadataId: optionSetIdOf(table, column),
    Name: `${table.logicalName}_${column.name}`,
    IsGlobal: false,
    OptionSetType: typeCodeOf(column),
    Options: Object.entries(column.labels).map(([value, text]) => ({
      Value: Number(value),
      Label: label(text),
    })),
  })),
);

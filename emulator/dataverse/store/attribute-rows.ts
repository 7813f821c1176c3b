import { guid } from '../base/guid.ts';
import { isAuditedColumn } from '../schema/audited.ts';
import type { Column } from '../schema/column.ts';
import { columnSchemaName } from '../schema/schema-name.ts';
import { tables } from '../schema/schema.ts';
import { type ShownColumn, shownColumns } from '../schema/shown-columns.ts';
import type { Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import { attributeKind, typeFacts } from './attribute-types.ts';
import { memoryRows } from './memory-rows.ts';
import { optionSetsOf } from './option-set-rows.ts';
import type { RowSource } from './row-source.ts';
import { label, metadataIdOf } from './shared-rows.ts';

/** Columns that somebody added start with the publisher's prefix; `address1_city` and `revenue_base` are the system's. */
const ofPublisher = /^(?:ctso|msdyn)_/;

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

/** Columns without which there is no record, and those that forms ask for (Learn: table references, RequiredLevel). */
const systemRequired = new Set(
  'businessunit.name role.name systemuser.businessunitid team.administratorid team.businessunitid team.name'.split(
    ' ',
  ),
);
const businessRequired = new Set(
  `account.name contact.lastname incident.customerid incident.title lead.lastname lead.subject opportunity.customerid opportunity.name
   systemuser.firstname systemuser.internalemailaddress systemuser.lastname task.subject transactioncurrency.currencyname`.split(
    /\s+/,
  ),
);

function requiredLevel(table: Table, column: Column): string {
  const name = `${table.logicalName}.${column.name}`;
  const isOwner = column.name === 'ownerid' && column.type === 'lookup';
  if (column.name === table.primaryId || column.name === 'statecode' || isOwner || systemRequired.has(name))
    return 'SystemRequired';
  if (businessRequired.has(name)) return 'ApplicationRequired';
  return column.nullable || column.type === 'boolean' ? 'None' : 'ApplicationRequired';
}

function definitionOf(table: Table, column: Column, secured: boolean, index: number): Row {
  const securable = canBeSecured(table, column);
  const { code, name, type } = attributeKind(column);
  const level = requiredLevel(table, column);
  return {
    MetadataId: attributeIdOf(table, column),
    EntityMetadataId: metadataIdOf(table),
    odataType: type,
    LogicalName: column.name,
    SchemaName: columnSchemaName(table, column.name),
    EntityLogicalName: table.logicalName,
    ColumnNumber: index + 1,
    AttributeType: code,
    AttributeTypeName: { Value: name },
    RequiredLevel: {
      Value: level,
      CanBeChanged: level !== 'SystemRequired',
      ManagedPropertyLogicalName: 'canmodifyrequirementlevelsettings',
    },
    ...typeFacts(column),
    ...optionSetsOf(table, column),
    IsAuditEnabled: {
      Value: isAuditedColumn(table, column),
      CanBeChanged: true,
      ManagedPropertyLogicalName: 'canmodifyauditsettings',
    },
    IsSecured: secured,
    // A yes/no column can be secured for changes only (Learn: "Use field security to control access to field values").
    CanBeSecuredForRead: securable && column.type !== 'boolean',
    CanBeSecuredForCreate: securable,
    CanBeSecuredForUpdate: securable,
    IsCustomAttribute: ofPublisher.test(column.name),
    IsManaged: !column.name.startsWith('ctso_'),
    IsPrimaryId: column.name === table.primaryId,
    IsPrimaryName: column.name === table.primaryName,
    IsValidForCreate: column.writable !== 'never',
    IsValidForUpdate: column.writable === 'always',
    IsValidODataAttribute: true,
    IsSearchable: column.type === 'string',
    IsFilterable: true,
    IsRetrievable: true,
    DisplayName: label(column.displayName),
  };
}

/** The definition of a column that shows another one (recorded answers; Learn: AttributeMetadata EntityType, AttributeOf). */
const shownDefinition = (table: Table, { base, column }: ShownColumn, index: number): Row => ({
  ...definitionOf(table, column, false, index),
  AttributeOf: base.name,
  IsLogical: true,
  IsValidODataAttribute: false,
  IsSearchable: false,
  IsFilterable: false,
  IsRetrievable: false,
  DisplayName: { LocalizedLabels: [], UserLocalizedLabel: null },
});

/** Rows of the column definitions of one environment: which columns are secured is its own affair. */
export const attributeRows = (isSecured: (table: Table, column: string) => boolean): RowSource =>
  memoryRows('MetadataId', () =>
    tables
      .filter((it) => !it.isMetadata)
      .flatMap((table) => [
        ...[...table.columns.values()].map((it, index) =>
          definitionOf(table, it, isSecured(table, it.name), index),
        ),
        ...[...shownColumns(table).values()].map((it, index) =>
          shownDefinition(table, it, table.columns.size + index),
        ),
      ]),
  );

import { column, columns, flag } from '../column.ts';
import { defineTable } from '../table.ts';

/** Definitions of tables, read like a table (Learn: "EntityMetadata EntityType"). */
export const entityDefinition = defineTable({
  logicalName: 'EntityMetadata',
  schemaName: 'EntityMetadata',
  entitySet: 'EntityDefinitions',
  displayName: 'Entity Metadata',
  displayCollectionName: 'Entity Definitions',
  objectTypeCode: 0,
  ownership: 'None',
  primaryId: 'MetadataId',
  primaryName: null,
  isMetadata: true,
  alternateKeys: [['LogicalName']],
  columns: [
    ...columns('string', 'LogicalName SchemaName EntitySetName LogicalCollectionName CollectionSchemaName'),
    ...columns(
      'string',
      'PrimaryIdAttribute PrimaryNameAttribute ReportViewName IntroducedVersion TableType',
    ),
    column('OwnershipType', 'enum'),
    column('ObjectTypeCode', 'integer'),
    column('ActivityTypeMask', 'integer', { fallback: 0 }),
    flag('IsActivity'),
    flag('IsIntersect'),
    flag('IsCustomEntity'),
    flag('IsPrivate'),
    flag('IsManaged', true),
    flag('IsLogicalEntity'),
    flag('IsOptimisticConcurrencyEnabled', true),
    flag('ChangeTrackingEnabled', true),
    column('HasChanged', 'complex'),
    ...columns('complex', 'DisplayName DisplayCollectionName Privileges IsCustomizable IsAuditEnabled'),
  ],
  collections: [
    // The column that joins them is no property: definitions of columns name their table in EntityLogicalName.
    { kind: 'many', name: 'Attributes', target: 'AttributeMetadata', column: 'EntityMetadataId' },
  ],
});

/** Definitions of columns, reached through their table (Learn: "Query schema definitions"; AttributeMetadata EntityType). */
export const attributeDefinition = defineTable({
  logicalName: 'AttributeMetadata',
  schemaName: 'AttributeMetadata',
  entitySet: 'Attributes',
  displayName: 'Attribute Metadata',
  displayCollectionName: 'Attributes',
  objectTypeCode: 0,
  ownership: 'None',
  primaryId: 'MetadataId',
  primaryName: null,
  isMetadata: true,
  columns: [
    ...columns('string', 'LogicalName SchemaName EntityLogicalName'),
    column('AttributeType', 'enum'),
    flag('IsSecured'),
    flag('CanBeSecuredForRead'),
    flag('CanBeSecuredForCreate'),
    flag('CanBeSecuredForUpdate'),
    flag('IsPrimaryId'),
    flag('IsPrimaryName'),
    flag('IsValidForRead', true),
    flag('IsValidForCreate'),
    flag('IsValidForUpdate'),
    flag('IsLogical'),
    column('DisplayName', 'complex'),
  ],
});

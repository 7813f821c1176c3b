import { column, columns, flag, lookup } from '../column.ts';
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
    {
      kind: 'many',
      name: 'ManyToOneRelationships',
      target: 'OneToManyRelationshipMetadata',
      column: 'ReferencingMetadataId',
    },
    {
      kind: 'many',
      name: 'OneToManyRelationships',
      target: 'OneToManyRelationshipMetadata',
      column: 'ReferencedMetadataId',
    },
    {
      kind: 'many',
      name: 'ManyToManyRelationships',
      target: 'ManyToManyRelationshipMetadata',
      column: 'Entity1MetadataId',
    },
  ],
});

const attributeColumns = [
  ...columns('string', 'LogicalName SchemaName EntityLogicalName AttributeOf'),
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
];

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
  columns: attributeColumns,
});

const related = {
  displayName: 'Relationship Metadata',
  objectTypeCode: 0,
  ownership: 'None',
  primaryId: 'MetadataId',
  primaryName: null,
  isMetadata: true,
} as const;

/** Columns with choices, reached by a cast such as `Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata` (Learn: "Query table definitions using the Web API"). */
export const enumAttributeDefinition = defineTable({
  ...related,
  logicalName: 'EnumAttributeMetadata',
  schemaName: 'EnumAttributeMetadata',
  displayName: 'Attribute Metadata',
  columns: [...attributeColumns, lookup('OptionSet', 'OptionSetMetadata')],
  internal: ['OptionSet'],
});

/** The choices of a column (Learn: "OptionSetMetadata EntityType"). */
export const optionSetDefinition = defineTable({
  ...related,
  logicalName: 'OptionSetMetadata',
  schemaName: 'OptionSetMetadata',
  displayName: 'Option Set Metadata',
  columns: [
    column('Name', 'string'),
    flag('IsGlobal'),
    column('OptionSetType', 'enum'),
    column('Options', 'complex'),
  ],
});

/** Lookups and what they point to, from both sides (Learn: "OneToManyRelationshipMetadata EntityType"). */
export const oneToManyDefinition = defineTable({
  ...related,
  logicalName: 'OneToManyRelationshipMetadata',
  schemaName: 'OneToManyRelationshipMetadata',
  columns: columns(
    'string',
    `SchemaName ReferencingEntity ReferencingAttribute ReferencedEntity ReferencedAttribute
     ReferencingEntityNavigationPropertyName ReferencedEntityNavigationPropertyName`,
  ),
});

/** Tables joined by an intersect table (Learn: "ManyToManyRelationshipMetadata EntityType"). */
export const manyToManyDefinition = defineTable({
  ...related,
  logicalName: 'ManyToManyRelationshipMetadata',
  schemaName: 'ManyToManyRelationshipMetadata',
  columns: columns(
    'string',
    `SchemaName Entity1LogicalName Entity2LogicalName IntersectEntityName Entity1NavigationPropertyName
     Entity2NavigationPropertyName Entity1IntersectAttribute Entity2IntersectAttribute`,
  ),
});

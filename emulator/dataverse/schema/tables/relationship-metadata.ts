import { type Column, column, columns, flag } from '../column.ts';
import { defineTable, type Table } from '../table.ts';
import {
  complexColumn,
  definition,
  enumColumn,
  hasChanged,
  managedColumn,
  noLabel,
} from './definition-columns.ts';

const common: readonly Column[] = [
  hasChanged,
  flag('IsCustomRelationship'),
  flag('IsValidForAdvancedFind', true),
  flag('IsManaged', true),
  column('SchemaName', 'string'),
  column('IntroducedVersion', 'string', { fallback: '5.0.0.0' }),
  enumColumn('SecurityTypes', 'SecurityTypes', 'Append'),
  enumColumn('RelationshipType', 'RelationshipType'),
  managedColumn('IsCustomizable', true, false, 'iscustomizable'),
];

const menu = {
  Behavior: 'UseCollectionName',
  Group: 'Details',
  Order: null,
  IsCustomizable: true,
  Icon: null,
  ViewId: '00000000-0000-0000-0000-000000000000',
  AvailableOffline: true,
  MenuId: null,
  QueryApi: null,
  Label: noLabel,
} as const;

const menuColumn = (name: string): Column => complexColumn(name, 'mscrm.AssociatedMenuConfiguration', menu);

const relationship = (name: string, entitySet: string, own: readonly Column[]): Table =>
  defineTable({
    ...definition,
    logicalName: name,
    schemaName: name,
    entitySet,
    displayName: 'Relationship Metadata',
    alternateKeys: [['SchemaName']],
    columns: [...common, ...own],
  });

/** All relationships, of which only the common properties can be read (Learn: "Query table definitions using the Web API"). */
export const relationshipDefinition = relationship('RelationshipMetadataBase', 'RelationshipDefinitions', []);

/** The two types of relationships (Learn: "OneToManyRelationshipMetadata EntityType", "ManyToManyRelationshipMetadata EntityType"). */
export const relationshipTypes: readonly Table[] = [
  relationship('OneToManyRelationshipMetadata', 'OneToManyRelationships', [
    ...columns(
      'string',
      `ReferencingEntity ReferencingAttribute ReferencedEntity ReferencedAttribute EntityKey
       ReferencingEntityNavigationPropertyName ReferencedEntityNavigationPropertyName DenormalizedAttributeName`,
    ),
    ...columns('boolean', 'IsDenormalizedLookup'),
    flag('IsHierarchical'),
    flag('IsRelationshipAttributeDenormalized'),
    column('RelationshipBehavior', 'integer', { fallback: 1 }),
    menuColumn('AssociatedMenuConfiguration'),
    complexColumn('CascadeConfiguration', 'mscrm.CascadeConfiguration', null),
    complexColumn('RelationshipAttributes', 'Collection(mscrm.RelationshipAttribute)', []),
  ]),
  relationship('ManyToManyRelationshipMetadata', 'ManyToManyRelationships', [
    ...columns(
      'string',
      `Entity1LogicalName Entity2LogicalName IntersectEntityName Entity1NavigationPropertyName
       Entity2NavigationPropertyName Entity1IntersectAttribute Entity2IntersectAttribute`,
    ),
    menuColumn('Entity1AssociatedMenuConfiguration'),
    menuColumn('Entity2AssociatedMenuConfiguration'),
  ]),
];

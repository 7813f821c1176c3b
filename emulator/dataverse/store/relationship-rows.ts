import { guid } from '../base/guid.ts';
import { cascadesOf } from '../schema/cascades.ts';
import { partnerOf } from '../schema/partner.ts';
import { requireTable, tableNamed, tables } from '../schema/schema.ts';
import { menuOf } from '../schema/relationship-menus.ts';
import { isSystemLookup } from '../schema/system-lookups.ts';
import type { Navigation, Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';
import { metadataIdOf } from './shared-rows.ts';

/** Whether a navigation property of an activity is that of all activities, which have the relationship behind it. */
const isInherited = (table: Table, { name }: Navigation): boolean =>
  table.isActivity &&
  table.logicalName !== 'activitypointer' &&
  requireTable('activitypointer').navigation.has(name);

/** Names of the relationships of tables that nothing more is known of (Learn: table references of tables of solutions). */
const defaultNames: Readonly<Record<string, (table: string) => string>> = {
  createdby: (it) => `lk_${it}_createdby`,
  modifiedby: (it) => `lk_${it}_modifiedby`,
  createdonbehalfby: (it) => `lk_${it}_createdonbehalfby`,
  modifiedonbehalfby: (it) => `lk_${it}_modifiedonbehalfby`,
  ownerid: (it) => `owner_${it}`,
  owninguser: (it) => `user_${it}`,
  owningteam: (it) => `team_${it}`,
  owningbusinessunit: (it) => `business_unit_${it}`,
};

/** Names that a publisher has made start with its prefix. */
const isCustom = (name: string): boolean => /^(?:ctso|msdyn)_/.test(name);

const customizable = (value: boolean): Json => ({
  Value: value,
  CanBeChanged: false,
  ManagedPropertyLogicalName: 'iscustomizable',
});

function ofLookup(table: Table, one: Extract<Navigation, { kind: 'one' }>): Row | null {
  // Owners are one table (recorded definitions); all other properties lead to one table.
  const name = one.targets.length > 1 ? 'owner' : (one.targets[0] ?? '');
  const target = tableNamed(name);
  if (target === null || isInherited(table, one)) return null;
  const back = partnerOf(table, one);
  const isSystem = isSystemLookup(one.column);
  const schemaName =
    one.relationship ??
    back ??
    defaultNames[one.column]?.(table.logicalName) ??
    `${name}_${table.logicalName}_${one.column}`;
  return {
    MetadataId: guid('relationship', table.logicalName, one.column, name),
    odataType: 'OneToManyRelationshipMetadata',
    RelationshipType: 'OneToManyRelationship',
    SchemaName: schemaName,
    SecurityTypes: isSystem ? 'None' : 'Append',
    RelationshipBehavior: isSystem ? 0 : 1,
    IsValidForAdvancedFind: one.column !== 'ownerid' && one.column !== 'masterid',
    IsCustomRelationship: isCustom(table.logicalName) || isCustom(one.column),
    IsManaged: !table.logicalName.startsWith('ctso_'),
    IsCustomizable: customizable(one.column !== 'ownerid' && one.column !== 'transactioncurrencyid'),
    ReferencingEntity: table.logicalName,
    ReferencingAttribute: one.column,
    ReferencedEntity: name,
    ReferencedAttribute: target.primaryId,
    IsHierarchical: name === table.logicalName && one.column.startsWith('parent'),
    ReferencingEntityNavigationPropertyName: one.name,
    // The demo cloud follows only those that it lists; the others have no name here.
    ReferencedEntityNavigationPropertyName: back,
    CascadeConfiguration: cascadesOf(table.logicalName, one.column, name),
    AssociatedMenuConfiguration: menuOf(schemaName, isCustom(table.logicalName)),
    ReferencingMetadataId: metadataIdOf(table),
    ReferencedMetadataId: metadataIdOf(target),
  };
}

const ofLookups = (table: Table): readonly Row[] =>
  [...table.navigation.values()]
    .map((one) => (one.kind === 'one' ? ofLookup(table, one) : null))
    .filter((it) => it !== null);

const described = (): readonly Table[] => tables.filter((it) => !it.isMetadata);

/** One definition for each intersect table, told from the side of the table that comes first. */
function ofIntersects(): readonly Row[] {
  const found = new Map<string, Row>();
  for (const table of described()) {
    for (const one of table.navigation.values()) {
      if (one.kind !== 'intersect' || found.has(one.through)) continue;
      const other = tableNamed(one.target);
      const back = [...(other?.navigation.values() ?? [])].find(
        (it) => it.kind === 'intersect' && it.through === one.through && it.near === one.far,
      );
      found.set(one.through, {
        MetadataId: guid('relationship', one.through),
        odataType: 'ManyToManyRelationshipMetadata',
        RelationshipType: 'ManyToManyRelationship',
        SecurityTypes: 'None',
        SchemaName: one.name,
        Entity1LogicalName: table.logicalName,
        Entity2LogicalName: one.target,
        IntersectEntityName: one.through,
        Entity1NavigationPropertyName: one.name,
        Entity2NavigationPropertyName: back?.name ?? one.name,
        Entity1IntersectAttribute: one.near,
        Entity2IntersectAttribute: one.far,
        Entity1MetadataId: metadataIdOf(table),
        Entity2MetadataId: other === null ? null : metadataIdOf(other),
      });
    }
  }
  return [...found.values()];
}

/** Rows of relationships over lookups, one copy for all environments. */
export const oneToManyRows: RowSource = memoryRows('MetadataId', () => described().flatMap(ofLookups));

const intersects = memoryRows('MetadataId', ofIntersects);

/** Rows of relationships over intersect tables; both tables of one have it. */
export const manyToManyRows: RowSource = {
  ...intersects,
  *where(column, id) {
    for (const row of intersects.rows()) {
      if (row[column] === id || (column === 'Entity1MetadataId' && row['Entity2MetadataId'] === id))
        yield row;
    }
  },
};

/** Rows of all relationships. */
export const relationshipRows: RowSource = {
  *rows() {
    yield* oneToManyRows.rows();
    yield* intersects.rows();
  },
  get: (id) => oneToManyRows.get(id) ?? intersects.get(id),
  *where(column, id) {
    yield* oneToManyRows.where(column, id);
    yield* intersects.where(column, id);
  },
};

/** Rows of alternate keys. */
export const keyRows: RowSource = memoryRows('MetadataId', () =>
  described().flatMap((table) =>
    table.alternateKeys.map((names) => ({
      MetadataId: guid('key', table.logicalName, ...names),
      EntityMetadataId: metadataIdOf(table),
      LogicalName: `${table.logicalName}_${names.join('_')}_key`,
      SchemaName: `${table.schemaName}_${names.join('_')}_key`,
      EntityLogicalName: table.logicalName,
      KeyAttributes: names,
    })),
  ),
);

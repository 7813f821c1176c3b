import { guid } from '../base/guid.ts';
import { cascadesOf } from '../schema/cascades.ts';
import { tableNamed, tables } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';
import { metadataIdOf } from './shared-rows.ts';

const ofLookups = (table: Table): readonly Row[] =>
  [...table.navigation.values()].flatMap((one) =>
    one.kind !== 'one'
      ? []
      : one.targets.flatMap((name) => {
          const target = tableNamed(name);
          if (target === null) return [];
          const back = [...target.navigation.values()].find(
            (many) => many.kind === 'many' && many.target === table.logicalName && many.column === one.column,
          );
          const schemaName = back?.name ?? `${name}_${table.logicalName}_${one.column}`;
          return [
            {
              MetadataId: guid('relationship', table.logicalName, one.column, name),
              odataType: 'OneToManyRelationshipMetadata',
              RelationshipType: 'OneToManyRelationship',
              SchemaName: schemaName,
              ReferencingEntity: table.logicalName,
              ReferencingAttribute: one.column,
              ReferencedEntity: name,
              ReferencedAttribute: target.primaryId,
              IsHierarchical: name === table.logicalName && one.column.startsWith('parent'),
              ReferencingEntityNavigationPropertyName: one.name,
              // The demo cloud follows only those that it lists; the others have no name here.
              ReferencedEntityNavigationPropertyName: back?.name ?? null,
              CascadeConfiguration: cascadesOf(table.logicalName, one.column, name),
              ReferencingMetadataId: metadataIdOf(table),
              ReferencedMetadataId: metadataIdOf(target),
            },
          ];
        }),
  );

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

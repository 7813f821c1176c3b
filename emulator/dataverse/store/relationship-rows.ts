import { guid } from '../base/guid.ts';
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
              SchemaName: schemaName,
              ReferencingEntity: table.logicalName,
              ReferencingAttribute: one.column,
              ReferencedEntity: name,
              ReferencedAttribute: target.primaryId,
              ReferencingEntityNavigationPropertyName: one.name,
              // The demo cloud follows only those that it lists; the others have no name here.
              ReferencedEntityNavigationPropertyName: back?.name ?? null,
              ReferencingMetadataId: metadataIdOf(table),
              ReferencedMetadataId: metadataIdOf(target),
            },
          ];
        }),
  );

const ofIntersects = (table: Table): readonly Row[] =>
  [...table.navigation.values()].flatMap((one) =>
    one.kind !== 'intersect'
      ? []
      : [
          {
            MetadataId: guid('relationship', table.logicalName, one.name),
            SchemaName: one.name,
            Entity1LogicalName: table.logicalName,
            Entity2LogicalName: one.target,
            IntersectEntityName: one.through,
            Entity1NavigationPropertyName: one.name,
            Entity2NavigationPropertyName: one.name,
            Entity1IntersectAttribute: one.near,
            Entity2IntersectAttribute: one.far,
            Entity1MetadataId: metadataIdOf(table),
          },
        ],
  );

const described = (): readonly Table[] => tables.filter((it) => !it.isMetadata);

/** Rows of relationships over lookups, one copy for all environments. */
export const oneToManyRows: RowSource = memoryRows('MetadataId', () => described().flatMap(ofLookups));

/** Rows of relationships over intersect tables, each from the side of the table that is asked. */
export const manyToManyRows: RowSource = memoryRows('MetadataId', () => described().flatMap(ofIntersects));

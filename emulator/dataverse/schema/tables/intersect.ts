import { column } from '../column.ts';
import { manyToMany } from '../many-to-many.ts';
import { defineTable, type Table } from '../table.ts';

/** A table that joins two others; whoever reads the one that it stands for reads it. */
export const intersect = (
  logicalName: string,
  schemaName: string,
  entitySet: string,
  primaryId: string,
  objectTypeCode: number,
  sides: readonly [string, string],
  through: { readonly table: string; readonly column: string },
  more: readonly Parameters<typeof column>[] = [],
): Table =>
  defineTable({
    logicalName,
    schemaName,
    entitySet,
    primaryId,
    objectTypeCode,
    displayName: schemaName,
    displayCollectionName: schemaName,
    ownership: 'None',
    primaryName: null,
    isIntersect: true,
    scope: { kind: 'through', ...through },
    columns: [
      ...sides.map((it) => column(it, 'guid', { writable: 'never' })),
      ...more.map((it) => column(...it)),
    ],
  });

/** Tables behind the many-to-many relationships of sales and service. */
export const joiningTables: readonly Table[] = manyToMany.map(
  ({ entitySet, objectTypeCode, primaryId, schemaName, sides: [first, second], through }) =>
    intersect(
      through,
      schemaName,
      entitySet,
      primaryId,
      objectTypeCode,
      [`${first}id`, `${second}id`],
      { table: first, column: `${first}id` },
      through === 'servicecontractcontacts' ? [['servicelevel', 'integer']] : [],
    ),
);

import type { Table } from './table.ts';
import { audit } from './tables/audit.ts';
import { businessTables } from './tables/business.ts';
import {
  attributeDefinition,
  attributeTypes,
  enumAttributes,
  enumAttributeTypes,
  globalOptionSets,
  optionSetTypes,
} from './tables/attribute-metadata.ts';
import { emptyTables } from './tables/empty.ts';
import { entityDefinition, keyDefinition } from './tables/metadata.ts';
import { joiningTables } from './tables/intersect.ts';
import { jobTables } from './tables/jobs.ts';
import { lookupTables } from './tables/lookup-tables.ts';
import { position } from './tables/position.ts';
import { relationshipDefinition, relationshipTypes } from './tables/relationship-metadata.ts';
import { securityTables } from './tables/security.ts';
import { solutionTables } from './tables/solutions.ts';
import { standardTables } from './tables/standard.ts';
import { viewTables } from './tables/views.ts';
import { systemuser } from './tables/systemuser.ts';
import { usersettings } from './tables/usersettings.ts';

/** Every table of an environment, in the order in which metadata lists them. */
export const tables: readonly Table[] = [
  ...businessTables,
  systemuser,
  usersettings,
  position,
  ...securityTables,
  ...standardTables,
  ...joiningTables,
  ...solutionTables,
  ...viewTables,
  ...jobTables,
  audit,
  ...lookupTables,
  ...emptyTables,
  entityDefinition,
  keyDefinition,
  attributeDefinition,
  ...attributeTypes,
  globalOptionSets,
  ...optionSetTypes,
  relationshipDefinition,
  ...relationshipTypes,
];

const byLogicalName = new Map(tables.map((it) => [it.logicalName, it]));
/** Definitions that have a set of their own; those of columns and keys are reached through their table only. */
const definitionSets: readonly Table[] = [entityDefinition, relationshipDefinition, globalOptionSets];
const byEntitySet = new Map(
  tables
    .filter((it) => (it.isMetadata ? definitionSets.includes(it) : it.logicalName !== 'owner'))
    .map((it) => [it.entitySet, it]),
);

/** The types derived from a type of definitions, by name; a path casts to them, and answers name them in `@odata.type`. */
export function derivedTypesOf(table: Table): readonly Table[] {
  switch (table) {
    case attributeDefinition:
      return attributeTypes;
    case enumAttributes:
      return enumAttributeTypes;
    case globalOptionSets:
      return optionSetTypes;
    case relationshipDefinition:
      return relationshipTypes;
    default:
      return [];
  }
}

/** The table with a logical name, or null. */
export const tableNamed = (logicalName: string): Table | null => byLogicalName.get(logicalName) ?? null;

/** The table with a number; numbers of tables of one's own differ from environment to environment (Learn: EntityMetadata.ObjectTypeCode). */
export const tableOfCode = (code: number): Table | null =>
  tables.find((it) => it.objectTypeCode === code) ?? null;

/** The table behind an entity set name, or null. Entity set names are case-sensitive. */
export const tableOfSet = (entitySet: string): Table | null => byEntitySet.get(entitySet) ?? null;

/**
 * Tables of data by the names of their sets, as the service lists them (seen in a `$metadata` document of the real service). Generators write
 * classes in this order, and what is derived comes after what it is derived from.
 */
export const listedTables: readonly Table[] = tables
  .filter((it) => !it.isMetadata && tableOfSet(it.entitySet) === it)
  .toSorted((one, other) => (one.entitySet < other.entitySet ? -1 : 1));

/** The table with a logical name that the schema itself refers to; a missing one is a mistake in the schema. */
export function requireTable(logicalName: string): Table {
  const table = byLogicalName.get(logicalName);
  if (table === undefined) throw new Error(`The schema has no table '${logicalName}'.`);
  return table;
}

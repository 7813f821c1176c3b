import type { Table } from './table.ts';
import { audit } from './tables/audit.ts';
import { businessTables } from './tables/business.ts';
import {
  attributeDefinition,
  entityDefinition,
  enumAttributeDefinition,
  manyToManyDefinition,
  oneToManyDefinition,
  optionSetDefinition,
} from './tables/metadata.ts';
import { securityTables } from './tables/security.ts';
import { standardTables } from './tables/standard.ts';
import { systemuser } from './tables/systemuser.ts';

/** Every table of an environment, in the order in which metadata lists them. */
export const tables: readonly Table[] = [
  ...businessTables,
  systemuser,
  ...securityTables,
  ...standardTables,
  audit,
  entityDefinition,
  attributeDefinition,
  enumAttributeDefinition,
  optionSetDefinition,
  oneToManyDefinition,
  manyToManyDefinition,
];

const byLogicalName = new Map(tables.map((it) => [it.logicalName, it]));
/** Definitions of columns and relationships have no set here: they are reached through their table only. */
const byEntitySet = new Map(
  tables.filter((it) => !it.isMetadata || it === entityDefinition).map((it) => [it.entitySet, it]),
);

/** The table with a logical name, or null. */
export const tableNamed = (logicalName: string): Table | null => byLogicalName.get(logicalName) ?? null;

/** The table behind an entity set name, or null. Entity set names are case-sensitive. */
export const tableOfSet = (entitySet: string): Table | null => byEntitySet.get(entitySet) ?? null;

/** The table with a logical name that the schema itself refers to; a missing one is a mistake in the schema. */
export function requireTable(logicalName: string): Table {
  const table = byLogicalName.get(logicalName);
  if (table === undefined) throw new Error(`The schema has no table '${logicalName}'.`);
  return table;
}

import { z } from 'zod';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { QueryTable } from '../../../preload/contract/words/queries/tables.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { readAllRows } from '../../dataverse/rows.ts';

const label = z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }).nullish();

/** A definition of a table; one without an entity set cannot be asked in the Web API. */
export const tableSchema = z
  .object({
    LogicalName: z.string(),
    EntitySetName: z.string().nullish(),
    DisplayName: label,
    PrimaryIdAttribute: z.string().nullish(),
    PrimaryNameAttribute: z.string().nullish(),
  })
  .transform((row): QueryTable => ({
    logicalName: row.LogicalName,
    entitySet: row.EntitySetName ?? '',
    displayName: row.DisplayName?.UserLocalizedLabel?.Label ?? row.LogicalName,
    primaryId: row.PrimaryIdAttribute ?? '',
    primaryName: row.PrimaryNameAttribute ?? null,
  }));

/** The columns that `tableSchema` reads. */
export const TABLE_COLUMNS = 'LogicalName,EntitySetName,DisplayName,PrimaryIdAttribute,PrimaryNameAttribute';

/** Every table that can be asked, by entity set (Microsoft Learn: "Query table definitions using the Web API"); a few hundred KB. */
export const readTables = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly QueryTable[]>> => {
  const read = await readAllRows(client, `EntityDefinitions?$select=${TABLE_COLUMNS}`, tableSchema, {
    signal,
  });
  if (!read.ok) return read;
  const tables = read.value.rows.filter(({ entitySet }) => entitySet !== '');
  return ok(tables.toSorted((a, b) => a.entitySet.localeCompare(b.entitySet)));
};

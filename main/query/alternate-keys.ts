import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression, odataString } from '../dataverse/odata-literal.ts';
import { decodeRows } from '../dataverse/rows.ts';
import type { TableReference } from '../dataverse/table-definition.ts';

const tableSchema = z.object({
  Keys: z.array(z.object({ KeyAttributes: z.array(z.string()).min(1) })).default([]),
});
const COLUMN = { 'logical-name': 'LogicalName', 'entity-set': 'EntitySetName' } as const;

/** Alternate keys of a table, by logical names of their columns (Microsoft Learn: "Define alternate keys", EntityKeyMetadata). */
export const readAlternateKeys = async (
  client: DataverseClient,
  table: TableReference,
  signal: AbortSignal,
): Promise<Result<readonly (readonly string[])[]>> => {
  const filter = `${odataExpression(`${COLUMN[table.by]} eq `)}${odataString(table.name)}`;
  const path = `EntityDefinitions?$select=LogicalName&$expand=Keys($select=KeyAttributes)&$filter=${filter}`;
  const answer = await client.get(path, { signal });
  if (!answer.ok) return answer;
  const decoded = decodeRows(tableSchema, answer.value, client.origin);
  return decoded.ok
    ? ok((decoded.value.rows[0]?.Keys ?? []).map(({ KeyAttributes }) => KeyAttributes))
    : decoded;
};

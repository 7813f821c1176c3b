import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression, odataString } from '../dataverse/odata-literal.ts';
import { decodeRows } from '../dataverse/rows.ts';

/** Finds the entity set of a table in an environment; what was found is remembered. */
export type EntitySets = (
  client: DataverseClient,
  table: string,
  signal: AbortSignal,
) => Promise<Result<string>>;

const rowSchema = z.object({ EntitySetName: z.string().regex(/^\w{1,160}$/) });
/** Far more than one session asks; a start over costs a request per table. */
const MOST_KEPT = 20_000;

/**
 * FetchXML names a table, the Web API wants its entity set, which no rule of spelling tells (Microsoft Learn: "Query table definitions using
 * the Web API"). Everybody may read definitions.
 */
export const createEntitySets = (): EntitySets => {
  const known = new Map<string, string>();
  return async (client, table, signal) => {
    const key = `${client.origin} ${table}`;
    const kept = known.get(key);
    if (kept !== undefined) return ok(kept);
    const filter = `${odataExpression('LogicalName eq ')}${odataString(table)}`;
    const answer = await client.get(`EntityDefinitions?$select=EntitySetName&$filter=${filter}`, { signal });
    if (!answer.ok) return answer;
    const decoded = decodeRows(rowSchema, answer.value, client.origin);
    if (!decoded.ok) return decoded;
    const [row] = decoded.value.rows;
    if (row === undefined) return failed('not-found', { what: 'table', id: table });
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, row.EntitySetName);
    return ok(row.EntitySetName);
  };
};

import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parsePrivilegeId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from './dataverse-client.ts';
import { odataExpression, odataString } from './odata-literal.ts';
import { decodeRows, guidOf } from './rows.ts';

/** How a table is named: by its logical name (`account`) or by its entity set (`accounts`). */
export type TableReference = { readonly by: 'logical-name' | 'entity-set'; readonly name: string };

const label = z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }).nullish();

const definitionSchema = z
  .object({
    LogicalName: z.string(),
    EntitySetName: z.string(),
    OwnershipType: z.string(),
    PrimaryIdAttribute: z.string(),
    PrimaryNameAttribute: z.string().nullish(),
    DisplayName: label,
    Privileges: z.array(
      z.object({
        PrivilegeId: guidOf(parsePrivilegeId),
        Name: z.string(),
        PrivilegeType: z.string(),
        CanBeBasic: z.boolean(),
        CanBeLocal: z.boolean(),
        CanBeDeep: z.boolean(),
        CanBeGlobal: z.boolean(),
      }),
    ),
  })
  .transform((row) => ({
    logicalName: row.LogicalName,
    entitySet: row.EntitySetName,
    ownership: row.OwnershipType,
    primaryId: row.PrimaryIdAttribute,
    primaryName: row.PrimaryNameAttribute ?? null,
    displayName: row.DisplayName?.UserLocalizedLabel?.Label ?? row.LogicalName,
    privileges: row.Privileges,
  }));

/** What of a table decides about access to its rows. */
export type TableDefinition = z.output<typeof definitionSchema>;

const SELECT =
  '$select=LogicalName,EntitySetName,OwnershipType,PrimaryIdAttribute,PrimaryNameAttribute,DisplayName,Privileges';
const COLUMN = { 'logical-name': 'LogicalName', 'entity-set': 'EntitySetName' } as const;

/** Reads the definition of one table (Microsoft Learn: "Query table definitions using the Web API"); `not-found` where there is none. */
export const readTableDefinition = async (
  client: DataverseClient,
  table: TableReference,
  signal: AbortSignal,
): Promise<Result<TableDefinition>> => {
  const filter = `${odataExpression(`${COLUMN[table.by]} eq `)}${odataString(table.name)}`;
  const answer = await client.get(`EntityDefinitions?${SELECT}&$filter=${filter}`, { signal });
  if (!answer.ok) return answer;
  const decoded = decodeRows(definitionSchema, answer.value, client.origin);
  if (!decoded.ok) return decoded;
  const [definition] = decoded.value.rows;
  if (definition !== undefined) return ok(definition);
  if (decoded.value.unreadable === 0) return failed('not-found', { what: 'table', id: table.name });
  const { status, correlation } = answer.value;
  const { host } = new URL(client.origin);
  return failed(
    'unexpected-answer',
    { host, status, what: 'a table definition of an unknown shape' },
    { correlation },
  );
};

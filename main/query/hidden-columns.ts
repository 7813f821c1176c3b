import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression, odataString } from '../dataverse/odata-literal.ts';
import { decodeOne, decodeRows } from '../dataverse/rows.ts';
import type { TableReference } from '../dataverse/table-definition.ts';
import { whoAmI } from '../dataverse/who-am-i.ts';
import type { QueryRequest } from './query-request.ts';

/** Secured columns of a query's table, by the names under which rows have them. */
export type HiddenColumns = {
  /** The app may not read them: they come as null, whatever they hold. */
  readonly hidden: readonly string[];
  /** Secured, and the service did not say whether the app may read them. */
  readonly unknown: readonly string[];
};

export const NOTHING_HIDDEN: HiddenColumns = { hidden: [], unknown: [] };

const tableSchema = z.object({ LogicalName: z.string() });
const columnSchema = z.object({
  MetadataId: z.string(),
  LogicalName: z.string(),
  AttributeType: z.string().nullish(),
});
const privilegesSchema = z.object({
  AttributePrivileges: z.array(z.object({ AttributeId: z.string(), CanRead: z.int().nullish() })),
});

/** `Allowed` (Microsoft Learn: AttributePrivilege complex type). */
const ALLOWED = 4;

/** The table whose rows a query brings; null for functions and for rows reached over another one. */
export const tableOfRequest = (request: QueryRequest): TableReference | null => {
  if (request.language === 'fetchxml') return { by: 'logical-name', name: request.table };
  const set = /^([a-z_]\w*)(?:\([^/]*\))?$/.exec(request.resource)?.[1];
  return set === undefined ? null : { by: 'entity-set', name: set };
};

const logicalName = async (
  client: DataverseClient,
  table: TableReference,
  signal: AbortSignal,
): Promise<Result<string | null>> => {
  if (table.by === 'logical-name') return ok(table.name);
  const filter = `${odataExpression('EntitySetName eq ')}${odataString(table.name)}`;
  const answer = await client.get(`EntityDefinitions?$select=LogicalName&$filter=${filter}`, { signal });
  if (!answer.ok) return answer;
  const decoded = decodeRows(tableSchema, answer.value, client.origin);
  return decoded.ok ? ok(decoded.value.rows[0]?.LogicalName ?? null) : decoded;
};

/** Under which name a column stands in rows: lookups as `_name_value` (Microsoft Learn: "Web API types and operations"). */
const rowName = ({ AttributeType, LogicalName }: z.output<typeof columnSchema>): readonly string[] =>
  AttributeType === 'Lookup' || AttributeType === 'Customer' || AttributeType === 'Owner'
    ? [`_${LogicalName}_value`, LogicalName]
    : [LogicalName];

/**
 * Which columns of a table the app that asks may not read because of column security. Such a column is null in every row, which looks like
 * an empty one (Microsoft Learn: "Column-level security"); only the list of secured columns and what the service says of the app's own
 * rights (RetrievePrincipalAttributePrivileges) tell them apart.
 */
export const readHiddenColumns = async (
  client: DataverseClient,
  table: TableReference,
  signal: AbortSignal,
): Promise<Result<HiddenColumns>> => {
  const name = await logicalName(client, table, signal);
  if (!name.ok) return name;
  if (name.value === null) return ok(NOTHING_HIDDEN);
  const path = `EntityDefinitions(LogicalName=${odataString(name.value)})/Attributes?$select=LogicalName,AttributeType&$filter=${odataExpression('IsSecured eq true')}`;
  const answer = await client.get(path, { signal });
  if (!answer.ok) return answer;
  const secured = decodeRows(columnSchema, answer.value, client.origin);
  if (!secured.ok) return secured;
  if (secured.value.rows.length === 0) return ok(NOTHING_HIDDEN);

  const me = await whoAmI(client, signal);
  if (!me.ok) return me;
  const own = await client.get(
    `systemusers(${me.value.userId})/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges()`,
    { signal },
  );
  const rights = own.ok ? decodeOne(privilegesSchema, own.value, client.origin) : own;
  if (!rights.ok) return ok({ hidden: [], unknown: secured.value.rows.flatMap(rowName) });
  const readable = new Set(
    rights.value.AttributePrivileges.flatMap(({ AttributeId, CanRead }) =>
      CanRead === ALLOWED ? [AttributeId.toLowerCase()] : [],
    ),
  );
  const hidden = secured.value.rows.filter(({ MetadataId }) => !readable.has(MetadataId.toLowerCase()));
  return ok({ hidden: hidden.flatMap(rowName), unknown: [] });
};

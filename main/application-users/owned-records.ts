import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { SystemUserId, TeamId } from '../../preload/contract/words/ids.ts';
import type { DataverseAnswer, DataverseClient } from '../dataverse/dataverse-client.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { decodeOne, readAllRows } from '../dataverse/rows.ts';

const label = z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }).nullish();
const tableRow = z
  .object({
    LogicalName: z.string(),
    EntitySetName: z.string().nullish(),
    PrimaryIdAttribute: z.string().nullish(),
    OwnershipType: z.string(),
    IsActivity: z.boolean().nullish(),
    IsIntersect: z.boolean().nullish(),
    DisplayCollectionName: label,
  })
  .transform((row) => ({
    logicalName: row.LogicalName,
    entitySet: row.EntitySetName ?? '',
    primaryId: row.PrimaryIdAttribute ?? '',
    ownedByUsers: row.OwnershipType === 'UserOwned' && row.IsIntersect !== true,
    activity: row.IsActivity === true,
    name: row.DisplayCollectionName?.UserLocalizedLabel?.Label ?? row.LogicalName,
  }));
const countSchema = z.object({ '@odata.count': z.int() });

/** A table whose rows have owners. */
export type OwnedTable = { readonly entitySet: string; readonly primaryId: string; readonly name: string };

/** What a user owns: rows by table, at most 5,000 each as the service counts, and in how many tables that could not be read. */
export type OwnedRecords = {
  readonly tables: readonly (OwnedTable & { readonly count: number })[];
  readonly unread: number;
};

const COLUMNS =
  'LogicalName,EntitySetName,PrimaryIdAttribute,OwnershipType,IsActivity,IsIntersect,DisplayCollectionName';
/** Asked side by side: the client's own queue decides how many are really on their way. */
const PARALLEL = 6;
/** Tables that are counted; an environment has some hundreds. What is beyond is told as not read. */
const MOST_TABLES = 600;
/** The table that has a row for every activity, whatever its kind (Microsoft Learn: activitypointer table). */
const ACTIVITIES = 'activitypointer';

/** The tables of an environment whose rows users own (Microsoft Learn: "Query table definitions using the Web API"; EntityMetadata, OwnershipType). */
export const readOwnedTables = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly OwnedTable[]>> => {
  const read = await readAllRows(client, `EntityDefinitions?$select=${COLUMNS}`, tableRow, { signal });
  if (!read.ok) return read;
  const { rows } = read.value;
  const together = rows.some(({ entitySet, logicalName }) => logicalName === ACTIVITIES && entitySet !== '');
  return ok(
    rows.filter(
      ({ activity, entitySet, logicalName, ownedByUsers, primaryId }) =>
        ownedByUsers &&
        entitySet !== '' &&
        primaryId !== '' &&
        (!together || !activity || logicalName === ACTIVITIES),
    ),
  );
};

/**
 * Counts what a user owns in these tables (Microsoft Learn: "Query data using the Web API", count of rows). A table that may not be read is
 * counted as unread; only a cancel fails it.
 */
export const countOwned = async (
  client: DataverseClient,
  systemUserId: SystemUserId,
  tables: readonly OwnedTable[],
  signal: AbortSignal,
): Promise<Result<OwnedRecords>> => {
  const found: (OwnedTable & { readonly count: number })[] = [];
  const filter = odataExpression(`_ownerid_value eq ${systemUserId}`);
  const counts = await fanOut<OwnedTable, number>({
    items: tables.slice(0, MOST_TABLES),
    parallel: PARALLEL,
    signal,
    work: async ({ entitySet, primaryId }, signal) => {
      const path = `${entitySet}?$select=${primaryId}&$filter=${filter}&$top=1&$count=true`;
      const answer = await client.get(path, { signal });
      const decoded = answer.ok ? decodeOne(countSchema, answer.value, client.origin) : answer;
      return decoded.ok ? ok(decoded.value['@odata.count']) : decoded;
    },
    settled: async ({ entitySet, name, primaryId }, count) => {
      if (count.ok && count.value > 0) found.push({ entitySet, primaryId, name, count: count.value });
    },
  });
  if (counts.cancelled > 0) return failed('cancelled');
  return ok({
    tables: found.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
    unread: counts.failed + Math.max(0, tables.length - MOST_TABLES),
  });
};

/** Makes a team the owner of everything that a user owns (Microsoft Learn: ReassignObjectsSystemUser action, bound to systemuser). */
export const reassignOwned = (
  client: DataverseClient,
  wanted: { readonly systemUserId: SystemUserId; readonly teamId: TeamId },
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> =>
  client.post(
    `systemusers(${wanted.systemUserId})/Microsoft.Dynamics.CRM.ReassignObjectsSystemUser`,
    { ReassignPrincipal: { '@odata.type': 'Microsoft.Dynamics.CRM.team', teamid: wanted.teamId } },
    signal,
  );

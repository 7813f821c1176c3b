import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { TeamId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { decodeOne, readAllRows } from '../dataverse/rows.ts';

/** Who is in a team. */
export type TeamMembers = { readonly apps: readonly string[]; readonly people: number };

const appRow = z.object({ fullname: z.string().nullish(), applicationid: z.string() });
const countSchema = z.object({ '@odata.count': z.int() });

/** Reads the application users of a team by name and counts its people, at most 5,000 (Microsoft Learn: "Query data using the Web API", count of rows). */
export const readTeamMembers = async (
  client: DataverseClient,
  teamId: TeamId,
  signal: AbortSignal,
): Promise<Result<TeamMembers>> => {
  const members = `teams(${teamId})/teammembership_association`;
  const [apps, people] = await Promise.all([
    readAllRows(
      client,
      `${members}?$select=fullname,applicationid&$filter=${odataExpression('applicationid ne null')}`,
      appRow,
      { signal },
    ),
    client.get(
      `${members}?$select=systemuserid&$filter=${odataExpression('applicationid eq null')}&$top=1&$count=true`,
      { signal },
    ),
  ]);
  if (!apps.ok) return apps;
  const counted = people.ok ? decodeOne(countSchema, people.value, client.origin) : people;
  if (!counted.ok) return counted;
  // Dataverse writes "#" for the first name that an app does not have.
  const names = apps.value.rows.map(
    ({ applicationid, fullname }) => (fullname ?? '').replace(/^#\s+/, '').trim() || applicationid,
  );
  return ok({ apps: names.toSorted((a, b) => a.localeCompare(b)), people: counted.value['@odata.count'] });
};

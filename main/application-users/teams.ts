import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseBusinessUnitId, parseTeamId } from '../../preload/contract/words/ids.ts';
import type { BusinessUnitId, SystemUserId, TeamId } from '../../preload/contract/words/ids.ts';
import { TEAM_TYPES } from '../../preload/contract/words/status.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { readRowsNamed } from '../dataverse/rows-named.ts';
import { guidOf, readAllRows } from '../dataverse/rows.ts';

/** A team of one environment, as far as its membership is concerned. */
export type TeamThere = {
  readonly id: TeamId;
  readonly name: string;
  readonly type: (typeof TEAM_TYPES)[number];
  /** The team that everybody of a business unit is in: nobody can be added or removed (0x8004830B, 0x8004830C). */
  readonly isDefault: boolean;
  readonly businessUnitId: BusinessUnitId | null;
};

const teamRow = z
  .object({
    teamid: guidOf(parseTeamId),
    name: z.string(),
    teamtype: z.int().nullish(),
    isdefault: z.boolean().nullish(),
    _businessunitid_value: guidOf(parseBusinessUnitId).nullish(),
  })
  .transform(({ _businessunitid_value: businessUnitId = null, ...row }): TeamThere => ({
    id: row.teamid,
    name: row.name,
    type: TEAM_TYPES[row.teamtype ?? -1] ?? 'Unknown',
    isDefault: row.isdefault ?? false,
    businessUnitId,
  }));

const SELECT = '$select=teamid,name,teamtype,isdefault,_businessunitid_value';
/** Ids per request: keeps the address far below the service's 32 KB. */
const IDS_PER_REQUEST = 20;

/** What was not understood is not left out: a plan must not miss a team. */
const readTeams = async (
  client: DataverseClient,
  path: string,
  signal: AbortSignal,
): Promise<Result<readonly TeamThere[]>> => {
  const read = await readAllRows(client, path, teamRow, { signal, strong: true });
  if (!read.ok) return read;
  const { rows, unreadable } = read.value;
  const { host } = new URL(client.origin);
  return unreadable === 0
    ? ok(rows)
    : failed('unexpected-answer', { host, status: 200, what: `${unreadable} unreadable rows` });
};

/** The teams of an environment that have one of these names (Microsoft Learn: team table). */
export const readTeamsNamed = async (
  client: DataverseClient,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly TeamThere[]>> => {
  const read = await readRowsNamed(names, (filter) =>
    readTeams(client, `teams?${SELECT}&$filter=${filter}`, signal),
  );
  // One that two names mean comes once.
  return read.ok ? ok([...new Map(read.value.map((team) => [team.id, team])).values()]) : read;
};

/** Those of these teams that an environment has. */
export const readTeamsWith = async (
  client: DataverseClient,
  ids: readonly TeamId[],
  signal: AbortSignal,
): Promise<Result<readonly TeamThere[]>> => {
  const teams: TeamThere[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_REQUEST) {
    const some = ids.slice(start, start + IDS_PER_REQUEST);
    const filter = odataExpression(some.map((id) => `teamid eq ${id}`).join(' or '));
    const read = await readTeams(client, `teams?${SELECT}&$filter=${filter}`, signal);
    if (!read.ok) return read;
    teams.push(...read.value);
  }
  return ok(teams);
};

/** The teams that a user is a member of, its business unit's default team among them. */
export const readTeamsOf = (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<Result<readonly TeamThere[]>> =>
  readTeams(client, `systemusers(${systemUserId})/teammembership_association?${SELECT}`, signal);

/** Whether people decide who is in the team: not in a default team, and not in one that Entra fills (Microsoft Learn: "Manage group teams"). */
export const hasChosenMembers = ({ isDefault, type }: TeamThere): boolean =>
  !isDefault && (type === 'Owner' || type === 'Access');

/** Every team of an environment. */
export const readAllTeams = (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly TeamThere[]>> => readTeams(client, `teams?${SELECT}`, signal);

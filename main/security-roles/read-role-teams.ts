import { z } from 'zod';
import type { RoleTeam } from '../../preload/contract/security-roles.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseBusinessUnitId, parseTeamId } from '../../preload/contract/words/ids.ts';
import type { RoleId } from '../../preload/contract/words/ids.ts';
import { TEAM_TYPES } from '../../preload/contract/words/status.ts';
import { readBusinessUnits } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { guidOf, readAllRows } from '../dataverse/rows.ts';

const teamRow = z.object({
  teamid: guidOf(parseTeamId),
  name: z.string(),
  teamtype: z.int().nullish(),
  isdefault: z.boolean().nullish(),
  _businessunitid_value: guidOf(parseBusinessUnitId).nullish(),
});
const holderRow = z.object({ teamid: guidOf(parseTeamId) });

/**
 * The teams of an environment that can hold roles, and which of them hold this one through any of its copies (Microsoft Learn: team
 * table; access teams, type 1, hold none). Those that hold it come first.
 */
export const readRoleTeams = async (
  client: DataverseClient,
  rootRoleId: RoleId,
  signal: AbortSignal,
): Promise<Result<readonly RoleTeam[]>> => {
  const canHold = odataExpression('teamtype ne 1');
  const holding = odataExpression(
    `teamroles_association/any(r:r/roleid eq ${rootRoleId} or r/_parentrootroleid_value eq ${rootRoleId})`,
  );
  const columns = 'teamid,name,teamtype,isdefault,_businessunitid_value';
  const [teams, holders, units] = await Promise.all([
    readAllRows(client, `teams?$select=${columns}&$filter=${canHold}`, teamRow, { signal }),
    readAllRows(client, `teams?$select=teamid&$filter=${holding}`, holderRow, { signal }),
    readBusinessUnits(client, signal),
  ]);
  if (!teams.ok) return teams;
  if (!holders.ok) return holders;
  if (!units.ok) return units;
  const held = new Set(holders.value.rows.map(({ teamid }) => teamid));
  const unitNames = new Map(units.value.map(({ id, name }) => [id, name]));
  const found = teams.value.rows.map(({ _businessunitid_value: unit = null, ...row }): RoleTeam => ({
    teamId: row.teamid,
    name: row.name,
    type: TEAM_TYPES[row.teamtype ?? -1] ?? 'Unknown',
    isDefault: row.isdefault ?? false,
    businessUnit: unit === null ? '' : (unitNames.get(unit) ?? unit),
    holds: held.has(row.teamid),
  }));
  return ok(found.toSorted((a, b) => Number(b.holds) - Number(a.holds) || a.name.localeCompare(b.name)));
};

import { z } from 'zod';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseSystemUserId } from '../../../preload/contract/words/ids.ts';
import type { OrgUrl } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import { applicationUserPages } from '../../application-users/read-application-users.ts';
import { readBusinessUnits } from '../../dataverse/business-units.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { odataExpression } from '../../dataverse/odata-literal.ts';
import { guidOf, readAllRows } from '../../dataverse/rows.ts';
import { readSecurityRoles } from '../../security-roles/read-security-roles.ts';
import type { Reality } from './reality.ts';

const teamRow = z.object({ name: z.string(), teamtype: z.int().nullish(), isdefault: z.boolean().nullish() });
const memberRow = z.object({
  systemuserid: guidOf(parseSystemUserId),
  teammembership_association: z.array(teamRow).default([]),
});

/** Owner and access teams, except the default team of a business unit (Microsoft Learn: team table): who is in others, Entra decides. */
const changeable = ({ teamtype, isdefault }: z.output<typeof teamRow>): boolean =>
  isdefault !== true && (teamtype === 0 || teamtype === 1);

const TEAM_COLUMNS = 'name,teamtype,isdefault';

const readUsers = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly ApplicationUserThere[]>> => {
  const users: ApplicationUserThere[] = [];
  for await (const page of applicationUserPages(client, signal)) {
    if (!page.ok) return page;
    users.push(...page.value);
  }
  return ok(users);
};

const readTeams = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<Pick<Reality, 'teams' | 'teamsOf'>>> => {
  const members =
    `systemusers?$select=systemuserid&$expand=teammembership_association($select=${TEAM_COLUMNS})` +
    `&$filter=${odataExpression('applicationid ne null')}`;
  const [all, held] = await Promise.all([
    readAllRows(client, `teams?$select=${TEAM_COLUMNS}`, teamRow, { signal }),
    readAllRows(client, members, memberRow, { signal }),
  ]);
  if (!all.ok) return all;
  if (!held.ok) return held;
  return ok({
    teams: all.value.rows.filter(changeable).map(({ name }) => name),
    teamsOf: new Map(
      held.value.rows.map((row) => [
        row.systemuserid,
        row.teammembership_association.filter(changeable).map(({ name }) => name),
      ]),
    ),
  });
};

/** Reads what a baseline can speak of in one environment, as the admin; everything at once. */
export const readReality = async (
  client: DataverseClient,
  url: OrgUrl,
  signal: AbortSignal,
): Promise<Result<Reality>> => {
  const [users, teams, roles, units] = await Promise.all([
    readUsers(client, signal),
    readTeams(client, signal),
    readSecurityRoles(client, signal),
    readBusinessUnits(client, signal),
  ]);
  if (!users.ok) return users;
  if (!teams.ok) return teams;
  if (!roles.ok) return roles;
  if (!units.ok) return units;
  return ok({ url, users: users.value, ...teams.value, roles: roles.value, units: units.value });
};

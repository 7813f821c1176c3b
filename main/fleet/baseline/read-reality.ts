import { z } from 'zod';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseColumnSecurityProfileId, parseSystemUserId } from '../../../preload/contract/words/ids.ts';
import type { OrgUrl } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import { applicationUserPages } from '../../application-users/read-application-users.ts';
import { readBusinessUnits } from '../../dataverse/business-units.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { odataExpression } from '../../dataverse/odata-literal.ts';
import { guidOf, readAllRows } from '../../dataverse/rows.ts';
import { SYSTEM_ADMINISTRATOR_PROFILE } from '../../dataverse/system-administrator.ts';
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

const profileRow = z.object({
  fieldsecurityprofileid: guidOf(parseColumnSecurityProfileId),
  name: z.string(),
});
const holderRow = z.object({
  systemuserid: guidOf(parseSystemUserId),
  systemuserprofiles_association: z.array(profileRow).default([]),
});

/** `if-allowed`: not everybody who may read users may read these. */
export type ProfilesAsked = 'needed' | 'if-allowed' | 'not';

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

/** All but the built-in one, which System Administrators hold and nobody can give (Microsoft Learn: "Column-level security to control access"). */
const givable = ({ fieldsecurityprofileid }: z.output<typeof profileRow>): boolean =>
  fieldsecurityprofileid !== SYSTEM_ADMINISTRATOR_PROFILE;

/** The column security profiles that users hold themselves (Microsoft Learn: fieldsecurityprofile table, systemuserprofiles_association). */
const readProfiles = async (
  client: DataverseClient,
  asked: ProfilesAsked,
  signal: AbortSignal,
): Promise<Result<Reality['profiles']>> => {
  if (asked === 'not') return ok(null);
  const holders =
    'systemusers?$select=systemuserid&$expand=systemuserprofiles_association($select=fieldsecurityprofileid,name)' +
    `&$filter=${odataExpression('applicationid ne null')}`;
  const [all, held] = await Promise.all([
    readAllRows(client, 'fieldsecurityprofiles?$select=fieldsecurityprofileid,name', profileRow, { signal }),
    readAllRows(client, holders, holderRow, { signal }),
  ]);
  if (!all.ok || !held.ok) {
    const refused = all.ok ? held : all;
    return !refused.ok && asked === 'needed' ? refused : ok(null);
  }
  return ok({
    all: all.value.rows.filter(givable).map(({ name }) => name),
    of: new Map(
      held.value.rows.map((row) => [
        row.systemuserid,
        row.systemuserprofiles_association.filter(givable).map(({ name }) => name),
      ]),
    ),
  });
};

/** Reads what a baseline can speak of in one environment, as the admin; everything at once. */
export const readReality = async (
  client: DataverseClient,
  url: OrgUrl,
  profilesAsked: ProfilesAsked,
  signal: AbortSignal,
): Promise<Result<Reality>> => {
  const [users, teams, profiles, roles, units] = await Promise.all([
    readUsers(client, signal),
    readTeams(client, signal),
    readProfiles(client, profilesAsked, signal),
    readSecurityRoles(client, signal),
    readBusinessUnits(client, signal),
  ]);
  if (!users.ok) return users;
  if (!teams.ok) return teams;
  if (!profiles.ok) return profiles;
  if (!roles.ok) return roles;
  if (!units.ok) return units;
  return ok({
    url,
    users: users.value,
    ...teams.value,
    profiles: profiles.value,
    roles: roles.value,
    units: units.value,
  });
};

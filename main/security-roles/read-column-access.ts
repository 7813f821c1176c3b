import { z } from 'zod';
import type { OutputOf } from '../../preload/contract/index.ts';
import type { ColumnRight, ColumnSecurityProfile } from '../../preload/contract/column-security.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseColumnSecurityProfileId, parseTeamId } from '../../preload/contract/words/ids.ts';
import type { SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression, odataString } from '../dataverse/odata-literal.ts';
import { decodeOne, decodeRows, guidOf, readAllRows, readWhole, whole } from '../dataverse/rows.ts';
import { SYSTEM_ADMINISTRATOR_PROFILE } from '../dataverse/system-administrator.ts';
import { readTableDefinition } from '../dataverse/table-definition.ts';
import type { TableReference } from '../dataverse/table-definition.ts';
import { explainColumns } from './column-access.ts';
import type { ColumnDefinition, ColumnPermission } from './column-access.ts';
import { whenGone } from './when-gone.ts';

type Actions = ReadonlySet<ColumnRight['action']>;

/** `Allowed` of a field permission; 0 is `Not Allowed` (Microsoft Learn: fieldpermission table). */
const ALLOWED = 4;

const label = z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }).nullish();

const columnSchema = z
  .object({ MetadataId: z.string(), LogicalName: z.string(), DisplayName: label })
  .transform((row): ColumnDefinition => ({
    attributeId: row.MetadataId,
    name: row.LogicalName,
    displayName: row.DisplayName?.UserLocalizedLabel?.Label ?? row.LogicalName,
  }));

/** The secured columns of a table; everybody may read which they are (Microsoft Learn: "Column-level security by using code"). */
const readSecuredColumns = async (
  client: DataverseClient,
  table: string,
  signal: AbortSignal,
): Promise<Result<readonly ColumnDefinition[]>> => {
  const path = `EntityDefinitions(LogicalName=${odataString(table)})/Attributes?$select=LogicalName,DisplayName&$filter=${odataExpression('IsSecured eq true')}`;
  const answer = await client.get(path, { signal });
  return answer.ok ? whole(decodeRows(columnSchema, answer.value, client.origin), client) : answer;
};

const flag = z.int().nullish();
const actionsOf = (row: {
  readonly create: number | null | undefined;
  readonly read: number | null | undefined;
  readonly update: number | null | undefined;
}): Actions => new Set((['read', 'create', 'update'] as const).filter((action) => row[action] === ALLOWED));

const permissionSchema = z
  .object({
    _fieldsecurityprofileid_value: guidOf(parseColumnSecurityProfileId),
    entityname: z.string(),
    attributelogicalname: z.string(),
    cancreate: flag,
    canread: flag,
    canupdate: flag,
  })
  .transform((row): ColumnPermission => ({
    profileId: row['_fieldsecurityprofileid_value'],
    table: row.entityname,
    column: row.attributelogicalname,
    allows: actionsOf({ create: row.cancreate, read: row.canread, update: row.canupdate }),
  }));

const teamSchema = z.object({ teamid: guidOf(parseTeamId), name: z.string() });
const profileSchema = z.object({
  fieldsecurityprofileid: guidOf(parseColumnSecurityProfileId),
  name: z.string(),
  teamprofiles_association: z.array(teamSchema),
  'teamprofiles_association@odata.nextLink': z.string().nullish(),
});
const heldSchema = z.object({ fieldsecurityprofileid: guidOf(parseColumnSecurityProfileId) });

/**
 * Every column security profile, and how a user holds it: itself (`systemuserprofiles_association`) or through a team
 * that it is a member of (`teammembership_association`, `teamprofiles_association`).
 */
const readProfiles = async (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<Result<readonly ColumnSecurityProfile[]>> => {
  const user = `systemusers(${systemUserId})`;
  const [own, teams, all] = await Promise.all([
    readAllRows(client, `${user}/systemuserprofiles_association?$select=fieldsecurityprofileid`, heldSchema, {
      signal,
    }),
    readAllRows(client, `${user}/teammembership_association?$select=teamid,name`, teamSchema, { signal }),
    readAllRows(
      client,
      'fieldsecurityprofiles?$select=name&$expand=teamprofiles_association($select=teamid,name)',
      profileSchema,
      { signal },
    ),
  ]);
  const held = whole(own, client);
  if (!held.ok) return whenGone(held, 'application user', systemUserId);
  const memberOf = whole(teams, client);
  if (!memberOf.ok) return whenGone(memberOf, 'application user', systemUserId);
  const profiles = whole(all, client);
  if (!profiles.ok) return profiles;

  const ownIds = new Set(held.value.map(({ fieldsecurityprofileid }) => fieldsecurityprofileid));
  const teamIds = new Set(memberOf.value.map(({ teamid }) => teamid));
  const found: ColumnSecurityProfile[] = [];
  for (const profile of profiles.value) {
    const teamsOfIt = await readWhole(
      client,
      { rows: profile.teamprofiles_association, link: profile['teamprofiles_association@odata.nextLink'] },
      teamSchema,
      { signal },
    );
    if (!teamsOfIt.ok) return teamsOfIt;
    const id = profile.fieldsecurityprofileid;
    const holding = teamsOfIt.value
      .map(({ teamid: teamId, name }) => ({ teamId, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
    found.push({
      id,
      name: profile.name,
      systemAdministrator: id === SYSTEM_ADMINISTRATOR_PROFILE,
      through: [
        ...(ownIds.has(id) ? [{ kind: 'direct' as const }] : []),
        ...holding
          .filter(({ teamId }) => teamIds.has(teamId))
          .map((team) => ({ kind: 'team' as const, team })),
      ],
      teams: holding,
    });
  }
  return ok(found.toSorted((a, b) => a.name.localeCompare(b.name)));
};

const privilegesSchema = z.object({
  AttributePrivileges: z.array(
    z.object({ AttributeId: z.string(), CanCreate: flag, CanRead: flag, CanUpdate: flag }),
  ),
});

/**
 * What the service says that a user may do with secured columns (Microsoft Learn: RetrievePrincipalAttributePrivileges
 * function; AttributePrivilege). A second opinion: null where it gave none.
 */
const readServiceSays = async (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Actions> | null> => {
  const path = `systemusers(${systemUserId})/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges()`;
  const answer = await client.get(path, { signal });
  const decoded = answer.ok ? decodeOne(privilegesSchema, answer.value, client.origin) : answer;
  if (!decoded.ok) return null;
  return new Map(
    decoded.value.AttributePrivileges.map((row) => [
      row.AttributeId,
      actionsOf({ create: row.CanCreate, read: row.CanRead, update: row.CanUpdate }),
    ]),
  );
};

/** What a user may do with the secured columns of a table, and through which column security profiles. */
export const readColumnAccess = async (
  client: DataverseClient,
  asked: { readonly systemUserId: SystemUserId; readonly table: TableReference },
  signal: AbortSignal,
): Promise<Result<OutputOf<'securityRoles.columnAccess'>>> => {
  const definition = await readTableDefinition(client, asked.table, signal);
  if (!definition.ok) return definition;
  const { displayName: tableName, logicalName: table } = definition.value;
  const columns = await readSecuredColumns(client, table, signal);
  if (!columns.ok) return columns;
  if (columns.value.length === 0) return ok({ table, tableName, columns: [], profiles: [] });

  const [profiles, permissions, service] = await Promise.all([
    readProfiles(client, asked.systemUserId, signal),
    readAllRows(
      client,
      'fieldpermissions?$select=_fieldsecurityprofileid_value,entityname,attributelogicalname,cancreate,canread,canupdate',
      permissionSchema,
      { signal },
    ),
    readServiceSays(client, asked.systemUserId, signal),
  ]);
  if (!profiles.ok) return profiles;
  const given = whole(permissions, client);
  if (!given.ok) return given;
  const answer = explainColumns({
    table,
    columns: columns.value.toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
    permissions: given.value,
    profiles: profiles.value,
    service,
  });
  return ok({ table, tableName, columns: [...answer.columns], profiles: [...answer.profiles] });
};

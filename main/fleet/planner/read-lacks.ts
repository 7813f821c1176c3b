import { z } from 'zod';
import { DEPTHS } from '../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseRoleId } from '../../../preload/contract/words/ids.ts';
import type { SystemUserId } from '../../../preload/contract/words/ids.ts';
import { readBusinessUnits } from '../../dataverse/business-units.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { odataString } from '../../dataverse/odata-literal.ts';
import { decodeOne, guidOf, readAllRows } from '../../dataverse/rows.ts';
import { readAdministratorRoleIds } from '../../dataverse/system-administrator.ts';
import { readTableDefinition } from '../../dataverse/table-definition.ts';
import { whoAmI } from '../../dataverse/who-am-i.ts';
import { readHeldRoles } from '../../security-roles/read-held-roles.ts';
import { readRolePrivileges } from '../../security-roles/read-role-privileges.ts';
import { dependsOnUnits, lackingPrivileges, reaching } from './caller-rights.ts';
import type { CallerRights, Grant, GrantsAsked } from './caller-rights.ts';
import type { RecordsToAssign, RightsNeeded, RoleToGive } from './rights-needed.ts';

const grantsSchema = z.object({
  RolePrivileges: z.array(z.object({ PrivilegeName: z.string(), Depth: z.string() })),
});
const roleRow = z.object({
  roleid: guidOf(parseRoleId),
  _parentrootroleid_value: guidOf(parseRoleId).nullish(),
});

/** Names per request: keeps the address far below the service's 32 KB. */
const NAMES_PER_REQUEST = 100;

/** How far a user has each of these privileges, teams counted (Microsoft Learn: RetrieveUserSetOfPrivilegesByNames function). */
const readDepths = async (
  client: DataverseClient,
  user: SystemUserId,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, Depth>>> => {
  const held = new Map<string, Depth>();
  for (let start = 0; start < names.length; start += NAMES_PER_REQUEST) {
    const list = names
      .slice(start, start + NAMES_PER_REQUEST)
      .map(odataString)
      .join(',');
    const call = 'Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)';
    const answer = await client.get(`systemusers(${user})/${call}?@p=[${list}]`, { signal });
    if (!answer.ok) return answer;
    const decoded = decodeOne(grantsSchema, answer.value, client.origin);
    if (!decoded.ok) return decoded;
    for (const grant of decoded.value.RolePrivileges)
      held.set(grant.PrivilegeName, DEPTHS.find((depth) => depth === grant.Depth) ?? 'Basic');
  }
  return ok(held);
};

/** Whether the user holds System Administrator directly: it lacks nothing then. */
const isAdministrator = async (
  client: DataverseClient,
  user: SystemUserId,
  signal: AbortSignal,
): Promise<Result<boolean>> => {
  const path = `systemusers(${user})/systemuserroles_association?$select=roleid,_parentrootroleid_value`;
  const [roles, administrators] = await Promise.all([
    readAllRows(client, path, roleRow, { signal }),
    readAdministratorRoleIds(client, signal),
  ]);
  if (!roles.ok) return roles;
  if (!administrators.ok) return administrators;
  return ok(
    roles.value.rows.some(({ _parentrootroleid_value: root, roleid }) =>
      administrators.value.has(root ?? roleid),
    ),
  );
};

/** What a role grants, as it reaches from the business unit of the copy. */
const readGrants = async (
  client: DataverseClient,
  roles: readonly RoleToGive[],
  signal: AbortSignal,
): Promise<Result<readonly Grant[]>> => {
  const grants: Grant[] = [];
  for (const { businessUnitId, roleId } of new Map(roles.map((role) => [role.roleId, role])).values()) {
    const read = await readRolePrivileges(client, roleId, signal);
    if (!read.ok) return read;
    grants.push(...read.value.map(({ depth, name }) => ({ name, depth, businessUnitId })));
  }
  return ok(grants);
};

/** What the caller has of these; its role copies are read only where business units decide. */
const readRights = async (
  client: DataverseClient,
  user: SystemUserId,
  grants: readonly Grant[],
  signal: AbortSignal,
): Promise<Result<CallerRights>> => {
  const depths = await readDepths(client, user, [...new Set(grants.map(({ name }) => name))], signal);
  if (!depths.ok) return depths;
  if (!grants.some((grant) => dependsOnUnits(grant, depths.value.get(grant.name) ?? 'None'))) {
    const units = await readBusinessUnits(client, signal);
    return units.ok ? ok({ depths: depths.value, grants: [], units: units.value }) : units;
  }
  const held = await readHeldRoles(client, user, signal);
  if (!held.ok) return held;
  const { roles, units } = held.value;
  const read = await readGrants(client, roles, signal);
  return read.ok ? ok({ depths: depths.value, grants: read.value, units }) : read;
};

/** What lets somebody assign records of these tables. */
const readAssigning = async (
  client: DataverseClient,
  records: readonly RecordsToAssign[],
  signal: AbortSignal,
): Promise<Result<readonly Grant[]>> => {
  const grants: Grant[] = [];
  for (const { businessUnitId, entitySet } of records) {
    const table = await readTableDefinition(client, { by: 'entity-set', name: entitySet }, signal);
    if (!table.ok) return table;
    for (const { Name, PrivilegeType } of table.value.privileges)
      if (PrivilegeType === 'Assign') grants.push(reaching(Name, businessUnitId));
  }
  return ok(grants);
};

/** Names of the privileges that the caller lacks in the environment. Empty for a System Administrator, and then what is asked for is not read. */
export const readLacking = async (
  client: DataverseClient,
  readAsked: () => Promise<Result<GrantsAsked>>,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> => {
  const me = await whoAmI(client, signal);
  if (!me.ok) return me;
  const { userId } = me.value;
  const administrator = await isAdministrator(client, userId, signal);
  if (!administrator.ok) return administrator;
  if (administrator.value) return ok([]);
  const asked = await readAsked();
  if (!asked.ok) return asked;
  const rights = await readRights(client, userId, [...asked.value.needed, ...asked.value.toGive], signal);
  return rights.ok ? ok(lackingPrivileges(asked.value, rights.value)) : rights;
};

/**
 * Names of the privileges that whoever plans these steps lacks in the environment. Asks only; the service itself decides when the
 * steps are done.
 */
export const readLacks = async (
  client: DataverseClient,
  { needed, records, roles }: RightsNeeded,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> => {
  if (needed.length === 0) return ok([]);
  const readAsked = async (): Promise<Result<GrantsAsked>> => {
    const assigning = await readAssigning(client, records, signal);
    if (!assigning.ok) return assigning;
    const toGive = await readGrants(client, roles, signal);
    return toGive.ok ? ok({ needed: [...needed, ...assigning.value], toGive: toGive.value }) : toGive;
  };
  return readLacking(client, readAsked, signal);
};

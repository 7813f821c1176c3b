import { z } from 'zod';
import { DEPTHS } from '../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseRoleId } from '../../../preload/contract/words/ids.ts';
import type { SystemUserId } from '../../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { odataString } from '../../dataverse/odata-literal.ts';
import { decodeOne, guidOf, readAllRows } from '../../dataverse/rows.ts';
import { readAdministratorRoleIds } from '../../dataverse/system-administrator.ts';
import { whoAmI } from '../../dataverse/who-am-i.ts';
import { readRolePrivileges } from '../../security-roles/read-role-privileges.ts';
import { lackingPrivileges, privilegesNeeded } from './caller-rights.ts';
import type { NamedGrant } from './caller-rights.ts';
import type { PlannedStep } from './steps.ts';

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

const readToGive = async (
  client: DataverseClient,
  steps: readonly PlannedStep[],
  signal: AbortSignal,
): Promise<Result<readonly NamedGrant[]>> => {
  const roles = new Set(
    steps.flatMap(({ action }) => (action.kind === 'assign-role' ? [action.roleId] : [])),
  );
  const grants: NamedGrant[] = [];
  for (const role of roles) {
    const read = await readRolePrivileges(client, role, signal);
    if (!read.ok) return read;
    grants.push(...read.value);
  }
  return ok(grants);
};

/**
 * Names of the privileges of those `needed`, and of those to be given, that the caller lacks in the environment. Empty for a System
 * Administrator, and then what is to be given is not read.
 */
export const readLacking = async (
  client: DataverseClient,
  needed: readonly string[],
  readGiven: () => Promise<Result<readonly NamedGrant[]>>,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> => {
  if (needed.length === 0) return ok([]);
  const me = await whoAmI(client, signal);
  if (!me.ok) return me;
  const { userId } = me.value;
  const administrator = await isAdministrator(client, userId, signal);
  if (!administrator.ok) return administrator;
  if (administrator.value) return ok([]);
  const toGive = await readGiven();
  if (!toGive.ok) return toGive;
  const names = [...new Set([...needed, ...toGive.value.map(({ name }) => name)])];
  const held = await readDepths(client, userId, names, signal);
  return held.ok ? ok(lackingPrivileges(needed, toGive.value, held.value)) : held;
};

/**
 * Names of the privileges that whoever plans these steps lacks in the environment. Asks only; the service itself decides when the
 * steps are done.
 */
export const readLacks = (
  client: DataverseClient,
  steps: readonly PlannedStep[],
  signal: AbortSignal,
): Promise<Result<readonly string[]>> =>
  readLacking(client, privilegesNeeded(steps), () => readToGive(client, steps, signal), signal);

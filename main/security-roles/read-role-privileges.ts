import { z } from 'zod';
import type { RolePrivilege } from '../../preload/contract/security-roles.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { Depth } from '../../preload/contract/words/depth.ts';
import { parsePrivilegeId } from '../../preload/contract/words/ids.ts';
import type { PrivilegeId, RoleId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { parsePrivilegeName } from '../dataverse/privilege-name.ts';
import { decodeOne, guidOf, readAllRows } from '../dataverse/rows.ts';
import { whenGone } from './when-gone.ts';

/**
 * `PrivilegeDepth` by name, as the Web API writes enums. `RecordFilter` reaches only the rows of a filter: the least
 * depth is the honest one.
 */
const DEPTH_BY_NAME: Readonly<Record<string, Depth>> = {
  Basic: 'Basic',
  Local: 'Local',
  Deep: 'Deep',
  Global: 'Global',
  RecordFilter: 'Basic',
};

const grantSchema = z.object({
  PrivilegeId: guidOf(parsePrivilegeId),
  Depth: z.string(),
  PrivilegeName: z.string().nullish(),
});
const answerSchema = z.object({ RolePrivileges: z.array(grantSchema) });
const nameSchema = z.object({ privilegeid: guidOf(parsePrivilegeId), name: z.string() });

const readNames = async (
  client: DataverseClient,
  roleId: RoleId,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<PrivilegeId, string>>> => {
  const path = `roles(${roleId})/roleprivileges_association?$select=privilegeid,name`;
  const read = await readAllRows(client, path, nameSchema, { signal });
  return read.ok ? ok(new Map(read.value.rows.map((row) => [row.privilegeid, row.name]))) : read;
};

/**
 * The privileges of a role with their depth, sorted by name: RetrieveRolePrivilegesRole answers all of them unpaged
 * (Microsoft Learn: RetrieveRolePrivilegesRole function). Names come with it; where a version leaves them out they are
 * read from `roleprivileges_association`.
 */
export const readRolePrivileges = async (
  client: DataverseClient,
  roleId: RoleId,
  signal: AbortSignal,
): Promise<Result<readonly RolePrivilege[]>> => {
  const answer = await client.get(`RetrieveRolePrivilegesRole(RoleId=@r)?@r=${roleId}`, { signal });
  if (!answer.ok) return whenGone(answer, 'security role', roleId);
  const decoded = decodeOne(answerSchema, answer.value, client.origin);
  if (!decoded.ok) return decoded;
  const grants = decoded.value.RolePrivileges;
  const named = grants.every((grant) => grant.PrivilegeName)
    ? ok(new Map<PrivilegeId, string>())
    : await readNames(client, roleId, signal);
  if (!named.ok) return named;
  const privileges = grants.map((grant): RolePrivilege => {
    const name = grant.PrivilegeName || (named.value.get(grant.PrivilegeId) ?? grant.PrivilegeId);
    const depth = DEPTH_BY_NAME[grant.Depth] ?? 'None';
    return { privilegeId: grant.PrivilegeId, name, ...parsePrivilegeName(name), depth };
  });
  return ok(privileges.toSorted((a, b) => a.name.localeCompare(b.name)));
};

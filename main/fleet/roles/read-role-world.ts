import { z } from 'zod';
import type { RoleChange, RoleGrantAsked } from '../../../preload/contract/fleet-roles.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { RoleId } from '../../../preload/contract/words/ids.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { countAdministrators } from '../../application-users/count-administrators.ts';
import { readBusinessUnits } from '../../dataverse/business-units.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { decodeOne } from '../../dataverse/rows.ts';
import { readPrivilegeSet } from '../../security-roles/read-privilege-set.ts';
import { readRoleHolders } from '../../security-roles/read-role-holders.ts';
import type { RoleHolders } from '../../security-roles/read-role-holders.ts';
import { readSecurityRoles } from '../../security-roles/read-security-roles.ts';
import { readWholeRole } from '../../security-roles/whole-role.ts';
import type { WholeRole } from '../../security-roles/whole-role.ts';
import { findRole } from './find-role.ts';
import { readTeamWorld } from './read-team-world.ts';
import type { RoleWorld } from './role-world.ts';

/** A change and, for a clone, what the original grants. */
export type AskedChange = { readonly change: RoleChange; readonly original: readonly RoleGrantAsked[] };

const countSchema = z.object({ '@odata.count': z.int() });

/** How many privileges there are, at most 5,000 (Microsoft Learn: "Query data using the Web API", count of rows). */
const readTotal = async (client: DataverseClient, signal: AbortSignal): Promise<number | null> => {
  const answer = await client.get('privileges?$select=privilegeid&$top=1&$count=true', { signal });
  const decoded = answer.ok ? decodeOne(countSchema, answer.value, client.origin) : answer;
  return decoded.ok ? decoded.value['@odata.count'] : null;
};

/** The roles that are there already and that the changes are about; one that is not there is the planner's to say. */
const concerned = (
  roles: readonly SecurityRole[],
  changes: readonly AskedChange[],
): readonly SecurityRole[] =>
  changes.flatMap(({ change }) => {
    if (change.kind === 'create' || change.kind === 'clone')
      return roles.filter(({ name }) => sameName(name, change.name));
    const found = findRole(roles, change.role, '');
    return found.ok ? [found.value] : [];
  });

const namesIn = ({ change, original }: AskedChange): readonly string[] => {
  switch (change.kind) {
    case 'create':
      return change.privileges.map(({ privilege }) => privilege);
    case 'clone':
      return original.map(({ privilege }) => privilege);
    case 'edit':
      return change.set.map(({ privilege }) => privilege);
    case 'delete':
    case 'give-to-team':
    case 'take-from-team':
      return [];
  }
};

const losesDescription = (change: RoleChange): boolean =>
  change.kind === 'delete' || (change.kind === 'edit' && change.description !== null);

const descriptionSchema = z.object({ description: z.string().nullish() });

const readDescription = async (
  client: DataverseClient,
  roleId: RoleId,
  signal: AbortSignal,
): Promise<Result<string>> => {
  const answer = await client.get(`roles(${roleId})?$select=description`, { signal });
  const row = answer.ok ? decodeOne(descriptionSchema, answer.value, client.origin) : answer;
  return row.ok ? ok(row.value.description ?? '') : row;
};

/** Reads what a plan of roles in one environment needs to know, as the admin; nothing that it does not need. */
export const readRoleWorld = async (
  client: DataverseClient,
  environmentName: string,
  changes: readonly AskedChange[],
  signal: AbortSignal,
): Promise<Result<RoleWorld>> => {
  const [roles, units] = await Promise.all([
    readSecurityRoles(client, signal),
    readBusinessUnits(client, signal),
  ]);
  if (!roles.ok) return roles;
  if (!units.ok) return units;
  const root = units.value.find(({ parentId }) => parentId === null);
  if (root === undefined) return failed('not-found', { what: 'business unit', id: 'root' });
  const names = changes.flatMap(namesIn);
  const [privileges, total] = await Promise.all([
    readPrivilegeSet(client, names, signal),
    names.length === 0 ? null : readTotal(client, signal),
  ]);
  if (!privileges.ok) return privileges;
  const teams = await readTeamWorld(
    client,
    changes.flatMap(({ change }) => ('team' in change ? [change.team] : [])),
    signal,
  );
  if (!teams.ok) return teams;
  const takesAdministrator = changes.some(({ change }) => {
    if (change.kind !== 'take-from-team') return false;
    const role = findRole(roles.value, change.role, '');
    return role.ok && role.value.systemAdministrator;
  });
  const administrators = takesAdministrator ? await countAdministrators(client, signal) : null;
  const wholes = new Map<RoleId, WholeRole>();
  const holders = new Map<RoleId, RoleHolders | null>();
  const descriptions = new Map<RoleId, string>();
  const described = concerned(
    roles.value,
    changes.filter(({ change }) => losesDescription(change)),
  );
  for (const role of concerned(roles.value, changes)) {
    const { rootRoleId } = role;
    const [whole, held, said] = await Promise.all([
      readWholeRole(client, rootRoleId, signal),
      readRoleHolders(client, rootRoleId, signal),
      described.includes(role) ? readDescription(client, rootRoleId, signal) : ok(null),
    ]);
    if (!whole.ok) return whole;
    if (!said.ok) return said;
    wholes.set(rootRoleId, whole.value);
    if (said.value !== null) descriptions.set(rootRoleId, said.value);
    holders.set(rootRoleId, held.ok ? held.value : null);
  }
  return ok({
    environmentName,
    roles: roles.value,
    units: units.value.length,
    root: { id: root.id, name: root.name },
    privileges: privileges.value,
    total,
    wholes,
    descriptions,
    holders,
    teams: teams.value,
    administrators,
  });
};

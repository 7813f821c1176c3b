import { z } from 'zod';
import type { DesiredState } from '../../../preload/contract/fleet.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseSystemUserId } from '../../../preload/contract/words/ids.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
import { readRootBusinessUnit } from '../../dataverse/business-units.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { odataExpression } from '../../dataverse/odata-literal.ts';
import { guidOf, readAllRows } from '../../dataverse/rows.ts';
import { readSecurityRoles } from '../../security-roles/read-security-roles.ts';
import { readsNeeded } from './actual-environment.ts';
import type { ActualEnvironment } from './actual-environment.ts';

const userRow = z.object({ systemuserid: guidOf(parseSystemUserId) });

/** Enabled users, people included, who hold any copy of System Administrator directly; null when that cannot be read. */
const countAdministrators = async (
  client: DataverseClient,
  roles: readonly SecurityRole[],
  signal: AbortSignal,
): Promise<number | null> => {
  const copies = roles.filter((role) => role.systemAdministrator).flatMap((role) => role.copies);
  const anyOf = copies.map(({ roleId }) => `r/roleid eq ${roleId}`).join(' or ');
  const filter = `isdisabled eq false and systemuserroles_association/any(r:${anyOf})`;
  const path = `systemusers?$select=systemuserid&$filter=${odataExpression(filter)}`;
  const read = await readAllRows(client, path, userRow, { signal });
  // Not knowing only loses a warning: the service itself refuses to lose the last administrator.
  return read.ok ? read.value.rows.length : null;
};

/** Reads what a plan for one environment needs to know, as the admin; nothing that it does not need. */
export const readActual = async (
  client: DataverseClient,
  desired: readonly DesiredState[],
  signal: AbortSignal,
): Promise<Result<ActualEnvironment>> => {
  const users = await readApplicationUsers(
    client,
    desired.map(({ clientId }) => clientId),
    signal,
  );
  if (!users.ok) return users;
  const needed = readsNeeded(desired, users.value);
  const [roles, unit] = await Promise.all([
    needed.roles || needed.administrators ? readSecurityRoles(client, signal) : ok([]),
    needed.businessUnit ? readRootBusinessUnit(client, signal) : ok(null),
  ]);
  if (!roles.ok) return roles;
  if (!unit.ok) return unit;
  return ok({
    users: users.value,
    roles: roles.value,
    rootBusinessUnit: unit.value,
    administrators: needed.administrators ? await countAdministrators(client, roles.value, signal) : null,
  });
};

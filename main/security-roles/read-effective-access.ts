import type { EffectivePrivilege, RolePrivilege } from '../../preload/contract/security-roles.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { RoleId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { joinPrivileges } from './effective-access.ts';
import { readHeldRoles } from './read-held-roles.ts';
import type { HeldRoles } from './read-held-roles.ts';
import { readRolePrivileges } from './read-role-privileges.ts';

/** What a user may do by its roles. */
export type EffectiveAccess = HeldRoles & { readonly privileges: readonly EffectivePrivilege[] };

/**
 * What a user may really do in an environment and where each right comes from. Computed from the roles, because
 * RetrieveUserPrivileges tells what comes through a team at Basic depth only (Microsoft Learn: its reference page). All
 * copies of a role have the same privileges, so each role is read once: by a copy that is held, since who reads roles of its own
 * business unit alone is refused the original.
 */
export const readEffectiveAccess = async (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<Result<EffectiveAccess>> => {
  const held = await readHeldRoles(client, systemUserId, signal);
  if (!held.ok) return held;
  const { roles } = held.value;
  const heldCopies = new Map(roles.map(({ rootRoleId, roleId }) => [rootRoleId, roleId]));
  const reads = await Promise.all(
    [...heldCopies].map(
      async ([rootRoleId, roleId]) => [rootRoleId, await readRolePrivileges(client, roleId, signal)] as const,
    ),
  );
  const privilegesOf = new Map<RoleId, readonly RolePrivilege[]>();
  for (const [rootRoleId, read] of reads) {
    if (!read.ok) return read;
    privilegesOf.set(rootRoleId, read.value);
  }
  const privileges = joinPrivileges(roles.map(({ rootRoleId }) => privilegesOf.get(rootRoleId) ?? []));
  return ok({ ...held.value, privileges });
};

import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { createApplicationUser } from '../../application-users/create-application-user.ts';
import { oneApplicationUser } from '../../application-users/one-application-user.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
import { setApplicationUserEnabled } from '../../application-users/set-application-user-enabled.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { assignRole, removeRole } from '../../security-roles/role-membership.ts';
import { effectHolds } from '../planner/step-action.ts';
import type { ChangeAction } from '../planner/step-action.ts';

/** The app's one live row as the environment has it now, past its caches; null when there is none. */
export const readUser = async (
  client: DataverseClient,
  clientId: ClientId,
  signal: AbortSignal,
): Promise<Result<ApplicationUserThere | null>> => {
  const users = await readApplicationUsers(client, [clientId], signal);
  return users.ok ? oneApplicationUser(users.value, clientId, new URL(client.origin).host) : users;
};

type RoleAction = Extract<ChangeAction, { readonly roleId: unknown }>;

const changeRole = async (
  client: DataverseClient,
  clientId: ClientId,
  action: RoleAction,
  signal: AbortSignal,
): Promise<Result<{ readonly requestId: string }>> => {
  const user = await readUser(client, clientId, signal);
  if (!user.ok) return user;
  if (user.value === null)
    return failed('user-missing', { clientId, environment: new URL(client.origin).host });
  if (effectHolds(action, user.value)) return ok({ requestId: '' });
  if (user.value.platform) return failed('platform-user', { name: user.value.name });
  const membership = { systemUserId: user.value.systemUserId, roleId: action.roleId };
  return action.kind === 'assign-role'
    ? assignRole(client, membership, signal)
    : removeRole(client, membership, signal);
};

/**
 * Sends the change of one step as the admin. Reads before it writes, so that a step whose effect is there already sends
 * nothing and carrying out twice is harmless. `requestId` is empty when nothing was sent.
 */
export const carryOut = (
  client: DataverseClient,
  clientId: ClientId,
  action: ChangeAction,
  signal: AbortSignal,
): Promise<Result<{ readonly requestId: string }>> => {
  if (action.kind === 'create-user')
    return createApplicationUser(client, { clientId, businessUnitId: action.businessUnitId }, signal);
  if (action.kind === 'enable-user' || action.kind === 'disable-user') {
    const enabled = action.kind === 'enable-user';
    return setApplicationUserEnabled(client, { clientId, enabled }, signal);
  }
  return changeRole(client, clientId, action, signal);
};

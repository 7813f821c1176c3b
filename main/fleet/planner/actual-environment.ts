import type { DesiredState } from '../../../preload/contract/fleet.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { BusinessUnitId, ClientId } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';

/** What is so in one environment, as far as a plan needs to know it. */
export type ActualEnvironment = {
  readonly users: readonly ApplicationUserThere[];
  /** Empty when nothing asked for needs them. */
  readonly roles: readonly SecurityRole[];
  /** Where a new application user goes; null when no user has to be created. */
  readonly rootBusinessUnit: { readonly id: BusinessUnitId; readonly name: string } | null;
  /** How many enabled users, people included, hold System Administrator; null when it is not needed or not known. */
  readonly administrators: number | null;
};

/** The rows of an app that are not soft-deleted. */
export const liveUsers = (
  users: readonly ApplicationUserThere[],
  clientId: ClientId,
): readonly ApplicationUserThere[] =>
  users.filter((user) => user.clientId === clientId && user.state !== 'soft-deleted');

/** Which reads a plan for one environment needs beyond the users themselves. */
export const readsNeeded = (
  desired: readonly DesiredState[],
  users: readonly ApplicationUserThere[],
): { readonly roles: boolean; readonly businessUnit: boolean; readonly administrators: boolean } => ({
  roles: desired.some(({ addRoles }) => addRoles.length > 0),
  businessUnit: desired.some(
    ({ ensureUser, clientId }) => ensureUser && liveUsers(users, clientId).length === 0,
  ),
  administrators: desired.some(
    ({ clientId, enabled, removeRoles }) =>
      (enabled === false || removeRoles.length > 0) &&
      liveUsers(users, clientId).some((user) => user.systemAdministrator),
  ),
});

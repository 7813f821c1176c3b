import type { DesiredState } from '../../../preload/contract/fleet.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { oneApplicationUser } from '../../application-users/one-application-user.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import { resolveRoleCopy } from '../../security-roles/resolve-role-copy.ts';
import type { RoleCopy } from '../../security-roles/resolve-role-copy.ts';
import type { ActualEnvironment } from './actual-environment.ts';
import { assignSteps, disableSteps, removeSteps, userSteps } from './steps.ts';
import type { PlannedStep } from './steps.ts';

/** Names that a plan speaks with. */
export type PlanNames = { readonly environment: string; readonly app: string };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const asksForAnything = (desired: DesiredState): boolean =>
  desired.ensureUser ||
  desired.enabled !== undefined ||
  desired.addRoles.length > 0 ||
  desired.removeRoles.length > 0;

/** Names of roles compare as Dataverse compares text: ignoring case. */
const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The app's one row, null when it has to be created, or why there is no plan. */
const findUser = (
  desired: DesiredState,
  actual: ActualEnvironment,
  environment: string,
): Result<ApplicationUserThere | null> => {
  const { clientId, ensureUser } = desired;
  const user = oneApplicationUser(actual.users, clientId, environment);
  return user.ok && user.value === null && !ensureUser
    ? failed('user-missing', { clientId, environment })
    : user;
};

/** The business unit whose role copies the app can hold; a new application user goes to the root. */
const unitOf = (actual: ActualEnvironment, user: ApplicationUserThere | null) =>
  user === null ? actual.rootBusinessUnit : user.businessUnit;

const rolesToAdd = (
  desired: DesiredState,
  actual: ActualEnvironment,
  user: ApplicationUserThere | null,
  names: PlanNames,
): Result<readonly RoleCopy[]> => {
  const unit = unitOf(actual, user);
  const copies = new Map<string, RoleCopy>();
  for (const name of desired.addRoles.toSorted(compare)) {
    if (desired.removeRoles.some((other) => sameName(other, name))) {
      const problem = `the role ${name} cannot be both added and removed`;
      return failed('invalid-input', { path: 'removeRoles', problem });
    }
    const { environment } = names;
    if (unit === null) return failed('role-not-found', { role: name, environment });
    const copy = resolveRoleCopy(actual.roles, { role: name, businessUnitId: unit.id, environment });
    if (!copy.ok) return copy;
    copies.set(copy.value.roleId, copy.value);
  }
  return ok([...copies.values()]);
};

/**
 * Works out the steps that bring one app in one environment to the desired state: create, enable, assign, remove,
 * disable, in this order, so that the app never holds less than it must in between. What exists is adopted; what is
 * already so makes no step. Pure; the order of the inputs does not matter.
 */
export const planApp = (
  desired: DesiredState,
  actual: ActualEnvironment,
  names: PlanNames,
): Result<readonly PlannedStep[]> => {
  if (!asksForAnything(desired)) return ok([]);
  const found = findUser(desired, actual, names.environment);
  if (!found.ok) return found;
  const user = found.value;
  if (user === null && actual.rootBusinessUnit === null)
    return failed('not-found', { what: 'business unit', id: 'root' });
  const adding = rolesToAdd(desired, actual, user, names);
  if (!adding.ok) return adding;
  const held = user?.roles ?? [];
  const removing = held.filter(({ name }) => desired.removeRoles.some((other) => sameName(other, name)));
  const leavesNone = adding.value.length === 0 && removing.length === held.length;
  const steps = [
    ...userSteps(desired, actual, user, names.app),
    ...assignSteps(desired, user, adding.value, unitOf(actual, user)?.name ?? ''),
    ...removeSteps(desired, removing, leavesNone),
    ...disableSteps(desired, user, names.app),
  ];
  if (steps.length > 0 && user?.platform === true) return failed('platform-user', { name: user.name });
  return ok(steps);
};

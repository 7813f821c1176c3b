import type { DesiredState, PlanStep } from '../../../preload/contract/fleet.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import type { RoleCopy } from '../../security-roles/resolve-role-copy.ts';
import type { ActualEnvironment } from './actual-environment.ts';
import { effectHolds } from './step-action.ts';
import type { ChangeAction, StepAction } from './step-action.ts';

/** A step in words and in ids. */
export type PlannedStep = { readonly step: PlanStep; readonly action: StepAction };

type HeldRole = ApplicationUserThere['roles'][number];
type Risk = PlanStep['risks'][number];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byName = <Role extends { readonly name: string; readonly roleId: string }>(
  roles: readonly Role[],
): readonly Role[] => roles.toSorted((a, b) => compare(a.name, b.name) || compare(a.roleId, b.roleId));

const toStep = (
  desired: DesiredState,
  action: ChangeAction,
  words: Pick<PlanStep, 'subject' | 'before' | 'after'>,
  risks: Risk[] = [],
): PlannedStep => {
  const about = 'roleId' in action ? `/${action.roleId}` : '';
  return {
    step: { id: `${desired.clientId}/${action.kind}${about}`, kind: action.kind, ...words, risks },
    action,
  };
};

/** Creates the user where there is none, else enables it when that is asked for. */
export const userSteps = (
  desired: DesiredState,
  actual: ActualEnvironment,
  user: ApplicationUserThere | null,
  app: string,
): readonly PlannedStep[] => {
  const unit = actual.rootBusinessUnit;
  if (user === null && unit !== null) {
    const words = { subject: app, before: 'No application user', after: `Application user in ${unit.name}` };
    return [toStep(desired, { kind: 'create-user', businessUnitId: unit.id }, words)];
  }
  if (desired.enabled !== true || user?.state !== 'disabled') return [];
  return [toStep(desired, { kind: 'enable-user' }, { subject: app, before: 'Disabled', after: 'Enabled' })];
};

/** Gives the role copies that are not held yet. */
export const assignSteps = (
  desired: DesiredState,
  user: ApplicationUserThere | null,
  roles: readonly RoleCopy[],
  unitName: string,
): readonly PlannedStep[] =>
  byName(roles)
    .filter(({ roleId }) => !effectHolds({ kind: 'assign-role', roleId }, user))
    .map(({ roleId, name, systemAdministrator }) =>
      toStep(
        desired,
        { kind: 'assign-role', roleId },
        { subject: name, before: 'Not held', after: `Held in ${unitName}` },
        systemAdministrator ? ['system-administrator'] : [],
      ),
    );

/** Takes roles; `leavesNone` when the app holds no role afterwards. */
export const removeSteps = (
  desired: DesiredState,
  roles: readonly HeldRole[],
  leavesNone: boolean,
): readonly PlannedStep[] =>
  byName(roles).map(({ roleId, name }, at) =>
    toStep(
      desired,
      { kind: 'remove-role', roleId },
      { subject: name, before: 'Held', after: 'Not held' },
      leavesNone && at === roles.length - 1 ? ['locks-app-out'] : [],
    ),
  );

/** Disables the user when that is asked for; last, so that the roles are settled before. */
export const disableSteps = (
  desired: DesiredState,
  user: ApplicationUserThere | null,
  app: string,
): readonly PlannedStep[] =>
  desired.enabled === false && user?.state !== 'disabled'
    ? [
        toStep(desired, { kind: 'disable-user' }, { subject: app, before: 'Enabled', after: 'Disabled' }, [
          'locks-app-out',
        ]),
      ]
    : [];

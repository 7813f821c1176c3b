import type { DesiredState, PlannedEnvironment } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { ClientId, EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import type { PlannedRole } from '../roles/role-action.ts';
import type { PlannedWrite } from '../writes/write-action.ts';
import { liveUsers } from './actual-environment.ts';
import type { ActualEnvironment } from './actual-environment.ts';
import { planApp } from './plan-app.ts';
import type { PlannedStep } from './steps.ts';

/** What the registry knows of the environment that is planned for. */
export type PlanTarget = {
  readonly id: EnvironmentId;
  readonly name: string;
  readonly production: boolean;
  /** The app profile's name; null when no profile has this client id. */
  readonly appName: (clientId: ClientId) => string | null;
};

/** The plan of one app in one environment, in words and in ids. */
export type PlannedApp = {
  readonly environment: Omit<PlannedEnvironment, 'steps' | 'clientId'> & { readonly clientId: ClientId };
  readonly steps: readonly PlannedStep[];
};

/** What the contract shows of it. */
export const inWords = ({
  environment,
  steps,
}: PlannedApp | PlannedRole | PlannedWrite): PlannedEnvironment => ({
  ...environment,
  steps: steps.map(({ step }) => step),
});

const plannedApp = (
  target: PlanTarget,
  clientId: ClientId,
  appName: string,
  outcome: { readonly steps: readonly PlannedStep[]; readonly problem: AppError | null },
): PlannedApp => ({
  environment: {
    environmentId: target.id,
    environmentName: target.name,
    production: target.production,
    clientId,
    appName,
    problem: outcome.problem,
  },
  steps: outcome.steps,
});

/** The same problem for every app: the environment could not be read. */
export const unplannable = (
  target: PlanTarget,
  desired: readonly DesiredState[],
  problem: AppError,
): readonly PlannedApp[] =>
  desired.map(({ clientId }) =>
    plannedApp(target, clientId, target.appName(clientId) ?? clientId, { steps: [], problem }),
  );

const administratorOf = (actual: ActualEnvironment, clientId: ClientId): ApplicationUserThere | null =>
  liveUsers(actual.users, clientId).find((user) => user.systemAdministrator && user.state === 'enabled') ??
  null;

/** Whether a step takes System Administrator, by the role's template, from a user who uses it now. */
const endsAdministrator = (user: ApplicationUserThere | null, { step, action }: PlannedStep): boolean => {
  if (user === null) return false;
  if (action.kind === 'disable-user') return true;
  // For a moment only; the service refuses it all the same.
  if (action.kind === 'change-business-unit') return step.loses !== undefined;
  return (
    action.kind === 'remove-role' &&
    user.roles.some((role) => role.roleId === action.roleId && role.systemAdministrator)
  );
};

/** Marks the steps after which the environment may be without any administrator, counting all apps of the plan. */
const markLastAdministrator = (
  apps: readonly PlannedApp[],
  actual: ActualEnvironment,
): readonly PlannedApp[] => {
  const ends = (app: PlannedApp, step: PlannedStep): boolean =>
    endsAdministrator(administratorOf(actual, app.environment.clientId), step);
  const losing = apps.filter((app) => app.steps.some((step) => ends(app, step))).length;
  if (actual.administrators === null || actual.administrators - losing >= 1) return apps;
  return apps.map((app) => ({
    ...app,
    steps: app.steps.map((planned) =>
      ends(app, planned)
        ? {
            ...planned,
            step: { ...planned.step, risks: [...planned.step.risks, 'last-administrator' as const] },
          }
        : planned,
    ),
  }));
};

/** What an app is called in the environment; a soft-deleted row knows its name too. */
const nameThere = ({ users }: ActualEnvironment, clientId: ClientId): string | undefined =>
  (liveUsers(users, clientId)[0] ?? users.find((user) => user.clientId === clientId))?.name;

/** Plans every app that is asked for in one environment. Pure; sorted by client id. */
export const planEnvironment = (
  target: PlanTarget,
  desired: readonly DesiredState[],
  actual: ActualEnvironment,
): readonly PlannedApp[] => {
  const apps = desired
    .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))
    .map((each) => {
      const { clientId } = each;
      const app = target.appName(clientId) ?? nameThere(actual, clientId) ?? clientId;
      const steps = planApp(each, actual, { environment: target.name, app });
      return plannedApp(
        target,
        clientId,
        app,
        steps.ok ? { steps: steps.value, problem: null } : { steps: [], problem: steps.error },
      );
    });
  return markLastAdministrator(apps, actual);
};

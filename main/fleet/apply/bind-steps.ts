import type { WriteAnswer } from '../../../preload/contract/fleet-writes.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { Clock } from '../../http/clock.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { concernsProfiles, concernsTeams } from '../planner/step-action.ts';
import type { PlannedApp } from '../planner/plan-environment.ts';
import { performRoleStep } from '../roles/perform-role-step.ts';
import type { PlannedRole } from '../roles/role-action.ts';
import { verifyRole } from '../roles/verify-role.ts';
import type { TenantPorts } from '../tenant/tenant-ports.ts';
import { performWrite } from '../writes/perform-write.ts';
import type { PlannedWrite } from '../writes/write-action.ts';
import { createAppView } from './app-view.ts';
import type { TellableStep } from './operation-journal.ts';
import { performStep } from './perform-step.ts';
import type { StepOutcome } from './perform-step.ts';
import { verifyApp } from './verify-app.ts';
import type { Verification } from './verify-app.ts';

/** What stops a step: `cancel` its waiting, `giveUp` a request on its way. */
export type Stops = { readonly cancel: AbortSignal; readonly giveUp: AbortSignal };

/** A step, ready to be carried out. */
export type BoundStep = TellableStep & {
  /** False: it asks only, and there is nothing to read back. */
  readonly changes: boolean;
  readonly perform: (stops: Stops) => Promise<StepOutcome>;
};

/** The steps about one app or one role, and how the environment is asked afterwards which of them it shows. */
export type BoundSteps = {
  readonly steps: readonly BoundStep[];
  readonly verify: (done: readonly BoundStep[]) => Promise<Result<Verification>>;
};

/** Where steps are carried out. */
export type BindingPlace = Stops & {
  readonly environment: Environment;
  readonly client: DataverseClient;
  readonly asApp: TenantPorts['asApp'];
  /** Told what a write test was answered with. */
  readonly answered: (answer: WriteAnswer) => void;
  readonly clock: Clock;
};

const bind = <Step extends TellableStep>(
  steps: readonly Step[],
  work: {
    readonly changes: (step: Step) => boolean;
    readonly perform: (step: Step, stops: Stops) => Promise<StepOutcome>;
    readonly verify: (done: readonly Step[]) => Promise<Result<Verification>>;
  },
): BoundSteps => ({
  steps: steps.map((planned) => ({
    step: planned.step,
    changes: work.changes(planned),
    perform: (stops) => work.perform(planned, stops),
  })),
  verify: (done) => work.verify(steps.filter(({ step }) => done.some((one) => one.step.id === step.id))),
});

const bindApp = (run: BindingPlace, { environment, steps }: PlannedApp): BoundSteps => {
  const { clientId } = environment;
  const owned = steps.flatMap(({ action }) => (action.kind === 'reassign-records' ? action.tables : []));
  const wanted = {
    teams: steps.some(({ action }) => concernsTeams(action)),
    profiles: steps.some(({ action }) => concernsProfiles(action)),
    owned,
  };
  const place = { ...run, clientId, view: createAppView(run.client, clientId, wanted) };
  return bind(steps, {
    // A proof is an answer of the environment itself and changes nothing that could be read back.
    changes: ({ action }) => action.kind !== 'prove-credential',
    perform: ({ action }, stops) => performStep({ ...place, ...stops }, action),
    verify: (done) => verifyApp(place, done),
  });
};

const bindRole = (run: BindingPlace, { environment, steps }: PlannedRole): BoundSteps => {
  const isNew = steps.some(({ action }) => action.kind === 'create-role');
  const place = { ...run, role: environment.appName, isNew };
  return bind(steps, {
    changes: () => true,
    perform: ({ action }, stops) => performRoleStep({ ...place, ...stops }, action),
    verify: (done) => verifyRole(place, done),
  });
};

const bindWrite = (run: BindingPlace, { steps }: PlannedWrite): BoundSteps =>
  bind(steps, {
    // What it changed is read with its answer: nobody else is asked afterwards.
    changes: () => false,
    perform: ({ action }, { giveUp }) => performWrite({ ...run, giveUp }, action),
    verify: async () => ok({ verified: [], missing: [] }),
  });

const isAboutRole = (planned: PlannedApp | PlannedRole): planned is PlannedRole =>
  planned.environment.clientId === null;

/** The steps of an app, a role or a write test in one environment, bound to it. */
export const bindSteps = (
  run: BindingPlace,
  planned: PlannedApp | PlannedRole | PlannedWrite,
): BoundSteps => {
  if ('isWrite' in planned) return bindWrite(run, planned);
  return isAboutRole(planned) ? bindRole(run, planned) : bindApp(run, planned);
};

import { useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../preload/contract/index.ts';
import type { AskedState, Plan, PlanStep } from '../../preload/contract/fleet.ts';
import type { RoleChange } from '../../preload/contract/fleet-roles.ts';
import type { TenantChange } from '../../preload/contract/fleet-tenant.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId, OperationId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { CallName } from '../../preload/contract/words/methods.ts';
import { CHANGE_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { Stream } from '../bridge/index.ts';
import { readAgain, useStream } from '../bridge/index.ts';
import type { ShownStep } from './plan-steps.tsx';
import type { StepReports } from './step-reports.ts';
import { NO_REPORTS, reportOf, reportsWith, stateOf } from './step-reports.ts';

/** What a change may have made untrue. */
const STALE: readonly CallName[] = [
  'appProfiles.list',
  'appProfiles.copyable',
  'directory.app',
  'directory.search',
  'fleet.operations',
  'fleet.operation',
  'fleet.rotations',
  'activity.list',
  'securityRoles.list',
  'securityRoles.privileges',
  'securityRoles.teams',
];

/** How much has been read for a plan. */
export type Read = { readonly read: number; readonly of: number };
const NOTHING_READ: Read = { read: 0, of: 0 };

/** What can be planned: a change of a tenant, application users or security roles as they shall be, or an earlier operation once more. */
export type Change =
  | TenantChange
  | { readonly kind: 'users'; readonly desired: readonly AskedState[] }
  | { readonly kind: 'roles'; readonly changes: readonly RoleChange[] }
  | { readonly kind: 'again'; readonly operationId: OperationId; readonly what: 'continue' | 'undo' };

/** The planning of any change, whichever method plans it. */
export type Planning = Pick<
  Stream<'fleet.plan', Read>,
  'data' | 'state' | 'running' | 'output' | 'error' | 'cancel'
>;

/** One change: its preview, and its application. */
export type ChangeRun = {
  readonly planning: Planning;
  readonly applying: Stream<'fleet.apply', StepReports>;
  readonly plan: (change: Change) => Promise<Result<Plan>>;
  readonly apply: (plan: Plan, confirmations: readonly string[]) => Promise<Result<OutputOf<'fleet.apply'>>>;
};

const counted = ({ read, of }: Read): { readonly done: number; readonly total: number | null } => ({
  done: read,
  total: of === 0 ? null : of,
});
const oneMore = ({ read, of }: Read): Read => ({ read: read + 1, of });

/** The planning of one kind of change. */
const planningOf = (
  kind: Change['kind'],
  all: Readonly<Record<'again' | 'ofRoles' | 'ofTenant' | 'ofUsers', Planning>>,
): Planning => {
  switch (kind) {
    case 'users':
      return all.ofUsers;
    case 'roles':
      return all.ofRoles;
    case 'again':
      return all.again;
    default:
      return all.ofTenant;
  }
};

/** Previews and applies changes of one kind; the same `scope` sees the same run after the screen was left. */
export const useChange = (workspaceId: WorkspaceId, scope: string, kind: Change['kind']): ChangeRun => {
  const client = useQueryClient();
  const within = `${workspaceId} ${scope}`;
  const shared = { scope: within, title: TEXTS.streamTitle, initial: NOTHING_READ, count: counted };
  const ofTenant = useStream('fleet.planTenant', { ...shared, reduce: (_before: Read, now) => now });
  const ofUsers = useStream('fleet.plan', {
    ...shared,
    begin: (_previous, { desired }) => ({ read: 0, of: desired.length }),
    reduce: oneMore,
  });
  const ofRoles = useStream('fleet.planRoles', {
    ...shared,
    begin: (_previous, { changes }) => ({ read: 0, of: changes.length }),
    reduce: oneMore,
  });
  const again = useStream('fleet.planAgain', { ...shared, reduce: oneMore });
  const applying = useStream('fleet.apply', {
    scope: within,
    title: TEXTS.applyTitle,
    initial: NO_REPORTS,
    reduce: reportsWith,
  });
  return {
    planning: planningOf(kind, { again, ofRoles, ofTenant, ofUsers }),
    applying,
    plan: (change) => {
      switch (change.kind) {
        case 'users':
          return ofUsers.start({ workspaceId, desired: [...change.desired] });
        case 'roles':
          return ofRoles.start({ workspaceId, changes: [...change.changes] });
        case 'again':
          return again.start({ workspaceId, operationId: change.operationId, what: change.what });
        default:
          return ofTenant.start({ workspaceId, change });
      }
    },
    apply: async ({ id, digest }, confirmations) => {
      const result = await applying.start({ planId: id, digest, confirmations: [...confirmations] });
      await readAgain(client, STALE);
      return result;
    },
  };
};

/** Every step of a plan in its order, with how far each is once it is applied; those in environments are named by them. */
export const changeSteps = (
  plan: Plan,
  reports: StepReports,
  applied: 'not yet' | 'running' | 'ended',
): readonly ShownStep[] => {
  const show = (step: PlanStep, environmentId: EnvironmentId | null, named = step): ShownStep => {
    if (applied === 'not yet') return { step: named };
    const report = reportOf(reports, environmentId, step.id);
    const state = stateOf(report, applied === 'running');
    return { step: named, state, error: report?.error ?? null };
  };
  return [
    ...(plan.tenant?.first ?? []).map((step) => show(step, null)),
    ...plan.environments.flatMap(({ environmentId, environmentName, steps }) =>
      steps.map((step) =>
        show(step, environmentId, {
          ...step,
          id: `${environmentId} ${step.id}`,
          subject: environmentName,
        }),
      ),
    ),
    ...(plan.tenant?.last ?? []).map((step) => show(step, null)),
  ];
};

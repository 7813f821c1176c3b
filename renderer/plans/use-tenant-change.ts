import { useQueryClient } from '@tanstack/react-query';
import type { EventOf, OutputOf } from '../../preload/contract/index.ts';
import type { Plan, PlanStep } from '../../preload/contract/fleet.ts';
import type { TenantChange } from '../../preload/contract/fleet-tenant.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { CallName } from '../../preload/contract/words/methods.ts';
import { CHANGE_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { Stream } from '../bridge/index.ts';
import { readAgain, useStream } from '../bridge/index.ts';
import type { ShownStep } from './plan-steps.tsx';
import type { StepReports } from './step-reports.ts';
import { NO_REPORTS, reportOf, reportsWith, stateOf } from './step-reports.ts';

/** What a change of a tenant may have made untrue. */
const STALE: readonly CallName[] = [
  'appProfiles.list',
  'appProfiles.copyable',
  'directory.app',
  'directory.search',
  'fleet.operations',
  'fleet.rotations',
  'activity.list',
];

type Read = EventOf<'fleet.planTenant'>;
const NOTHING_READ: Read = { read: 0, of: 0 };

/** One change of a tenant: its preview, and its application. */
export type TenantChangeRun = {
  readonly planning: Stream<'fleet.planTenant', Read>;
  readonly applying: Stream<'fleet.apply', StepReports>;
  readonly plan: (change: TenantChange) => Promise<Result<Plan>>;
  readonly apply: (plan: Plan, confirmations: readonly string[]) => Promise<Result<OutputOf<'fleet.apply'>>>;
};

/** Previews and applies changes of a tenant; the same `scope` sees the same run after the screen was left. */
export const useTenantChange = (workspaceId: WorkspaceId, scope: string): TenantChangeRun => {
  const client = useQueryClient();
  const within = `${workspaceId} ${scope}`;
  const planning = useStream('fleet.planTenant', {
    scope: within,
    title: TEXTS.streamTitle,
    initial: NOTHING_READ,
    reduce: (_before: Read, now) => now,
    count: ({ read, of }) => ({ done: read, total: of === 0 ? null : of }),
  });
  const applying = useStream('fleet.apply', {
    scope: within,
    title: TEXTS.applyTitle,
    initial: NO_REPORTS,
    reduce: reportsWith,
  });
  return {
    planning,
    applying,
    plan: (change) => planning.start({ workspaceId, change }),
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

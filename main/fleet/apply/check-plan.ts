import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { writableWorkspace } from '../planner/make-plan.ts';
import type { IssuedPlan } from '../planner/issued-plans.ts';
import type { PlannedApp } from '../planner/plan-environment.ts';

/** The steps of one environment. */
export type EnvironmentWork = { readonly environment: Environment; readonly apps: readonly PlannedApp[] };

/**
 * The last look before anything is changed, on what the registry says now and not on what the window believes: read-only,
 * production, typed names. Fails with `workspace-read-only`, `plan-blocked`, `plan-changed`, `confirmation-missing`.
 */
export const checkPlan = (
  ports: Pick<FleetPorts, 'workspace' | 'environments'>,
  { plan, apps }: IssuedPlan,
  confirmations: readonly string[],
): Result<readonly EnvironmentWork[]> => {
  const workspace = writableWorkspace(ports, plan.workspaceId);
  if (!workspace.ok) return workspace;
  const changing = apps.filter(({ steps }) => steps.length > 0);
  const blocked = apps.filter(({ environment }) => environment.problem !== null).length;
  if (changing.length === 0) return blocked === 0 ? ok([]) : failed('plan-blocked', { count: blocked });
  const missing = plan.confirmations.find((name) => !confirmations.includes(name));
  if (missing !== undefined) return failed('confirmation-missing', { environment: missing });

  const byEnvironment = Map.groupBy(changing, ({ environment }) => environment.environmentId);
  const chosen = ports.environments.choose(plan.workspaceId, [...byEnvironment.keys()]);
  if (!chosen.ok) return failed('plan-changed');
  const work = chosen.value.map((environment) => ({
    environment,
    apps: byEnvironment.get(environment.id) ?? [],
  }));
  const nowProduction = work.some(
    ({ environment, apps }) => environment.production && apps.some((app) => !app.environment.production),
  );
  return nowProduction ? failed('plan-changed') : ok(work);
};

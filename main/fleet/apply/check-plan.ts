import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { writableWorkspace } from '../planner/make-plan.ts';
import type { IssuedPlan } from '../planner/issued-plans.ts';

/** The steps of one environment. */
export type EnvironmentWork = {
  readonly environment: Environment;
  readonly apps: IssuedPlan['apps'];
};

/** A rotation proves its credential in other workspaces too, where it changes nothing; all else stays inside one. */
const environmentsOf = (
  { environments, tenant }: Pick<FleetPorts, 'environments' | 'tenant'>,
  { plan, rotation }: IssuedPlan,
  ids: readonly EnvironmentId[],
): Result<readonly Environment[]> => {
  if (ids.length === 0) return ok([]);
  if (rotation === null) return environments.choose(plan.workspaceId, ids);
  const profile = tenant.profiles.find(rotation.intent.appProfileId);
  if (!profile.ok) return profile;
  const places = tenant.places(profile.value).filter(({ id }) => ids.includes(id));
  return places.length === ids.length ? ok(places) : failed('plan-changed');
};

/**
 * The last look before anything is changed, on what the registry says now and not on what the window believes: read-only,
 * production, typed names. Fails with `workspace-read-only`, `plan-blocked`, `plan-changed`, `confirmation-missing`.
 */
export const checkPlan = (
  ports: Pick<FleetPorts, 'workspace' | 'environments' | 'tenant'>,
  issued: IssuedPlan,
  confirmations: readonly string[],
): Result<readonly EnvironmentWork[]> => {
  const { plan, apps, tenant } = issued;
  const workspace = writableWorkspace(ports, plan.workspaceId);
  if (!workspace.ok) return workspace;
  const changing = apps.filter(({ steps }) => steps.length > 0);
  const blocked = apps.filter(({ environment }) => environment.problem !== null).length;
  if (changing.length === 0 && tenant === null)
    return blocked === 0 ? ok([]) : failed('plan-blocked', { count: blocked });
  const missing = plan.confirmations.find((name) => !confirmations.includes(name));
  if (missing !== undefined) return failed('confirmation-missing', { environment: missing });

  const byEnvironment = Map.groupBy(changing, ({ environment }) => environment.environmentId);
  const chosen = environmentsOf(ports, issued, [...byEnvironment.keys()]);
  if (!chosen.ok) return failed('plan-changed');
  const work = chosen.value.map((environment) => ({
    environment,
    apps: byEnvironment.get(environment.id) ?? [],
  }));
  if (issued.rotation !== null) return ok(work);
  const nowProduction = work.some(
    ({ environment, apps }) => environment.production && apps.some((app) => !app.environment.production),
  );
  return nowProduction ? failed('plan-changed') : ok(work);
};

import type { DesiredState, PlannedEnvironment } from '../../../preload/contract/fleet.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { fanOut } from '../../dataverse/fan-out.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import type { ActualEnvironment } from './actual-environment.ts';
import { issuePlan } from './issue-plan.ts';
import type { IssuedPlan } from './issued-plans.ts';
import { inWords, planEnvironment, unplannable } from './plan-environment.ts';
import type { PlannedApp } from './plan-environment.ts';
import { readLacks } from './read-lacks.ts';
import { readActual } from './read-actual.ts';
import { rightsNeeded } from './rights-needed.ts';

/** Names enough to see what is wrong: a role of the System Administrator's width has thousands. */
const MOST_NAMED = 50;

/** What is asked of the planner. */
export type PlanRequest = { readonly workspaceId: WorkspaceId; readonly desired: readonly DesiredState[] };

/** The workspace's own refusal: unknown, or read-only. */
export const writableWorkspace = (
  ports: Pick<FleetPorts, 'workspace'>,
  id: WorkspaceId,
): Result<{ readonly name: string }> => {
  const workspace = ports.workspace(id);
  if (workspace === null) return failed('not-found', { what: 'workspace', id });
  return workspace.readOnly
    ? failed('workspace-read-only', { workspace: workspace.name })
    : ok({ name: workspace.name });
};

const asksTwice = (desired: readonly DesiredState[]): boolean =>
  new Set(desired.map(({ environmentId, clientId }) => `${environmentId} ${clientId}`)).size < desired.length;

/** Says of each app which privileges its steps need in vain; where that cannot be read, nothing is said. */
const withLacks = async (
  client: DataverseClient,
  apps: readonly PlannedApp[],
  actual: ActualEnvironment,
  signal: AbortSignal,
): Promise<readonly PlannedApp[]> => {
  const told: PlannedApp[] = [];
  for (const app of apps) {
    const lacks = await readLacks(client, rightsNeeded(app.environment.clientId, app.steps, actual), signal);
    told.push(
      lacks.ok && lacks.value.length > 0
        ? { ...app, environment: { ...app.environment, lacks: lacks.value.slice(0, MOST_NAMED) } }
        : app,
    );
  }
  return told;
};

/**
 * Reads every environment that is asked for and works out its steps; changes nothing. An environment that cannot be read
 * is planned with that problem. Fails with `workspace-read-only`, `not-found`, `invalid-input`, `cancelled`.
 */
export const makePlan = async (
  ports: FleetPorts,
  { workspaceId, desired }: PlanRequest,
  tell: (planned: PlannedEnvironment) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<IssuedPlan>> => {
  const workspace = writableWorkspace(ports, workspaceId);
  if (!workspace.ok) return workspace;
  if (asksTwice(desired))
    return failed('invalid-input', { path: 'desired', problem: 'names an app in an environment twice' });
  const byEnvironment = Map.groupBy(desired, ({ environmentId }) => environmentId);
  const chosen = ports.environments.choose(workspaceId, [...byEnvironment.keys()]);
  if (!chosen.ok) return chosen;

  const apps: PlannedApp[] = [];
  const counts = await fanOut<Environment, readonly PlannedApp[]>({
    items: chosen.value,
    parallel: ports.environments.parallel(),
    signal,
    work: async (environment, signal) => {
      const asked = byEnvironment.get(environment.id) ?? [];
      const client = ports.environments.asAdmin(environment);
      const actual = await readActual(client, asked, signal);
      if (!actual.ok && signal.aborted) return failed('cancelled');
      const target = { ...environment, appName: ports.appName };
      if (!actual.ok) return ok(unplannable(target, asked, actual.error));
      return ok(await withLacks(client, planEnvironment(target, asked, actual.value), actual.value, signal));
    },
    settled: async (_environment, planned) => {
      if (!planned.ok) return;
      for (const app of planned.value) {
        apps.push(app);
        await tell(inWords(app));
      }
    },
  });
  if (counts.cancelled > 0) return failed('cancelled');

  return ok(issuePlan(workspaceId, apps, { desired, roles: [] }, ports.clock));
};

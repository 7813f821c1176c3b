import * as contract from '../../preload/contract/environments.ts';
import type { Environment, EnvironmentCheck } from '../../preload/contract/environments.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import { whoAmI } from '../dataverse/who-am-i.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import type { WhoAmI } from '../dataverse/who-am-i.ts';
import { addEnvironment } from './add-environment.ts';
import type { AddPorts } from './add-environment.ts';
import { checkStatus } from './check-status.ts';
import { discover } from './discover.ts';
import type { DiscoverPorts } from './discover.ts';

/** What `environments.*` is answered with. */
export type EnvironmentsPorts = AddPorts &
  DiscoverPorts & {
    readonly access: Pick<EnvironmentAccess, 'asAdmin' | 'parallel'>;
    readonly workspaceOf: (workspaceId: WorkspaceId) => Workspace | null;
    readonly cloudOf: (workspace: Workspace) => CloudRow | null;
    readonly recordActivity: RecordActivity;
  };

/** Answers `environments.*`. */
export const environmentsHandlers = (ports: EnvironmentsPorts) => {
  const { registry, access } = ports;

  const place = (id: WorkspaceId): Result<{ readonly workspace: Workspace; readonly cloud: CloudRow }> => {
    const workspace = ports.workspaceOf(id);
    if (workspace === null) return failed('not-found', { what: 'workspace', id });
    const cloud = ports.cloudOf(workspace);
    return cloud === null
      ? failed('not-found', { what: 'cloud', id: workspace.cloud })
      : ok({ workspace, cloud });
  };

  const outcome = (environment: Environment, result: Result<WhoAmI>): EnvironmentCheck => ({
    environmentId: environment.id,
    status: checkStatus(result.ok ? null : result.error),
    milliseconds: result.ok ? result.value.milliseconds : null,
    checkedAt: new Date(ports.now()).toISOString(),
    error: result.ok ? null : result.error,
  });

  return {
    'environments.list': implement(contract.list, async ({ workspaceId }) => {
      const { environments, discoveredAt } = registry.of(workspaceId);
      return ok({ environments, discoveredAt });
    }),

    'environments.discover': implementStream(contract.discover, async ({ workspaceId }, emit, signal) => {
      const found = place(workspaceId);
      if (!found.ok) return found;
      const { cloud, workspace } = found.value;
      const merged = await discover(ports, workspace, cloud, emit, signal);
      return merged.ok ? ok({ ...merged.value, environments: [...merged.value.environments] }) : merged;
    }),

    'environments.add': implement(contract.add, async ({ workspaceId, text, name }, signal) => {
      const found = place(workspaceId);
      if (!found.ok) return found;
      const { cloud, workspace } = found.value;
      return addEnvironment(ports, workspace, cloud, { text, name }, signal);
    }),

    'environments.guard': implement(contract.guard, async ({ workspaceId, environmentId, guard }) => {
      const chosen = registry.choose(workspaceId, [environmentId]);
      if (!chosen.ok) return chosen;
      const { environments } = registry.change(workspaceId, (now) => ({
        ...now,
        environments: now.environments.map((one) => (one.id === environmentId ? { ...one, guard } : one)),
      }));
      const changed = environments.find(({ id }) => id === environmentId);
      if (changed === undefined) return failed('not-found', { what: 'environment', id: environmentId });
      await ports.recordActivity({
        workspaceId,
        kind: 'workspace-changed',
        environment: changed.name,
        summary: changed.production ? 'Counts as production now' : 'Does not count as production now',
        outcome: 'ok',
        requestId: '',
      });
      return ok(changed);
    }),

    'environments.remove': implement(contract.remove, async ({ workspaceId, environmentId }) => {
      const chosen = registry.choose(workspaceId, [environmentId]);
      if (!chosen.ok) return chosen;
      registry.change(workspaceId, (now) => ({
        ...now,
        environments: now.environments.filter(({ id }) => id !== environmentId),
      }));
      return ok({});
    }),

    'environments.check': implementStream(contract.check, async (input, emit, signal) => {
      const chosen = registry.choose(input.workspaceId, input.environmentIds);
      if (!chosen.ok) return chosen;
      const counts = await fanOut<Environment, WhoAmI>({
        items: chosen.value,
        parallel: access.parallel(),
        signal,
        work: (environment, each) => whoAmI(access.asAdmin(environment), each),
        settled: (environment, result) => emit(outcome(environment, result)),
      });
      return ok(counts);
    }),
  };
};

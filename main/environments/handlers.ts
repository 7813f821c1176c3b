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
  };

/** Answers `environments.*`. */
export const environmentsHandlers = (ports: EnvironmentsPorts) => {
  const { registry, access } = ports;

  const workspace = (id: WorkspaceId): Result<Workspace> => {
    const found = ports.workspaceOf(id);
    return found === null ? failed('not-found', { what: 'workspace', id }) : ok(found);
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
      const found = workspace(workspaceId);
      if (!found.ok) return found;
      const cloud = ports.cloudOf(found.value);
      if (cloud === null) return failed('not-found', { what: 'cloud', id: found.value.cloud });
      const merged = await discover(ports, found.value, cloud, emit, signal);
      return merged.ok ? ok({ ...merged.value, environments: [...merged.value.environments] }) : merged;
    }),

    'environments.add': implement(contract.add, async ({ workspaceId, text, name }, signal) => {
      const found = workspace(workspaceId);
      return found.ok ? addEnvironment(ports, found.value, text, name, signal) : found;
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

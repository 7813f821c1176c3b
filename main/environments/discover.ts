import { parseEnvironmentId } from '../../preload/contract/words/ids.ts';
import type { EventOf } from '../../preload/contract/index.ts';
import { appError, failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import type { FoundEnvironments } from '../power-platform/found-environment.ts';
import { listAdminEnvironments, listInstances } from '../power-platform/list-environments.ts';
import type { ListPorts } from '../power-platform/read-list.ts';
import { mergeDiscovered } from './merge-discovered.ts';
import type { Merged } from './merge-discovered.ts';
import { newId } from '../settings/new-id.ts';
import type { Registry } from './registry.ts';

type SourceEvent = EventOf<'environments.discover'>;

/** What discovery needs. */
export type DiscoverPorts = {
  readonly lists: ListPorts;
  readonly registry: Registry;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

const unreadableRows = (url: string, count: number): AppError | null =>
  count === 0
    ? null
    : appError('unexpected-answer', {
        host: new URL(url).host,
        status: 200,
        what: `${count} environments could not be read`,
      });

/**
 * Reads both lists at once and brings the workspace's registry up to date. One list that fails leaves a partial result, told by its
 * event; both failing is the failure of the whole.
 */
export const discover = async (
  ports: DiscoverPorts,
  workspace: Workspace,
  cloud: CloudRow,
  emit: (event: SourceEvent) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<Merged>> => {
  const report = async (
    source: SourceEvent['source'],
    url: string,
    reading: Promise<Result<FoundEnvironments>>,
  ): Promise<Result<FoundEnvironments>> => {
    const result = await reading;
    if (signal.aborted) return failed('cancelled');
    await emit(
      result.ok
        ? {
            source,
            found: result.value.environments.length,
            error: unreadableRows(url, result.value.unreadable),
          }
        : { source, found: 0, error: result.error },
    );
    return result;
  };

  const [discovery, admin] = await Promise.all([
    report('discovery', cloud.discovery, listInstances(ports.lists, cloud, workspace.id, signal)),
    report('admin', cloud.admin, listAdminEnvironments(ports.lists, cloud, workspace.id, signal)),
  ]);
  if (signal.aborted) return failed('cancelled');
  if (!discovery.ok && !admin.ok) return discovery;

  const now = new Date(ports.now()).toISOString();
  const merged = mergeDiscovered(
    {
      discovery: discovery.ok ? discovery.value.environments : null,
      admin: admin.ok ? admin.value.environments : null,
    },
    {
      workspaceId: workspace.id,
      cloud: workspace.cloud,
      tenantId: workspace.tenantId,
      existing: ports.registry.of(workspace.id).environments,
      now,
      newId: () => newId(parseEnvironmentId),
    },
  );
  const { environments } = ports.registry.change(workspace.id, (before) => ({
    ...before,
    discoveredAt: now,
    environments: [...merged.environments],
  }));
  return ok({ ...merged, environments });
};

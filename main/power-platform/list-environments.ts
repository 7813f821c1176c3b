import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import { readAdminEnvironment } from './admin-environments.ts';
import { collect } from './found-environment.ts';
import type { FoundEnvironments } from './found-environment.ts';
import { readInstance } from './instances.ts';
import { readList } from './read-list.ts';
import type { ListPorts } from './read-list.ts';

/** Reads one of the two lists as the workspace's admin. */
export type ListEnvironments = (
  ports: ListPorts,
  cloud: CloudRow,
  workspaceId: WorkspaceId,
  signal: AbortSignal,
) => Promise<Result<FoundEnvironments>>;

/**
 * Environments in which the person has a user, by global discovery (Microsoft Learn: discovery-service). Misses those where the user
 * is disabled or kept out by a security group.
 */
export const listInstances: ListEnvironments = async (ports, cloud, workspaceId, signal) => {
  const { origin } = new URL(cloud.discovery);
  const url = `${origin}/api/discovery/v2.0/Instances`;
  const rows = await readList(ports, { workspaceId, url, resource: origin, signal });
  return rows.ok ? ok(collect(rows.value.map((row) => readInstance(row, cloud)))) : rows;
};

/** Every environment of the tenant, for a Power Platform administrator, by the admin API. */
export const listAdminEnvironments: ListEnvironments = async (ports, cloud, workspaceId, signal) => {
  const { origin } = new URL(cloud.admin);
  const path = '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments';
  const url = `${origin}${path}?api-version=2023-06-01`;
  const rows = await readList(ports, { workspaceId, url, resource: cloud.adminResource, signal });
  return rows.ok ? ok(collect(rows.value.map((row) => readAdminEnvironment(row, cloud)))) : rows;
};

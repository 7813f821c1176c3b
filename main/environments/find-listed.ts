import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import type { FoundEnvironment } from '../power-platform/found-environment.ts';
import { listAdminEnvironments, listInstances } from '../power-platform/list-environments.ts';
import type { ListPorts } from '../power-platform/read-list.ts';

/**
 * Finds an environment by its name in the Power Platform or the id of its organization, in the lists that the signed-in admin can read:
 * an id alone does not say whose it is. Fails with `not-found`, or as the lists do when neither can be read.
 */
export const findListed = async (
  lists: ListPorts,
  cloud: CloudRow,
  workspaceId: WorkspaceId,
  id: string,
  signal: AbortSignal,
): Promise<Result<FoundEnvironment>> => {
  const [instances, admin] = await Promise.all([
    listInstances(lists, cloud, workspaceId, signal),
    listAdminEnvironments(lists, cloud, workspaceId, signal),
  ]);
  const listed = [instances, admin].flatMap((list) => (list.ok ? list.value.environments : []));
  const found = listed.find((one) => one.powerPlatformId === id || one.organizationId === id);
  if (found !== undefined) return ok(found);
  return instances.ok || admin.ok ? failed('not-found', { what: 'environment', id }) : instances;
};

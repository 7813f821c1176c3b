import type { Environment } from '../../preload/contract/environments.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseEnvironmentId } from '../../preload/contract/words/ids.ts';
import type { OrgUrl, TenantId } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { newId } from '../settings/new-id.ts';
import type { Registry } from './registry.ts';

/** Reads what a person pasted; `cloud` is null for a host that no cloud knows. */
type UnderstandUrl = (
  text: string,
) => Result<{ readonly url: OrgUrl; readonly cloud: CloudId | null; readonly region: string | null }>;

/** Asks an environment without a token whose it is; `challenge-missing` when it does not say. */
type AskTenant = (url: OrgUrl, signal: AbortSignal) => Promise<Result<{ readonly tenantId: TenantId }>>;

/** What adding by hand needs. */
export type AddPorts = {
  readonly registry: Registry;
  readonly understand: UnderstandUrl;
  readonly askTenant: AskTenant;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/**
 * Adds an environment that no list shows. It must belong to the workspace's cloud and tenant, so that a token of one client is never
 * asked for an environment of another. Fails with `url-not-understood`, `cloud-mismatch`, `tenant-mismatch`, `already-exists`,
 * `challenge-missing` or what the network said.
 */
export const addEnvironment = async (
  ports: AddPorts,
  workspace: Workspace,
  text: string,
  name: string,
  signal: AbortSignal,
): Promise<Result<Environment>> => {
  const understood = ports.understand(text);
  if (!understood.ok) return understood;
  const { url, cloud, region } = understood.value;
  const { host, hostname } = new URL(url);
  if (cloud !== workspace.cloud) return failed('cloud-mismatch', { host, cloud: workspace.cloud });
  const present = ports.registry.of(workspace.id).environments.find((one) => one.url === url);
  if (present !== undefined) return failed('already-exists', { what: 'environment', name: present.name });
  const asked = await ports.askTenant(url, signal);
  if (!asked.ok) return asked;
  const { tenantId } = asked.value;
  if (workspace.tenantId !== null && workspace.tenantId !== tenantId)
    return failed('tenant-mismatch', { expected: workspace.tenantId, actual: tenantId });
  const environment: Environment = {
    id: newId(parseEnvironmentId),
    workspaceId: workspace.id,
    name: name.trim() === '' ? (hostname.split('.')[0] ?? host) : name.trim(),
    url,
    uniqueName: null,
    organizationId: null,
    tenantId,
    cloud: workspace.cloud,
    region,
    type: 'Unknown',
    production: true,
    version: null,
    enabled: true,
    source: 'manual',
    isSystemAdministrator: null,
    lastSeen: new Date(ports.now()).toISOString(),
  };
  ports.registry.change(workspace.id, (now) => ({
    ...now,
    environments: [...now.environments.filter((one) => one.url !== url), environment],
  }));
  return ok(environment);
};

import type { Environment } from '../../preload/contract/environments.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Failed, Result } from '../../preload/contract/words/errors.ts';
import { parseEnvironmentId } from '../../preload/contract/words/ids.ts';
import type { OrgUrl, TenantId } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { isAuthorityOf } from '../clouds/authority-owner.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import { readEnvironmentName } from '../clouds/read-tenant.ts';
import type { FoundEnvironment } from '../power-platform/found-environment.ts';
import type { ListPorts } from '../power-platform/read-list.ts';
import { newId } from '../settings/new-id.ts';
import { findListed } from './find-listed.ts';
import type { Registry } from './registry.ts';

/** Reads what a person pasted; `cloud` is null for a host that no cloud knows. */
type UnderstandUrl = (
  text: string,
) => Result<{ readonly url: OrgUrl; readonly cloud: CloudId | null; readonly region: string | null }>;

/** Asks an environment without a token whose it is; `challenge-missing` when it does not say. */
type AskTenant = (
  url: OrgUrl,
  signal: AbortSignal,
) => Promise<Result<{ readonly tenantId: TenantId; readonly authority: string }>>;

/** What adding by hand needs. */
export type AddPorts = {
  readonly registry: Registry;
  readonly understand: UnderstandUrl;
  readonly askTenant: AskTenant;
  readonly lists: ListPorts;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Where the environment is, and what a list says of it if it was found there. */
type Target = {
  readonly url: OrgUrl;
  readonly region: string | null;
  readonly listed: FoundEnvironment | null;
};

const mismatch = (address: string, { id, name }: CloudRow): Failed =>
  failed('cloud-mismatch', { host: new URL(address).host, cloud: id, cloudName: name });

const targetOf = async (
  ports: AddPorts,
  workspace: Workspace,
  cloud: CloudRow,
  text: string,
  signal: AbortSignal,
): Promise<Result<Target>> => {
  const understood = ports.understand(text);
  if (understood.ok) {
    const { url, region } = understood.value;
    if (understood.value.cloud !== workspace.cloud) return mismatch(url, cloud);
    return ok({ url, region, listed: null });
  }
  const id = readEnvironmentName(text);
  if (id === null) return understood;
  const listed = await findListed(ports.lists, cloud, workspace.id, id, signal);
  return listed.ok
    ? ok({ url: listed.value.url, region: listed.value.region, listed: listed.value })
    : listed;
};

/**
 * Adds one environment by hand. It must belong to the workspace's cloud and tenant, so that a token of one client is never asked for an
 * environment of another: this is asked before any token is. Fails with `url-not-understood`, `cloud-mismatch`, `tenant-mismatch`,
 * `already-exists`, `not-found` (an id that no list has), `challenge-missing` or what the network said.
 */
export const addEnvironment = async (
  ports: AddPorts,
  workspace: Workspace,
  cloud: CloudRow,
  typed: { readonly text: string; readonly name: string },
  signal: AbortSignal,
): Promise<Result<Environment>> => {
  const target = await targetOf(ports, workspace, cloud, typed.text, signal);
  if (!target.ok) return target;
  const { listed, region, url } = target.value;
  const { host, hostname } = new URL(url);
  const present = ports.registry.of(workspace.id).environments.find((one) => one.url === url);
  if (present !== undefined) return failed('already-exists', { what: 'environment', name: present.name });
  const asked = await ports.askTenant(url, signal);
  if (!asked.ok) return asked;
  const { authority, tenantId } = asked.value;
  // With an authority of its own, a workspace has said that the usual one does not count.
  if (workspace.hosts.authority === undefined && !isAuthorityOf(authority, cloud))
    return mismatch(authority, cloud);
  if (workspace.tenantId !== null && workspace.tenantId !== tenantId)
    return failed('tenant-mismatch', { expected: workspace.tenantId, actual: tenantId });
  const name = typed.name.trim();
  const environment: Environment = {
    id: newId(parseEnvironmentId),
    workspaceId: workspace.id,
    name: name === '' ? (listed?.name ?? hostname.split('.')[0] ?? host) : name,
    url,
    uniqueName: listed?.uniqueName ?? null,
    organizationId: listed?.organizationId ?? null,
    tenantId,
    cloud: workspace.cloud,
    region,
    type: listed?.type ?? 'Unknown',
    guard: 'by-type',
    production: true,
    powerPlatformId: listed?.powerPlatformId ?? null,
    version: listed?.version ?? null,
    enabled: listed?.enabled ?? true,
    source: 'manual',
    isSystemAdministrator: listed?.isSystemAdministrator ?? null,
    lastSeen: new Date(ports.now()).toISOString(),
  };
  const { environments } = ports.registry.change(workspace.id, (now) => ({
    ...now,
    environments: [...now.environments.filter((one) => one.url !== url), environment],
  }));
  return ok(environments.find(({ id }) => id === environment.id) ?? environment);
};

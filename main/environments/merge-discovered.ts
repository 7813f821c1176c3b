import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentId, TenantId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { FoundEnvironment } from '../power-platform/found-environment.ts';

/** What both lists said; null for a list that could not be read. */
export type Discovered = {
  readonly discovery: readonly FoundEnvironment[] | null;
  readonly admin: readonly FoundEnvironment[] | null;
};

/** Where the found environments belong. */
export type MergeInto = {
  readonly workspaceId: WorkspaceId;
  readonly cloud: CloudId;
  readonly tenantId: TenantId | null;
  readonly existing: readonly Environment[];
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly newId: () => EnvironmentId;
};

/** The workspace's environments afterwards, and how they differ from before. */
export type Merged = {
  readonly environments: readonly Environment[];
  readonly added: number;
  readonly gone: number;
};

type Sourced = FoundEnvironment & { readonly source: 'discovery' | 'admin' };

type Identified = { readonly organizationId: string | null; readonly url: string };

/** The organization's id decides; a URL alone may have been given to another organization since. */
const same = (a: Identified, b: Identified): boolean =>
  a.organizationId !== null && b.organizationId !== null
    ? a.organizationId === b.organizationId
    : a.url === b.url;

const joined = (discovery: FoundEnvironment, admin: FoundEnvironment): Sourced => ({
  ...discovery,
  source: 'discovery',
  uniqueName: discovery.uniqueName ?? admin.uniqueName,
  organizationId: discovery.organizationId ?? admin.organizationId,
  tenantId: discovery.tenantId ?? admin.tenantId,
  region: discovery.region ?? admin.region,
  // The admin list tells a default environment from another production one.
  type: admin.type === 'Unknown' ? discovery.type : admin.type,
  version: discovery.version ?? admin.version,
  powerPlatformId: discovery.powerPlatformId ?? admin.powerPlatformId,
  enabled: discovery.enabled && admin.enabled,
});

const joinLists = ({ discovery, admin }: Discovered): readonly Sourced[] => {
  const found: Sourced[] = [];
  const add = (one: FoundEnvironment, source: Sourced['source']): void => {
    const at = found.findIndex((other) => same(one, other));
    const other = found[at];
    if (other === undefined) found.push({ ...one, source });
    else if (other.source === 'discovery' && source === 'admin') found[at] = joined(other, one);
  };
  for (const one of discovery ?? []) add(one, 'discovery');
  for (const one of admin ?? []) add(one, 'admin');
  return found;
};

/**
 * Joins the two lists with what the workspace knew. An environment keeps its id as long as its organization lives; one that was added by
 * hand stays; one is gone when the list that it came from was read and no longer has it. Rows of another tenant are left out:
 * nothing of one client belongs into another's workspace.
 */
export const mergeDiscovered = (lists: Discovered, into: MergeInto): Merged => {
  const { workspaceId, cloud, tenantId, existing, now, newId } = into;
  const found = joinLists(lists).filter(
    (one) => tenantId === null || one.tenantId === null || one.tenantId === tenantId,
  );
  const matched = new Set<EnvironmentId>();
  const current = found.map((one): Environment => {
    const known = existing.find((other) => !matched.has(other.id) && same(one, other));
    if (known !== undefined) matched.add(known.id);
    return {
      ...one,
      id: known?.id ?? newId(),
      workspaceId,
      cloud,
      tenantId: one.tenantId ?? known?.tenantId ?? tenantId,
      organizationId: one.organizationId ?? known?.organizationId ?? null,
      powerPlatformId: one.powerPlatformId ?? known?.powerPlatformId ?? null,
      guard: known?.guard ?? 'by-type',
      // Judged anew by the registry whenever it is read.
      production: known?.production ?? true,
      lastSeen: now,
    };
  });
  const unmatched = existing.filter((one) => !matched.has(one.id));
  const isGone = ({ source }: Environment): boolean => source !== 'manual' && lists[source] !== null;
  const kept = unmatched.filter((one) => !isGone(one));
  return {
    environments: [...current, ...kept],
    added: current.length - matched.size,
    gone: unmatched.length - kept.length,
  };
};

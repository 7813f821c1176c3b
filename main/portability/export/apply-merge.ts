import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import {
  parseAppProfileId,
  parseEnvironmentId,
  parseWorkspaceId,
} from '../../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { Registry } from '../../environments/registry.ts';
import type { StoredProfile } from '../../identity/app-profiles/document.ts';
import type { Profiles } from '../../identity/app-profiles/profiles.ts';
import { newId } from '../../settings/new-id.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Workspaces } from '../../workspaces/directory.ts';
import type { ExportedWorkspace } from './export-document.ts';
import type { AppStep, MergePlan, WorkspaceStep } from './plan-merge.ts';

/** Where what is imported goes. */
export type MergePorts = {
  readonly workspaces: Workspaces;
  readonly registry: Registry;
  readonly profiles: Profiles;
  readonly vault: Pick<Vault, 'put'>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
};

/** A name that no workspace has: two of the same would not be told apart. */
const freeName = (name: string, taken: readonly Workspace[]): string => {
  const isFree = (candidate: string): boolean =>
    taken.every((one) => one.name.toLowerCase() !== candidate.toLowerCase());
  const short = name.slice(0, 100);
  const candidates = [name, `${short} (imported)`];
  for (let count = 2; count <= taken.length + 2; count += 1) candidates.push(`${short} (imported ${count})`);
  return candidates.find(isFree) ?? name;
};

const addWorkspace = (workspaces: Workspaces, from: ExportedWorkspace): Workspace =>
  workspaces.add({
    ...from,
    hosts: {},
    id: workspaces.find(from.id) === null ? from.id : newId(parseWorkspaceId),
    name: freeName(from.name, workspaces.all()),
  });

const applyWorkspace = (
  { workspaces, registry, now }: MergePorts,
  { from, target, merge, add }: WorkspaceStep,
): Workspace | null => {
  if (merge === 'cloud-unknown') return null;
  const workspace = target ?? addWorkspace(workspaces, from);
  if (workspace.tenantId === null && from.tenantId !== null)
    workspaces.tenantFound(workspace.id, from.tenantId);
  if (add.length > 0)
    registry.change(workspace.id, (before) => ({
      ...before,
      environments: [
        ...before.environments,
        ...add.map((one) => ({
          ...one,
          id: newId(parseEnvironmentId),
          workspaceId: workspace.id,
          cloud: workspace.cloud,
          // Discovery has not seen it here: by hand, so that it stays until it is removed by hand.
          source: 'manual' as const,
          isSystemAdministrator: null,
          lastSeen: now(),
        })),
      ],
    }));
  return workspace;
};

const addApp = (profiles: Profiles, from: AppStep['from']): StoredProfile =>
  profiles.add({
    id: profiles.find(from.id).ok ? newId(parseAppProfileId) : from.id,
    name: from.name,
    clientId: from.clientId,
    homeTenantId: from.homeTenantId,
    credentials: [],
    current: null,
    workspaces: [],
    demo: from.demo,
  });

const applyCredential = async (
  { profiles, vault }: MergePorts,
  profile: StoredProfile,
  { from, merge, value }: AppStep['credentials'][number],
): Promise<Result<unknown>> => {
  const { id, keyId, ...rest } = from;
  switch (merge) {
    case 'present':
      return ok(null);
    case 'restored':
      return value === null ? ok(null) : vault.put(id, value);
    case 'enter':
    case 'unreadable':
      return profiles.change(profile.id, (now) => ({
        ...now,
        credentials: [...now.credentials.filter((one) => one.id !== id), { ...from, retiring: false }],
      }));
    case 'comes': {
      const taken = profiles.all().some(({ credentials }) => credentials.some((one) => one.id === id));
      const credential = { ...rest, value: value ?? '', ...(keyId === null ? {} : { keyId }) };
      return profiles.keep(profile.id, credential, { session: false, ...(taken ? {} : { as: id }) });
    }
  }
};

/** Does what the plan says, workspace by workspace and app by app; what a step adds stays when a later one fails. */
export const applyMerge = async (
  ports: MergePorts,
  plan: MergePlan,
  signal: AbortSignal,
): Promise<Result<readonly Workspace[]>> => {
  const places = new Map<WorkspaceId, Workspace>();
  for (const step of plan.workspaces) {
    const workspace = applyWorkspace(ports, step);
    if (workspace !== null) places.set(step.from.id, workspace);
  }
  for (const step of plan.apps) {
    if (signal.aborted) return failed('cancelled');
    const profile = step.target ?? addApp(ports.profiles, step.from);
    // Apps of the demo cloud are good for nothing in a real tenant, and the other way round.
    const uses = step.uses.flatMap((id) => places.get(id) ?? []).filter(({ demo }) => demo === profile.demo);
    const linked = ports.profiles.change(profile.id, (now) => ({
      ...now,
      homeTenantId: now.homeTenantId ?? step.from.homeTenantId,
      workspaces: [...new Set([...now.workspaces, ...uses.map(({ id }) => id)])],
    }));
    if (!linked.ok) return linked;
    for (const credential of step.credentials) {
      const applied = await applyCredential(ports, profile, credential);
      if (!applied.ok) return applied;
    }
  }
  return ok([...places.values()]);
};

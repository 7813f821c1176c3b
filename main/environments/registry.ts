import type { Environment } from '../../preload/contract/environments.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Document } from '../settings/document.ts';
import type { EnvironmentsDocument, WorkspaceEnvironments } from './document.ts';

/** The environments that each workspace knows. Every question names its workspace: there is no list across clients. */
export type Registry = {
  readonly of: (workspaceId: WorkspaceId) => WorkspaceEnvironments;
  /** The named ones in the workspace's order, all for an empty list; `not-found` when one is not of this workspace. */
  readonly choose: (
    workspaceId: WorkspaceId,
    ids: readonly EnvironmentId[],
  ) => Result<readonly Environment[]>;
  readonly change: (
    workspaceId: WorkspaceId,
    change: (now: WorkspaceEnvironments) => WorkspaceEnvironments,
  ) => WorkspaceEnvironments;
  /** Forgets a workspace with everything in it. */
  readonly forget: (workspaceId: WorkspaceId) => void;
};

const byName = (a: Environment, b: Environment): number =>
  a.name.localeCompare(b.name) || a.url.localeCompare(b.url);

/** Makes it over the document. */
export const createRegistry = (document: Document<EnvironmentsDocument>): Registry => {
  const of: Registry['of'] = (workspaceId) =>
    document.get().workspaces.find((one) => one.workspaceId === workspaceId) ?? {
      workspaceId,
      discoveredAt: null,
      environments: [],
    };

  return {
    of,
    choose: (workspaceId, ids) => {
      const { environments } = of(workspaceId);
      const known = new Set(environments.map(({ id }) => id));
      const stranger = ids.find((id) => !known.has(id));
      if (stranger !== undefined) return failed('not-found', { what: 'environment', id: stranger });
      const wanted = new Set(ids);
      return ok(ids.length === 0 ? environments : environments.filter(({ id }) => wanted.has(id)));
    },
    change: (workspaceId, change) => {
      const next = change(of(workspaceId));
      const sorted = { ...next, environments: next.environments.toSorted(byName) };
      document.update((now) => ({
        workspaces: [...now.workspaces.filter((one) => one.workspaceId !== workspaceId), sorted],
      }));
      return sorted;
    },
    forget: (workspaceId) => {
      document.update((now) => ({
        workspaces: now.workspaces.filter((one) => one.workspaceId !== workspaceId),
      }));
    },
  };
};

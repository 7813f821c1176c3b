import type { Environment } from '../../preload/contract/environments.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { PRODUCTION_TYPES } from '../../preload/contract/words/status.ts';
import type { EnvironmentType } from '../../preload/contract/words/status.ts';
import type { Document } from '../settings/document.ts';
import type { EnvironmentsDocument, WorkspaceEnvironments } from './document.ts';
import { isProduction } from './is-production.ts';

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

/** What the registry asks about a workspace, whose room stands beside this one. */
type ProductionTypesOf = (
  workspaceId: WorkspaceId,
) => { readonly productionTypes: readonly EnvironmentType[] } | null;

/** Makes it over the document. What counts as production is judged when it is read: nothing stored can be out of date. */
export const createRegistry = (
  document: Document<EnvironmentsDocument>,
  workspaceOf: ProductionTypesOf,
): Registry => {
  const of: Registry['of'] = (workspaceId) => {
    const kept = document.get().workspaces.find((one) => one.workspaceId === workspaceId);
    if (kept === undefined) return { workspaceId, discoveredAt: null, environments: [] };
    const types = workspaceOf(workspaceId)?.productionTypes ?? PRODUCTION_TYPES;
    return {
      ...kept,
      environments: kept.environments.map((one) => ({ ...one, production: isProduction(one, types) })),
    };
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
      return of(workspaceId);
    },
    forget: (workspaceId) => {
      document.update((now) => ({
        workspaces: now.workspaces.filter((one) => one.workspaceId !== workspaceId),
      }));
    },
  };
};

import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { TenantId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { Document } from '../settings/document.ts';
import type { WorkspacesDocument } from './document.ts';

/** The workspaces; what other rooms ask about one (its tenant, whether it is read-only) they ask here. */
export type Workspaces = {
  readonly all: () => readonly Workspace[];
  readonly find: (id: WorkspaceId) => Workspace | null;
  readonly add: (workspace: Workspace) => Workspace;
  readonly change: (id: WorkspaceId, change: (now: Workspace) => Workspace) => Result<Workspace>;
  /** Moves one in the order; beyond the end is the end. */
  readonly move: (id: WorkspaceId, to: number) => Result<readonly Workspace[]>;
  readonly remove: (id: WorkspaceId) => void;
  /** Notes the tenant that a sign-in found; a tenant that is known already never changes. */
  readonly tenantFound: (id: WorkspaceId, tenantId: TenantId) => void;
};

/** Makes them over the document. */
export const createWorkspaces = (document: Document<WorkspacesDocument>): Workspaces => {
  const all = () => document.get().workspaces;
  const find: Workspaces['find'] = (id) => all().find((one) => one.id === id) ?? null;

  const change: Workspaces['change'] = (id, how) => {
    const now = find(id);
    if (now === null) return failed('not-found', { what: 'workspace', id });
    const next = how(now);
    document.update(({ workspaces }) => ({
      workspaces: workspaces.map((one) => (one.id === id ? next : one)),
    }));
    return ok(next);
  };

  return {
    all,
    find,
    change,
    add: (workspace) => {
      document.update(({ workspaces }) => ({ workspaces: [...workspaces, workspace] }));
      return workspace;
    },
    move: (id, to) => {
      const moved = find(id);
      if (moved === null) return failed('not-found', { what: 'workspace', id });
      const others = all().filter((one) => one.id !== id);
      return ok(document.update(() => ({ workspaces: others.toSpliced(to, 0, moved) })).workspaces);
    },
    remove: (id) => {
      document.update(({ workspaces }) => ({ workspaces: workspaces.filter((one) => one.id !== id) }));
    },
    tenantFound: (id, tenantId) => {
      change(id, (now) => ({ ...now, tenantId: now.tenantId ?? tenantId }));
    },
  };
};

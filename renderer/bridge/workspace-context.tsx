import { createContext, useContext } from 'react';
import type { Workspace } from '../../preload/contract/workspaces.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

export const WorkspaceProvider = WorkspaceContext.Provider;

/** The workspace that the page is about. Throws on a page that belongs to none, which is a bug. */
export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace needs a workspace page above it');
  return workspace;
};

/** The workspace that the page is about, or null on pages above workspaces (settings, the first-run door). */
export const useWorkspaceOrNone = (): Workspace | null => useContext(WorkspaceContext);

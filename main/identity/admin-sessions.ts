import { failed } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Vault } from '../vault/vault.ts';
import { createWorkspaceAccounts } from './workspace-accounts.ts';
import type { WorkspaceAccounts } from './workspace-accounts.ts';

/** The sign-ins of all workspaces; none ever sees another's. */
export type AdminSessions = {
  readonly of: (workspaceId: WorkspaceId) => WorkspaceAccounts;
  /** Resolves when the newest state of every sign-in is in the vault. */
  readonly settled: () => Promise<void>;
};

/** Makes the sessions over the vault; nothing is read before the first question. */
export const createAdminSessions = (vault: Vault): AdminSessions => {
  const held = new Map<WorkspaceId, WorkspaceAccounts>();
  return {
    of: (workspaceId) => {
      const accounts = held.get(workspaceId) ?? createWorkspaceAccounts(vault, `sign-in-${workspaceId}`);
      held.set(workspaceId, accounts);
      return accounts;
    },
    settled: async () => {
      await Promise.all([...held.values()].map(({ saved }) => saved()));
    },
  };
};

/** The error of everything that needs a sign-in which is not there. */
export const signInNeeded = (workspace: string) => failed('sign-in-needed', { workspace });

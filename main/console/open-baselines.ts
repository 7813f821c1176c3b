import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { createBaselineBook } from '../fleet/baseline/baseline-book.ts';
import { baselineHandlers } from '../fleet/baseline/handlers.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { Vault } from '../vault/vault.ts';
import type { Workspaces } from '../workspaces/directory.ts';
import { appNameOf } from './app-name-of.ts';

/** The baselines of all workspaces: their methods, and how a workspace's own is forgotten with it. */
export const openBaselines = (rooms: {
  readonly vault: Vault;
  readonly identity: Pick<Identity, 'profilesOf'>;
  readonly workspaces: Workspaces;
  readonly environments: EnvironmentAccess;
  readonly now: () => number;
}) => {
  const book = createBaselineBook(rooms.vault);
  const isWorkspace = (id: WorkspaceId): boolean => rooms.workspaces.find(id) !== null;
  const appName = appNameOf(rooms.workspaces, rooms.identity);
  return { forget: book.forget, handlers: baselineHandlers({ ...rooms, book, appName, isWorkspace }) };
};

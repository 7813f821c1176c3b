import type { ClientId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { EnvironmentAccess } from '../../dataverse/environment-access.ts';
import type { BaselineBook } from './baseline-book.ts';

/** What baselines need from the rest of the console. */
export type BaselinePorts = {
  readonly environments: EnvironmentAccess;
  readonly book: BaselineBook;
  readonly isWorkspace: (id: WorkspaceId) => boolean;
  /** The app profile's name; null when no profile has this client id. */
  readonly appName: (clientId: ClientId) => string | null;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import type { Clock } from '../http/clock.ts';
import type { ActivityJournal } from './journal/activity-journal.ts';
import type { ActorOf } from './journal/record-to-journal.ts';
import type { TenantPorts } from './tenant/tenant-ports.ts';

/** What the fleet needs from the rest of the console. */
export type FleetPorts = {
  readonly environments: EnvironmentAccess;
  /** Null when there is no such workspace. */
  readonly workspace: (id: WorkspaceId) => Workspace | null;
  /** The app profile's name; null when no profile has this client id. */
  readonly appName: (clientId: ClientId) => string | null;
  readonly tenant: TenantPorts;
  readonly journal: ActivityJournal;
  readonly actorOf: ActorOf;
  /** Saves a text where the person chooses, and tells the path; null when they do not. */
  readonly saveText: (suggestedName: string, text: string) => Promise<string | null>;
  readonly clock: Clock;
};

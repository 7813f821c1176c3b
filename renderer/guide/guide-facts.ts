import type { ActivityEntry } from '../../preload/contract/activity.ts';
import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { ConsentRow } from '../../preload/contract/consent.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { OperationSummary } from '../../preload/contract/fleet.ts';
import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';

/** Something read from main: its value, why it could not be read, or neither yet. */
export type Known<Value> = { readonly value: Value | undefined; readonly error: AppError | null };

/** What the console knows of a workspace without asking any service. */
export type GuideFacts = {
  readonly workspace: Workspace;
  readonly workspaces: readonly Workspace[];
  readonly account: {
    readonly username: string | null;
    readonly state: 'loading' | 'signed-out' | 'signed-in' | 'expired';
  };
  readonly environments: Known<readonly Environment[]>;
  readonly profiles: Known<readonly AppProfile[]>;
  readonly operations: Known<readonly OperationSummary[]>;
  readonly activity: Known<readonly ActivityEntry[]>;
  /** How each app stands with the consent of the workspace's tenant. */
  readonly consents: Known<readonly Pick<ConsentRow, 'appProfileId' | 'workspaceId' | 'state'>[]>;
  /** Application users as far as they were read in this session, and the environments that have answered fully. */
  readonly users: readonly Pick<ApplicationUser, 'environmentId' | 'clientId' | 'state' | 'roles'>[];
  readonly answered: ReadonlySet<EnvironmentId>;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

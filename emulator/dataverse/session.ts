import type { Access } from './access/access.ts';
import type { SignIn } from './access/group-membership.ts';
import type { PermissionCache } from './access/permission-cache.ts';
import type { Preferences } from './preferences.ts';
import type { RowAllowance } from './query/row-allowance.ts';
import type { Row } from './schema/value.ts';
import type { DataversePorts, DataverseRequest } from './seam.ts';
import type { Environment } from './store/environment.ts';

/** Makes what a write names by its id in the directory and the environment does not have yet; null for what the directory does not know. */
export type Arrivals = {
  person(objectId: string): Row | null;
  /** The team of a group, for one kind of its members. */
  groupTeam(groupId: string, membershipType: number): Row | null;
};

/** What lives as long as an environment does. */
export type EnvironmentState = {
  readonly environment: Environment;
  readonly ports: DataversePorts;
  readonly permissions: PermissionCache;
  readonly arrivals: Arrivals;
  /** What groups those who signed in were in then, by object id. */
  readonly signIns: Map<string, SignIn>;
};

/** Everything that answering one request of a known user needs. */
export type Session = EnvironmentState & {
  readonly request: DataverseRequest;
  readonly access: Access;
  /** Row of whoever acts on behalf of `access.user`; null: the user itself. */
  readonly actingUserId: string | null;
  readonly preferences: Preferences;
  readonly allowance: RowAllowance;
};

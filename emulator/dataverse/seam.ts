import type { DataverseRules } from './uncertain-rules.ts';

/** The principal behind a validated access token; user or service principal, never both. */
export type Caller = {
  readonly kind: 'app' | 'user';
  /** Claim `tid`. */
  readonly tenantId: string;
  /** Claim `oid`: the user's or the service principal's object id in that tenant. */
  readonly objectId: string;
  /** Claim `appid`: the client that asked for the token. */
  readonly appId: string;
  readonly username?: string;
  /** Claim `uti`: which token it is. */
  readonly tokenId?: string;
};

/** One request below `/api/data/v9.x`, already authenticated. */
export type DataverseRequest = {
  readonly method: string;
  /** Path below `/api/data/v9.x` with its leading slash, still percent-encoded. */
  readonly path: string;
  /** Raw query string without the question mark. */
  readonly query: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `<origin or path form>/api/data/v9.2`, no trailing slash: the root of every link in the answer. */
  readonly serviceRoot: string;
  readonly caller: Caller;
  /** In a batch: addresses of records made before in the same change set, by the content id of the request that made them. */
  readonly references?: ReadonlyMap<string, string>;
};

/** The answer to one request. */
export type DataverseResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A service principal as the directory of one tenant knows it. */
export type DirectoryServicePrincipal = {
  readonly objectId: string;
  readonly displayName: string;
  readonly enabled: boolean;
};

/** A user as the directory of one tenant knows it. */
export type DirectoryUser = {
  readonly objectId: string;
  readonly displayName: string;
  readonly username: string;
  readonly enabled: boolean;
  readonly guest: boolean;
};

/** A group as the directory of one tenant knows it. */
export type DirectoryGroup = {
  readonly displayName: string;
  readonly kind: 'security' | 'microsoft365';
  /** Object ids, with those of the groups in it. */
  readonly members: readonly string[];
  readonly owners: readonly string[];
};

/** A group that somebody is in, or owns. */
export type GroupPlace = {
  readonly groupId: string;
  readonly as: 'member' | 'owner';
  /** Not through another group. */
  readonly direct: boolean;
};

/** A service principal that was deleted once, as it is now; it may have been restored. */
export type OnceDeletedPrincipal = {
  readonly objectId: string;
  readonly state: 'exists' | 'softDeleted' | 'missing';
  /** Milliseconds since the epoch. */
  readonly deletedOn: number;
};

/** What Dataverse asks the directory. `null` means: not in that tenant. */
export type DirectoryLookup = {
  servicePrincipal(tenantId: string, appId: string): DirectoryServicePrincipal | null;
  user(tenantId: string, objectId: string): DirectoryUser | null;
  onceDeletedPrincipals(tenantId: string): readonly OnceDeletedPrincipal[];
  group(tenantId: string, objectId: string): DirectoryGroup | null;
  groupsOf(tenantId: string, objectId: string): readonly GroupPlace[];
  /** Groups that were deleted and are not there again. */
  deletedGroups(tenantId: string): readonly string[];
};

/** What an environment needs from its surroundings. */
export type DataversePorts = {
  readonly directory: DirectoryLookup;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Seconds until a change of permissions is seen by access checks; 0 is at once. Read at each use, so that it may change. */
  readonly lagSeconds: number;
  /** What was chosen for rules that nobody could confirm. */
  readonly rules?: DataverseRules;
};

/** Facts of one environment that discovery services publish too. */
export type OrganizationFacts = {
  readonly organizationId: string;
  readonly environmentId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly urlName: string;
  readonly uniqueName: string;
  readonly version: string;
  readonly geo: string;
};

/** What a person is in an environment: enabled, and System Administrator or not. */
export type Membership = 'administrator' | 'user';

/** One running environment. `handle` answers every request, also a malformed one, and never throws. */
export type DataverseEnvironment = {
  handle(request: DataverseRequest): DataverseResponse;
  /** Makes an app that the directory knows a System Administrator; false where it cannot be one. */
  addAdministrator(appId: string): boolean;
  /** Makes a person whom the directory knows a user without roles; false where they cannot be one. */
  addPerson(objectId: string): boolean;
  /** What the person with this object id is here; `null` for somebody without an enabled row. */
  membershipOf(objectId: string): Membership | null;
  /** Remembers all data; the answer takes it back, as often as it is called. */
  snapshot(): () => void;
  readonly organization: OrganizationFacts;
};

import type { Restorable } from '../scenario/restorable.ts';
import { guidOf } from '../seed/deterministic.ts';
import type { DirectoryLookup, GroupPlace } from '../dataverse/seam.ts';
import { createCredentialLag } from './credential-lag.ts';
import type { CredentialLagPorts } from './credential-lag.ts';
import { placesOf, transitiveMembersOf } from './memberships.ts';
import type {
  Account,
  AppRegistration,
  AppRoleAssignment,
  DeletedItem,
  Group,
  PermissionGrant,
  ServicePrincipal,
  Tenant,
} from './records.ts';

/** Everything that the directory of the demo cloud holds. */
export type DirectoryRecords = {
  readonly tenants: readonly Tenant[];
  readonly apps: readonly AppRegistration[];
  readonly servicePrincipals: readonly ServicePrincipal[];
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly grants: readonly PermissionGrant[];
  readonly roleAssignments: readonly AppRoleAssignment[];
};

/** What Graph, consent and sign-in may change. A record is replaced as a whole; nobody changes one in place. */
export type DirectoryChanges = {
  /** Adds an app, or replaces the one with the same client id together with its credentials and owners. */
  saveApp(app: AppRegistration): void;
  /** Takes an app away with the service principal of its home tenant; those of other tenants stay (Learn: delete-recover-faq). Both can be restored. */
  removeApp(appId: string): void;
  /** Adds the service principal of an app in a tenant, or replaces it. */
  savePrincipal(principal: ServicePrincipal): void;
  /** Takes a service principal away; consents and roles of it and at it are not seen until it is restored (Learn: restore-application, "previous configurations"). */
  removePrincipal(tenantId: string, appId: string): void;
  /** Adds a group, or replaces it with its members and owners. */
  saveGroup(group: Group): void;
  /** Takes a group away; it can be restored (Learn: group-delete). */
  removeGroup(group: Group): void;
  /** Brings something back as it was, an application without its service principal (Learn: directory-deleteditems-restore). */
  restore(item: DeletedItem): void;
  /** Takes it away for good. */
  purge(item: DeletedItem): void;
  saveGrant(grant: PermissionGrant): void;
  removeGrant(id: string): void;
  saveRoleAssignment(assignment: AppRoleAssignment): void;
  removeRoleAssignment(id: string): void;
};

/** Tenants, apps, people and consents; also what Dataverse asks when it makes a user row. */
export type Directory = DirectoryLookup &
  Restorable & {
    /** All records as they are now. */
    readonly records: DirectoryRecords;
    readonly changes: DirectoryChanges;
    /** What a tenant has deleted within thirty days; then it is gone (Learn: directory-deleteditems-list). */
    deleted(tenantId: string): readonly DeletedItem[];
    /** A new id: the same in every run that makes the same things in the same order. */
    newId(): string;
    /** By id or verified domain, in any case. */
    tenant(idOrDomain: string): Tenant | null;
    app(appId: string): AppRegistration | null;
    /**
     * The app with the credentials that count at the token endpoint of a tenant now: its own and those of its service principal there; `null`
     * stands for an endpoint of all tenants. All of it may lag behind (see the ports).
     */
    appAtSignIn(appId: string, tenantId: string | null): AppRegistration | null;
    principal(tenantId: string, appId: string): ServicePrincipal | null;
    /** The same as far as the token endpoint knows it already. */
    principalAtSignIn(tenantId: string, appId: string): ServicePrincipal | null;
    account(username: string): Account | null;
    accountById(tenantId: string, objectId: string): Account | null;
  };

/** When new objects are seen beyond Graph. */
export type ObjectLagPorts = {
  /**
   * Milliseconds until the token endpoint and Dataverse know an app or a service principal that was made; 0 is at once. Microsoft Entra ID
   * answers AADSTS700016 and 7000229 until then, and Dataverse finds no such app. Read at each use.
   */
  readonly objectLag: number;
};

/** How long what was deleted can be restored, in milliseconds. */
const restorable = 30 * 86_400_000;

const key = (...parts: readonly string[]): string => parts.join('/').toLowerCase();

function refill<T>(map: Map<string, T>, from: ReadonlyMap<string, T>): void {
  map.clear();
  for (const [name, value] of from) {
    map.set(name, value);
  }
}

/** Starts from the seed's records, which stay as they are. */
export function createDirectory(
  seed: DirectoryRecords,
  ports: CredentialLagPorts & ObjectLagPorts,
): Directory {
  const tenants = new Map<string, Tenant>();
  for (const tenant of seed.tenants) {
    tenants.set(key(tenant.id), tenant).set(key(tenant.domain), tenant);
  }
  let made = 0;
  const apps = new Map(seed.apps.map((app) => [key(app.appId), app]));
  const principals = new Map(seed.servicePrincipals.map((one) => [key(one.tenantId, one.appId), one]));
  const groups = new Map(seed.groups.map((one) => [key(one.objectId), one]));
  const grants = new Map(seed.grants.map((grant) => [key(grant.id), grant]));
  const assignments = new Map(seed.roleAssignments.map((one) => [key(one.id), one]));
  const byName = new Map(seed.accounts.map((account) => [key(account.username), account]));
  const byId = new Map(seed.accounts.map((account) => [key(account.tenantId, account.objectId), account]));
  const deleted = new Map<string, DeletedItem>();
  /** Service principals by object id, whatever became of them after they were deleted. */
  const onceDeleted = new Map<string, Extract<DeletedItem, { readonly kind: 'servicePrincipal' }>>();
  const onceDeletedGroups = new Map<string, Group>();
  /** In which groups somebody is, as Dataverse asks with every request; forgotten with any change of a group. */
  const places = new Map<string, readonly GroupPlace[]>();
  const lag = createCredentialLag(ports);

  const removePrincipal = (tenantId: string, appId: string): void => {
    const principal = principals.get(key(tenantId, appId));
    principals.delete(key(tenantId, appId));
    if (principal !== undefined) {
      const item = { kind: 'servicePrincipal', record: principal, deletedOn: ports.now() } as const;
      deleted.set(principal.objectId, item);
      onceDeleted.set(principal.objectId, item);
    }
  };
  const isDeleted = (objectId: string): boolean => deleted.has(objectId);
  const forget = ({ kind, record }: DeletedItem): void => {
    const { objectId } = record;
    if (kind !== 'servicePrincipal') return;
    for (const { id, clientId, resourceId } of grants.values()) {
      if (clientId === objectId || resourceId === objectId) grants.delete(key(id));
    }
    for (const { id, principalId, resourceId } of assignments.values()) {
      if (principalId === objectId || resourceId === objectId) assignments.delete(key(id));
    }
  };
  const changes: DirectoryChanges = {
    saveApp: (app) => {
      lag.changed(app.objectId, apps.get(key(app.appId)) ?? null, app);
      apps.set(key(app.appId), app);
    },
    removeApp: (appId) => {
      const app = apps.get(key(appId));
      if (app !== undefined) {
        removePrincipal(app.tenantId, appId);
        apps.delete(key(appId));
        deleted.set(app.objectId, { kind: 'application', record: app, deletedOn: ports.now() });
      }
    },
    savePrincipal: (principal) => {
      const { objectId, tenantId, appId } = principal;
      lag.changed(objectId, principals.get(key(tenantId, appId)) ?? null, principal);
      principals.set(key(principal.tenantId, principal.appId), principal);
    },
    removePrincipal,
    saveGroup: (group) => {
      places.clear();
      groups.set(key(group.objectId), group);
    },
    removeGroup: (group) => {
      places.clear();
      groups.delete(key(group.objectId));
      deleted.set(group.objectId, { kind: 'group', record: group, deletedOn: ports.now() });
      onceDeletedGroups.set(group.objectId, group);
    },
    restore: ({ kind, record }) => {
      deleted.delete(record.objectId);
      switch (kind) {
        case 'application':
          apps.set(key(record.appId), record);
          break;
        case 'servicePrincipal':
          principals.set(key(record.tenantId, record.appId), record);
          break;
        case 'group':
          places.clear();
          groups.set(key(record.objectId), record);
      }
    },
    purge: (item) => {
      deleted.delete(item.record.objectId);
      forget(item);
    },
    saveGrant: (grant) => {
      grants.set(key(grant.id), grant);
    },
    removeGrant: (id) => {
      grants.delete(key(id));
    },
    saveRoleAssignment: (assignment) => {
      assignments.set(key(assignment.id), assignment);
    },
    removeRoleAssignment: (id) => {
      assignments.delete(key(id));
    },
  };
  const everybody = (): Pick<DirectoryRecords, 'accounts' | 'servicePrincipals' | 'groups'> => ({
    accounts: seed.accounts,
    servicePrincipals: [...principals.values()],
    groups: [...groups.values()],
  });
  const known = <T extends { readonly createdOn: number }>(made: T | null): T | null =>
    made !== null && made.createdOn + ports.objectLag <= ports.now() ? made : null;
  const principalOf = (tenantId: string, appId: string): ServicePrincipal | null =>
    principals.get(key(tenantId, appId)) ?? null;
  const appOf = (appId: string): AppRegistration | null => apps.get(key(appId)) ?? null;
  const isRestorable = ({ deletedOn }: DeletedItem): boolean => ports.now() < deletedOn + restorable;
  return {
    get records() {
      return {
        tenants: seed.tenants,
        apps: [...apps.values()],
        servicePrincipals: [...principals.values()],
        accounts: seed.accounts,
        groups: [...groups.values()],
        grants: [...grants.values()].filter((one) => !isDeleted(one.clientId) && !isDeleted(one.resourceId)),
        roleAssignments: [...assignments.values()].filter(
          (one) => !isDeleted(one.principalId) && !isDeleted(one.resourceId),
        ),
      };
    },
    changes,
    deleted: (tenantId) =>
      [...deleted.values()].filter((item) => item.record.tenantId === tenantId && isRestorable(item)),
    newId: () => {
      made += 1;
      return guidOf('made in the directory', made);
    },
    snapshot: () => {
      const kept = [new Map(apps), new Map(principals), new Map(grants), new Map(assignments)] as const;
      const keptGroups = new Map(groups);
      const keptOnceDeletedGroups = new Map(onceDeletedGroups);
      const keptDeleted = new Map(deleted);
      const keptOnceDeleted = new Map(onceDeleted);
      const keptCount = made;
      const restoreLag = lag.snapshot();
      return () => {
        refill(apps, kept[0]);
        refill(principals, kept[1]);
        refill(grants, kept[2]);
        refill(assignments, kept[3]);
        places.clear();
        refill(groups, keptGroups);
        refill(onceDeletedGroups, keptOnceDeletedGroups);
        refill(deleted, keptDeleted);
        refill(onceDeleted, keptOnceDeleted);
        made = keptCount;
        restoreLag();
      };
    },
    tenant: (idOrDomain) => tenants.get(key(idOrDomain)) ?? null,
    app: appOf,
    appAtSignIn: (appId, tenantId) => {
      const app = known(appOf(appId));
      if (app === null) {
        return null;
      }
      const principal = tenantId === null ? null : known(principalOf(tenantId, appId));
      const holders = [app, ...(principal === null ? [] : [principal])].map(lag.credentialsOf);
      return {
        ...app,
        secrets: holders.flatMap(({ secrets }) => secrets),
        certificates: holders.flatMap(({ certificates }) => certificates),
      };
    },
    principal: principalOf,
    principalAtSignIn: (tenantId, appId) => known(principalOf(tenantId, appId)),
    account: (username) => byName.get(key(username)) ?? null,
    accountById: (tenantId, objectId) => byId.get(key(tenantId, objectId)) ?? null,
    servicePrincipal: (tenantId, appId) => known(principalOf(tenantId, appId)),
    user: (tenantId, objectId) => {
      const account = byId.get(key(tenantId, objectId));
      return account === undefined ? null : { ...account, guest: account.home !== null };
    },
    group: (tenantId, objectId) => {
      const group = groups.get(key(objectId));
      if (group === undefined || group.tenantId !== tenantId) return null;
      const { displayName, owners, unified } = group;
      const members = transitiveMembersOf(everybody(), group);
      return { displayName, kind: unified ? 'microsoft365' : 'security', members, owners };
    },
    groupsOf: (tenantId, objectId) => {
      const known = places.get(key(tenantId, objectId));
      if (known !== undefined) return known;
      const found = placesOf([...groups.values()], tenantId, objectId);
      places.set(key(tenantId, objectId), found);
      return found;
    },
    deletedGroups: (tenantId) =>
      [...onceDeletedGroups.values()]
        .filter((group) => group.tenantId === tenantId && !groups.has(key(group.objectId)))
        .map(({ objectId }) => objectId),
    onceDeletedPrincipals: (tenantId) =>
      [...onceDeleted.values()]
        .filter(({ record }) => record.tenantId === tenantId)
        .map((item) => {
          const { objectId, appId } = item.record;
          const exists = principalOf(tenantId, appId)?.objectId === objectId;
          const kept = deleted.has(objectId) && isRestorable(item);
          return {
            objectId,
            state: exists ? 'exists' : kept ? 'softDeleted' : 'missing',
            deletedOn: item.deletedOn,
          };
        }),
  };
}

import type { DirectoryRecords } from '../directory/directory.ts';
import { membersOf } from '../directory/memberships.ts';
import { applicationEntity } from './application-entity.ts';
import { graphFaults } from './graph-fault.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { groupEntity } from './group-entity.ts';
import { mustRead, mustReadGroups, mustReadPeople } from './permissions.ts';
import { principalEntity } from './service-principal-entity.ts';
import { userEntity } from './user-entity.ts';

/** The far end of a relationship. */
export type Related = { readonly '@odata.type': string; readonly id: string };

/** An object as it was at one time. */
export type TrackedObject = {
  readonly type: TrackedType;
  readonly entity: Entity;
  /** Lists of objects that it is bound to, by name. */
  readonly relations: Readonly<Record<string, readonly Related[]>>;
};

type Kind = {
  readonly mustRead: (call: GraphCall) => void;
  /** The objects of the caller's tenant in the directory as the call sees it. */
  readonly objects: (call: GraphCall) => readonly Omit<TrackedObject, 'type'>[];
};

const inTenant = (call: GraphCall) => (one: { readonly tenantId: string }) =>
  one.tenantId === call.caller.tenantId;

function related(
  { accounts, servicePrincipals }: DirectoryRecords,
  ids: readonly string[],
): readonly Related[] {
  const people = new Set(accounts.map(({ objectId }) => objectId));
  const principals = new Set(servicePrincipals.map(({ objectId }) => objectId));
  return ids.map((id) => ({
    '@odata.type': `#microsoft.graph.${people.has(id) ? 'user' : principals.has(id) ? 'servicePrincipal' : 'group'}`,
    id,
  }));
}

const kinds = {
  application: {
    mustRead,
    objects: (call) =>
      call.cloud.directory.records.apps
        .filter(inTenant(call))
        .map((app) => ({ entity: applicationEntity(call, app), relations: {} })),
  },
  servicePrincipal: {
    mustRead,
    objects: (call) =>
      call.cloud.directory.records.servicePrincipals
        .filter(inTenant(call))
        .map((one) => ({ entity: principalEntity(call, one), relations: {} })),
  },
  group: {
    mustRead: mustReadGroups,
    objects: (call) => {
      const { records } = call.cloud.directory;
      return records.groups.filter(inTenant(call)).map((group) => ({
        entity: groupEntity(call, group),
        relations: {
          members: related(records, membersOf(records, group)),
          owners: related(records, group.owners),
        },
      }));
    },
  },
  user: {
    mustRead: (call) => mustReadPeople(call, null),
    objects: (call) =>
      call.cloud.directory.records.accounts
        .filter(inTenant(call))
        .map((account) => ({ entity: userEntity(call, account), relations: {} })),
  },
  oAuth2PermissionGrant: {
    mustRead,
    objects: (call) =>
      call.cloud.directory.records.grants
        .filter(inTenant(call))
        .map(({ tenantId: _tenantId, ...grant }) => ({ entity: grant, relations: {} })),
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** What changes are told of. */
export type TrackedType = keyof typeof kinds;

/** Types that a tenant of the demo cloud has no object of. */
const unpopulated: ReadonlySet<string> = new Set(['administrativeunit', 'device', 'orgcontact']);

/** Sets with a delta function, by their name in lower case (Learn: delta-query-overview, supported resources). */
export const deltaSets: ReadonlyMap<
  string,
  { readonly set: string; readonly types: readonly TrackedType[] }
> = new Map([
  ['applications', { set: 'applications', types: ['application'] }],
  ['serviceprincipals', { set: 'servicePrincipals', types: ['servicePrincipal'] }],
  ['groups', { set: 'groups', types: ['group'] }],
  ['users', { set: 'users', types: ['user'] }],
  ['oauth2permissiongrants', { set: 'oauth2PermissionGrants', types: ['oAuth2PermissionGrant'] }],
  [
    'directoryobjects',
    { set: 'directoryObjects', types: ['application', 'servicePrincipal', 'group', 'user'] },
  ],
]);

/** What a delta query is about. */
export type DeltaScope = {
  readonly types: readonly TrackedType[];
  /** `null` for all of them. */
  readonly ids: readonly string[] | null;
};

/** As many ids as one query may name (Learn: group-delta, directoryobject-delta). */
const mostIds = 50;

const unsupported = (types: readonly TrackedType[], property = 'id') =>
  graphFaults.filterUnsupported(property, types.length > 1 ? 'directoryObject' : (types[0] ?? ''));

/** Understands `$filter`: ids, and for objects of any type `isof('microsoft.graph.user')`, joined by `or`; both together is what both name. */
export function readScope(types: readonly TrackedType[], filter: string | null): DeltaScope {
  if (filter === null) return { types, ids: null };
  const ids: string[] = [];
  const named: string[] = [];
  for (const part of filter.split(/\s+or\s+/)) {
    const id = /^\s*id\s+eq\s+'([0-9a-f-]{36})'\s*$/i.exec(part)?.[1];
    const type = types.length > 1 ? /^\s*isof\('microsoft\.graph\.(\w+)'\)\s*$/i.exec(part)?.[1] : undefined;
    if (id !== undefined) ids.push(id.toLowerCase());
    else if (type !== undefined) named.push(type.toLowerCase());
    else throw unsupported(types, /^\s*(\w+)/.exec(part)?.[1]);
  }
  const wanted = types.filter((type) => named.includes(type.toLowerCase()));
  const unknown = named.find(
    (name) => !unpopulated.has(name) && !types.some((type) => type.toLowerCase() === name),
  );
  if (unknown !== undefined || ids.length > mostIds) {
    throw unsupported(types);
  }
  return { types: named.length === 0 ? types : wanted, ids: ids.length === 0 ? null : ids };
}

/** Refuses who may not read all that a query is about. */
export function mustReadScope(call: GraphCall, { types }: DeltaScope): void {
  for (const type of types) kinds[type].mustRead(call);
}

/** The objects of a query by their ids, in the directory as it was. */
export function objectsAt(
  call: GraphCall,
  records: DirectoryRecords,
  { types, ids }: DeltaScope,
): ReadonlyMap<string, TrackedObject> {
  const { directory } = call.cloud;
  const apps = new Map(records.apps.map((app) => [app.appId, app]));
  const then: GraphCall = {
    ...call,
    cloud: {
      ...call.cloud,
      directory: { ...directory, records, app: (appId) => apps.get(appId.toLowerCase()) ?? null },
    },
  };
  const objects = types.flatMap((type) =>
    kinds[type].objects(then).map((one): TrackedObject => ({ ...one, type })),
  );
  return new Map(
    objects
      .map((one) => [String(one.entity['id']), one] as const)
      .filter(([id]) => ids === null || ids.includes(id)),
  );
}

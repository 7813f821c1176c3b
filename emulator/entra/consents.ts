import type { Cloud } from '../cloud.ts';
import type { Account, AppRegistration, ServicePrincipal } from '../directory/records.ts';
import { principalIdOf } from '../seed/app-plan.ts';
import { guidOf } from '../seed/deterministic.ts';
import { isFirstParty } from './first-party-clients.ts';
import type { FirstParty, Resource } from './resources.ts';
import { namedBy } from './scopes.ts';
import type { RequestedScope } from './scopes.ts';

/** Application ids of the resources' service principals; discovery belongs to Dataverse. */
export const resourceApps: Readonly<Record<FirstParty, string>> = {
  dataverse: '00000007-0000-0000-c000-000000000000',
  discovery: '00000007-0000-0000-c000-000000000000',
  graph: '00000003-0000-0000-c000-000000000000',
  powerApps: '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
  powerPlatform: '8578e004-a5c6-46e7-913e-12f58912df43',
  tokenExchange: 'fb60f99c-7a34-4190-8149-302f77469936',
  azure: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  adminCentre: '74658136-14ec-4630-ad9b-26e160ff0fc6',
};

/** Object id of a resource's service principal in a tenant. */
export const resourcePrincipalId = (tenantId: string, kind: FirstParty): string =>
  guidOf('service principal', tenantId, resourceApps[kind]);

/** What a permission lets an app do, as the consent page words it, and who may consent to it. */
export type PermissionWords = { readonly text: string; readonly adminOnly: boolean };

const wordsByName: Readonly<Record<string, PermissionWords>> = {
  user_impersonation: { text: 'Access Common Data Service as organization users', adminOnly: false },
  User: { text: 'Access the PowerApps Service API', adminOnly: false },
  'Authorization.RBAC.Manage': { text: 'Manage Power Platform role assignments', adminOnly: false },
  'Authorization.RBAC.Read': { text: 'Read Power Platform role assignments', adminOnly: false },
  'EnvironmentManagement.Environments.Read': { text: 'Read Power Platform environments', adminOnly: false },
  'User.Read': { text: 'Sign you in and read your profile', adminOnly: false },
  'Calendars.Read': { text: 'Read your calendars', adminOnly: false },
  'Mail.Read': { text: 'Read your mail', adminOnly: false },
  'Mail.Send': { text: 'Send mail as you', adminOnly: false },
  'User.Read.All': { text: "Read all users' full profiles", adminOnly: true },
  'AuditLog.Read.All': { text: 'Read audit log data', adminOnly: true },
  'Application.Read.All': { text: 'Read applications', adminOnly: true },
  'Application.ReadWrite.All': { text: 'Read and write all applications', adminOnly: true },
  'DelegatedPermissionGrant.ReadWrite.All': { text: 'Manage delegated permission grants', adminOnly: true },
  'AppRoleAssignment.ReadWrite.All': {
    text: 'Manage app permission grants and app role assignments',
    adminOnly: true,
  },
  'Directory.Read.All': { text: 'Read directory data', adminOnly: true },
  'Directory.AccessAsUser.All': { text: 'Access the directory as you', adminOnly: true },
  'User.ReadWrite.All': { text: "Read and write all users' full profiles", adminOnly: true },
  'Group.Read.All': { text: 'Read all groups', adminOnly: true },
  'Group.ReadWrite.All': { text: 'Read and write all groups', adminOnly: true },
  'GroupMember.Read.All': { text: 'Read group memberships', adminOnly: true },
  'GroupMember.ReadWrite.All': { text: 'Read and write group memberships', adminOnly: true },
  'RoleManagement.Read.Directory': { text: 'Read directory RBAC settings', adminOnly: true },
};

/** Those of Microsoft's services (Learn: permissions-reference). */
export const permissionWords: ReadonlyMap<string, PermissionWords> = new Map(Object.entries(wordsByName));

/**
 * Permissions of a resource that the app may use for this person: consented to for everybody or by the person, or such as the resource
 * leaves to the app without consent (Learn: preAuthorizedApplication resource).
 */
export function consentedTo(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  resource: Resource,
): readonly string[] {
  const client = cloud.directory.principal(account.tenantId, app.appId);
  const given = cloud.directory.records.grants
    .filter((grant) => grant.clientId === client?.objectId && grant.resourceId === resource.principalId)
    .filter((grant) => grant.principalId === null || grant.principalId === account.objectId)
    .flatMap((grant) => grant.scope.split(' '));
  const free = resource.preAuthorized(app.appId);
  return resource.delegated.filter((name) => given.includes(name) || free.includes(name));
}

/** Delegated permissions of a resource that the app's registration lists. */
const registeredFor = (app: AppRegistration, resource: Resource): readonly string[] =>
  app.requiredResourceAccess
    .filter(({ resourceAppId }) => resourceAppId.toLowerCase() === resource.appId)
    .flatMap(({ resourceAccess }) => resourceAccess)
    .flatMap(({ id, type }) => (type === 'Scope' ? (resource.nameOf(id.toLowerCase()) ?? []) : []));

/**
 * Permissions that were asked for. `.default` asks for what was consented to before, and when that is nothing, for what the registration
 * lists (Learn: scopes-oidc, "The .default scope"), or everything that a person may consent to when it lists nothing.
 */
export function wantedPermissions(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  resource: Resource,
  asked: RequestedScope,
): readonly string[] {
  const given = consentedTo(cloud, app, account, resource);
  const listed = registeredFor(app, resource);
  const byDefault =
    given.length > 0
      ? given
      : listed.length > 0
        ? listed
        : resource.delegated.filter((name) => !resource.words(name).adminOnly);
  const wanted = asked.permissions.flatMap((name) =>
    name === '.default' ? byDefault : [namedBy(resource, name) ?? name],
  );
  return [...new Set(wanted)];
}

/** Those of them that were not consented to. */
export function missingConsent(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  resource: Resource,
  asked: RequestedScope,
): readonly string[] {
  const given = consentedTo(cloud, app, account, resource);
  return wantedPermissions(cloud, app, account, resource, asked).filter((name) => !given.includes(name));
}

/**
 * Whether a permission is missing that nobody here can consent to: what Microsoft's own apps may do at Microsoft's services the owners of
 * those decide (AADSTS65002).
 */
export const isForOwners = (app: AppRegistration, resource: Resource): boolean =>
  isFirstParty(app) && resource.kind !== 'app';

/** The service principal is what consent leaves behind; one that is there stays as it is, also when it is disabled. */
export function ensurePrincipal(cloud: Cloud, app: AppRegistration, tenantId: string): ServicePrincipal {
  const known = cloud.directory.principal(tenantId, app.appId);
  if (known !== null) {
    return known;
  }
  const made: ServicePrincipal = {
    objectId: principalIdOf(tenantId, app),
    appId: app.appId,
    tenantId,
    displayName: app.displayName,
    ownerTenantId: app.tenantId,
    enabled: true,
    createdOn: cloud.now(),
    assignmentRequired: false,
    blocked: false,
    secrets: [],
    certificates: [],
    owners: [],
    described: {},
    managedIdentity: null,
  };
  cloud.directory.changes.savePrincipal(made);
  return made;
}

/** Writes a consent down: for everybody in the tenant, or for the person alone. */
export function giveConsent(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  consent: {
    /** Object id of the resource's service principal. */
    readonly resourceId: string;
    readonly permissions: readonly string[];
    readonly everybody: boolean;
  },
): void {
  const { tenantId, objectId } = account;
  const client = ensurePrincipal(cloud, app, tenantId);
  const principalId = consent.everybody ? null : objectId;
  const { resourceId } = consent;
  const twin = cloud.directory.records.grants.find(
    (grant) =>
      grant.clientId === client.objectId &&
      grant.resourceId === resourceId &&
      grant.principalId === principalId,
  );
  const before = twin?.scope.split(' ') ?? [];
  cloud.directory.changes.saveGrant({
    id: twin?.id ?? guidOf('grant', client.objectId, resourceId, principalId ?? 'everybody'),
    tenantId,
    clientId: client.objectId,
    consentType: consent.everybody ? 'AllPrincipals' : 'Principal',
    principalId,
    resourceId,
    scope: [...new Set([...before, ...consent.permissions])].join(' '),
  });
}

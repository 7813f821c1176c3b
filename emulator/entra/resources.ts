import type { Cloud } from '../cloud.ts';
import type { AppRegistration, AppRole } from '../directory/records.ts';
import { canonicalUrl, hosts } from '../server/address.ts';
import { graphRoles } from './app-roles.ts';
import { permissionWords, resourceApps, resourcePrincipalId } from './consents.ts';
import type { PermissionWords } from './consents.ts';
import { preAuthorizedByOwner } from './first-party-clients.ts';
import { wantedClaims } from './optional-claims.ts';
import type { WantedClaims } from './optional-claims.ts';
import { servicePermissions } from './service-permissions.ts';

/** Microsoft's own services. */
export type FirstParty =
  | 'dataverse'
  | 'graph'
  | 'powerApps'
  | 'powerPlatform'
  | 'discovery'
  | 'tokenExchange'
  | 'azure'
  | 'adminCentre';

/** Where tokens are taken as assertions, by its identifier (Learn: workload-identity-federation-config-app-trust-managed-identity). */
export const tokenExchange = 'api://AzureADTokenExchange';

/** A service that tokens are made for. */
export type Resource = {
  /** `app` for one that a tenant has registered itself. */
  readonly kind: FirstParty | 'app';
  /** Its client id: claim `aud` of version 2. */
  readonly appId: string;
  /** Version of the access tokens that it takes; those of Microsoft's services here take version 1, but for the token exchange. */
  readonly tokenVersion: 'v1' | 'v2';
  /** Claim `aud` of version 1: the identifier that was asked for, in canonical form. */
  readonly audience: string;
  /** The identifier as the client wrote it, which scopes in the answer repeat. */
  readonly requested: string;
  /** Delegated permissions that a user token for it carries. */
  readonly delegated: readonly string[];
  /** The delegated permission of that id in its registration. */
  readonly nameOf: (id: string) => string | undefined;
  /** Names of those that an app may use without anybody's consent. */
  readonly preAuthorized: (appId: string) => readonly string[];
  /** Roles that are told in tokens for it. */
  readonly appRoles: readonly AppRole[];
  /** What its tokens have besides; `null` for Microsoft's own services, whose tokens are as they are seen. */
  readonly wanted: WantedClaims | null;
  readonly words: (permission: string) => PermissionWords;
  /** Object id of its service principal in the tenant. */
  readonly principalId: string;
};

/** Graph, by the name that it has where a request names no resource: as seen in `aud` and `scope`. */
export const graphId = '00000003-0000-0000-c000-000000000000';

const olderGraphId = '00000002-0000-0000-c000-000000000000';

/**
 * Azure AD Graph, which is retired: what tokens of version 1 are for where a request names no resource (seen of apps that sign themselves in;
 * DuendeArchive/IdentityModel, issue 74; MicrosoftDocs/azure-docs, issue 64495). Nothing here takes them.
 */
export const olderGraph: Resource = {
  kind: 'app',
  appId: olderGraphId,
  tokenVersion: 'v1',
  audience: olderGraphId,
  requested: olderGraphId,
  delegated: [],
  nameOf: () => undefined,
  preAuthorized: () => [],
  appRoles: [],
  wanted: null,
  words: (name) => ({ text: name, adminOnly: false }),
  principalId: olderGraphId,
};

/** Application ids of the first-party resources (Learn: verify-first-party-apps-sign-in). */
const resourceIds: ReadonlyMap<string, FirstParty> = new Map([
  ['00000007-0000-0000-c000-000000000000', 'dataverse'],
  [graphId, 'graph'],
  ['475226c6-020e-4fb2-8a90-7a972cbfc1d4', 'powerApps'],
  ['8578e004-a5c6-46e7-913e-12f58912df43', 'powerPlatform'],
  [tokenExchange.toLowerCase(), 'tokenExchange'],
  ['797f4846-ba00-4fd7-ba43-dac1f8f63013', 'azure'],
  ['74658136-14ec-4630-ad9b-26e160ff0fc6', 'adminCentre'],
]);

const delegatedPermissions: Readonly<Record<FirstParty, readonly string[]>> = {
  dataverse: ['user_impersonation'],
  discovery: ['user_impersonation'],
  graph: [
    'User.Read',
    'Calendars.Read',
    'Mail.Read',
    'Mail.Send',
    'User.Read.All',
    'AuditLog.Read.All',
    'Application.Read.All',
    'Application.ReadWrite.All',
    'DelegatedPermissionGrant.ReadWrite.All',
    'Directory.Read.All',
    'Directory.AccessAsUser.All',
    'User.ReadWrite.All',
    'AppRoleAssignment.ReadWrite.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'GroupMember.Read.All',
    'GroupMember.ReadWrite.All',
    'RoleManagement.Read.Directory',
  ],
  powerApps: ['User'],
  // Learn: programmability-permission-reference.
  powerPlatform: [
    'Authorization.RBAC.Manage',
    'Authorization.RBAC.Read',
    'EnvironmentManagement.Environments.Read',
  ],
  tokenExchange: [],
  azure: ['user_impersonation'],
  adminCentre: ['user_impersonation'],
};

function kindOfHost(cloud: Cloud, tenantId: string, host: string): FirstParty | null {
  const own = cloud.site.names.own(host);
  switch (own) {
    case hosts.graph:
      return 'graph';
    case hosts.bap:
    case hosts.powerApps:
      return 'powerApps';
    case hosts.powerPlatform:
      return 'powerPlatform';
    case hosts.discovery:
      return 'discovery';
    case hosts.resourceManager:
      return 'azure';
    default:
      return cloud.environments.byHost(own)?.seed.tenantId === tenantId ? 'dataverse' : null;
  }
}

function kindOf(cloud: Cloud, tenantId: string, text: string): FirstParty | null {
  const host = /^https:\/\/([a-z0-9.-]+)\/?$/.exec(text)?.[1];
  return resourceIds.get(text) ?? (host === undefined ? null : kindOfHost(cloud, tenantId, host));
}

/** Whether an identifier names Graph. */
export const isGraph = (cloud: Cloud, requested: string): boolean =>
  kindOf(cloud, '', canonicalUrl(cloud.site, requested).toLowerCase()) === 'graph';

/** An app of the tenant, or one that it has a service principal of, by its client id or one of its identifier URIs (Learn: application, `identifierUris`). */
function ownApi(
  cloud: Cloud,
  tenantId: string,
  name: string,
): { readonly app: AppRegistration; readonly principalId: string } | null {
  const { directory } = cloud;
  const app = directory.records.apps.find(
    ({ appId, identifierUris }) =>
      appId === name || identifierUris.some((uri) => uri.toLowerCase() === name.replace(/\/$/, '')),
  );
  const principal = app === undefined ? null : directory.principalAtSignIn(tenantId, app.appId);
  return app === undefined || principal === null ? null : { app, principalId: principal.objectId };
}

/**
 * The resource that an identifier names inside a tenant: an origin (canonical or in path form, with or without a
 * trailing slash, which `aud` keeps) or an application id. `null` when the tenant has no such resource: an environment
 * of another tenant is not found, as AADSTS500011 has it.
 */
export function findResource(cloud: Cloud, tenantId: string, requested: string): Resource | null {
  const text = canonicalUrl(cloud.site, requested).toLowerCase();
  const kind = kindOf(cloud, tenantId, text);
  if (kind !== null) {
    return {
      kind,
      appId: resourceApps[kind],
      // As tokens of managed identities for it are seen.
      tokenVersion: kind === 'tokenExchange' ? 'v2' : 'v1',
      audience: text,
      requested,
      delegated: delegatedPermissions[kind],
      nameOf: (id) => servicePermissions[kind].find((one) => one.id === id)?.name,
      preAuthorized: (client) => preAuthorizedByOwner(client, kind),
      appRoles: kind === 'graph' ? graphRoles : [],
      wanted: null,
      words: (name) =>
        kind === 'azure'
          ? { text: 'Access Azure Service Management as organization users', adminOnly: false }
          : (permissionWords.get(name) ?? { text: name, adminOnly: false }),
      principalId: resourcePrincipalId(tenantId, kind),
    };
  }
  const api = ownApi(cloud, tenantId, text);
  if (api === null) {
    return null;
  }
  const scopes = api.app.scopes.filter(({ isEnabled }) => isEnabled);
  return {
    kind: 'app',
    appId: api.app.appId,
    tokenVersion: api.app.accessTokenVersion === 2 ? 'v2' : 'v1',
    audience: text,
    requested,
    delegated: scopes.map(({ value }) => value),
    nameOf: (id) => scopes.find((one) => one.id === id)?.value,
    preAuthorized: (appId) => {
      const ids = api.app.preAuthorized
        .filter((one) => one.appId === appId)
        .flatMap(({ permissionIds }) => permissionIds);
      return scopes.filter(({ id }) => ids.includes(id)).map(({ value }) => value);
    },
    appRoles: api.app.appRoles,
    wanted: wantedClaims(api.app, 'accessToken'),
    words: (name) => {
      const scope = scopes.find(({ value }) => value === name);
      return {
        text: scope?.userConsentDisplayName ?? scope?.adminConsentDisplayName ?? name,
        adminOnly: scope?.type === 'Admin',
      };
    },
    principalId: api.principalId,
  };
}

/** Whether an audience names this app: its client id, or one of its identifier URIs. */
export const isAudience = ({ appId, identifierUris }: AppRegistration, audience: string): boolean =>
  audience === appId || identifierUris.some((uri) => uri.toLowerCase() === audience.replace(/\/$/, ''));

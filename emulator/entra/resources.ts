import type { Cloud } from '../cloud.ts';
import { canonicalUrl, hosts } from '../server/address.ts';

/** A service that tokens are made for. */
export type Resource = {
  readonly kind: 'dataverse' | 'graph' | 'powerApps' | 'discovery';
  /** Claim `aud`: the identifier that was asked for, in canonical form. */
  readonly audience: string;
  /** The identifier as the client wrote it, which scopes in the answer repeat. */
  readonly requested: string;
  /** Delegated permissions that a user token for it carries. */
  readonly delegated: readonly string[];
};

/** Application ids of the first-party resources (Learn: verify-first-party-apps-sign-in). */
const resourceIds: Readonly<Record<string, Resource['kind']>> = {
  '00000007-0000-0000-c000-000000000000': 'dataverse',
  '00000003-0000-0000-c000-000000000000': 'graph',
  '475226c6-020e-4fb2-8a90-7a972cbfc1d4': 'powerApps',
};

const delegatedPermissions: Readonly<Record<Resource['kind'], readonly string[]>> = {
  dataverse: ['user_impersonation'],
  discovery: ['user_impersonation'],
  graph: [
    'User.Read',
    'User.Read.All',
    'Application.Read.All',
    'Application.ReadWrite.All',
    'DelegatedPermissionGrant.ReadWrite.All',
    'Directory.Read.All',
    'AppRoleAssignment.ReadWrite.All',
  ],
  powerApps: ['User'],
};

function kindOfHost(cloud: Cloud, tenantId: string, host: string): Resource['kind'] | null {
  switch (host) {
    case hosts.graph:
      return 'graph';
    case hosts.bap:
    case hosts.powerApps:
      return 'powerApps';
    case hosts.discovery:
      return 'discovery';
    default:
      return cloud.environments.byHost(host)?.seed.tenantId === tenantId ? 'dataverse' : null;
  }
}

/**
 * The resource that an identifier names inside a tenant: an origin (canonical or in path form, with or without a
 * trailing slash, which `aud` keeps) or an application id. `null` when the tenant has no such resource: an environment
 * of another tenant is not found, as AADSTS500011 has it.
 */
export function findResource(cloud: Cloud, tenantId: string, requested: string): Resource | null {
  const text = canonicalUrl(cloud.site, requested).toLowerCase();
  const byId = resourceIds[text];
  if (byId !== undefined) {
    return { kind: byId, audience: text, requested, delegated: delegatedPermissions[byId] };
  }
  const host = /^https:\/\/([a-z0-9.-]+)\/?$/.exec(text)?.[1];
  const kind = host === undefined ? null : kindOfHost(cloud, tenantId, host);
  return kind === null ? null : { kind, audience: text, requested, delegated: delegatedPermissions[kind] };
}

import type { Cloud } from '../../cloud.ts';
import type { AppRegistration } from '../../directory/records.ts';
import { hosts } from '../../server/address.ts';
import { graphRoles } from '../app-roles.ts';
import { resourcePrincipalId } from '../consents.ts';
import { findResource } from '../resources.ts';
import type { FirstParty } from '../resources.ts';
import { readUserScope } from '../scopes.ts';
import type { ConsentRequest } from './consent-request.ts';

/** A permission as an administrator reads it, and what consenting to it gives: a delegated permission, or an app role. */
export type AskedPermission = {
  readonly text: string;
  readonly grants: { readonly resourceId: string; readonly name: string } | null;
  readonly role?: { readonly resourceId: string; readonly id: string };
};

type Known = { readonly type: 'Scope' | 'Role'; readonly name: string; readonly text: string };

const resources: Readonly<
  Record<string, { readonly kind: FirstParty; readonly permissions: Readonly<Record<string, Known>> }>
> = {
  '00000007-0000-0000-c000-000000000000': {
    kind: 'dataverse',
    permissions: {
      '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4': {
        type: 'Scope',
        name: 'user_impersonation',
        text: 'Access Common Data Service as organization users',
      },
    },
  },
  '475226c6-020e-4fb2-8a90-7a972cbfc1d4': {
    kind: 'powerApps',
    permissions: {
      '0eb56b90-a7b5-43b5-9402-8137a8083e90': {
        type: 'Scope',
        name: 'User',
        text: 'Access the PowerApps Service API',
      },
    },
  },
  '00000003-0000-0000-c000-000000000000': {
    kind: 'graph',
    permissions: {
      'e1fe6dd8-ba31-4d61-89e7-88639da4683d': {
        type: 'Scope',
        name: 'User.Read',
        text: 'Sign in and read user profile',
      },
      'c79f8feb-a9db-4090-85f9-90d820caa0eb': {
        type: 'Scope',
        name: 'Application.Read.All',
        text: 'Read applications',
      },
      'bdfbf15f-ee85-4955-8675-146e8e5296b5': {
        type: 'Scope',
        name: 'Application.ReadWrite.All',
        text: 'Read and write all applications',
      },
      '41ce6ca6-6826-4807-84f1-1c82854f7ee5': {
        type: 'Scope',
        name: 'DelegatedPermissionGrant.ReadWrite.All',
        text: 'Manage all delegated permission grants',
      },
      '06da0dbc-49e2-44d2-8312-53f166ab848a': {
        type: 'Scope',
        name: 'Directory.Read.All',
        text: 'Read directory data',
      },
      '84bccea3-f856-4a8a-967b-dbe0a3d53a64': {
        type: 'Scope',
        name: 'AppRoleAssignment.ReadWrite.All',
        text: 'Manage app permission grants and app role assignments',
      },
      ...Object.fromEntries(
        graphRoles.map(({ id, value, displayName }): [string, Known] => [
          id,
          { type: 'Role', name: value ?? id, text: displayName },
        ]),
      ),
    },
  },
};

/** Delegated permissions by their names, as administrators read them. */
const adminTexts: ReadonlyMap<string, string> = new Map(
  Object.values(resources)
    .flatMap(({ permissions }) => Object.values(permissions))
    .filter(({ type }) => type === 'Scope')
    .map(({ name, text }) => [name, text]),
);

/** Scopes of the sign-in itself, as the page words them (Learn: scopes-oidc, "OpenID Connect scopes"). */
const signInTexts: Readonly<Record<string, string>> = {
  openid: 'Sign users in',
  profile: "View users' basic profile",
  email: "View users' email address",
  offline_access: 'Maintain access to data you have given it access to',
};

/** A permission of an app that the tenant has registered itself. */
function ofOwnApi(cloud: Cloud, tenantId: string, resourceAppId: string, id: string): AskedPermission {
  const api = cloud.directory.app(resourceAppId);
  const scope = api?.scopes.find((one) => one.id === id);
  const role = api?.appRoles.find((one) => one.id === id);
  const principal = cloud.directory.principal(tenantId, resourceAppId);
  if (role !== undefined && principal !== null) {
    return { text: role.displayName, grants: null, role: { resourceId: principal.objectId, id } };
  }
  return scope === undefined || principal === null
    ? { text: `Permission ${id} of ${resourceAppId}`, grants: null }
    : {
        text: scope.adminConsentDisplayName ?? scope.value,
        grants: { resourceId: principal.objectId, name: scope.value },
      };
}

/** A record's own value: what clients name may be called as what every object has. */
const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const ofRegistration = (cloud: Cloud, tenantId: string, app: AppRegistration): readonly AskedPermission[] =>
  app.requiredResourceAccess.flatMap(({ resourceAppId, resourceAccess }) =>
    resourceAccess.map(({ id, type }): AskedPermission => {
      const resource = own(resources, resourceAppId.toLowerCase());
      const known = resource === undefined ? undefined : own(resource.permissions, id.toLowerCase());
      if (resource === undefined || known === undefined) {
        return ofOwnApi(cloud, tenantId, resourceAppId, id);
      }
      return {
        text: known.text,
        grants:
          type === 'Scope'
            ? { resourceId: resourcePrincipalId(tenantId, resource.kind), name: known.name }
            : null,
        ...(known.type === 'Role' && type === 'Role'
          ? { role: { resourceId: resourcePrincipalId(tenantId, resource.kind), id: id.toLowerCase() } }
          : {}),
      };
    }),
  );

/**
 * What an administrator is asked for: v1 asks for everything in the registration, v2 for its scopes, of which `.default` stands for
 * everything in the registration (Learn: v2-admin-consent, `scope`; application-consent-experience).
 */
export function askedPermissions(
  cloud: Cloud,
  app: AppRegistration,
  tenantId: string,
  request: Pick<ConsentRequest, 'version' | 'scope'>,
): readonly AskedPermission[] {
  const scope = readUserScope(request.scope, `https://${hosts.graph}`);
  if (request.version === 'v1' || !scope.ok || scope.value.permissions.includes('.default')) {
    return ofRegistration(cloud, tenantId, app);
  }
  const { permissions } = scope.value;
  const resource = scope.value.resource === null ? null : findResource(cloud, tenantId, scope.value.resource);
  const signIn = request.scope.split(' ').flatMap((word) => own(signInTexts, word) ?? []);
  return [
    ...signIn.map((text) => ({ text, grants: null })),
    ...permissions.map((name) => ({
      text: adminTexts.get(name) ?? resource?.words(name).text ?? name,
      grants: resource === null ? null : { resourceId: resource.principalId, name },
    })),
  ];
}

import type { Cloud } from '../../cloud.ts';
import type { AppRegistration } from '../../directory/records.ts';
import { graphRoles } from '../app-roles.ts';
import { resourceApps, resourcePrincipalId } from '../consents.ts';
import { findResource } from '../resources.ts';
import type { FirstParty, Resource } from '../resources.ts';
import { namedBy } from '../scopes.ts';
import { readUserScope } from '../user-scope.ts';
import { servicePermissions } from '../service-permissions.ts';
import type { ConsentRequest } from './consent-request.ts';

/** A permission as an administrator reads it, and what consenting to it gives: a delegated permission, or an app role. */
export type AskedPermission = {
  readonly text: string;
  readonly grants: { readonly resourceId: string; readonly name: string } | null;
  readonly role?: { readonly resourceId: string; readonly id: string };
};

type Known = { readonly type: 'Scope' | 'Role'; readonly name: string; readonly text: string };

type KnownResource = { readonly kind: FirstParty; readonly permissions: Readonly<Record<string, Known>> };

const knownRoles = graphRoles.map(({ id, value, displayName }): [string, Known] => [
  id,
  { type: 'Role', name: value ?? id, text: displayName },
]);

const resources: Readonly<Record<string, KnownResource>> = Object.fromEntries(
  (['dataverse', 'powerApps', 'azure', 'graph'] as const).map((kind): [string, KnownResource] => [
    resourceApps[kind],
    {
      kind,
      permissions: Object.fromEntries([
        ...servicePermissions[kind].map(({ id, name, text }): [string, Known] => [
          id,
          { type: 'Scope', name, text },
        ]),
        ...(kind === 'graph' ? knownRoles : []),
      ]),
    },
  ]),
);

/** A delegated permission of one of Microsoft's services, as administrators read it. */
const adminText = (kind: Resource['kind'], name: string): string | undefined =>
  kind === 'app' ? undefined : servicePermissions[kind].find((one) => one.name === name)?.text;

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
  const scope = readUserScope(cloud, request.scope);
  if (request.version === 'v1' || !scope.ok || scope.value.permissions.includes('.default')) {
    return ofRegistration(cloud, tenantId, app);
  }
  const { permissions } = scope.value;
  const resource = scope.value.resource === null ? null : findResource(cloud, tenantId, scope.value.resource);
  const signIn = request.scope.split(' ').flatMap((word) => own(signInTexts, word) ?? []);
  return [
    ...signIn.map((text) => ({ text, grants: null })),
    ...permissions.map((asked) => {
      const name = (resource === null ? undefined : namedBy(resource, asked)) ?? asked;
      return {
        text: adminText(resource?.kind ?? 'graph', name) ?? resource?.words(name).text ?? name,
        grants: resource === null ? null : { resourceId: resource.principalId, name },
      };
    }),
  ];
}

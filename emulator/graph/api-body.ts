import type { ApiScope, AppRegistration, AppRole, PreAuthorizedApp } from '../directory/records.ts';
import { permissionIdsName } from './application-entity.ts';
import { graphFaults } from './graph-fault.ts';
import { isEntity, named } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What an app is called as a resource: a URI, and no other app is called so (Learn: identifier-uri-restrictions). */
export function identifierUrisIn(call: GraphCall, app: AppRegistration, value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    throw graphFaults.badProperty('identifierUris');
  }
  const { directory } = call.cloud;
  return value.map((uri: unknown) => {
    if (typeof uri !== 'string' || uri.length > 255 || !URL.canParse(uri) || uri.endsWith('/')) {
      throw graphFaults.badProperty('identifierUris');
    }
    const taken = directory.records.apps.some(
      (one) =>
        one.objectId !== app.objectId &&
        one.identifierUris.some((other) => other.toLowerCase() === uri.toLowerCase()),
    );
    if (taken) {
      throw graphFaults.uriTaken();
    }
    return uri;
  });
}

/**
 * What new ones have to look like: an address is below a verified domain of the tenant, and since 2025 `api://…` has that, the tenant's id or
 * the app's in it, by the default policy of tenants. Who takes tokens of version 2 is exempt, from the first within one tenant alone
 * (Learn: identifier-uri-restrictions).
 */
export function requireOwnUris(call: GraphCall, before: AppRegistration, app: AppRegistration): void {
  const { domain = '' } = call.cloud.directory.tenant(app.tenantId) ?? {};
  const takesNewer = app.accessTokenVersion === 2;
  for (const uri of app.identifierUris.filter((one) => !before.identifierUris.includes(one))) {
    const { protocol, hostname } = new URL(uri);
    const isVerified = hostname === domain || hostname.endsWith(`.${domain}`);
    if (protocol === 'api:') {
      const isOwn = isVerified || [app.tenantId, app.appId].some((id) => uri.toLowerCase().includes(id));
      if (!isOwn && !takesNewer && call.cloud.rules.of('identifierUriPolicy') === 'tenantIdentifier') {
        throw graphFaults.uriNotOwn(uri);
      }
    } else if (!(protocol === 'https:' && isVerified) && !(takesNewer && app.audience === 'AzureADMyOrg')) {
      throw graphFaults.uriNotVerified(uri);
    }
  }
}

/** Name of a permission or a role: "the number of characters must not exceed 120", and no dot at the beginning. */
const valueForm = /^[\w!#$%&'()*+,\-/:;<=>?@[\]^`{|}~][\w.!#$%&'()*+,\-/:;<=>?@[\]^`{|}~]{0,119}$/;

function textOrNull(value: unknown): string | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value !== 'string' || value.length > 850) {
    throw graphFaults.badProperty('api');
  }
  return value;
}

function scopeIn(item: Entity): ApiScope {
  const { id, value, type = 'User', isEnabled = true } = item;
  if (
    typeof id !== 'string' ||
    !guid.test(id) ||
    typeof value !== 'string' ||
    !valueForm.test(value) ||
    (type !== 'User' && type !== 'Admin') ||
    typeof isEnabled !== 'boolean'
  ) {
    throw graphFaults.badProperty('api');
  }
  return {
    id: id.toLowerCase(),
    value,
    type,
    isEnabled,
    adminConsentDisplayName: textOrNull(item['adminConsentDisplayName']),
    adminConsentDescription: textOrNull(item['adminConsentDescription']),
    userConsentDisplayName: textOrNull(item['userConsentDisplayName']),
    userConsentDescription: textOrNull(item['userConsentDescription']),
  };
}

/** Ids and names of a list are its own; what is enabled does not go. */
function mayReplace(
  property: string,
  before: readonly Pick<ApiScope, 'id' | 'isEnabled'>[],
  after: readonly { readonly id: string; readonly value: string | null }[],
): void {
  const named = after.flatMap(({ value }) => value ?? []);
  if (new Set(after.map(({ id }) => id)).size < after.length || new Set(named).size < named.length) {
    throw graphFaults.badProperty(property);
  }
  if (before.some((old) => old.isEnabled && !after.some(({ id }) => id === old.id))) {
    throw graphFaults.scopeEnabled();
  }
}

function memberTypesIn(value: unknown): AppRole['allowedMemberTypes'] {
  const types = Array.isArray(value) ? value : [];
  const known = (['User', 'Application'] as const).filter((one) => types.includes(one));
  if (types.length === 0 || known.length < types.length) {
    throw graphFaults.badProperty('appRoles');
  }
  return known;
}

/** On where it is not said; the words are taken for the values, as manifests for the Azure CLI write them (Learn: az ad app update, examples). */
function switchIn(value: unknown): unknown {
  if (value === undefined || value === 'true') return true;
  return value === 'false' ? false : value;
}

/** `appRoles` (Learn: appRole resource). */
export function appRolesIn(app: AppRegistration, value: unknown): readonly AppRole[] {
  if (!Array.isArray(value)) {
    throw graphFaults.badProperty('appRoles');
  }
  const roles = value.map((item: unknown): AppRole => {
    const given: Entity = isEntity(item) ? item : {};
    const { id, value: name = null, displayName, description } = given;
    const isEnabled = switchIn(given['isEnabled']);
    if (
      typeof id !== 'string' ||
      !guid.test(id) ||
      (name !== null && (typeof name !== 'string' || !valueForm.test(name))) ||
      typeof displayName !== 'string' ||
      displayName === '' ||
      typeof description !== 'string' ||
      typeof isEnabled !== 'boolean'
    ) {
      throw graphFaults.badProperty('appRoles');
    }
    const allowedMemberTypes = memberTypesIn(given['allowedMemberTypes']);
    return { id: id.toLowerCase(), value: name, displayName, description, allowedMemberTypes, isEnabled };
  });
  mayReplace('appRoles', app.appRoles, roles);
  return roles;
}

/** The delegated permissions in `api` (Learn: permissionScope resource); an enabled one has to be disabled before it goes. */
function apiScopesIn(app: AppRegistration, given: unknown): readonly ApiScope[] {
  if (!Array.isArray(given)) {
    throw graphFaults.badProperty('api');
  }
  const scopes = given.map((item: unknown) => {
    if (!isEntity(item)) {
      throw graphFaults.badProperty('api');
    }
    return scopeIn(item);
  });
  mayReplace('api', app.scopes, scopes);
  return scopes;
}

/** Version of the access tokens for the app (Learn: apiApplication resource: 1, 2 or null). */
function tokenVersionIn(value: unknown): AppRegistration['accessTokenVersion'] {
  if (value !== null && value !== 1 && value !== 2) {
    throw graphFaults.invalidValue('api.requestedAccessTokenVersion', 'is invalid.');
  }
  return value;
}

/**
 * Apps that need nobody's consent. v1.0 calls the permissions `delegatedPermissionIds` (beta: `permissionIds`), and knows those alone that an earlier request has
 * made (Microsoft Graph docs, issues 12675, 16069 and 20177).
 */
function preAuthorizedIn(call: GraphCall, app: AppRegistration, value: unknown): readonly PreAuthorizedApp[] {
  const listName = permissionIdsName(call);
  if (!Array.isArray(value)) {
    throw graphFaults.badProperty('api');
  }
  return value.map((item: unknown) => {
    const { appId, [listName]: ids, ...others } = isEntity(item) ? item : {};
    if (Object.keys(others).length > 0) {
      throw graphFaults.unexpectedContents();
    }
    if (typeof appId !== 'string' || !guid.test(appId) || !Array.isArray(ids)) {
      throw graphFaults.badProperty('api');
    }
    const permissionIds = ids.map((id: unknown) => named(id).toLowerCase());
    mustKnow(app.scopes, permissionIds);
    return { appId: appId.toLowerCase(), permissionIds };
  });
}

function mustKnow(scopes: readonly ApiScope[], permissionIds: readonly string[]): void {
  if (!permissionIds.every((id) => scopes.some((scope) => scope.id === id))) {
    throw graphFaults.invalidValue(
      'api.preAuthorizedApplications.delegatedPermissionIds',
      'has a Permission Id that cannot be found in the AppPermissions sets.',
    );
  }
}

/** `knownClientApplications` (Learn: apiApplication resource). */
function knownClientsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    throw graphFaults.badProperty('api');
  }
  return value.map((id: unknown) => {
    if (typeof id !== 'string' || !guid.test(id)) {
      throw graphFaults.badProperty('api');
    }
    return id.toLowerCase();
  });
}

/** What the service takes of an API and the demo cloud has no use for. */
const ignored: ReadonlySet<string> = new Set(['@odata.type', 'acceptMappedClaims']);

/** The app with what `api` says of it as a resource; what is not named stays as it was (Learn: apiApplication resource). */
export function readApi(call: GraphCall, app: AppRegistration, value: unknown): AppRegistration {
  if (!isEntity(value)) {
    throw graphFaults.badProperty('api');
  }
  let next = app;
  for (const [name, given] of Object.entries(value)) {
    switch (name) {
      case 'oauth2PermissionScopes':
        next = { ...next, scopes: apiScopesIn(app, given) };
        break;
      case 'preAuthorizedApplications':
        next = { ...next, preAuthorized: preAuthorizedIn(call, app, given) };
        break;
      case 'knownClientApplications':
        next = { ...next, knownClients: knownClientsIn(given) };
        break;
      case 'requestedAccessTokenVersion':
        next = { ...next, accessTokenVersion: tokenVersionIn(given) };
        break;
      default:
        if (!ignored.has(name)) {
          throw graphFaults.unexpectedContents();
        }
    }
  }
  mustKnow(
    next.scopes,
    next.preAuthorized.flatMap(({ permissionIds }) => permissionIds),
  );
  return next;
}

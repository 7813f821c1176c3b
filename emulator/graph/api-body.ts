import type { ApiScope, AppRegistration, AppRole } from '../directory/records.ts';
import { graphFaults } from './graph-fault.ts';
import { isEntity } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * What an app is called as a resource: `api://…`, or an address below a verified domain of the tenant (Learn: identifier-uri-restrictions), and
 * no other app is called so.
 */
export function identifierUrisIn(call: GraphCall, app: AppRegistration, value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    throw graphFaults.badProperty('identifierUris');
  }
  const { directory } = call.cloud;
  const domain = directory.tenant(app.tenantId)?.domain ?? '';
  return value.map((uri: unknown) => {
    if (typeof uri !== 'string' || uri.length > 255 || !URL.canParse(uri) || uri.endsWith('/')) {
      throw graphFaults.badProperty('identifierUris');
    }
    const { protocol, hostname } = new URL(uri);
    const verified = protocol === 'https:' && (hostname === domain || hostname.endsWith(`.${domain}`));
    if (protocol !== 'api:' && !verified) {
      throw graphFaults.uriNotVerified(uri);
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

/** `appRoles` (Learn: appRole resource). */
export function appRolesIn(app: AppRegistration, value: unknown): readonly AppRole[] {
  if (!Array.isArray(value)) {
    throw graphFaults.badProperty('appRoles');
  }
  const roles = value.map((item: unknown): AppRole => {
    const given: Entity = isEntity(item) ? item : {};
    const { id, value: name = null, displayName, description, isEnabled = true } = given;
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
export function apiScopesIn(app: AppRegistration, value: unknown): readonly ApiScope[] {
  if (!isEntity(value)) {
    throw graphFaults.badProperty('api');
  }
  const given = value['oauth2PermissionScopes'];
  if (given === undefined) {
    return app.scopes;
  }
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

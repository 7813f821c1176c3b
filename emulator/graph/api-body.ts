import type { ApiScope, AppRegistration } from '../directory/records.ts';
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
    // "The number of characters must not exceed 120. … can't begin with a dot".
    !/^[\w!#$%&'()*+,\-/:;<=>?@[\]^`{|}~][\w.!#$%&'()*+,\-/:;<=>?@[\]^`{|}~]{0,119}$/.test(value) ||
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
  if (
    new Set(scopes.map(({ id }) => id)).size < scopes.length ||
    new Set(scopes.map((one) => one.value)).size < scopes.length
  ) {
    throw graphFaults.badProperty('api');
  }
  if (app.scopes.some((old) => old.isEnabled && !scopes.some(({ id }) => id === old.id))) {
    throw graphFaults.scopeEnabled();
  }
  return scopes;
}

import { takesPersonalAccounts } from '../directory/records.ts';
import type { AppRegistration, RequiredResourceAccess, SignInAudience } from '../directory/records.ts';
import { graphFaults } from './graph-fault.ts';
import { isEntity } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { appRolesIn, identifierUrisIn, readApi } from './api-body.ts';
import { replaceKeys } from './key-credentials.ts';

const audiences: readonly SignInAudience[] = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
];

/** Properties that the service takes and the demo cloud has no use for. */
const ignored: ReadonlySet<string> = new Set(['@odata.type', 'description', 'notes', 'tags']);

function textIn(value: unknown, name: string, longest: number): string {
  if (typeof value !== 'string' || value === '' || value.length > longest) {
    throw graphFaults.badProperty(name);
  }
  return value;
}

function redirectsIn(value: unknown, name: string): readonly string[] {
  const uris = isEntity(value) ? (value['redirectUris'] ?? []) : null;
  if (!Array.isArray(uris) || !uris.every((uri) => typeof uri === 'string' && URL.canParse(uri))) {
    throw graphFaults.badProperty(name);
  }
  return uris.map(String);
}

function accessIn(value: unknown): readonly RequiredResourceAccess[] {
  const bad = graphFaults.badProperty('requiredResourceAccess');
  if (!Array.isArray(value)) {
    throw bad;
  }
  return value.map((item: unknown) => {
    const list = isEntity(item) ? item['resourceAccess'] : null;
    if (!isEntity(item) || !Array.isArray(list)) {
      throw bad;
    }
    return {
      resourceAppId: textIn(item['resourceAppId'], 'requiredResourceAccess', 64),
      resourceAccess: list.map((one: unknown) => {
        const type = isEntity(one) ? one['type'] : null;
        if (!isEntity(one) || (type !== 'Scope' && type !== 'Role')) {
          throw bad;
        }
        return { id: textIn(one['id'], 'requiredResourceAccess', 64), type };
      }),
    };
  });
}

/**
 * The app with what a body says about it. `keyCredentials` replaces all certificates; `passwordCredentials` cannot be
 * set (Learn: application-post-applications, application-update).
 */
export function readApplicationBody(call: GraphCall, body: Entity, app: AppRegistration): AppRegistration {
  let next = app;
  for (const [name, value] of Object.entries(body)) {
    switch (name) {
      case 'displayName':
        next = { ...next, displayName: textIn(value, name, 256) };
        break;
      case 'signInAudience': {
        const audience = audiences.find((one) => one === value);
        if (audience === undefined) {
          throw graphFaults.badProperty(name);
        }
        next = { ...next, audience };
        break;
      }
      case 'isFallbackPublicClient':
        next = { ...next, publicClient: value === true };
        break;
      case 'web':
        next = { ...next, redirectUris: redirectsIn(value, name) };
        break;
      case 'spa':
        next = { ...next, spaRedirectUris: redirectsIn(value, name) };
        break;
      case 'publicClient':
        next = { ...next, publicRedirectUris: redirectsIn(value, name) };
        break;
      case 'requiredResourceAccess':
        next = { ...next, requiredResourceAccess: accessIn(value) };
        break;
      case 'identifierUris':
        next = { ...next, identifierUris: identifierUrisIn(call, app, value) };
        break;
      case 'appRoles':
        next = { ...next, appRoles: appRolesIn(app, value) };
        break;
      case 'api':
        next = readApi(next, value);
        break;
      case 'keyCredentials':
        next = { ...next, certificates: replaceKeys(call, app.certificates, value) };
        break;
      case 'passwordCredentials':
        throw graphFaults.badProperty(name);
      default:
        if (!ignored.has(name)) {
          throw graphFaults.unknownProperty(name);
        }
    }
  }
  // Learn: apiApplication resource; quoted by administrators who widened an app without it.
  if (takesPersonalAccounts(next.audience) && next.accessTokenVersion !== 2) {
    throw graphFaults.invalidValue('api.requestedAccessTokenVersion', 'is invalid.');
  }
  return next;
}

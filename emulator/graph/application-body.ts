import { takesPersonalAccounts } from '../directory/records.ts';
import type { AppRegistration, RequiredResourceAccess, SignInAudience } from '../directory/records.ts';
import { graphFaults } from './graph-fault.ts';
import { isEntity } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { listSetter, textSetter, textsWithin } from './described.ts';
import { appRolesIn, identifierUrisIn, readApi, requireOwnUris } from './api-body.ts';
import { redirectsIn, requireFewRedirects } from './redirect-uris.ts';
import { groupMembershipIn, optionalClaimsIn } from './claims-body.ts';
import { flagIn, readBody } from './read-body.ts';
import type { Setter } from './read-body.ts';

const audiences: readonly SignInAudience[] = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
];

/** Learn: informationalUrl resource; `logoUrl` follows from the logo. */
const informationalUrls = ['marketingUrl', 'privacyStatementUrl', 'supportUrl', 'termsOfServiceUrl'];

function textIn(value: unknown, name: string, longest: number): string {
  if (typeof value !== 'string' || value === '' || value.length > longest) {
    throw graphFaults.badProperty(name);
  }
  return value;
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

/** Of `web`, what is named; the rest stays as it was (Learn: webApplication resource). */
function webIn(call: GraphCall, app: AppRegistration, value: unknown): AppRegistration {
  const uris = isEntity(value) && value['redirectUris'] === undefined ? app.redirectUris : null;
  return {
    ...textsWithin(app, 'web', ['homePageUrl'], value),
    redirectUris: uris ?? redirectsIn(call, value, 'web'),
    implicit: isEntity(value) ? implicitIn(app.implicit, value['implicitGrantSettings']) : app.implicit,
    logoutUrl:
      isEntity(value) && value['logoutUrl'] !== undefined ? logoutIn(value['logoutUrl']) : app.logoutUrl,
  };
}

/** `https`, or the own machine; of at most 255 characters (Learn: webApplication resource, reply-url). */
function logoutIn(value: unknown): string | null {
  if (value === null || value === '') return null;
  const text = textIn(value, 'web', 255);
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  if (!isSafe) throw graphFaults.badProperty('web');
  return text;
}

function implicitIn(before: AppRegistration['implicit'], value: unknown): AppRegistration['implicit'] {
  if (value === undefined || value === null) {
    return before;
  }
  if (!isEntity(value)) {
    throw graphFaults.badProperty('web');
  }
  const flag = (name: string, otherwise: boolean): boolean =>
    value[name] === undefined ? otherwise : flagIn('web', value[name]);
  return {
    idToken: flag('enableIdTokenIssuance', before.idToken),
    accessToken: flag('enableAccessTokenIssuance', before.accessToken),
  };
}

function audienceIn(value: unknown): SignInAudience {
  const audience = audiences.find((one) => one === value);
  if (audience === undefined) {
    throw graphFaults.badProperty('signInAudience');
  }
  return audience;
}

const settersOf = (call: GraphCall): ReadonlyMap<string, Setter<AppRegistration>> =>
  new Map<string, Setter<AppRegistration>>([
    ['displayName', (app, value) => ({ ...app, displayName: textIn(value, 'displayName', 256) })],
    ['signInAudience', (app, value) => ({ ...app, audience: audienceIn(value) })],
    [
      'isFallbackPublicClient',
      // `null` is the default, which is false (Learn: application resource).
      (app, value) => ({ ...app, publicClient: value !== null && flagIn('isFallbackPublicClient', value) }),
    ],
    [
      'isDisabled',
      (app, value) => ({ ...app, disabled: value === null ? null : flagIn('isDisabled', value) }),
    ],
    ['web', (app, value) => webIn(call, app, value)],
    ['spa', (app, value) => ({ ...app, spaRedirectUris: redirectsIn(call, value, 'spa') })],
    [
      'publicClient',
      (app, value) => ({ ...app, publicRedirectUris: redirectsIn(call, value, 'publicClient') }),
    ],
    ['requiredResourceAccess', (app, value) => ({ ...app, requiredResourceAccess: accessIn(value) })],
    ['identifierUris', (app, value) => ({ ...app, identifierUris: identifierUrisIn(call, app, value) })],
    ['appRoles', (app, value) => ({ ...app, appRoles: appRolesIn(app, value) })],
    ['api', (app, value) => readApi(call, app, value)],
    ['optionalClaims', (app, value) => ({ ...app, optionalClaims: optionalClaimsIn(value) })],
    ['groupMembershipClaims', (app, value) => ({ ...app, groupMembershipClaims: groupMembershipIn(value) })],
    ['info', (app, value) => textsWithin(app, 'info', informationalUrls, value)],
    ...['description', 'notes', 'serviceManagementReference'].map(
      (name) => [name, textSetter<AppRegistration>(name)] as const,
    ),
    ['tags', listSetter('tags')],
  ]);

/** The app with what a body says about it (Learn: application-post-applications, application-update). */
export function readApplicationBody(call: GraphCall, body: Entity, app: AppRegistration): AppRegistration {
  const next = readBody(call, body, app, settersOf(call));
  requireOwnUris(call, app, next);
  requireFewRedirects(next);
  // Learn: apiApplication resource; quoted by administrators who widened an app without it.
  if (takesPersonalAccounts(next.audience) && next.accessTokenVersion !== 2) {
    throw graphFaults.invalidValue('api.requestedAccessTokenVersion', 'is invalid.');
  }
  return next;
}

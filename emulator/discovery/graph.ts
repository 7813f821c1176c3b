import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import type { AppRegistration } from '../directory/records.ts';
import { readBearer } from '../entra/bearer.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';

type Entity = Readonly<Record<string, unknown>>;

function failure(
  cloud: Cloud,
  request: ServiceRequest,
  status: number,
  code: string,
  message: string,
): ServiceResponse {
  const requestId = randomUUID();
  const innerError = {
    date: new Date(cloud.now()).toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': request.headers['client-request-id'] ?? requestId,
  };
  const headers: Record<string, string> = { 'request-id': requestId };
  if (status === 401) {
    headers['www-authenticate'] =
      `Bearer realm="", authorization_uri="${request.links.to(hosts.login)}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;
  }
  return json(status, { error: { code, message, innerError } }, headers);
}

const isoTime = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');

/** Credentials as Graph shows them: never a value, only a hint (Learn: resources/passwordcredential). */
function credentialsOf(app: AppRegistration): Entity {
  return {
    passwordCredentials: app.secrets.map((secret) => ({
      customKeyIdentifier: null,
      displayName: secret.displayName,
      endDateTime: isoTime(secret.end),
      hint: secret.hint,
      keyId: secret.keyId,
      secretText: null,
      startDateTime: isoTime(secret.start),
    })),
    keyCredentials: app.certificates.map((certificate) => ({
      customKeyIdentifier: certificate.thumbprintSha1,
      displayName: certificate.displayName,
      endDateTime: isoTime(certificate.end),
      key: null,
      keyId: certificate.keyId,
      startDateTime: isoTime(certificate.start),
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
    })),
  };
}

function applicationOf(cloud: Cloud, caller: Caller, appId: string): Entity | null {
  const app = cloud.directory.app(appId);
  return app === null || app.tenantId !== caller.tenantId
    ? null
    : {
        id: app.objectId,
        appId: app.appId,
        displayName: app.displayName,
        signInAudience: app.audience,
        publisherDomain: cloud.directory.tenant(app.tenantId)?.domain ?? null,
        isFallbackPublicClient: app.publicClient,
        ...credentialsOf(app),
      };
}

function principalOf(cloud: Cloud, caller: Caller, appId: string): Entity | null {
  const principal = cloud.directory.principal(caller.tenantId, appId);
  const app = cloud.directory.app(appId);
  return principal === null || app === null
    ? null
    : {
        id: principal.objectId,
        accountEnabled: principal.enabled,
        appDisplayName: app.displayName,
        appId: app.appId,
        appOwnerOrganizationId: app.tenantId,
        displayName: principal.displayName,
        servicePrincipalNames: [app.appId],
        servicePrincipalType: 'Application',
        signInAudience: app.audience,
        ...(app.tenantId === caller.tenantId
          ? credentialsOf(app)
          : { keyCredentials: [], passwordCredentials: [] }),
      };
}

function meOf(cloud: Cloud, caller: Caller): Entity | null {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  return account === null
    ? null
    : {
        id: account.objectId,
        displayName: account.displayName,
        givenName: account.givenName,
        surname: account.surname,
        mail: account.username,
        userPrincipalName: account.username,
        businessPhones: [],
        jobTitle: null,
        mobilePhone: null,
        officeLocation: null,
        preferredLanguage: null,
      };
}

type Found = { readonly set: string; readonly entity: Entity | null; readonly name: string };

function find(cloud: Cloud, caller: Caller, path: string): Found | null {
  const [, set, appId] = /^\/v1\.0\/(applications|servicePrincipals)\(appId='([^'()]+)'\)$/i.exec(path) ?? [];
  if (set !== undefined && appId !== undefined) {
    const entity =
      set.toLowerCase() === 'applications'
        ? applicationOf(cloud, caller, appId)
        : principalOf(cloud, caller, appId);
    return { set: `${set}/$entity`, entity, name: appId };
  }
  return path === '/v1.0/me' ? { set: 'users/$entity', entity: meOf(cloud, caller), name: 'me' } : null;
}

function project(entity: Entity, select: string | null): Entity | string {
  if (select === null) {
    return entity;
  }
  const names = select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(name in entity));
  return unknown ?? Object.fromEntries(names.map((name) => [name, entity[name]]));
}

/**
 * Microsoft Graph, as far as reading apps, service principals and the signed-in user goes (Learn:
 * application-get, serviceprincipal-get, user-get). An app-only token holds no application permission, so it is denied.
 */
export function createGraph(cloud: Cloud): Service {
  return (request) => {
    const bearer = readBearer(cloud, request.headers['authorization'], [
      `https://${hosts.graph}`,
      '00000003-0000-0000-c000-000000000000',
    ]);
    const fail = (status: number, code: string, message: string): ServiceResponse =>
      failure(cloud, request, status, code, message);
    if (bearer.kind === 'absent') {
      return fail(401, 'InvalidAuthenticationToken', 'Access token is empty.');
    }
    if (bearer.kind === 'invalid') {
      return fail(
        401,
        'InvalidAuthenticationToken',
        bearer.reason === 'expired'
          ? 'Lifetime validation failed, the token is expired.'
          : bearer.reason === 'audience'
            ? 'Access token validation failure. Invalid audience.'
            : 'Access token validation failure.',
      );
    }
    if (request.method !== 'GET') {
      return fail(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
    }
    const path = (decodeSegment(request.path) ?? '').replace(/\/$/, '');
    const found = find(cloud, bearer.caller, path);
    if (found === null) {
      return fail(400, 'BadRequest', `Resource not found for the segment '${path.split('/').at(-1) ?? ''}'.`);
    }
    if (bearer.caller.kind === 'app') {
      return found.name === 'me'
        ? fail(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
        : fail(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    }
    if (found.entity === null) {
      return fail(
        404,
        'Request_ResourceNotFound',
        `Resource '${found.name}' does not exist or one of its queried reference-property objects are not present.`,
      );
    }
    const columns = project(found.entity, parameters(request.query).get('$select'));
    return typeof columns === 'string'
      ? fail(400, 'BadRequest', `Could not find a property named '${columns}'.`)
      : json(
          200,
          {
            '@odata.context': `${request.links.self}/v1.0/$metadata#${found.set}`,
            ...columns,
          },
          { 'odata-version': '4.0', 'request-id': randomUUID() },
        );
  };
}

import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { identitiesOf, namedIds } from './identity-token.ts';
import type { Identity, IdentityParameters, IdentityToken, IdentityTokens } from './identity-token.ts';

/** Learn: overview-managed-identity of App Service, "REST endpoint reference". */
const parameterNames: IdentityParameters = {
  client: ['client_id'],
  object: ['principal_id', 'object_id'],
  resource: ['mi_res_id'],
};

const firstVersion = '2019-08-01';

const isVersion = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** The version before, which knows its caller by another header and an identity by another parameter. */
const olderVersion = '2017-09-01';

const olderNames: IdentityParameters = { client: ['clientid'], object: [], resource: [] };

/**
 * A refusal in the shape that clients read. Of the words, those for an unknown identity and for a token that the sign-in service does not
 * give are the service's (tests of MSAL.NET), the rest are ours.
 */
function refused(statusCode: number, message: string): ServiceResponse {
  const correlationId = randomUUID();
  return json(statusCode, { statusCode, message, correlationId }, { 'x-correlation-id': correlationId });
}

/** A version that there is not, in the words of the library for versions of ASP.NET, as seen (MicrosoftDocs/azure-docs, issue 53726). */
function versionRefused(request: ServiceRequest, version: string): ServiceResponse {
  const uri = `${request.links.self}${request.path}${request.query === '' ? '' : `?${request.query}`}`;
  const error =
    version === ''
      ? { code: 'ApiVersionUnspecified', message: 'An API version is required, but was not specified.' }
      : {
          code: isVersion(version) ? 'UnsupportedApiVersion' : 'InvalidApiVersion',
          message: `The HTTP resource that matches the request URI '${uri}' does not support the API version '${version}'.`,
        };
  return json(400, { error: { ...error, innerError: null } });
}

function hasHeader(header: string, sent: string | undefined): boolean {
  const [expected, given] = [Buffer.from(header), Buffer.from(sent ?? '')];
  return expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
}

/** "If all ID parameters are omitted, the system-assigned identity is used"; none goes with another. */
function pick(cloud: Cloud, query: URLSearchParams, names: IdentityParameters): Identity | ServiceResponse {
  const [id, ...more] = namedIds(query, names);
  if (more.length > 0) {
    return refused(400, 'Only one of client_id, principal_id, object_id and mi_res_id can be specified.');
  }
  const found = identitiesOf(cloud).find(
    id ?? (({ managedIdentity }) => managedIdentity.assigned === 'system'),
  );
  return (
    found ??
    refused(
      400,
      'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
    )
  );
}

/** `09/14/2017 00:00:00 PM +00:00`, as the version before has times. */
function olderTime(seconds: string): string {
  const [, year = '', month = '', day = '', hour = '', rest = ''] =
    /^(\d+)-(\d+)-(\d+)T(\d+)(:\d+:\d+)/.exec(new Date(Number(seconds) * 1000).toISOString()) ?? [];
  const twelve = String(Number(hour) % 12 === 0 ? 12 : Number(hour) % 12).padStart(2, '0');
  return `${month}/${day}/${year} ${twelve}${rest} ${Number(hour) < 12 ? 'AM' : 'PM'} +00:00`;
}

const olderAnswer = ({ access_token, expires_on, resource, token_type }: IdentityToken): ServiceResponse =>
  json(200, { access_token, expires_on: olderTime(expires_on), resource, token_type });

function answerToken(tokens: IdentityTokens, request: ServiceRequest, version: string): ServiceResponse {
  const { cloud } = tokens;
  const query = parameters(request.query);
  const isOlder = version === olderVersion;
  const resource = query.get('resource') ?? '';
  if (resource === '') {
    return refused(400, 'The parameter resource is required.');
  }
  const identity = pick(cloud, query, isOlder ? olderNames : parameterNames);
  if ('status' in identity) {
    return identity;
  }
  const token = tokens.get(request, identity, resource);
  if (!token.ok) {
    return refused(500, 'An unexpected error occured while fetching the AAD Token.');
  }
  if (isOlder) {
    return olderAnswer(token.value);
  }
  const { expires_in: _expiresIn, ...told } = token.value;
  return json(200, { ...told, client_id: identity.appId });
}

/**
 * The token service of an App Service or a function: `GET` with `X-IDENTITY-HEADER` (Learn: overview-managed-identity of App Service).
 * Clients find it by the variables `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`; those of before its second version by `MSI_ENDPOINT` and
 * `MSI_SECRET` (api-version 2017-09-01, an older state of the same page).
 */
export function createAppServiceIdentity(tokens: IdentityTokens, header: string): Service {
  return (request) => {
    if (!/^\/msi\/token\/?$/i.test(request.path)) {
      return refused(404, 'Not found.');
    }
    if (request.method !== 'GET') {
      return refused(405, 'Method not allowed.');
    }
    const version = parameters(request.query).get('api-version') ?? '';
    if (version !== olderVersion && (!isVersion(version) || version < firstVersion)) {
      return versionRefused(request, version);
    }
    const name = version === olderVersion ? 'secret' : 'X-IDENTITY-HEADER';
    return hasHeader(header, request.headers[name.toLowerCase()])
      ? answerToken(tokens, request, version)
      : refused(401, `The header ${name} is missing or wrong.`);
  };
}

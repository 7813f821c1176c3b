import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { described, identitiesOf, identityToken, namedIds } from './identity-token.ts';
import type { Identity, IdentityParameters } from './identity-token.ts';

/** Learn: overview-managed-identity of App Service, "REST endpoint reference". */
const parameterNames: IdentityParameters = {
  client: ['client_id'],
  object: ['principal_id', 'object_id'],
  resource: ['mi_res_id'],
};

const firstVersion = '2019-08-01';

/** A refusal in the shape that clients read (seen in them); of the words, only those for an unknown identity are the service's. */
const refused = (statusCode: number, message: string): ServiceResponse =>
  json(statusCode, { statusCode, message, correlationId: randomUUID() });

function hasHeader(header: string, sent: string | undefined): boolean {
  const [expected, given] = [Buffer.from(header), Buffer.from(sent ?? '')];
  return expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
}

/** "If all ID parameters are omitted, the system-assigned identity is used"; none goes with another. */
function pick(cloud: Cloud, query: URLSearchParams): Identity | ServiceResponse {
  const [id, ...more] = namedIds(query, parameterNames);
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

function answerToken(cloud: Cloud, request: ServiceRequest): ServiceResponse {
  const query = parameters(request.query);
  const version = query.get('api-version') ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(version) || version < firstVersion) {
    return refused(400, `The api-version '${version}' is not supported.`);
  }
  const resource = query.get('resource') ?? '';
  if (resource === '') {
    return refused(400, 'The parameter resource is required.');
  }
  const identity = pick(cloud, query);
  if ('status' in identity) {
    return identity;
  }
  const token = identityToken(cloud, request, identity, resource);
  if (!token.ok) {
    return refused(token.error.status, described(cloud, token.error));
  }
  const { expires_in: _expiresIn, ...told } = token.value;
  return json(200, { ...told, client_id: identity.appId });
}

/**
 * The token service of an App Service or a function: `GET` with `X-IDENTITY-HEADER` (Learn: overview-managed-identity of App Service).
 * Clients find it by the variables `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`.
 */
export function createAppServiceIdentity(cloud: Cloud, header: string): Service {
  return (request) => {
    if (!/^\/msi\/token\/?$/i.test(request.path)) {
      return refused(404, 'Not found.');
    }
    if (request.method !== 'GET') {
      return refused(405, 'Method not allowed.');
    }
    return hasHeader(header, request.headers['x-identity-header'])
      ? answerToken(cloud, request)
      : refused(401, 'The header X-IDENTITY-HEADER is missing or wrong.');
  };
}

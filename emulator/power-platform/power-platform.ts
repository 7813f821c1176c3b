import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { readBearer } from '../entra/bearer.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { answerRoleAssignments, answerRoleDefinitions } from './authorization.ts';
import { answerManagedEnvironments } from './managed-environments.ts';
import { powerPlatformFailure } from './power-platform-failure.ts';

const audiences = [`https://${hosts.powerPlatform}`, '8578e004-a5c6-46e7-913e-12f58912df43'];

const readOnly = (request: ServiceRequest, answer: () => ServiceResponse): ServiceResponse =>
  request.method === 'GET'
    ? answer()
    : {
        ...powerPlatformFailure(
          405,
          'MethodNotAllowed',
          `The requested resource does not support http method '${request.method}'.`,
        ),
        headers: { allow: 'GET' },
      };

function answer(cloud: Cloud, request: ServiceRequest): ServiceResponse {
  const bearer = readBearer(cloud, request.headers['authorization'], audiences);
  if (bearer.kind !== 'valid') {
    return powerPlatformFailure(
      401,
      'AuthenticationFailed',
      bearer.kind === 'absent'
        ? "Authentication failed. The 'Authorization' header is missing."
        : 'The access token is invalid.',
    );
  }
  if (!/^20\d\d-\d\d-\d\d(?:-preview)?$/.test(parameters(request.query).get('api-version') ?? '')) {
    return powerPlatformFailure(400, 'ApiVersionInvalid', 'The api-version is missing or not valid.');
  }
  const { caller } = bearer;
  const path = (decodeSegment(request.path) ?? '').toLowerCase().replace(/\/$/, '');
  const environments = /^\/environmentmanagement\/environments(?:\/([^/]+))?$/.exec(path);
  if (environments !== null) {
    return readOnly(request, () => answerManagedEnvironments(cloud, request, caller, environments[1]));
  }
  if (path === '/authorization/roledefinitions') {
    return readOnly(request, answerRoleDefinitions);
  }
  const assignments = /^\/authorization(?:\/environments\/([^/]+))?\/roleassignments(?:\/([^/]+))?$/.exec(
    path,
  );
  return assignments === null
    ? powerPlatformFailure(
        404,
        'ResourceNotFound',
        `No HTTP resource was found that matches the request URI '${request.links.self}${request.path}'.`,
      )
    : answerRoleAssignments(cloud, request, caller, { environmentId: assignments[1], id: assignments[2] });
}

/** The Power Platform API (`api.powerplatform.com`), as far as it lists environments and assigns its own roles. */
export function createPowerPlatform(cloud: Cloud): Service {
  return (request) => {
    const response = answer(cloud, request);
    return { ...response, headers: { 'x-ms-correlation-id': randomUUID(), ...response.headers } };
  };
}

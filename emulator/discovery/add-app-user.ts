import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import { empty, json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { bapFailure, bapMethodRefused } from './bap-failure.ts';
import { membershipOf } from './membership.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function idIn(body: string, wanted: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    const id = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const given: unknown = id.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1];
    return typeof given === 'string' && guid.test(given) ? given.toLowerCase() : null;
  } catch {
    return null;
  }
}

/** Administrators of the tenant, of the environment, and management applications (Learn: create-dataverseapplicationuser). */
function allowed(cloud: Cloud, caller: Caller, record: EnvironmentRecord): boolean {
  return (
    caller.kind === 'app' ||
    cloud.directory.accountById(caller.tenantId, caller.objectId)?.kind === 'administrator' ||
    membershipOf(cloud, record, caller) === 'administrator'
  );
}

/**
 * `POST …/scopes/admin/environments/{id}/addAppUser` with `{ "servicePrincipalAppId" }` (Learn: create-dataverseapplicationuser; what
 * Microsoft's Terraform provider sends): always System Administrator, and the same when it is done again. "The response is always a 200 OK
 * response, unless you aren't correctly authenticated": also where there is no such service principal and nothing is made, unless the rule
 * `addAppUserUnknown` says otherwise.
 */
export function addAppUser(
  cloud: Cloud,
  request: ServiceRequest,
  caller: Caller,
  record: EnvironmentRecord,
): ServiceResponse {
  if (request.method !== 'POST') {
    return bapMethodRefused(request.method, 'POST');
  }
  const appId = idIn(request.body, 'servicePrincipalAppId');
  if (appId === null) {
    return bapFailure(
      400,
      'InvalidRequestContent',
      "The request content is not valid: 'servicePrincipalAppId' has to be the client id of an application.",
    );
  }
  if (!allowed(cloud, caller, record)) {
    return bapFailure(
      403,
      'Forbidden',
      `The caller with object id '${caller.objectId}' does not have permission to add application users to the ` +
        `environment '${record.seed.environmentId}'.`,
    );
  }
  const known = cloud.directory.servicePrincipal(record.seed.tenantId, appId) !== null;
  const added = known && cloud.environments.engine(record).addAdministrator(appId);
  return added || cloud.rules.of('addAppUserUnknown') === 'accept'
    ? json(200, { servicePrincipalAppId: appId })
    : bapFailure(500, 'InternalServerError', 'An unexpected error occurred while the request was processed.');
}

/**
 * `POST …/scopes/admin/environments/{id}/addUser` with `{ "ObjectId" }` (`Add-AdminPowerAppsSyncUser`; requests of Microsoft's Terraform
 * provider): the person is a user of the environment from now on, and nothing is answered. The words of its refusals are ours.
 */
export function addUser(
  cloud: Cloud,
  request: ServiceRequest,
  caller: Caller,
  record: EnvironmentRecord,
): ServiceResponse {
  if (request.method !== 'POST') {
    return bapMethodRefused(request.method, 'POST');
  }
  const objectId = idIn(request.body, 'ObjectId');
  if (objectId === null) {
    return bapFailure(
      400,
      'InvalidRequestContent',
      "The request content is not valid: 'ObjectId' has to be the object id of a user.",
    );
  }
  if (!allowed(cloud, caller, record)) {
    return bapFailure(
      403,
      'Forbidden',
      `The caller with object id '${caller.objectId}' does not have permission to add users to the environment ` +
        `'${record.seed.environmentId}'.`,
    );
  }
  return cloud.environments.engine(record).addPerson(objectId)
    ? empty(200)
    : bapFailure(404, 'UserNotFound', `The user '${objectId}' could not be found in the tenant.`);
}

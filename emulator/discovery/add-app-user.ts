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

/** A request to add somebody to an environment, and who makes it. */
type Adding = {
  readonly cloud: Cloud;
  readonly request: ServiceRequest;
  readonly caller: Caller;
  readonly record: EnvironmentRecord;
};

/** Whom a request adds to an environment, by the id in its body; or the refusal, whose words are ours. */
function idToAdd(
  { cloud, request, caller, record }: Adding,
  whom: { readonly property: string; readonly is: string; readonly are: string },
): string | ServiceResponse {
  if (request.method !== 'POST') {
    return bapMethodRefused(request.method, 'POST');
  }
  const id = idIn(request.body, whom.property);
  if (id === null) {
    return bapFailure(
      400,
      'InvalidRequestContent',
      `The request content is not valid: '${whom.property}' has to be ${whom.is}.`,
    );
  }
  return allowed(cloud, caller, record)
    ? id
    : bapFailure(
        403,
        'Forbidden',
        `The caller with object id '${caller.objectId}' does not have permission to add ${whom.are} to the ` +
          `environment '${record.seed.environmentId}'.`,
      );
}

/**
 * `POST …/scopes/admin/environments/{id}/addAppUser` with `{ "servicePrincipalAppId" }` (Learn: create-dataverseapplicationuser; what
 * Microsoft's Terraform provider sends): always System Administrator, and the same when it is done again. "The response is always a 200 OK
 * response, unless you aren't correctly authenticated": also where there is no such service principal and nothing is made, unless the rule
 * `addAppUserUnknown` says otherwise.
 */
export function addAppUser(adding: Adding): ServiceResponse {
  const { cloud, record } = adding;
  const appId = idToAdd(adding, {
    property: 'servicePrincipalAppId',
    is: 'the client id of an application',
    are: 'application users',
  });
  if (typeof appId !== 'string') return appId;
  const known = cloud.directory.servicePrincipal(record.seed.tenantId, appId) !== null;
  const added = known && cloud.environments.engine(record).addAdministrator(appId);
  return added || cloud.rules.of('addAppUserUnknown') === 'accept'
    ? json(200, { servicePrincipalAppId: appId })
    : bapFailure(500, 'InternalServerError', 'An unexpected error occurred while the request was processed.');
}

/**
 * `POST …/scopes/admin/environments/{id}/addUser` with `{ "ObjectId" }` (`Add-AdminPowerAppsSyncUser`; requests of Microsoft's Terraform
 * provider): the person is a user of the environment from now on, and nothing is answered.
 */
export function addUser(adding: Adding): ServiceResponse {
  const { cloud, record } = adding;
  const objectId = idToAdd(adding, { property: 'ObjectId', is: 'the object id of a user', are: 'users' });
  if (typeof objectId !== 'string') return objectId;
  return cloud.environments.engine(record).addPerson(objectId)
    ? empty(200)
    : bapFailure(404, 'UserNotFound', `The user '${objectId}' could not be found in the tenant.`);
}

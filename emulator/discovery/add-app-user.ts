import type { Cloud } from '../cloud.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import { empty, json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { bapContentInvalid, bapFailure, bapMethodRefused } from './bap-failure.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A request to add somebody to an environment. */
type Adding = {
  readonly cloud: Cloud;
  readonly request: ServiceRequest;
  /** `null` for one without Dataverse, where there are no users. */
  readonly record: EnvironmentRecord | null;
};

function readObject(body: string): readonly (readonly [string, unknown])[] | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : null;
  } catch {
    return null;
  }
}

/** Whom a request adds to an environment, by the id in its body; or the refusal, with what Json.NET says of such a body. */
function idToAdd({ request }: Adding, property: string): string | ServiceResponse {
  if (request.method !== 'POST') {
    return bapMethodRefused(request.method, 'POST');
  }
  const { body } = request;
  const object = readObject(body);
  if (object === null) {
    const first = body.trim().slice(0, 1);
    return bapContentInvalid(
      `Unexpected character encountered while parsing value: ${first}. Path '', line 1, position 1.`,
    );
  }
  const [name, given] = object.find(([one]) => one.toLowerCase() === property.toLowerCase()) ?? [];
  if (name === undefined || given === null) {
    return bapContentInvalid(
      `Required property '${property}' not found in JSON. Path '', line 1, position ${body.length}.`,
    );
  }
  if (typeof given !== 'string' || !guid.test(given)) {
    const value = JSON.stringify(given);
    const end = body.indexOf(value) + value.length;
    return bapContentInvalid(
      `Error converting value ${value} to type 'System.Guid'. Path '${name}', line 1, position ${end}.`,
    );
  }
  return given.toLowerCase();
}

/**
 * `POST …/scopes/admin/environments/{id}/addAppUser` with `{ "servicePrincipalAppId" }` (Learn: create-dataverseapplicationuser; what
 * Microsoft's Terraform provider sends): always System Administrator, and the same when it is done again. "The response is always a 200 OK
 * response, unless you aren't correctly authenticated": also where there is no such service principal, or no Dataverse, and nothing is made, unless the rule
 * `addAppUserUnknown` says otherwise.
 */
export function addAppUser(adding: Adding): ServiceResponse {
  const { cloud, record } = adding;
  const appId = idToAdd(adding, 'servicePrincipalAppId');
  if (typeof appId !== 'string') return appId;
  const added =
    record !== null &&
    cloud.directory.servicePrincipal(record.seed.tenantId, appId) !== null &&
    cloud.environments.engine(record).addAdministrator(appId);
  if (added || cloud.rules.of('addAppUserUnknown') === 'accept') {
    return cloud.rules.of('addAppUserAnswer') === 'object'
      ? json(200, { servicePrincipalAppId: appId })
      : empty(200);
  }
  return bapFailure(
    500,
    'InternalServerError',
    'An unexpected error occurred while the request was processed.',
  );
}

/**
 * `POST …/scopes/admin/environments/{id}/addUser` with `{ "ObjectId" }` (`Add-AdminPowerAppsSyncUser`; requests of Microsoft's Terraform
 * provider): the person is a user of the environment from now on, and nothing is answered.
 */
export function addUser(adding: Adding): ServiceResponse {
  const { cloud, record } = adding;
  const objectId = idToAdd(adding, 'ObjectId');
  if (typeof objectId !== 'string') return objectId;
  return record !== null && cloud.environments.engine(record).addPerson(objectId)
    ? empty(200)
    : bapFailure(404, 'UserNotFound', `The user '${objectId}' could not be found in the tenant.`);
}

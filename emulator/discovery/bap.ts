import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { readBearer } from '../entra/bearer.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { addAppUser, addUser } from './add-app-user.ts';
import { answerAdminApplications } from './admin-applications.ts';
import { bapFailure, bapMethodRefused, bapUnauthenticated } from './bap-failure.ts';
import { readEnvironmentFilter } from './environment-filter.ts';
import { answerEnvironmentRoles } from './environment-roles.ts';
import { environmentsOf, visible, visibleBare } from './environments.ts';
import { answerGovernance } from './tenant-governance.ts';

const provider = '/providers/microsoft.businessappplatform';
const audiences = [
  `https://${hosts.powerApps}`,
  `https://${hosts.bap}`,
  '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
];

/** Versions that published clients ask for; a date of this form is taken for one. */
const versions = [
  '2016-11-01',
  '2018-01-01',
  '2018-10-01',
  '2019-05-01',
  '2020-06-01',
  '2020-08-01',
  '2020-10-01',
  '2021-04-01',
  '2022-05-01',
  '2023-06-01',
];

/** An app is nobody here until an administrator has registered it (Learn: powershell-create-service-principal). */
function appForbidden(caller: Caller, request: ServiceRequest): ServiceResponse {
  return bapFailure(
    403,
    'Forbidden',
    `The service principal with id '${caller.objectId}' for application ${caller.appId} does not have permission to ` +
      `access the path 'https://${hosts.bap}${request.path}' in tenant ${caller.tenantId}.`,
  );
}

/** As quoted in Microsoft's samples for the admin API. */
const environmentNotFound = (id: string, { tenantId }: Caller): ServiceResponse =>
  bapFailure(
    404,
    'EnvironmentNotFound',
    `The environment '${id}' could not be found in the tenant '${tenantId}'.`,
  );

function answerBap(cloud: Cloud, request: ServiceRequest): ServiceResponse {
  const version = parameters(request.query).get('api-version') ?? '';
  if (version === '') {
    return bapFailure(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  if (!/^20\d\d-\d\d-\d\d(?:-(?:preview|alpha|beta))?$/.test(version)) {
    return bapFailure(
      400,
      'InvalidApiVersionParameter',
      `The api-version '${version}' is invalid. The supported versions are '${versions.join(',')}'.`,
    );
  }
  const bearer = readBearer(cloud, request.headers['authorization'], audiences);
  if (bearer.kind !== 'valid') {
    return bapUnauthenticated(bearer, audiences);
  }
  const { caller } = bearer;
  const path = (decodeSegment(request.path) ?? '').toLowerCase().replace(/\/$/, '');
  const admin = new RegExp(`^${provider}/adminapplications(?:/([^/]+))?$`).exec(path);
  if (admin !== null) {
    return answerAdminApplications(cloud, caller, request.method, admin[1]);
  }
  if (caller.kind === 'app' && !cloud.managementApps.has(caller.tenantId, caller.appId)) {
    return appForbidden(caller, request);
  }
  const governance = answerGovernance(cloud, caller, request, path);
  if (governance !== null) {
    return governance;
  }
  const [, ofRoles] =
    new RegExp(`^${provider}/scopes/admin/environments/([^/]+)/roleassignments$`).exec(path) ?? [];
  if (ofRoles !== undefined) {
    const withDatabase = visible(cloud, caller, true).some((one) => one.seed.environmentId === ofRoles);
    const known = withDatabase || visibleBare(cloud, caller).some((one) => one.environmentId === ofRoles);
    if (!known) return environmentNotFound(ofRoles, caller);
    return request.method === 'GET'
      ? answerEnvironmentRoles(cloud, caller, ofRoles, withDatabase)
      : bapMethodRefused(request.method, 'GET');
  }
  const [, environmentId, added] =
    new RegExp(`^${provider}/scopes/admin/environments/([^/]+)/(addappuser|adduser)$`).exec(path) ?? [];
  if (environmentId !== undefined) {
    const records = visible(cloud, caller, true);
    const target = records.find((one) => one.seed.environmentId === environmentId);
    return target === undefined
      ? environmentNotFound(environmentId, caller)
      : (added === 'adduser' ? addUser : addAppUser)({ cloud, request, caller, record: target });
  }
  const found = new RegExp(`^${provider}(/scopes/admin)?/environments(?:/([^/]+))?$`).exec(path);
  if (found === null) {
    return bapFailure(404, 'NotFound', `No resource answers at '${request.path}'.`);
  }
  if (request.method !== 'GET') {
    return bapMethodRefused(request.method, 'GET');
  }
  const [, scope, id] = found;
  const expand = parameters(request.query).get('$expand') ?? '';
  const listed = environmentsOf(cloud, caller, request, { admin: scope !== undefined, expand });
  if (id === undefined) {
    const text = parameters(request.query).get('$filter');
    const filter = text === null ? () => true : readEnvironmentFilter(text);
    return filter === null
      ? bapFailure(
          400,
          'InvalidFilterInQueryString',
          `Invalid $filter '${text}' specified in the query string.`,
        )
      : json(200, { value: listed.map((one) => one.describe()).filter(filter) });
  }
  // The name of a tenant's default environment, whichever that is (the module for PowerShell, CLI for Microsoft 365).
  const one = listed.find((other) => (id === '~default' ? other.isDefault : other.id === id));
  return one === undefined ? environmentNotFound(id, caller) : json(200, one.describe());
}

/**
 * The Power Platform admin API, as far as it adds application users, lists environments (recorded shape of
 * `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments`) and management applications. People are let in, and
 * apps that are registered as a management application (Learn: powershell-create-service-principal).
 */
export function createBap(cloud: Cloud): Service {
  return (request) => {
    const response = answerBap(cloud, request);
    return { ...response, headers: { 'x-ms-request-id': randomUUID(), ...response.headers } };
  };
}

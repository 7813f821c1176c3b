import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { readBearer } from '../entra/bearer.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { addAppUser, addUser } from './add-app-user.ts';
import { answerAdminApplications } from './admin-applications.ts';
import {
  bapAppForbidden,
  bapFailure,
  bapMethodRefused,
  bapPermissionMissing,
  bapUnauthenticated,
  withErrorDetail,
} from './bap-failure.ts';
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

/** Names of environments are compared without case. */
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** As quoted in Microsoft's samples for the admin API. */
const environmentNotFound = (id: string, { tenantId }: Caller): ServiceResponse =>
  bapFailure(
    404,
    'EnvironmentNotFound',
    `The environment '${id}' could not be found in the tenant '${tenantId}'.`,
  );

/** An environment that is there for others: no different from one that there is not, or with the permission that is missing. */
function environmentOfOthers(cloud: Cloud, id: string, caller: Caller): ServiceResponse {
  const isThere = [...cloud.environments.records.map(({ seed }) => seed), ...cloud.bareEnvironments].some(
    (one) => one.tenantId === caller.tenantId && isSame(one.environmentId, id),
  );
  return isThere && cloud.rules.of('environmentOfOthers') === 'forbidden'
    ? bapPermissionMissing(caller, 'AdminReadEnvironment', id)
    : environmentNotFound(id, caller);
}

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
  const sent = (decodeSegment(request.path) ?? '').replace(/\/$/, '');
  const path = sent.toLowerCase();
  const admin = new RegExp(`^${provider}/adminapplications(?:/([^/]+))?$`).exec(path);
  if (admin !== null) {
    return answerAdminApplications(cloud, caller, request, admin[1]);
  }
  // An app is nobody here until an administrator has registered it (Learn: powershell-create-service-principal).
  if (caller.kind === 'app' && !cloud.managementApps.has(caller.tenantId, caller.appId)) {
    return bapAppForbidden(caller, request);
  }
  const governance = answerGovernance(cloud, caller, request, path);
  if (governance !== null) {
    return governance;
  }
  const [, ofRoles] =
    new RegExp(`^${provider}/scopes/admin/environments/([^/]+)/roleassignments$`, 'i').exec(sent) ?? [];
  if (ofRoles !== undefined) {
    const isOf = ({ environmentId }: { readonly environmentId: string }): boolean =>
      isSame(environmentId, ofRoles);
    const withDatabase = visible(cloud, caller, true).some(({ seed }) => isOf(seed));
    const known = withDatabase || visibleBare(cloud, caller).some(isOf);
    if (!known) return environmentOfOthers(cloud, ofRoles, caller);
    return request.method === 'GET'
      ? answerEnvironmentRoles(cloud, caller, ofRoles, withDatabase)
      : bapMethodRefused(request.method, 'GET');
  }
  const [, environmentId, added] =
    new RegExp(`^${provider}/scopes/admin/environments/([^/]+)/(addappuser|adduser)$`, 'i').exec(sent) ?? [];
  if (environmentId !== undefined) {
    const records = visible(cloud, caller, true);
    const target = records.find((one) => isSame(one.seed.environmentId, environmentId)) ?? null;
    const isBare = visibleBare(cloud, caller).some((one) => isSame(one.environmentId, environmentId));
    return target === null && !isBare
      ? environmentOfOthers(cloud, environmentId, caller)
      : (isSame(added ?? '', 'addUser') ? addUser : addAppUser)({ cloud, request, record: target });
  }
  const found = new RegExp(`^${provider}(/scopes/admin)?/environments(?:/([^/]+))?$`, 'i').exec(sent);
  if (found === null) {
    return bapFailure(
      404,
      'NotFound',
      // The words of ASP.NET Web API.
      `No HTTP resource was found that matches the request URI '${request.links.self}${request.path}'.`,
    );
  }
  if (request.method !== 'GET') {
    return bapMethodRefused(request.method, 'GET');
  }
  const [, scope, id] = found;
  const expand = parameters(request.query).get('$expand') ?? '';
  const listed = environmentsOf(cloud, caller, request, { admin: scope !== undefined, expand });
  if (id === undefined) {
    const text = parameters(request.query).get('$filter');
    const filter =
      text === null ? () => true : readEnvironmentFilter(text, cloud.rules.of('environmentFilterCase'));
    return filter === null
      ? bapFailure(
          400,
          'InvalidFilterInQueryString',
          `Invalid $filter '${text}' specified in the query string.`,
        )
      : json(200, { value: listed.map((one) => one.describe()).filter(filter) });
  }
  // The name of a tenant's default environment, whichever that is (the module for PowerShell, CLI for Microsoft 365).
  const one = listed.find((other) => (isSame(id, '~default') ? other.isDefault : isSame(other.id, id)));
  return one === undefined ? environmentOfOthers(cloud, id, caller) : json(200, one.describe());
}

/**
 * The Power Platform admin API, as far as it adds application users, lists environments (recorded shape of
 * `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments`) and management applications. People are let in, and
 * apps that are registered as a management application (Learn: powershell-create-service-principal).
 */
export function createBap(cloud: Cloud): Service {
  return (request) => {
    const answered = answerBap(cloud, request);
    const response = cloud.rules.of('adminErrorDetail') === 'named' ? withErrorDetail(answered) : answered;
    return { ...response, headers: { 'x-ms-request-id': randomUUID(), ...response.headers } };
  };
}

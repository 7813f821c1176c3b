import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { readBearer } from '../entra/bearer.ts';
import { apiHostOf, hostOf } from '../gateway/environment-record.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { addAppUser } from './add-app-user.ts';
import { answerAdminApplications } from './admin-applications.ts';
import { bapFailure, bapMethodRefused } from './bap-failure.ts';
import type { BareEnvironment } from '../seed/bare-environments.ts';
import { membershipOf } from './membership.ts';

const provider = '/providers/microsoft.businessappplatform';
const audiences = [
  `https://${hosts.powerApps}`,
  `https://${hosts.bap}`,
  '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
];

/** What every environment says of itself, with a database and without. */
type Described = Pick<EnvironmentRecord, 'location' | 'azureRegion' | 'createdOn' | 'sku' | 'isDefault'> & {
  readonly environmentId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly ready: boolean;
  /** What it says of its database (as clients read it: one without has `databaseType` None and nothing linked). */
  readonly database: Readonly<Record<string, unknown>>;
};

function describe(environment: Described, admin: boolean): unknown {
  const { environmentId, tenantId, name, ready } = environment;
  const scope = admin ? '/scopes/admin' : '';
  return {
    id: `/providers/Microsoft.BusinessAppPlatform${scope}/environments/${environmentId}`,
    type: `Microsoft.BusinessAppPlatform${scope === '' ? '' : '/scopes'}/environments`,
    location: environment.location,
    name: environmentId,
    properties: {
      tenantId,
      azureRegion: environment.azureRegion,
      displayName: name,
      createdTime: new Date(environment.createdOn).toISOString(),
      createdBy: { id: 'SYSTEM', displayName: 'SYSTEM', type: 'NotSpecified' },
      provisioningState: 'Succeeded',
      creationType: environment.isDefault ? 'DefaultTenant' : 'User',
      environmentSku: environment.sku,
      isDefault: environment.isDefault,
      ...environment.database,
      states: {
        management: { id: 'Ready' },
        runtime: { id: ready ? 'Enabled' : 'Disabled', runtimeReasonCode: 'NotSpecified' },
      },
      updateCadence: { id: 'Moderate' },
      retentionPeriod: 'P7D',
      governanceConfiguration: { protectionLevel: environment.sku === 'Production' ? 'Standard' : 'Basic' },
    },
  };
}

function describeRecord(record: EnvironmentRecord, request: ServiceRequest, admin: boolean): unknown {
  const { seed } = record;
  const ready = record.availability === 'ready';
  const { environmentId, tenantId, name } = seed;
  const database = {
    databaseType: 'CommonDataService',
    linkedEnvironmentMetadata: {
      resourceId: seed.organizationId,
      friendlyName: name,
      uniqueName: seed.uniqueName,
      domainName: seed.urlName,
      version: seed.version,
      instanceUrl: `${request.links.to(hostOf(record))}/`,
      instanceApiUrl: request.links.to(apiHostOf(record)),
      baseLanguage: 1033,
      instanceState: ready ? 'Ready' : 'Disabled',
      createdTime: new Date(record.createdOn).toISOString(),
      backgroundOperationsState: 'Enabled',
      platformSku: 'Standard',
      schemaType: record.sku === 'Developer' ? 'Basic' : 'Standard',
    },
  };
  return describe({ ...record, environmentId, tenantId, name, ready, database }, admin);
}

const describeBare = (environment: BareEnvironment, admin: boolean): unknown =>
  describe(
    { ...environment, sku: 'Production', isDefault: false, ready: true, database: { databaseType: 'None' } },
    admin,
  );

/** An app is nobody here until an administrator has registered it (Learn: powershell-create-service-principal). */
function appForbidden(caller: Caller, request: ServiceRequest): ServiceResponse {
  return bapFailure(
    403,
    'Forbidden',
    `The service principal with id '${caller.objectId}' for application ${caller.appId} does not have permission to ` +
      `access the path 'https://${hosts.bap}${request.path}' in tenant ${caller.tenantId}.`,
  );
}

/** A management application sees what a Power Platform administrator sees. */
function visible(cloud: Cloud, caller: Caller, admin: boolean): readonly EnvironmentRecord[] {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  return cloud.environments.records
    .filter((record) => record.seed.tenantId === caller.tenantId)
    .filter((record) =>
      admin
        ? caller.kind === 'app' ||
          account?.kind === 'administrator' ||
          membershipOf(cloud, record, caller) === 'administrator'
        : caller.kind === 'app' || membershipOf(cloud, record, caller) !== null,
    );
}

/** Those without a database have no members of their own: administrators of the tenant and management applications see them. */
function visibleBare(cloud: Cloud, caller: Caller): readonly BareEnvironment[] {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  return caller.kind === 'app' || account?.kind === 'administrator'
    ? cloud.bareEnvironments.filter(({ tenantId }) => tenantId === caller.tenantId)
    : [];
}

function authenticate(cloud: Cloud, request: ServiceRequest): Caller | ServiceResponse {
  const bearer = readBearer(cloud, request.headers['authorization'], audiences);
  switch (bearer.kind) {
    case 'absent':
      return bapFailure(
        401,
        'AuthenticationFailed',
        "The request is not authenticated: the 'Authorization' header is missing.",
      );
    case 'invalid':
      return bearer.reason === 'audience'
        ? bapFailure(401, 'InvalidAuthenticationAudience', 'The access token was made for another audience.')
        : bapFailure(401, 'InvalidAuthenticationToken', 'The access token is invalid.');
    case 'valid':
      return bearer.caller;
  }
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
    return bapFailure(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
  }
  const caller = authenticate(cloud, request);
  if ('status' in caller) {
    return caller;
  }
  const path = (decodeSegment(request.path) ?? '').toLowerCase().replace(/\/$/, '');
  const admin = new RegExp(`^${provider}/adminapplications(?:/([^/]+))?$`).exec(path);
  if (admin !== null) {
    return answerAdminApplications(cloud, caller, request.method, admin[1]);
  }
  if (caller.kind === 'app' && !cloud.managementApps.has(caller.tenantId, caller.appId)) {
    return appForbidden(caller, request);
  }
  const [, environmentId] =
    new RegExp(`^${provider}/scopes/admin/environments/([^/]+)/addappuser$`).exec(path) ?? [];
  if (environmentId !== undefined) {
    const records = visible(cloud, caller, true);
    const target = records.find((one) => one.seed.environmentId === environmentId);
    return target === undefined
      ? bapFailure(404, 'EnvironmentNotFound', `Environment '${environmentId}' could not be found.`)
      : addAppUser(cloud, request, caller, target);
  }
  const found = new RegExp(`^${provider}(/scopes/admin)?/environments(?:/([^/]+))?$`).exec(path);
  if (found === null) {
    return bapFailure(404, 'NotFound', `No resource answers at '${request.path}'.`);
  }
  if (request.method !== 'GET') {
    return bapMethodRefused(request.method, 'GET');
  }
  const [, scope, id] = found;
  const inAdmin = scope !== undefined;
  const listed = [
    ...visible(cloud, caller, inAdmin).map((one) => ({
      id: one.seed.environmentId,
      describe: () => describeRecord(one, request, inAdmin),
    })),
    ...visibleBare(cloud, caller).map((one) => ({
      id: one.environmentId,
      describe: () => describeBare(one, inAdmin),
    })),
  ];
  if (id === undefined) {
    return json(200, { value: listed.map((one) => one.describe()) });
  }
  const one = listed.find((other) => other.id === id);
  return one === undefined
    ? bapFailure(404, 'EnvironmentNotFound', `Environment '${id}' could not be found.`)
    : json(200, one.describe());
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

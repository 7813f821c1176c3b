import type { Cloud } from '../cloud.ts';
import type { Caller, Membership } from '../dataverse/seam.ts';
import { readBearer } from '../entra/bearer.ts';
import { apiHostOf } from '../gateway/environment-record.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, empty, json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { readInstanceFilter } from './instance-filter.ts';
import type { Instance } from './instance-filter.ts';
import { membershipOf } from './membership.ts';

const root = '/api/discovery/v2.0';

/** Number of an organization type (Learn: OrganizationType EnumType): Customer, CustomerTest, Developer; 12 is Default. */
const organizationTypes: Readonly<Record<EnvironmentRecord['sku'], number>> = {
  Production: 0,
  Sandbox: 5,
  Developer: 13,
};

function instanceOf(record: EnvironmentRecord, membership: Membership, request: ServiceRequest): Instance {
  const { seed } = record;
  const url = new URL(seed.origin);
  return {
    Id: seed.organizationId,
    UniqueName: seed.uniqueName,
    UrlName: seed.urlName,
    FriendlyName: seed.name,
    State: record.availability === 'ready' ? 0 : 1,
    Version: seed.version,
    Url: `${request.links.to(url.host)}/`,
    ApiUrl: `${request.links.to(apiHostOf(record))}/`,
    LastUpdated: new Date(record.createdOn).toISOString().replace('.000Z', 'Z'),
    SchemaType: record.sku === 'Developer' ? 'Basic' : 'Standard',
    IsUserSysAdmin: membership === 'administrator',
    EnvironmentId: seed.environmentId,
    StatusMessage: record.availability === 'ready' ? 6 : 4,
    TrialExpirationDate: '0001-01-01T00:00:00Z',
    OrganizationType: record.isDefault ? 12 : organizationTypes[record.sku],
    Purpose: record.sku === 'Production' ? 'Customer engagement' : '',
    TenantId: seed.tenantId,
    Region: seed.geo,
    DatacenterId: seed.datacenterId ?? '',
    DatacenterName: record.azureRegion,
  };
}

function badRequest(message: string): ServiceResponse {
  return json(400, { error: { code: '0x80060888', message } }, { 'odata-version': '4.0' });
}

/** `Instances(<guid>)` or `Instances(UniqueName='<name>')`: a filter, as both answer with an array. */
function readKey(text: string): ((row: Instance) => boolean) | null {
  if (text === '') {
    return () => true;
  }
  const key = /^\((.*)\)$/s.exec(text)?.[1] ?? '';
  const named = /^(UniqueName|UrlName|Id)='((?:[^']|'')*)'$/.exec(key);
  const [, property, value] = named ?? [];
  if (property !== undefined && value !== undefined) {
    return (row) => row[property] === value.replaceAll("''", "'");
  }
  const id = /^(?:Id=)?([0-9a-f-]{36})$/i.exec(key)?.[1];
  return id === undefined ? null : (row) => row['Id'] === id.toLowerCase();
}

function project(row: Instance, select: string | null): Instance | string {
  if (select === null) {
    return row;
  }
  const entries: [string, string | number | boolean | null][] = [];
  for (const name of select.split(',').map((part) => part.trim())) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (value === undefined) {
      return name;
    }
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function answerInstances(
  cloud: Cloud,
  request: ServiceRequest,
  caller: Caller,
  key: string,
): ServiceResponse {
  const query = parameters(request.query);
  const unknown = [...query.keys()].find((name) => name !== '$select' && name !== '$filter');
  if (unknown !== undefined) {
    return badRequest(`The query parameter '${unknown}' is not supported.`);
  }
  const rows = cloud.environments.records
    .filter((record) => record.seed.tenantId === caller.tenantId)
    .flatMap((record) => {
      const membership = membershipOf(cloud, record, caller);
      return membership === null ? [] : [instanceOf(record, membership, request)];
    });
  const byKey = readKey(key);
  const filter = readInstanceFilter(query.get('$filter'));
  if (byKey === null || filter === null) {
    return badRequest(
      byKey === null ? `Bad Request: the key '${key}' is not valid.` : 'The $filter expression is not valid.',
    );
  }
  const unknownProperty = (name: string): ServiceResponse =>
    badRequest(
      `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.Discovery.Instance'.`,
    );
  const projected: Instance[] = [];
  for (const row of rows.filter(byKey)) {
    const verdict = filter(row);
    if (typeof verdict === 'string') {
      return unknownProperty(verdict);
    }
    const columns = project(row, query.get('$select'));
    if (typeof columns === 'string') {
      return unknownProperty(columns);
    }
    if (verdict) {
      projected.push(columns);
    }
  }
  return json(
    200,
    { '@odata.context': `${request.links.self}${root}/$metadata#Instances`, value: projected },
    { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0' },
  );
}

/**
 * Global discovery (Learn: discovery-service): the environments that a signed-in user is a member of. An app has none,
 * so its token is refused. Names and text are compared with case.
 */
export function createDiscovery(cloud: Cloud): Service {
  return (request) => {
    const bearer = readBearer(cloud, request.headers['authorization'], [`https://${hosts.discovery}`]);
    if (bearer.kind !== 'valid') {
      return empty(401, {
        'www-authenticate': `Bearer authorization_uri=${request.links.to(hosts.login)}/common/oauth2/authorize, resource_id=${request.links.self}/`,
      });
    }
    if (bearer.caller.kind === 'app') {
      return json(403, {
        error: {
          code: '0x80040204',
          message:
            'Global discovery needs the token of a user; an application is not a member of any environment.',
        },
      });
    }
    if (request.method !== 'GET') {
      return empty(405, { allow: 'GET' });
    }
    const path = decodeSegment(request.path) ?? '';
    const key = /^\/api\/discovery\/v2\.0\/Instances(\(.*\))?\/?$/s.exec(path);
    if (key === null) {
      const segment = path.slice(root.length + 1);
      return json(404, {
        error: { code: '0x80060888', message: `Resource not found for the segment '${segment}'.` },
      });
    }
    return answerInstances(cloud, request, bearer.caller, key[1] ?? '');
  };
}

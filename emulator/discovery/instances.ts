import type { Cloud } from '../cloud.ts';
import type { Caller, Membership } from '../dataverse/seam.ts';
import { readBearer } from '../entra/bearer.ts';
import { apiHostOf } from '../gateway/environment-record.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, empty, json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { readInstanceFilter } from './instance-filter.ts';
import { instanceKeys, instanceMetadata, isInstanceProperty } from './instance-properties.ts';
import type { Instance } from './instance-properties.ts';
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

/** `Instances(<guid>)`, `Instances(UniqueName='<name>')`, `Instances(Region='<code>')`: a filter, as all answer with an array. */
function readKey(text: string): ((row: Instance) => boolean) | null {
  if (text === '') {
    return () => true;
  }
  const key = /^\((.*)\)$/s.exec(text)?.[1] ?? '';
  const [, name = 'Id', value = key] = /^(\w+)=(.*)$/s.exec(key) ?? [];
  const property = instanceKeys.find((one) => one === name);
  const read = property === undefined ? null : readInstanceFilter(`${property} eq ${value}`);
  return read?.ok === true ? read.filter : null;
}

/** The chosen columns, or the first name that is none. */
function project(row: Instance, names: readonly string[] | null): Partial<Instance> | string {
  const unknown = names?.find((name) => !isInstanceProperty(name));
  return (
    unknown ??
    (names === null
      ? row
      : Object.fromEntries(names.flatMap((name) => (isInstanceProperty(name) ? [[name, row[name]]] : []))))
  );
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
  if (byKey === null) {
    return badRequest(`Bad Request: the key '${key}' is not valid.`);
  }
  const read = readInstanceFilter(query.get('$filter'));
  if (!read.ok) {
    return badRequest(read.message);
  }
  const names =
    query
      .get('$select')
      ?.split(',')
      .map((part) => part.trim()) ?? null;
  const projected: Partial<Instance>[] = [];
  for (const row of rows.filter((one) => byKey(one) && read.filter(one))) {
    const columns = project(row, names);
    if (typeof columns === 'string') {
      return badRequest(
        `Could not find a property named '${columns}' on type 'Microsoft.Dynamics.CRM.Discovery.Instance'.`,
      );
    }
    projected.push(columns);
  }
  const set = names === null ? 'Instances' : `Instances(${names.join(',')})`;
  return json(
    200,
    { '@odata.context': `${request.links.self}${root}/$metadata#${set}`, value: projected },
    { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0' },
  );
}

/** What the service has: one set (Learn: discovery-service, "Service Documents"). */
function describeService(request: ServiceRequest): ServiceResponse {
  return json(
    200,
    {
      '@odata.context': `${request.links.self}${root}/$metadata`,
      value: [{ name: 'Instances', kind: 'EntitySet', url: 'Instances' }],
    },
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
    const isApp = bearer.kind === 'valid' && bearer.caller.kind === 'app';
    if (bearer.kind !== 'valid' || (isApp && cloud.rules.of('discoveryForApps') === 'unauthorized')) {
      return json(
        401,
        // As developers quote it (MicrosoftDocs/dynamics-365-customer-engagement, issue 518).
        { Message: 'Authorization has been denied for this request.' },
        {
          'www-authenticate': `Bearer authorization_uri=${request.links.to(hosts.login)}/common/oauth2/authorize, resource_id=${request.links.self}/`,
        },
      );
    }
    if (isApp) {
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
    if (path === root || path === `${root}/`) {
      return describeService(request);
    }
    if (path === `${root}/$metadata`) {
      const headers = { 'content-type': 'application/xml', 'odata-version': '4.0' };
      return { status: 200, headers, body: instanceMetadata };
    }
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

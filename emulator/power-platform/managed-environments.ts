import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { readEnvironmentFilter } from '../discovery/environment-filter.ts';
import { visible, visibleBare } from '../discovery/environments.ts';
import { hostOf } from '../gateway/environment-record.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import type { BareEnvironment } from '../seed/bare-environments.ts';
import { json, parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { objectIdsOf } from './authorization.ts';
import { powerPlatformFailure } from './power-platform-failure.ts';

type Described = Readonly<Record<string, unknown>> & { readonly id: string };

const day = 86_400_000;
const wire = (time: number): string => new Date(time).toISOString();

/** What all show (as seen in an answer of 2026); `deletedDateTime` of one that is there is the beginning of time. */
function common(
  one: Pick<EnvironmentRecord, 'location' | 'azureRegion' | 'createdOn'>,
  [id, displayName, tenantId, type]: readonly [string, string, string, string],
  now: number,
): Described {
  return {
    id,
    displayName,
    tenantId,
    type,
    geo: one.location,
    azureRegion: one.azureRegion,
    createdDateTime: wire(one.createdOn),
    deletedDateTime: '1970-01-01T00:00:00Z',
    adminMode: 'Disabled',
    backgroundOperationsState: 'Enabled',
    protectionLevel: type === 'Production' || type === 'Default' ? 'Standard' : 'Basic',
    createdBy: { id: 'SYSTEM', type: 'NotSpecified' },
    retentionDetails: {
      retentionPeriod: 'P7D',
      availableFromDateTime: wire(Math.max(one.createdOn, (Math.floor(now / day) - 7) * day)),
    },
  };
}

function describeRecord(record: EnvironmentRecord, request: ServiceRequest, now: number): Described {
  const { seed, sku } = record;
  return {
    ...common(
      record,
      [seed.environmentId, seed.name, seed.tenantId, record.isDefault ? 'Default' : sku],
      now,
    ),
    dataverseId: seed.organizationId,
    url: request.links.to(hostOf(record)),
    version: seed.version,
    domainName: seed.urlName,
    state: record.availability === 'ready' ? 'Enabled' : 'Disabled',
  };
}

const describeBare = (one: BareEnvironment, now: number): Described => ({
  ...common(one, [one.environmentId, one.name, one.tenantId, 'Production'], now),
  state: 'Enabled',
});

/** Environments that somebody may see: a person's own, those that an administrator or a management application has, and those that a role reaches. */
function seen(cloud: Cloud, caller: Caller, request: ServiceRequest): readonly Described[] {
  const { tenantId, objectId, appId } = caller;
  const isTrusted = caller.kind === 'user' || cloud.managementApps.has(tenantId, appId);
  const administers = cloud.directory.accountById(tenantId, objectId)?.kind === 'administrator';
  const objectIds = objectIdsOf(cloud, caller);
  const reaches = (id: string): boolean =>
    cloud.powerPlatformRoles.rolesOf(objectIds, `/tenants/${tenantId}/environments/${id}`).size > 0;
  const open = isTrusted ? visible(cloud, caller, administers) : [];
  const records = cloud.environments.records.filter(
    (one) => one.seed.tenantId === tenantId && (open.includes(one) || reaches(one.seed.environmentId)),
  );
  const openBare = isTrusted ? visibleBare(cloud, caller) : [];
  const bare = cloud.bareEnvironments.filter(
    (one) => one.tenantId === tenantId && (openBare.includes(one) || reaches(one.environmentId)),
  );
  const now = cloud.now();
  return [
    ...records.map((one) => describeRecord(one, request, now)),
    ...bare.map((one) => describeBare(one, now)),
  ];
}

const numberOf = (text: string | null): number | null =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;

/**
 * `/environmentmanagement/environments[/{id}]` (Learn, REST: Environments - List Environments For User) with `ids`, `$filter` by `eq`, `ne`,
 * `and`, `or`, `$select`, `$skip`, `$top`; `$orderby` is passed over.
 */
export function answerManagedEnvironments(
  cloud: Cloud,
  request: ServiceRequest,
  caller: Caller,
  id: string | undefined,
): ServiceResponse {
  const query = parameters(request.query);
  const all = seen(cloud, caller, request);
  if (id !== undefined) {
    const one = all.find((other) => other.id.toLowerCase() === id);
    return one === undefined
      ? powerPlatformFailure(404, 'EnvironmentNotFound', `Environment '${id}' was not found.`)
      : json(200, one);
  }
  const filter = query.get('$filter');
  const isWanted =
    filter === null ? () => true : readEnvironmentFilter(filter, cloud.rules.of('environmentFilterCase'));
  if (isWanted === null) {
    return powerPlatformFailure(400, 'InvalidFilter', `The $filter '${filter}' is not valid.`);
  }
  const ids = query.get('ids')?.toLowerCase().split(',');
  const skip = numberOf(query.get('$skip')) ?? 0;
  const top = numberOf(query.get('$top')) ?? all.length;
  const wanted = query.get('$select')?.split(',');
  const value = all
    .filter((one) => ids === undefined || ids.includes(one.id.toLowerCase()))
    .filter(isWanted)
    .slice(skip, skip + top)
    .map((one) =>
      wanted === undefined
        ? one
        : Object.fromEntries(Object.entries(one).filter(([name]) => wanted.includes(name))),
    );
  return json(200, { value });
}

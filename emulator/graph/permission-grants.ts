import type { PermissionGrant } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { countCollection, listCollection } from './collection.ts';
import type { Collection } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done } from './graph-call.ts';
import type { Entity, GraphCall, ResourceKey } from './graph-call.ts';
import { mustGrant, mustRead } from './permissions.ts';

const grantEntity = ({ tenantId: _tenantId, ...grant }: PermissionGrant): Entity => grant;

/** What a person granted for themselves (Learn: user-list-oauth2permissiongrants); `null` for other paths. */
export function answerGrantsOf(
  call: GraphCall,
  objectId: string,
  [segment, ...rest]: readonly string[],
): ServiceResponse | null {
  if (segment !== 'oauth2PermissionGrants' || call.request.method !== 'GET') {
    return null;
  }
  mustRead(call);
  return listGrants(call, rest, ({ principalId }) => principalId === objectId);
}

/** The grants of which that is true, as a list, or their number. */
export function listGrants(
  call: GraphCall,
  [below, ...more]: readonly string[],
  keeps: (grant: PermissionGrant) => boolean = () => true,
): ServiceResponse {
  if (more.length > 0 || (below !== undefined && below !== '$count')) {
    throw graphFaults.noSegment(below ?? '');
  }
  const collection: Collection = {
    set: 'oauth2PermissionGrants',
    rows: grantsOf(call).filter(keeps).map(grantEntity),
    filterable: ['clientId', 'consentType', 'principalId', 'resourceId'],
    searchable: [],
  };
  return below === '$count' ? countCollection(call, collection) : listCollection(call, collection);
}

const grantsOf = (call: GraphCall): readonly PermissionGrant[] =>
  call.cloud.directory.records.grants.filter((grant) => grant.tenantId === call.caller.tenantId);

function textIn(body: Entity, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') {
    throw graphFaults.badProperty(name, 'OAuth2PermissionGrant');
  }
  return value;
}

/** `POST /oauth2PermissionGrants` (Learn: oauth2permissiongrant-post). */
function create(call: GraphCall): ServiceResponse {
  mustGrant(call);
  const body = bodyOf(call);
  const { consentType } = body;
  const principals = call.cloud.directory.records.servicePrincipals.filter(
    (one) => one.tenantId === call.caller.tenantId,
  );
  const [clientId, resourceId] = [textIn(body, 'clientId'), textIn(body, 'resourceId')];
  for (const id of [clientId, resourceId]) {
    if (!principals.some((one) => one.objectId === id)) {
      throw graphFaults.notFound(id);
    }
  }
  const everybody = consentType === 'AllPrincipals';
  if (!everybody && consentType !== 'Principal') {
    throw graphFaults.badProperty('consentType', 'OAuth2PermissionGrant');
  }
  const principalId = everybody ? null : textIn(body, 'principalId');
  const twin = grantsOf(call).find(
    (one) => one.clientId === clientId && one.resourceId === resourceId && one.principalId === principalId,
  );
  if (twin !== undefined) {
    throw graphFaults.grantExists();
  }
  const grant: PermissionGrant = {
    id: Buffer.from(call.cloud.directory.newId()).toString('base64url'),
    tenantId: call.caller.tenantId,
    clientId,
    consentType: everybody ? 'AllPrincipals' : 'Principal',
    principalId,
    resourceId,
    scope: textIn(body, 'scope').trim(),
  };
  call.cloud.directory.changes.saveGrant(grant);
  return answer(call, 201, 'oauth2PermissionGrants/$entity', grantEntity(grant));
}

/** `/oauth2PermissionGrants`: consents to delegated permissions; S2S itself needs none. */
export function answerPermissionGrants(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  if (rest.length > 0 && (key !== null || method !== 'GET')) {
    throw graphFaults.noSegment(rest[0] ?? '');
  }
  mustRead(call);
  if (key === null) {
    switch (method) {
      case 'GET':
        return listGrants(call, rest);
      case 'POST':
        return create(call);
      default:
        throw graphFaults.method();
    }
  }
  const grant = grantsOf(call).find((one) => one.id === key.value);
  if (grant === undefined) {
    throw graphFaults.notFound(key.value);
  }
  switch (method) {
    case 'GET':
      return answer(call, 200, 'oauth2PermissionGrants/$entity', grantEntity(grant));
    case 'PATCH':
      mustGrant(call);
      call.cloud.directory.changes.saveGrant({ ...grant, scope: textIn(bodyOf(call), 'scope').trim() });
      return done();
    case 'DELETE':
      mustGrant(call);
      call.cloud.directory.changes.removeGrant(grant.id);
      return done();
    default:
      throw graphFaults.method();
  }
}

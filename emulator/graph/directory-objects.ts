import type { ServiceResponse } from '../server/exchange.ts';
import { applicationEntity } from './application-entity.ts';
import { answerObject, project } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf } from './graph-call.ts';
import type { Entity, GraphCall, ResourceKey } from './graph-call.ts';
import { groupEntity } from './group-entity.ts';
import { answerMemberships } from './member-of.ts';
import { mustRead, mustReadGroups, mustReadPeople } from './permissions.ts';
import { principalEntity } from './service-principal-entity.ts';
import { shownOf, userEntity } from './user-entity.ts';

/** An object of the tenant by its object id alone. */
export type DirectoryObject = {
  readonly type: 'user' | 'servicePrincipal' | 'application' | 'group' | 'directoryRole';
  readonly entity: Entity;
};

/** A person, a service principal, an application or a group of the caller's tenant; `null` for any other id. */
export function directoryObject(call: GraphCall, id: string): DirectoryObject | null {
  const { directory } = call.cloud;
  const { tenantId } = call.caller;
  const account = directory.accountById(tenantId, id);
  if (account !== null) {
    return { type: 'user', entity: userEntity(call, account) };
  }
  const own = (one: { readonly objectId: string; readonly tenantId: string }): boolean =>
    one.objectId === id && one.tenantId === tenantId;
  const principal = directory.records.servicePrincipals.find(own);
  if (principal !== undefined) {
    return { type: 'servicePrincipal', entity: principalEntity(call, principal) };
  }
  const group = directory.records.groups.find(own);
  if (group !== undefined) {
    return { type: 'group', entity: groupEntity(call, group) };
  }
  const app = directory.records.apps.find(own);
  return app === undefined ? null : { type: 'application', entity: applicationEntity(call, app) };
}

/** The object with its type, as far as `$select` asks for it. */
export const typedObject = (
  call: GraphCall,
  object: DirectoryObject,
  names: readonly string[] | null,
): Entity => ({
  ...typeOf(object),
  ...(names === null ? shownOf(call, object) : project(call, object.entity, names, object.type)),
});

const typeOf = ({ type }: DirectoryObject): Entity => ({ '@odata.type': `#microsoft.graph.${type}` });

function mustReadObject(call: GraphCall, { type, entity }: DirectoryObject): void {
  if (type === 'user') {
    mustReadPeople(call, String(entity['id']));
  } else if (type === 'group') {
    mustReadGroups(call);
  } else {
    mustRead(call);
  }
}

/** As many ids as one request may name (Learn: directoryobject-getbyids). */
const mostIds = 1000;

function textsOf(body: Entity, name: string): readonly string[] {
  const value = body[name];
  if (!Array.isArray(value) || value.length > mostIds) {
    throw graphFaults.badProperty(name);
  }
  return value.map((one: unknown) => {
    if (typeof one !== 'string') {
      throw graphFaults.badProperty(name);
    }
    return one.toLowerCase();
  });
}

/** `POST /directoryObjects/getByIds`: those that there are, of the types that were named, with all their properties (Learn: directoryobject-getbyids). */
function getByIds(call: GraphCall): ServiceResponse {
  const body = bodyOf(call);
  const ids = textsOf(body, 'ids');
  const types = body['types'] === undefined ? ['directoryobject'] : textsOf(body, 'types');
  const found = [...new Set(ids)]
    .flatMap((id) => directoryObject(call, id) ?? [])
    .filter(({ type }) => types.includes('directoryobject') || types.includes(type.toLowerCase()));
  for (const object of found) {
    mustReadObject(call, object);
  }
  return answer(call, 200, 'directoryObjects', {
    value: found.map((one) => ({ ...typeOf(one), ...one.entity })),
  });
}

/** `/directoryObjects/{id}/getMemberObjects` and its neighbours (Learn: directoryobject-getmemberobjects). */
function membershipsOf(
  call: GraphCall,
  found: DirectoryObject | null,
  id: string,
  rest: readonly string[],
): ServiceResponse {
  if (found === null) {
    throw graphFaults.notFound(id);
  }
  const { type, entity } = found;
  const answered =
    type === 'application' || type === 'directoryRole'
      ? null
      : answerMemberships(call, { type, objectId: String(entity['id']) }, rest);
  if (answered === null) {
    throw graphFaults.noSegment(rest[0] ?? '');
  }
  return answered;
}

/** `/directoryObjects/{id}` and `/directoryObjects/getByIds` (Learn: directoryobject-get). */
export function answerDirectoryObjects(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  if (key === null) {
    throw graphFaults.noSegment(rest[0] ?? 'directoryObjects');
  }
  if (rest.length === 0 && /^(?:microsoft\.graph\.)?getByIds$/i.test(key.value)) {
    if (method !== 'POST') {
      throw graphFaults.method();
    }
    return getByIds(call);
  }
  const found = directoryObject(call, key.value.toLowerCase());
  if (rest.length > 0) {
    return membershipsOf(call, found, key.value, rest);
  }
  if (method !== 'GET') {
    throw graphFaults.method();
  }
  if (found === null) {
    throw graphFaults.notFound(key.value);
  }
  mustReadObject(call, found);
  return answerObject(call, 'directoryObjects', found.entity, {
    type: found.type,
    byDefault: shownOf(call, found),
  });
}

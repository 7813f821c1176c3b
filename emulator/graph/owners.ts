import type { ServiceResponse } from '../server/exchange.ts';
import { project, selected } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import type { Holder } from './holder.ts';
import { mustChange } from './permissions.ts';
import { principalEntity } from './service-principal-entity.ts';
import { userEntity } from './user-entity.ts';

/** A person or a service principal of the tenant, each with its type; `null` for any other id. */
function ownerOf(call: GraphCall, id: string): { readonly type: string; readonly entity: Entity } | null {
  const { directory } = call.cloud;
  const account = directory.accountById(call.caller.tenantId, id);
  if (account !== null) {
    return { type: '#microsoft.graph.user', entity: userEntity(call, account) };
  }
  const principal = directory.records.servicePrincipals.find(
    (one) => one.objectId === id && one.tenantId === call.caller.tenantId,
  );
  return principal === undefined
    ? null
    : { type: '#microsoft.graph.servicePrincipal', entity: principalEntity(call, principal) };
}

/** The owners of an application or a service principal (Learn: application-list-owners, serviceprincipal-list-owners). */
export const ownersOf = (
  call: GraphCall,
  holder: Pick<Holder, 'owners'> | undefined,
  names: readonly string[] | null,
): readonly Entity[] =>
  (holder?.owners ?? []).flatMap((id) => {
    const owner = ownerOf(call, id);
    return owner === null ? [] : [{ '@odata.type': owner.type, ...project(call, owner.entity, names) }];
  });

/** `GET …/owners`. */
export function listOwners(call: GraphCall, holder: Holder, rest: readonly string[]): ServiceResponse {
  const [below] = rest;
  if (below !== undefined) {
    throw graphFaults.noSegment(below);
  }
  return answer(call, 200, 'directoryObjects', { value: ownersOf(call, holder, selected(call)) });
}

/** `POST …/owners/$ref` (Learn: application-post-owners, serviceprincipal-post-owners). */
export function addOwner(call: GraphCall, holder: Holder, rest: readonly string[]): ServiceResponse {
  if (rest.length !== 1 || rest[0] !== '$ref') {
    throw graphFaults.method();
  }
  mustChange(call, holder);
  const link = bodyOf(call)['@odata.id'];
  const id =
    /\/(?:v1\.0\/)?(?:directoryObjects|users|servicePrincipals)\/([0-9a-f-]{36})$/i
      .exec(typeof link === 'string' ? link : '')?.[1]
      ?.toLowerCase() ?? '';
  if (ownerOf(call, id) === null) {
    throw graphFaults.notFound(id);
  }
  if (holder.owners.includes(id)) {
    throw graphFaults.referenceExists('owners');
  }
  holder.save({ owners: [...holder.owners, id] });
  return done();
}

/** `DELETE …/owners/{id}/$ref` (Learn: application-delete-owners, serviceprincipal-delete-owners). */
export function removeOwner(call: GraphCall, holder: Holder, rest: readonly string[]): ServiceResponse {
  const [id = '', reference] = rest;
  if (rest.length !== 2 || reference !== '$ref') {
    throw graphFaults.method();
  }
  mustChange(call, holder);
  if (!holder.owners.includes(id)) {
    throw graphFaults.notFound(id);
  }
  holder.save({ owners: holder.owners.filter((owner) => owner !== id) });
  return done();
}

import type { ServiceResponse } from '../server/exchange.ts';
import { directoryObject, typedObject } from './directory-objects.ts';
import type { DirectoryObject } from './directory-objects.ts';
import { graphFaults } from './graph-fault.ts';
import { bodyOf, done } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import type { Holder } from './holder.ts';
import { listObjects } from './object-list.ts';
import { mustChange } from './permissions.ts';
import { referenced } from './references.ts';

/** Only people and service principals own something. */
function ownerOf(call: GraphCall, id: string): DirectoryObject | null {
  const found = directoryObject(call, id);
  return found?.type === 'user' || found?.type === 'servicePrincipal' ? found : null;
}

/** The owners of an application or a service principal (Learn: application-list-owners, serviceprincipal-list-owners). */
export const ownersOf = (
  call: GraphCall,
  holder: Pick<Holder, 'owners'> | undefined,
  names: readonly string[] | null,
): readonly Entity[] => objectsOf(call, holder).map((owner) => typedObject(call, owner, names));

const objectsOf = (call: GraphCall, holder: Pick<Holder, 'owners'> | undefined): readonly DirectoryObject[] =>
  (holder?.owners ?? []).flatMap((id) => ownerOf(call, id) ?? []);

/** `GET …/owners`, those of one type, their number, or their addresses. */
export const listOwners = (call: GraphCall, holder: Holder, rest: readonly string[]): ServiceResponse =>
  listObjects(call, objectsOf(call, holder), rest);

/** `POST …/owners/$ref` (Learn: application-post-owners, serviceprincipal-post-owners). */
export function addOwner(call: GraphCall, holder: Holder, rest: readonly string[]): ServiceResponse {
  if (rest.length !== 1 || rest[0] !== '$ref') {
    throw graphFaults.method();
  }
  mustChange(call, holder);
  const id = String(referenced(call, bodyOf(call)['@odata.id']).entity['id']);
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

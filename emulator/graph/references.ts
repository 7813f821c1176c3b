import { directoryObject } from './directory-objects.ts';
import type { DirectoryObject } from './directory-objects.ts';
import { graphFaults } from './graph-fault.ts';
import type { GraphCall } from './graph-call.ts';

/** The object that a link to it names, such as `@odata.id` of a body (Learn: group-post-members, application-post-owners). */
export function referenced(call: GraphCall, link: unknown, relation?: string): DirectoryObject {
  const id =
    /\/(?:(?:v1\.0|beta)\/)?(?:directoryObjects|users|servicePrincipals|groups)(?:\/|\(')([0-9a-f-]{36})(?:'\))?$/i
      .exec(typeof link === 'string' ? link : '')?.[1]
      ?.toLowerCase();
  if (id === undefined) throw graphFaults.linkInvalid(relation);
  const found = directoryObject(call, id);
  if (found === null) {
    throw graphFaults.notFound(id);
  }
  return found;
}

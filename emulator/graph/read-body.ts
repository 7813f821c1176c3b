import type { Credentials } from '../directory/credential-lag.ts';
import { graphFaults } from './graph-fault.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { replaceKeys } from './key-credentials.ts';

/** How a property of a body changes what it is about. */
export type Setter<T> = (record: T, value: unknown) => T;

/** What an application or a service principal is given by the service alone. */
const readOnly: ReadonlySet<string> = new Set([
  'id',
  'createdDateTime',
  'deletedDateTime',
  'disabledByMicrosoftStatus',
  'publisherDomain',
  'appId',
  'appDisplayName',
  'appOwnerOrganizationId',
  'uniqueName',
]);

/**
 * A record with what a body says of it, property by property. What both applications and service principals have is read here:
 * `keyCredentials` replaces all certificates, `passwordCredentials` cannot be set (Learn: application-update, serviceprincipal-update). A
 * property that there is not is refused.
 */
export function readBody<T extends Credentials>(
  call: GraphCall,
  body: Entity,
  record: T,
  setters: ReadonlyMap<string, Setter<T>>,
): T {
  let next = record;
  for (const [name, value] of Object.entries(body)) {
    const set = setters.get(name);
    if (name === 'keyCredentials') {
      next = { ...next, certificates: replaceKeys(call, record.certificates, value) };
    } else if (name === 'passwordCredentials') {
      throw graphFaults.passwordsByAction();
    } else if (readOnly.has(name)) {
      throw graphFaults.readOnly(name);
    } else if (set === undefined && name !== '@odata.type') {
      throw graphFaults.unknownProperty(name);
    } else {
      next = set === undefined ? next : set(next, value);
    }
  }
  return next;
}

/** A value that is true or false. */
export function flagIn(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw graphFaults.badProperty(name);
  }
  return value;
}

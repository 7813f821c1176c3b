import type { Account, AppRegistration } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { project, selected } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { mustChange } from './permissions.ts';

/** The name under which a guest is a user of the tenant (Learn: user-properties, "User principal name"). */
const principalName = (account: Account, domain: string): string =>
  account.home === null ? account.username : `${account.username.replace('@', '_')}#EXT#@${domain}`;

/** A person (Learn: user resource, default properties). */
export const userEntity = (call: GraphCall, account: Account): Entity => ({
  businessPhones: [],
  displayName: account.displayName,
  givenName: account.givenName,
  jobTitle: null,
  mail: account.username,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: account.surname,
  userPrincipalName: principalName(account, call.cloud.directory.tenant(account.tenantId)?.domain ?? ''),
  id: account.objectId,
});

/** `GET …/owners` (Learn: application-list-owners). */
export function listOwners(call: GraphCall, app: AppRegistration): ServiceResponse {
  const names = selected(call);
  const owners = app.owners.flatMap((id) => {
    const account = call.cloud.directory.accountById(app.tenantId, id);
    return account === null ? [] : [account];
  });
  return answer(call, 200, 'directoryObjects', {
    value: owners.map((owner) => ({
      '@odata.type': '#microsoft.graph.user',
      ...project(call, userEntity(call, owner), names),
    })),
  });
}

/** `POST …/owners/$ref` (Learn: application-post-owners). */
export function addOwner(call: GraphCall, app: AppRegistration, rest: readonly string[]): ServiceResponse {
  if (rest.length !== 1 || rest[0] !== '$ref') {
    throw graphFaults.method();
  }
  mustChange(call, app);
  const link = bodyOf(call)['@odata.id'];
  const id =
    /\/(?:v1\.0\/)?(?:directoryObjects|users)\/([0-9a-f-]{36})$/i.exec(
      typeof link === 'string' ? link : '',
    )?.[1] ?? '';
  const account = call.cloud.directory.accountById(app.tenantId, id);
  if (account === null) {
    throw graphFaults.notFound(id);
  }
  if (app.owners.includes(account.objectId)) {
    throw graphFaults.referenceExists('owners');
  }
  call.cloud.directory.changes.saveApp({ ...app, owners: [...app.owners, account.objectId] });
  return done();
}

/** `DELETE …/owners/{id}/$ref` (Learn: application-delete-owners). */
export function removeOwner(call: GraphCall, app: AppRegistration, rest: readonly string[]): ServiceResponse {
  const [id = '', reference] = rest;
  if (rest.length !== 2 || reference !== '$ref') {
    throw graphFaults.method();
  }
  mustChange(call, app);
  if (!app.owners.includes(id)) {
    throw graphFaults.notFound(id);
  }
  call.cloud.directory.changes.saveApp({ ...app, owners: app.owners.filter((owner) => owner !== id) });
  return done();
}

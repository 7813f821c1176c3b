import type { Account } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { answerRoleAssignments } from './app-role-assignments.ts';
import { answerObject, countCollection, listCollection } from './collection.ts';
import type { Collection } from './collection.ts';
import { typedObject } from './directory-objects.ts';
import { expanded } from './expand.ts';
import type { Expansion, Expansions } from './expand.ts';
import { graphFaults } from './graph-fault.ts';
import { answerProperty } from './property.ts';
import type { GraphCall, ResourceKey } from './graph-call.ts';
import { answerMemberships, membershipsOf } from './member-of.ts';
import { mustReadMemberships, mustReadPeople } from './permissions.ts';
import { requireNoPhoto } from './photo.ts';
import { shownOfUser, userEntity } from './user-entity.ts';
import { answerGrantsOf } from './permission-grants.ts';

const accountsOf = (call: GraphCall): readonly Account[] =>
  call.cloud.directory.records.accounts.filter((one) => one.tenantId === call.caller.tenantId);

/** Learn: user resource, "Relationships". Nobody has a manager here. */
const expansionsOf = (call: GraphCall): Expansions =>
  new Map<string, Expansion>([
    ['manager', () => null],
    [
      'memberOf',
      ({ id }, names) => {
        mustReadMemberships(call, 'user', String(id));
        return membershipsOf(call, String(id)).map((one) => typedObject(call, one, names));
      },
    ],
  ]);

function collectionOf(call: GraphCall): Collection {
  return {
    set: 'users',
    rows: accountsOf(call).map((account) => userEntity(call, account)),
    filterable: [
      'id',
      'displayName',
      'givenName',
      'surname',
      'mail',
      'userPrincipalName',
      'accountEnabled',
      'userType',
      'city',
      'companyName',
      'country',
      'department',
      'employeeId',
      'jobTitle',
      'mailNickname',
      'mobilePhone',
      'officeLocation',
      'postalCode',
      'state',
      'usageLocation',
    ],
    searchable: ['displayName', 'mail', 'userPrincipalName'],
    expansions: expansionsOf(call),
    byDefault: (entity) => shownOfUser(call, entity),
  };
}

/** `/users` and one of them by id or user principal name (Learn: user-list, user-get). People are not changed here. */
export function answerUsers(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const name = key?.value.toLowerCase();
  const account = accountsOf(call).find(
    (one) =>
      one.objectId === name || String(userEntity(call, one)['userPrincipalName']).toLowerCase() === name,
  );
  if (account !== undefined && rest.length > 0) {
    const answered = answerMemberships(call, { type: 'user', objectId: account.objectId }, rest);
    if (answered !== null) {
      return answered;
    }
  }
  mustReadPeople(call, account?.objectId ?? null);
  const isRead = call.request.method === 'GET';
  const [below] = rest;
  if (key === null) {
    if (!isRead) throw graphFaults.method();
    return below === '$count'
      ? countCollection(call, collectionOf(call))
      : listCollection(call, collectionOf(call));
  }
  if (account === undefined) {
    throw graphFaults.notFound(key.value);
  }
  const { objectId } = account;
  const held =
    answerRoleAssignments(call, { set: 'users', objectId }, rest) ?? answerGrantsOf(call, objectId, rest);
  if (held !== null) {
    return held;
  }
  if (!isRead) {
    throw graphFaults.method();
  }
  if (below !== undefined) {
    requireNoPhoto(rest);
    const property = answerProperty(call, 'users', userEntity(call, account), rest);
    if (property === null) throw graphFaults.noSegment(below);
    return property;
  }
  const entity = userEntity(call, account);
  return answerObject(call, 'users', entity, {
    byDefault: shownOfUser(call, entity),
    expand: expanded(call, expansionsOf(call), 'user')(entity),
  });
}

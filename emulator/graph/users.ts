import type { Account } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { countCollection, listCollection, project, selected } from './collection.ts';
import type { Collection } from './collection.ts';
import { typedObject } from './directory-objects.ts';
import { expanded } from './expand.ts';
import type { Expansion, Expansions } from './expand.ts';
import { graphFaults } from './graph-fault.ts';
import { answerProperty } from './property.ts';
import { answer } from './graph-call.ts';
import type { Entity, GraphCall, ResourceKey } from './graph-call.ts';
import { answerMemberships, membershipsOf } from './member-of.ts';
import { mustReadMemberships, mustReadPeople } from './permissions.ts';
import { requireNoPhoto } from './photo.ts';
import { userEntity } from './user-entity.ts';

/** What a user is shown with only where `$select` names it (Learn: user resource, "Returned only on $select"). */
const onSelect = (account: Account): Entity => ({
  accountEnabled: account.enabled,
  userType: account.home === null ? 'Member' : 'Guest',
  deletedDateTime: null,
});

/** What is shown where nothing is selected: beta tells what v1.0 only tells on request. */
const shown = (call: GraphCall, account: Account): Entity => ({
  ...userEntity(call, account),
  ...(call.version === 'beta' ? onSelect(account) : {}),
});

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
  const accounts = accountsOf(call);
  const byId = new Map(accounts.map((one) => [one.objectId, one]));
  return {
    set: 'users',
    rows: accounts.map((account) => ({ ...userEntity(call, account), ...onSelect(account) })),
    filterable: [
      'id',
      'displayName',
      'givenName',
      'surname',
      'mail',
      'userPrincipalName',
      'accountEnabled',
      'userType',
    ],
    searchable: ['displayName', 'mail', 'userPrincipalName'],
    expansions: expansionsOf(call),
    byDefault: (entity) => {
      const account = byId.get(String(entity['id']));
      return account === undefined ? entity : shown(call, account);
    },
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
  if (!isRead) {
    throw graphFaults.method();
  }
  if (below !== undefined) {
    requireNoPhoto(rest);
    const whole = { ...userEntity(call, account), ...onSelect(account) };
    const property = answerProperty(call, 'users', whole, rest);
    if (property === null) throw graphFaults.noSegment(below);
    return property;
  }
  const names = selected(call);
  const entity = userEntity(call, account);
  return answer(call, 200, 'users/$entity', {
    ...project(call, names === null ? shown(call, account) : { ...entity, ...onSelect(account) }, names),
    ...expanded(call, expansionsOf(call))(entity),
  });
}

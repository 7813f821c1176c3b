import type { ServicePrincipal } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { answerRoleAssignments, assignmentsOf } from './app-role-assignments.ts';
import { answerObject, countCollection, listCollection, selected } from './collection.ts';
import type { Collection } from './collection.ts';
import { expanded } from './expand.ts';
import type { Expansions } from './expand.ts';
import { withKeys } from './credential-entities.ts';
import { graphFaults } from './graph-fault.ts';
import { answerProperty } from './property.ts';
import { bodyOf, created, createsMissing, done, named } from './graph-call.ts';
import type { Entity, GraphCall, ResourceKey } from './graph-call.ts';
import { actionOf, answerHolder, rollsKeys } from './holder.ts';
import { answerMemberships } from './member-of.ts';
import { ownersOf } from './owners.ts';
import { mustAdminister, mustChange, mustRead } from './permissions.ts';
import { listSetter, textSetter } from './described.ts';
import { flagIn, readBody } from './read-body.ts';
import type { Setter } from './read-body.ts';
import { principalEntity } from './service-principal-entity.ts';
import { listGrants } from './permission-grants.ts';

const principalsOf = (call: GraphCall): readonly ServicePrincipal[] =>
  call.cloud.directory.records.servicePrincipals.filter((one) => one.tenantId === call.caller.tenantId);

/** What a service principal is expanded with (Learn: servicePrincipal resource, "Relationships"). */
const expansionsOf = (call: GraphCall): Expansions =>
  new Map([
    [
      'owners',
      ({ id }, names) =>
        ownersOf(
          call,
          principalsOf(call).find((one) => one.objectId === id),
          names,
        ),
    ],
    ['appRoleAssignments', ({ id }) => assignmentsOf(call, 'appRoleAssignments', String(id))],
    ['appRoleAssignedTo', ({ id }) => assignmentsOf(call, 'appRoleAssignedTo', String(id))],
  ]);

function collectionOf(call: GraphCall): Collection {
  const principals = principalsOf(call);
  const byId = new Map(principals.map((one) => [one.objectId, one]));
  return {
    set: 'servicePrincipals',
    onSelect: (entity, names) => withKeys(byId.get(String(entity['id'])), entity, names),
    rows: principals.map((principal) => principalEntity(call, principal)),
    filterable: [
      'id',
      'appId',
      'displayName',
      'accountEnabled',
      'servicePrincipalType',
      'appOwnerOrganizationId',
      'createdDateTime',
      'servicePrincipalNames',
      'tags',
    ],
    counted: new Map([['owners', ({ id }) => ownersOf(call, byId.get(String(id)), null).length]]),
    searchable: ['displayName'],
    expansions: expansionsOf(call),
  };
}

const find = (call: GraphCall, { by, value }: ResourceKey): ServicePrincipal | undefined =>
  principalsOf(call).find((one) => one[by === 'id' ? 'objectId' : 'appId'] === value.toLowerCase());

function nameIn(value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > 256) {
    throw graphFaults.badProperty('displayName', 'ServicePrincipal');
  }
  return value;
}

/** Learn: serviceprincipal-update, serviceprincipal-upsert. */
const setters: ReadonlyMap<string, Setter<ServicePrincipal>> = new Map<string, Setter<ServicePrincipal>>([
  ['displayName', (one, value) => ({ ...one, displayName: nameIn(value) })],
  ['accountEnabled', (one, value) => ({ ...one, enabled: flagIn('accountEnabled', value) })],
  [
    'appRoleAssignmentRequired',
    (one, value) => ({ ...one, assignmentRequired: flagIn('appRoleAssignmentRequired', value) }),
  ],
  ...['description', 'homepage', 'loginUrl', 'logoutUrl', 'notes', 'preferredSingleSignOnMode'].map(
    (name) => [name, textSetter<ServicePrincipal>(name)] as const,
  ),
  ...['alternativeNames', 'notificationEmailAddresses', 'tags'].map(
    (name) => [name, listSetter<ServicePrincipal>(name)] as const,
  ),
]);

/**
 * `POST /servicePrincipals`, or `PATCH` by the id of an app that has none (Learn: serviceprincipal-post-serviceprincipals,
 * serviceprincipal-upsert): of an app of this tenant, or of another tenant's multitenant app, which is what consent does, too.
 */
function create(call: GraphCall, body: Entity): ServiceResponse {
  mustAdminister(call);
  const { directory } = call.cloud;
  const { tenantId } = call.caller;
  const given = body['appId'];
  if (given === undefined || given === null) {
    throw graphFaults.required('appId', 'ServicePrincipal');
  }
  const app = typeof given === 'string' ? directory.app(given) : null;
  if (app === null || (app.audience === 'AzureADMyOrg' && app.tenantId !== tenantId)) {
    throw graphFaults.appUnknown(named(given));
  }
  if (directory.principal(tenantId, app.appId) !== null) {
    throw graphFaults.principalExists(app.appId);
  }
  const principal: ServicePrincipal = {
    objectId: directory.newId(),
    appId: app.appId,
    tenantId,
    displayName: app.displayName,
    ownerTenantId: app.tenantId,
    enabled: true,
    createdOn: call.cloud.now(),
    assignmentRequired: false,
    blocked: false,
    secrets: [],
    certificates: [],
    // An app owns what it makes, so that `Application.ReadWrite.OwnedBy` is enough for all that follows.
    owners: call.caller.kind === 'app' ? [call.caller.objectId] : [],
    described: {},
    managedIdentity: null,
  };
  // Its type is that of the app, whatever is said.
  const { appId: _appId, servicePrincipalType: _type, ...rest } = body;
  const made = readBody(call, rest, principal, setters);
  directory.changes.savePrincipal(made);
  return created(call, { set: 'servicePrincipals', type: 'ServicePrincipal' }, principalEntity(call, made));
}

/** What is made by `POST` has the name of the app, whatever is said. */
const unnamed = ({ displayName: _name, ...body }: Entity): Entity => body;

/** `PATCH /servicePrincipals/{id}`: whether it may sign in, who with it, and its certificates, all of them (Learn: serviceprincipal-update). */
function change(call: GraphCall, principal: ServicePrincipal): ServiceResponse {
  mustChange(call, principal);
  call.cloud.directory.changes.savePrincipal(readBody(call, bodyOf(call), principal, setters));
  return done();
}

function get(call: GraphCall, principal: ServicePrincipal): ServiceResponse {
  const names = selected(call);
  const entity = withKeys(principal, principalEntity(call, principal), names);
  const expand = expanded(call, expansionsOf(call), 'servicePrincipal')(entity);
  return answerObject(call, 'servicePrincipals', entity, { expand });
}

/** `/servicePrincipals` and what lies below. */
export function answerServicePrincipals(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  const action = actionOf(method, rest[0]);
  if (key === null || !rollsKeys(action)) {
    mustRead(call);
  }
  if (key === null) {
    switch (`${method} ${rest.join('/')}`) {
      case 'GET ':
        return listCollection(call, collectionOf(call));
      case 'GET $count':
        return countCollection(call, collectionOf(call));
      case 'POST ':
        return create(call, unnamed(bodyOf(call)));
      default:
        throw graphFaults.method();
    }
  }
  const principal = find(call, key);
  const [below, ...further] = rest;
  if (principal === undefined) {
    if (key.by === 'appId' && below === undefined && createsMissing(call)) {
      return create(call, { ...bodyOf(call), appId: key.value });
    }
    throw graphFaults.notFound(key.value);
  }
  const { objectId } = principal;
  const assignments = answerRoleAssignments(call, { set: 'servicePrincipals', objectId }, rest);
  if (assignments !== null) {
    return assignments;
  }
  const memberships = answerMemberships(call, { type: 'servicePrincipal', objectId }, rest);
  if (memberships !== null) {
    return memberships;
  }
  switch (action) {
    case 'GET ':
      return get(call, principal);
    case 'GET oauth2PermissionGrants':
      return listGrants(call, further, ({ clientId }) => clientId === objectId);
    case 'PATCH ':
      return change(call, principal);
    case 'DELETE ':
      mustChange(call, principal);
      call.cloud.directory.changes.removePrincipal(principal.tenantId, principal.appId);
      return done();
  }
  const property = answerProperty(call, 'servicePrincipals', principalEntity(call, principal), rest);
  if (property !== null) {
    return property;
  }
  const { changes } = call.cloud.directory;
  const answered = answerHolder(
    call,
    action,
    { ...principal, save: (changed) => changes.savePrincipal({ ...principal, ...changed }) },
    further,
  );
  if (answered === null) {
    throw below === undefined ? graphFaults.method() : graphFaults.noSegment(below);
  }
  return answered;
}

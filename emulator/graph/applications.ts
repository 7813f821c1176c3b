import { takesPersonalAccounts } from '../directory/records.ts';
import type { AppRegistration } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { readApplicationBody } from './application-body.ts';
import { applicationEntity } from './application-entity.ts';
import { answerObject, countCollection, listCollection, project, selected } from './collection.ts';
import type { Collection } from './collection.ts';
import { expanded } from './expand.ts';
import type { Expansions } from './expand.ts';
import { withKeys } from './credential-entities.ts';
import { bodyOf, created, createsMissing, done } from './graph-call.ts';
import type { GraphCall, ResourceKey } from './graph-call.ts';
import { graphFaults } from './graph-fault.ts';
import { answerProperty } from './property.ts';
import { answerFederatedCredentials, federatedEntity } from './federated-credentials.ts';
import { actionOf, answerHolder, rollsKeys } from './holder.ts';
import { ownersOf } from './owners.ts';
import { mustAdminister, mustChange, mustRead } from './permissions.ts';

/** What an application is expanded with (Learn: application resource, "Relationships"). */
const expansionsOf = (call: GraphCall): Expansions =>
  new Map([
    [
      'federatedIdentityCredentials',
      ({ id }, names) =>
        (
          call.cloud.directory.records.apps.find((app) => app.objectId === id)?.federatedCredentials ?? []
        ).map((one) => project(call, federatedEntity(one), names, 'federatedIdentityCredential')),
    ],
    [
      'owners',
      ({ id }, names) =>
        ownersOf(
          call,
          call.cloud.directory.records.apps.find((app) => app.objectId === id),
          names,
        ),
    ],
  ]);

function collectionOf(call: GraphCall): Collection {
  const apps = call.cloud.directory.records.apps.filter((app) => app.tenantId === call.caller.tenantId);
  const byId = new Map(apps.map((app) => [app.objectId, app]));
  return {
    set: 'applications',
    rows: apps.map((app) => applicationEntity(call, app)),
    filterable: [
      'id',
      'appId',
      'displayName',
      'isDisabled',
      'signInAudience',
      'createdDateTime',
      'identifierUris',
      'tags',
    ],
    counted: new Map([
      ['owners', ({ id }) => ownersOf(call, byId.get(String(id)), null).length],
      ['federatedIdentityCredentials', ({ id }) => byId.get(String(id))?.federatedCredentials.length ?? 0],
    ]),
    searchable: ['displayName', 'description'],
    expansions: expansionsOf(call),
    onSelect: (entity, names) => withKeys(byId.get(String(entity['id'])), entity, names),
  };
}

/** An application of the caller's own tenant; those of other tenants do not exist here. */
function find(call: GraphCall, { by, value }: ResourceKey): AppRegistration | undefined {
  const apps = call.cloud.directory.records.apps.filter((app) => app.tenantId === call.caller.tenantId);
  return by === 'uniqueName'
    ? apps.find((app) => app.described['uniqueName'] === value)
    : apps.find((app) => app[by === 'appId' ? 'appId' : 'objectId'] === value.toLowerCase());
}

/** `POST /applications`, or `PATCH` by a name that none has yet (Learn: application-post-applications, application-upsert). */
function create(call: GraphCall, uniqueName?: string): ServiceResponse {
  mustAdminister(call);
  const body = bodyOf(call);
  if (body['displayName'] === undefined) {
    throw graphFaults.required('displayName');
  }
  const now = call.cloud.now();
  // What the service takes where nothing is said (Learn: application, `signInAudience`).
  const audience = 'AzureADandPersonalMicrosoftAccount';
  const app: AppRegistration = readApplicationBody(call, body, {
    objectId: call.cloud.directory.newId(),
    appId: call.cloud.directory.newId(),
    displayName: '',
    tenantId: call.caller.tenantId,
    audience,
    publicClient: false,
    redirectUris: [],
    publicRedirectUris: [],
    spaRedirectUris: [],
    logoutUrl: null,
    implicit: { idToken: false, accessToken: false },
    optionalClaims: null,
    groupMembershipClaims: null,
    secrets: [],
    certificates: [],
    federatedCredentials: [],
    owners: [call.caller.objectId],
    identifierUris: [],
    scopes: [],
    preAuthorized: [],
    knownClients: [],
    disabled: null,
    // As in Learn's example (application-post-applications).
    accessTokenVersion: takesPersonalAccounts(body['signInAudience'] ?? audience) ? 2 : null,
    appRoles: [],
    requiredResourceAccess: [],
    described: uniqueName === undefined ? {} : { uniqueName },
    createdOn: now,
    note: 'Registered while the demo cloud was running.',
    listed: true,
  });
  call.cloud.directory.changes.saveApp(app);
  return created(call, { set: 'applications', type: 'Application' }, applicationEntity(call, app));
}

function get(call: GraphCall, app: AppRegistration): ServiceResponse {
  const names = selected(call);
  const entity = withKeys(app, applicationEntity(call, app), names);
  const expand = expanded(call, expansionsOf(call), 'application')(entity);
  return answerObject(call, 'applications', entity, { expand });
}

function change(call: GraphCall, app: AppRegistration): ServiceResponse {
  mustChange(call, app);
  call.cloud.directory.changes.saveApp(readApplicationBody(call, bodyOf(call), app));
  return done();
}

function remove(call: GraphCall, app: AppRegistration): ServiceResponse {
  mustChange(call, app);
  call.cloud.directory.changes.removeApp(app.appId);
  return done();
}

/** `/applications` and what lies below (Learn: application resource). */
export function answerApplications(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  if (key === null) {
    const [segment] = rest;
    if (method === 'POST' && segment === undefined) {
      return create(call);
    }
    mustRead(call);
    if (method !== 'GET') {
      throw graphFaults.method();
    }
    return segment === '$count'
      ? countCollection(call, collectionOf(call))
      : listCollection(call, collectionOf(call));
  }
  const [below, ...further] = rest;
  const action = actionOf(method, below);
  if (!rollsKeys(action)) {
    mustRead(call);
  }
  const app = find(call, key);
  if (app === undefined) {
    if (key.by === 'uniqueName' && below === undefined && createsMissing(call)) {
      return create(call, key.value);
    }
    throw graphFaults.notFound(key.value);
  }
  switch (action) {
    case 'GET ':
      return get(call, app);
    case 'PATCH ':
      return change(call, app);
    case 'DELETE ':
      return remove(call, app);
  }
  const [, federated, name = null] =
    /^(federatedIdentityCredentials)(?:\((?:name=)?'([\w.~-]+)'\))?$/i.exec(below ?? '') ?? [];
  if (federated !== undefined) {
    return answerFederatedCredentials(call, app, name, further);
  }
  const property = answerProperty(call, 'applications', applicationEntity(call, app), rest);
  if (property !== null) {
    return property;
  }
  const { changes } = call.cloud.directory;
  const answered = answerHolder(
    call,
    action,
    { ...app, save: (change) => changes.saveApp({ ...app, ...change }) },
    further,
  );
  if (answered === null) {
    throw below === undefined ? graphFaults.method() : graphFaults.noSegment(below);
  }
  return answered;
}

import type { ServicePrincipal } from '../directory/records.ts';
import { appRolesOf } from '../entra/app-roles.ts';
import { resourcePrincipalId } from '../entra/consents.ts';
import { redirectsOf } from '../entra/redirect-uri.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { answerRoleAssignments } from './app-role-assignments.ts';
import { countCollection, listCollection, project, selected } from './collection.ts';
import type { Collection } from './collection.ts';
import { credentialEntities } from './credential-entities.ts';
import { graphFaults } from './graph-fault.ts';
import { unsetInfo } from './application-entity.ts';
import { answer, bodyOf, done, isoTime } from './graph-call.ts';
import type { Entity, GraphCall, ResourceKey } from './graph-call.ts';
import { mustAdminister, mustRead } from './permissions.ts';

/** Of the resources, the roles that apps can be assigned there (Learn: appRole resource). */
const rolesShown = ({ tenantId, objectId }: ServicePrincipal): readonly Entity[] =>
  appRolesOf(resourcePrincipalId(tenantId, 'graph') === objectId ? 'graph' : null).map(
    ({ id, value, displayName }) => ({
      allowedMemberTypes: ['Application'],
      description: displayName,
      displayName,
      id,
      isEnabled: true,
      origin: 'Application',
      value,
    }),
  );

/** A service principal (Learn: servicePrincipal resource). Its app may be gone: then it stands for itself. */
function principalEntity(call: GraphCall, principal: ServicePrincipal): Entity {
  const app = call.cloud.directory.app(principal.appId);
  const own = app !== null && app.tenantId === principal.tenantId;
  return {
    ...unsetInfo,
    alternativeNames: [],
    appDescription: null,
    createdDateTime: isoTime(principal.createdOn),
    homepage: null,
    loginUrl: null,
    logoutUrl: null,
    notificationEmailAddresses: [],
    oauth2PermissionScopes: [],
    preferredSingleSignOnMode: null,
    preferredTokenSigningKeyThumbprint: null,
    replyUrls: app === null ? [] : redirectsOf(app),
    resourceSpecificApplicationPermissions: [],
    samlSingleSignOnSettings: null,
    id: principal.objectId,
    deletedDateTime: null,
    accountEnabled: principal.enabled,
    appDisplayName: app?.displayName ?? principal.displayName,
    appId: principal.appId,
    appOwnerOrganizationId: principal.ownerTenantId,
    appRoleAssignmentRequired: principal.assignmentRequired,
    displayName: principal.displayName,
    servicePrincipalNames: [principal.appId],
    servicePrincipalType: 'Application',
    appRoles: rolesShown(principal),
    signInAudience: app?.audience ?? 'AzureADMultipleOrgs',
    tags:
      principal.ownerTenantId === principal.tenantId || own
        ? ['WindowsAzureActiveDirectoryIntegratedApp']
        : [],
    ...(own ? credentialEntities(app) : { keyCredentials: [], passwordCredentials: [] }),
  };
}

const principalsOf = (call: GraphCall): readonly ServicePrincipal[] =>
  call.cloud.directory.records.servicePrincipals.filter((one) => one.tenantId === call.caller.tenantId);

function collectionOf(call: GraphCall): Collection {
  return {
    set: 'servicePrincipals',
    rows: principalsOf(call).map((principal) => principalEntity(call, principal)),
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
    searchable: ['displayName'],
  };
}

function find(call: GraphCall, key: ResourceKey): ServicePrincipal {
  const value = key.value.toLowerCase();
  const principal = principalsOf(call).find((one) => (key.by === 'id' ? one.objectId : one.appId) === value);
  if (principal === undefined) {
    throw graphFaults.notFound(key.value);
  }
  return principal;
}

/**
 * `POST /servicePrincipals` (Learn: serviceprincipal-post-serviceprincipals): of an app of this tenant, or of another
 * tenant's multitenant app, which is what consent does, too.
 */
function create(call: GraphCall): ServiceResponse {
  mustAdminister(call);
  const { directory } = call.cloud;
  const { tenantId } = call.caller;
  const given = bodyOf(call)['appId'];
  const app = typeof given === 'string' ? directory.app(given) : null;
  if (app === null || (app.audience === 'AzureADMyOrg' && app.tenantId !== tenantId)) {
    throw graphFaults.appUnknown(String(given));
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
  };
  directory.changes.savePrincipal(principal);
  return answer(call, 201, 'servicePrincipals/$entity', principalEntity(call, principal));
}

/** `PATCH /servicePrincipals/{id}`: whether it may sign in, and who with it (Learn: serviceprincipal-update). */
function change(call: GraphCall, principal: ServicePrincipal): ServiceResponse {
  mustAdminister(call);
  let next = principal;
  for (const [name, value] of Object.entries(bodyOf(call))) {
    if (name !== 'accountEnabled' && name !== 'appRoleAssignmentRequired') {
      throw graphFaults.unknownProperty(name);
    }
    if (typeof value !== 'boolean') {
      throw graphFaults.badProperty(name);
    }
    next = name === 'accountEnabled' ? { ...next, enabled: value } : { ...next, assignmentRequired: value };
  }
  call.cloud.directory.changes.savePrincipal(next);
  return done();
}

/** `/servicePrincipals` and what lies below. */
export function answerServicePrincipals(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  mustRead(call);
  if (key === null) {
    switch (`${method} ${rest.join('/')}`) {
      case 'GET ':
        return listCollection(call, collectionOf(call));
      case 'GET $count':
        return countCollection(call, collectionOf(call));
      case 'POST ':
        return create(call);
      default:
        throw graphFaults.method();
    }
  }
  const principal = find(call, key);
  const [below, ...further] = rest;
  if (below === 'appRoleAssignments' || below === 'appRoleAssignedTo') {
    return answerRoleAssignments(call, below, principal, further);
  }
  switch (`${method} ${rest.join('/')}`) {
    case 'GET ':
      return answer(
        call,
        200,
        'servicePrincipals/$entity',
        project(call, principalEntity(call, principal), selected(call)),
      );
    case 'GET oauth2PermissionGrants':
      return answer(call, 200, 'oauth2PermissionGrants', {
        value: call.cloud.directory.records.grants
          .filter((grant) => grant.clientId === principal.objectId)
          .map(({ tenantId: _tenantId, ...grant }) => grant),
      });
    case 'PATCH ':
      return change(call, principal);
    case 'DELETE ':
      mustAdminister(call);
      call.cloud.directory.changes.removePrincipal(principal.tenantId, principal.appId);
      return done();
    default:
      throw rest.length === 0 ? graphFaults.method() : graphFaults.noSegment(rest[0] ?? '');
  }
}

import type { AppRoleAssignment, ServicePrincipal } from '../directory/records.ts';
import { appRolesOf } from '../entra/app-roles.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { countCollection, listCollection } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done, isoTime } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { mustAssignRoles } from './permissions.ts';

/** Which end of the assignments a path begins at: the app that has roles, or the resource that gives them. */
export type AssignmentSide = 'appRoleAssignments' | 'appRoleAssignedTo';

/** Stands for access without any role, where a resource has none (Learn: appRoleAssignment). */
const defaultAccess = '00000000-0000-0000-0000-000000000000';

const principalsOf = (call: GraphCall): readonly ServicePrincipal[] =>
  call.cloud.directory.records.servicePrincipals.filter((one) => one.tenantId === call.caller.tenantId);

function nameOf(call: GraphCall, id: string): { readonly name: string; readonly type: string } | null {
  const principal = principalsOf(call).find((one) => one.objectId === id);
  if (principal !== undefined) {
    return { name: principal.displayName, type: 'ServicePrincipal' };
  }
  const account = call.cloud.directory.accountById(call.caller.tenantId, id);
  if (account !== null) {
    return { name: account.displayName, type: 'User' };
  }
  const group = call.cloud.directory.records.groups.find(
    (one) => one.objectId === id && one.tenantId === call.caller.tenantId,
  );
  return group === undefined ? null : { name: group.displayName, type: 'Group' };
}

function entityOf(call: GraphCall, assignment: AppRoleAssignment): Entity {
  const principal = nameOf(call, assignment.principalId);
  return {
    id: assignment.id,
    deletedDateTime: null,
    appRoleId: assignment.appRoleId,
    createdDateTime: isoTime(assignment.createdOn),
    principalDisplayName: principal?.name ?? null,
    principalId: assignment.principalId,
    principalType: principal?.type ?? 'ServicePrincipal',
    resourceDisplayName: nameOf(call, assignment.resourceId)?.name ?? null,
    resourceId: assignment.resourceId,
  };
}

/** The assignments at one end, as they are listed and expanded. */
export const assignmentsOf = (call: GraphCall, side: AssignmentSide, objectId: string): readonly Entity[] =>
  recordsOf(call, side, objectId).map((one) => entityOf(call, one));

const recordsOf = (call: GraphCall, side: AssignmentSide, objectId: string): readonly AppRoleAssignment[] =>
  call.cloud.directory.records.roleAssignments.filter(
    (one) => (side === 'appRoleAssignedTo' ? one.resourceId : one.principalId) === objectId,
  );

function idIn(body: Entity, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || !/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) {
    throw graphFaults.badProperty(name);
  }
  return value.toLowerCase();
}

/** What a path begins at. */
type End = { readonly set: 'servicePrincipals' | 'users' | 'groups'; readonly objectId: string };

/**
 * `POST` of either side (Learn: serviceprincipal-post-approleassignedto, serviceprincipal-post-approleassignments,
 * user-post-approleassignments, group-post-approleassignments).
 */
function create(call: GraphCall, side: AssignmentSide, of: End): ServiceResponse {
  mustAssignRoles(call);
  const { directory } = call.cloud;
  const { tenantId } = call.caller;
  const body = bodyOf(call);
  const [principalId, resourceId, appRoleId] = [
    idIn(body, 'principalId'),
    idIn(body, 'resourceId'),
    idIn(body, 'appRoleId'),
  ];
  if ((side === 'appRoleAssignedTo' ? resourceId : principalId) !== of.objectId) {
    throw graphFaults.referenceInvalid();
  }
  const resource = principalsOf(call).find((one) => one.objectId === resourceId);
  const principal = nameOf(call, principalId);
  if (resource === undefined || principal === null) {
    throw graphFaults.notFound(resource === undefined ? resourceId : principalId);
  }
  const roles = appRolesOf(call.cloud, resource);
  // A role for people may be a group's too (Learn: appRole resource, `allowedMemberTypes`).
  const member = principal.type === 'ServicePrincipal' ? 'Application' : 'User';
  const exists = roles.some(
    ({ id, allowedMemberTypes, isEnabled }) =>
      id === appRoleId && isEnabled && allowedMemberTypes.includes(member),
  );
  if (!exists && !(roles.length === 0 && appRoleId === defaultAccess)) {
    throw graphFaults.roleUnknown();
  }
  const twin = directory.records.roleAssignments.find(
    (one) => one.principalId === principalId && one.resourceId === resourceId && one.appRoleId === appRoleId,
  );
  if (twin !== undefined) {
    throw graphFaults.roleAssigned();
  }
  const made: AppRoleAssignment = {
    id: Buffer.from(directory.newId()).toString('base64url'),
    tenantId,
    principalId,
    resourceId,
    appRoleId,
    createdOn: call.cloud.now(),
  };
  directory.changes.saveRoleAssignment(made);
  const context = `${of.set}('${of.objectId}')/${side}/$entity`;
  return answer(call, 201, context, entityOf(call, made));
}

/**
 * `…/appRoleAssignments` of a service principal, a person or a group, a service principal's `…/appRoleAssignedTo`, and one of them below;
 * `null` for other paths.
 */
export function answerRoleAssignments(
  call: GraphCall,
  of: End,
  [side, id, ...more]: readonly string[],
): ServiceResponse | null {
  const { method } = call.request;
  if (side !== 'appRoleAssignments' && !(side === 'appRoleAssignedTo' && of.set === 'servicePrincipals')) {
    return null;
  }
  if (more.length > 0) {
    throw graphFaults.noSegment(more[0] ?? '');
  }
  if (id === undefined || id === '$count') {
    switch (method) {
      case 'GET':
        return (id === undefined ? listCollection : countCollection)(call, {
          // As the pages of the two sides show it (Learn: serviceprincipal-list-approleassignments, -approleassignedto).
          set: side === 'appRoleAssignments' ? side : `servicePrincipals('${of.objectId}')/appRoleAssignedTo`,
          rows: assignmentsOf(call, side, of.objectId),
          filterable: ['principalId', 'resourceId', 'appRoleId', 'principalType'],
          searchable: ['principalDisplayName', 'resourceDisplayName'],
        });
      case 'POST':
        if (id !== undefined) throw graphFaults.method();
        return create(call, side, of);
      default:
        throw graphFaults.method();
    }
  }
  const found = recordsOf(call, side, of.objectId).find((one) => one.id === id);
  if (found === undefined) {
    throw graphFaults.notFound(id);
  }
  switch (method) {
    case 'GET':
      return answer(call, 200, 'appRoleAssignments/$entity', entityOf(call, found));
    case 'DELETE':
      mustAssignRoles(call);
      call.cloud.directory.changes.removeRoleAssignment(found.id);
      return done();
    default:
      throw graphFaults.method();
  }
}

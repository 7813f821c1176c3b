import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { groupsAround } from '../directory/memberships.ts';
import { empty, json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { powerPlatformFailure } from './power-platform-failure.ts';
import { principalTypes, roleDefinitions } from './role-assignments.ts';
import type { PrincipalType } from './role-assignments.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A tenant's Power Platform administrators may everything (Learn: programmability-tutorial-rbac-role-assignment, "Prerequisites"). */
const administers = (cloud: Cloud, { tenantId, objectId }: Caller): boolean =>
  cloud.directory.accountById(tenantId, objectId)?.kind === 'administrator';

/** Somebody and the groups that they are in, also by other groups. */
export const objectIdsOf = ({ directory }: Pick<Cloud, 'directory'>, { tenantId, objectId }: Caller) => [
  objectId,
  ...groupsAround(directory.records, tenantId, objectId).map((group) => group.objectId),
];

/** As quoted of another action (microsoft/coe-starter-kit, issue 8119); permissions: Learn, programmability-permission-reference. */
const forbidden = (permission: string): ServiceResponse =>
  powerPlatformFailure(403, 'Forbidden', 'The caller is not authorized to perform the request.', {
    code: 'InsufficientPrincipalPermissions',
    message: `Authorization denied: Principal missing required permissions: [${permission}, All.All.ReadWrite]`,
  });

/** `GET /authorization/roleDefinitions`: to anybody of the tenant. */
export const answerRoleDefinitions = (): ServiceResponse => json(200, { value: roleDefinitions });

/** Whether an object of the tenant is there and is what it is said to be. */
function isPrincipal(cloud: Cloud, tenantId: string, type: PrincipalType, objectId: string): boolean {
  const { directory } = cloud;
  switch (type) {
    case 'User':
      return directory.accountById(tenantId, objectId) !== null;
    case 'ApplicationUser':
      return directory.records.servicePrincipals.some(
        (one) => one.tenantId === tenantId && one.objectId === objectId,
      );
    case 'Group':
      return directory.group(tenantId, objectId) !== null;
  }
}

type Wanted = {
  readonly principalType: PrincipalType;
  readonly principalObjectId: string;
  readonly roleDefinitionId: string;
};

function readBody(body: string): Readonly<Record<string, string>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([name, given]) => [name, typeof given === 'string' ? given : '']),
        )
      : null;
  } catch {
    return null;
  }
}

const bad = (message: string): ServiceResponse => powerPlatformFailure(400, 'InvalidRequest', message);

function readWanted(
  cloud: Cloud,
  caller: Caller,
  request: ServiceRequest,
  scope: string,
): Wanted | ServiceResponse {
  const body = readBody(request.body);
  if (body === null) return bad('The request body is not a JSON object.');
  const principalObjectId = (body['principalObjectId'] ?? '').toLowerCase();
  const roleDefinitionId = (body['roleDefinitionId'] ?? '').toLowerCase();
  const principalType = principalTypes.find((type) => type === body['principalType']);
  if (!guid.test(principalObjectId)) return bad("'principalObjectId' is not a valid id.");
  if (principalType === undefined) {
    return bad(`'principalType' has to be one of ${principalTypes.join(', ')}.`);
  }
  if (!roleDefinitions.some((one) => one.roleDefinitionId === roleDefinitionId)) {
    return bad(`There is no role definition '${roleDefinitionId}'.`);
  }
  if ((body['scope'] ?? '').toLowerCase().replace(/\/$/, '') !== scope.toLowerCase()) {
    return bad(`'scope' has to be '${scope}'.`);
  }
  return isPrincipal(cloud, caller.tenantId, principalType, principalObjectId)
    ? { principalType, principalObjectId, roleDefinitionId }
    : bad(`There is no ${principalType} '${principalObjectId}' in tenant '${caller.tenantId}'.`);
}

/**
 * `/authorization[/environments/{id}]/roleAssignments[/{id}]` (Learn: programmability-tutorial-rbac-role-assignment; requests of Microsoft's
 * Terraform provider): of the scope alone, neither above nor below it. The words of refusals are ours, but for an
 * unknown environment's and missing rights.
 */
export function answerRoleAssignments(
  cloud: Cloud,
  request: ServiceRequest,
  caller: Caller,
  { environmentId, id }: { readonly environmentId: string | undefined; readonly id: string | undefined },
): ServiceResponse {
  const { tenantId } = caller;
  const { powerPlatformRoles: roles } = cloud;
  const objectIds = objectIdsOf(cloud, caller);
  const known = [...cloud.environments.records.map(({ seed }) => seed), ...cloud.bareEnvironments].find(
    (one) => one.tenantId === tenantId && one.environmentId.toLowerCase() === environmentId,
  );
  if (environmentId !== undefined && known === undefined) {
    return powerPlatformFailure(400, 'EndpointInvalid', 'Environment id is invalid.', {
      code: 'EnvironmentIdInvalid',
    });
  }
  const scope = `/tenants/${tenantId}${known === undefined ? '' : `/environments/${known.environmentId}`}`;
  const methods = id === undefined ? ['GET', 'POST'] : ['DELETE'];
  if (!methods.includes(request.method)) {
    return {
      ...powerPlatformFailure(
        405,
        'MethodNotAllowed',
        `The requested resource does not support http method '${request.method}'.`,
      ),
      headers: { allow: methods.join(', ') },
    };
  }
  if (request.method === 'GET') {
    return administers(cloud, caller) || roles.rolesOf(objectIds, scope).size > 0
      ? json(200, { value: roles.at(scope) })
      : forbidden('Authorization.RBAC.Read');
  }
  if (!administers(cloud, caller) && !roles.mayAssign(objectIds, scope)) {
    return forbidden('Authorization.RBAC.Manage');
  }
  if (id !== undefined) {
    return roles.remove(scope, id)
      ? empty(204)
      : powerPlatformFailure(404, 'RoleAssignmentNotFound', `Role assignment '${id}' was not found.`);
  }
  const wanted = readWanted(cloud, caller, request, scope);
  if ('status' in wanted) {
    return wanted;
  }
  const made = roles.add({
    scope,
    ...wanted,
    createdByPrincipalType: caller.kind === 'app' ? 'ApplicationUser' : 'User',
    createdByPrincipalObjectId: caller.objectId,
    createdOn: new Date(cloud.now()).toISOString(),
  });
  return json(201, cloud.rules.of('roleAssignmentAnswer') === 'object' ? made : { value: [made] });
}

import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { empty, json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { bapAppForbidden, bapFailure, bapMethodRefused } from './bap-failure.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** People who administer nothing are told in words of ours. */
const forbidden = (caller: Caller, request: ServiceRequest): ServiceResponse =>
  caller.kind === 'app'
    ? bapAppForbidden(caller, request)
    : bapFailure(
        403,
        'Forbidden',
        `The user with object id '${caller.objectId}' in tenant '${caller.tenantId}' does not have access to management applications.`,
      );

/**
 * Who may read: administrators, and apps that are registered themselves. Who may change: administrators only, "a service
 * principal can't register itself" (Learn: powerplatform-api-create-service-principal).
 */
function allowed(cloud: Cloud, caller: Caller, method: string): boolean {
  if (caller.kind === 'app') {
    return method === 'GET' && cloud.managementApps.has(caller.tenantId, caller.appId);
  }
  return cloud.directory.accountById(caller.tenantId, caller.objectId)?.kind === 'administrator';
}

/**
 * `/providers/Microsoft.BusinessAppPlatform/adminApplications[/{clientId}]` (Learn: powershell-create-service-principal,
 * powerplatform-api-create-service-principal). An answer is `{ "applicationId" }`; a list has it in `value`, as Microsoft's
 * PowerShell module reads it. A registration may outlive its app: the service never compares it with the directory.
 */
export function answerAdminApplications(
  cloud: Cloud,
  caller: Caller,
  request: ServiceRequest,
  appId: string | undefined,
): ServiceResponse {
  const { method } = request;
  const { managementApps } = cloud;
  const { tenantId } = caller;
  const methods = appId === undefined ? ['GET'] : ['GET', 'PUT', 'DELETE'];
  if (!methods.includes(method)) {
    return bapMethodRefused(method, methods.join(', '));
  }
  if (!allowed(cloud, caller, method)) {
    return forbidden(caller, request);
  }
  if (appId === undefined) {
    return json(200, { value: managementApps.of(tenantId).map((applicationId) => ({ applicationId })) });
  }
  if (!guid.test(appId)) {
    return bapFailure(400, 'InvalidApplicationId', `'${appId}' is not a valid application id.`);
  }
  if (method === 'PUT') {
    managementApps.add(tenantId, appId);
    return json(200, { applicationId: appId });
  }
  if (!managementApps.has(tenantId, appId)) {
    return bapFailure(404, 'AdminApplicationNotFound', `The application '${appId}' is not registered.`);
  }
  if (method === 'DELETE') {
    managementApps.remove(tenantId, appId);
    return empty(200);
  }
  return json(200, { applicationId: appId });
}

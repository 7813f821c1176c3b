import type { Cloud } from '../../cloud.ts';
import { empty, json } from '../../server/exchange.ts';
import type { Service, ServiceResponse } from '../../server/exchange.ts';
import { readBearer } from '../bearer.ts';
import { resourceApps } from '../consents.ts';
import { askedPermissions } from './asked-permissions.ts';
import { giveAdminConsent } from './give-admin-consent.ts';

/** Its errors name what Graph said (as seen in its answers; Azure-Samples, issue 8 of the B2B portal). */
const refused = (status: number, name: string, code: string, message: string): ServiceResponse =>
  json(status, {
    ClassName: 'Microsoft.Portal.Framework.Exceptions.ClientException',
    Message: `Graph call failed with httpCode=${name}, errorCode=${code}, errorMessage=${message}`,
  });

/**
 * The service behind the pages of the admin centre, as far as the Azure CLI asks it (`az ad app permission admin-consent`): consent for
 * everybody to all that the registration of an app asks for. No page of Microsoft's describes it, and its
 * status is a switch.
 */
export function createAdminCentre(cloud: Cloud): Service {
  return (request) => {
    const bearer = readBearer(cloud, request.headers['authorization'], [resourceApps.adminCentre]);
    if (bearer.kind !== 'valid') {
      return empty(401, { 'www-authenticate': 'Bearer' });
    }
    const [, appId] = /^\/api\/RegisteredApplications\/([0-9a-f-]{36})\/Consent$/i.exec(request.path) ?? [];
    if (appId === undefined) {
      return empty(404);
    }
    if (request.method !== 'POST') {
      return empty(405, { allow: 'POST' });
    }
    const { tenantId, objectId } = bearer.caller;
    const account = cloud.directory.accountById(tenantId, objectId);
    const app = cloud.directory.app(appId.toLowerCase());
    if (account?.kind !== 'administrator') {
      const message = 'Insufficient privileges to complete the operation.';
      return refused(403, 'Forbidden', 'Authorization_RequestDenied', message);
    }
    if (app?.tenantId !== tenantId) {
      const message = `Resource '${appId}' does not exist or one of its queried reference-property objects are not present.`;
      return refused(404, 'NotFound', 'Request_ResourceNotFound', message);
    }
    giveAdminConsent(
      cloud,
      app,
      account,
      askedPermissions(cloud, app, tenantId, { version: 'v1', scope: '' }),
    );
    return empty(Number(cloud.rules.of('adminCentreStatus')));
  };
}

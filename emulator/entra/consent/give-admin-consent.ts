import type { Cloud } from '../../cloud.ts';
import type { Account, AppRegistration } from '../../directory/records.ts';
import { assignRole } from '../app-roles.ts';
import { ensurePrincipal, giveConsent } from '../consents.ts';
import type { AskedPermission } from './asked-permissions.ts';

/** An administrator consents for everybody in the tenant: delegated permissions, and app roles for the app itself. */
export function giveAdminConsent(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  asked: readonly AskedPermission[],
): void {
  const principal = ensurePrincipal(cloud, app, account.tenantId);
  for (const { grants, role } of asked) {
    if (grants !== null) {
      giveConsent(cloud, app, account, {
        resourceId: grants.resourceId,
        permissions: [grants.name],
        everybody: true,
      });
    }
    if (role !== undefined) {
      assignRole(cloud, principal, role.resourceId, role.id);
    }
  }
}

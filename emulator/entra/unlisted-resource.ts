import type { Cloud } from '../cloud.ts';
import type { Account, AppRegistration } from '../directory/records.ts';
import { aadsts } from './aadsts.ts';
import { consentedTo } from './consents.ts';
import type { EntraError } from './entra-error.ts';
import { isFirstParty } from './first-party-clients.ts';
import type { Resource } from './resources.ts';
import type { RequestedScope } from './scopes.ts';

/**
 * What `.default`, and `resource` of the older endpoint, ask for is what the registration lists: a resource that is not among that, and
 * that nobody consented to otherwise, is refused (AADSTS650057). Apps whose registration lists nothing at all are let on to consent.
 */
export function unlistedResource(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  resource: Resource,
  asked: RequestedScope,
): EntraError | null {
  const listed = app.requiredResourceAccess.map(({ resourceAppId }) => resourceAppId.toLowerCase());
  const isMeant =
    asked.permissions.includes('.default') &&
    listed.length > 0 &&
    !listed.includes(resource.appId) &&
    resource.appId !== app.appId &&
    !isFirstParty(app) &&
    consentedTo(cloud, app, account, resource).length === 0;
  return isMeant
    ? aadsts.resourceUnlisted({ appId: app.appId, name: app.displayName }, resource, listed)
    : null;
}

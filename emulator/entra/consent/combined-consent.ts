import type { Cloud } from '../../cloud.ts';
import type { Account, AppRegistration } from '../../directory/records.ts';
import { giveConsent } from '../consents.ts';
import { findResource } from '../resources.ts';
import { askedPermissions } from './asked-permissions.ts';

/** A permission that an API needs for what it does on behalf of the person. */
export type ApiPermission = {
  readonly api: AppRegistration;
  readonly resourceId: string;
  readonly name: string;
  readonly text: string;
  readonly adminOnly: boolean;
};

/** Delegated permissions that the registration of an API asks for. */
const permissionsOf = (cloud: Cloud, api: AppRegistration, tenantId: string): readonly ApiPermission[] =>
  api.requiredResourceAccess.flatMap((one) => {
    const resource = findResource(cloud, tenantId, one.resourceAppId.toLowerCase());
    const registered = { ...api, requiredResourceAccess: [one] };
    const asked = askedPermissions(cloud, registered, tenantId, { version: 'v1', scope: '' });
    return asked.flatMap(({ grants, text }) =>
      grants === null
        ? []
        : [{ api, ...grants, text, adminOnly: resource?.words(grants.name).adminOnly === true }],
    );
  });

/**
 * What is asked together with a consent to `.default`: what those APIs need that know the app as a client of theirs, of the API that is
 * asked for and of those that the registration names (Learn: v2-oauth2-on-behalf-of-flow, ".default and combined consent"). Both are
 * registered in one tenant (Learn: reference-app-manifest).
 */
export function permissionsBehind(
  cloud: Cloud,
  app: AppRegistration,
  tenantId: string,
  resourceAppId: string,
): readonly ApiPermission[] {
  const named = new Set([
    resourceAppId,
    ...app.requiredResourceAccess.map((one) => one.resourceAppId.toLowerCase()),
  ]);
  return cloud.directory.records.apps
    .filter(
      (api) => named.has(api.appId) && api.tenantId === app.tenantId && api.knownClients.includes(app.appId),
    )
    .flatMap((api) => permissionsOf(cloud, api, tenantId));
}

/** Writes down that the APIs may do what was asked for them. */
export function giveCombinedConsent(
  cloud: Cloud,
  account: Account,
  permissions: readonly ApiPermission[],
  everybody: boolean,
): void {
  for (const { api, resourceId, name } of permissions) {
    giveConsent(cloud, api, account, { resourceId, permissions: [name], everybody });
  }
}

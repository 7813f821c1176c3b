import type { Cloud } from '../../preload/contract/clouds.ts';
import type { TenantId } from '../../preload/contract/words/ids.ts';

/** Where a tenant signs in. */
export type Authority = {
  readonly url: string;
  /** MSAL asks nobody else about an authority that it finds here. */
  readonly knownAuthorities: [string];
};

/**
 * The tenant's authority in its cloud; `organizations` while the tenant is not known, which only people may use: client
 * credentials need a concrete tenant (Microsoft Learn: v2-oauth2-client-creds-grant-flow).
 */
export const authorityOf = (
  cloud: Pick<Cloud, 'authority'>,
  tenant: TenantId | 'organizations',
): Authority => {
  const { origin, host } = new URL(cloud.authority);
  return { url: `${origin}/${tenant}`, knownAuthorities: [host] };
};

/**
 * The one scope of a request: everything that was consented to at the resource, or a single permission of it. Never a doubled slash,
 * which would change `aud` (Microsoft Learn: scopes-oidc).
 */
export const scopeOf = (resource: string, permission = '.default'): string =>
  `${resource.replace(/\/+$/, '')}/${permission}`;

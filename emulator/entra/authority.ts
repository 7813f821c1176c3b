import type { Cloud } from '../cloud.ts';
import type { Tenant } from '../directory/records.ts';
import { aadsts } from './aadsts.ts';
import { accepted, denied } from './scopes.ts';
import type { Checked } from './scopes.ts';

/** The authority that a sign-in request names in its first path segment. */
export type Authority =
  | { readonly kind: 'tenant'; readonly segment: string; readonly tenant: Tenant }
  | { readonly kind: 'shared'; readonly segment: 'common' | 'organizations' | 'consumers' };

/** Tenant of everybody's personal Microsoft account; its id may stand for `consumers` (Learn: v2-protocols-oidc). */
export const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Reads the segment (Learn: v2-protocols-oidc, "Find your app's OpenID configuration document URI"). */
export function readAuthority(
  cloud: Cloud,
  segment: string,
  error: 'invalid_request' | 'invalid_tenant',
): Checked<Authority> {
  const name = segment.toLowerCase();
  if (name === 'common' || name === 'organizations' || name === 'consumers') {
    return accepted({ kind: 'shared', segment: name });
  }
  if (name === personalTenant) {
    return accepted({ kind: 'shared', segment: 'consumers' });
  }
  const tenant = cloud.directory.tenant(name);
  if (tenant !== null) {
    return accepted({ kind: 'tenant', segment: name, tenant });
  }
  const isGuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(name);
  const isDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(name);
  return denied(isGuid || isDomain ? aadsts.tenantNotFound(segment, error) : aadsts.tenantMalformed(segment));
}

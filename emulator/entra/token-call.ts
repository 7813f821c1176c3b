import type { Cloud } from '../cloud.ts';
import type { AppRegistration } from '../directory/records.ts';
import type { ServiceRequest } from '../server/exchange.ts';
import { aadsts } from './aadsts.ts';
import type { Authority } from './authority.ts';
import type { Grants } from './grants.ts';
import { findResource } from './resources.ts';
import type { Resource } from './resources.ts';
import { accepted, denied } from './scopes.ts';
import type { Checked } from './scopes.ts';
import { tokenLifetime } from './tokens.ts';

/** Which of the two token endpoints was asked; they differ in parameter names and in the shape of the answer. */
export type EndpointVersion = 'v1' | 'v2';

/** A token request of a known app, before its grant is looked at. */
export type TokenCall = {
  readonly cloud: Cloud;
  readonly grants: Grants;
  readonly request: ServiceRequest;
  readonly version: EndpointVersion;
  readonly form: URLSearchParams;
  readonly authority: Authority;
  readonly app: AppRegistration;
};

/** The body of an answer with tokens, or the refusal. */
export type TokenAnswer = Checked<Readonly<Record<string, unknown>>>;

/** What the request asks for: `resource` (v1) or `scope` (v2; v1 takes it too). */
export function askedOf(form: URLSearchParams, version: EndpointVersion): string {
  const resource = form.get('resource') ?? '';
  return version === 'v1' && resource !== '' ? `${resource}/.default` : (form.get('scope') ?? '');
}

/** The resource of that name in the tenant. */
export function resourceIn(cloud: Cloud, tenantId: string, name: string): Checked<Resource> {
  const resource = findResource(cloud, tenantId, name);
  const tenant =
    cloud.rules.of('resourceTenantName') === 'id'
      ? tenantId
      : (cloud.directory.tenant(tenantId)?.displayName ?? tenantId);
  return resource === null ? denied(aadsts.resourceNotFound(name, tenant)) : accepted(resource);
}

/** Lifetime fields: numbers in v2, text and absolute times in v1. */
export function lifetime(
  call: TokenCall,
  resource: Resource,
  seconds = tokenLifetime,
): Readonly<Record<string, unknown>> {
  if (call.version === 'v2') {
    return { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds };
  }
  const now = Math.floor(call.cloud.now() / 1000);
  return {
    token_type: 'Bearer',
    expires_in: String(seconds),
    ext_expires_in: String(seconds),
    expires_on: String(now + seconds),
    not_before: String(now - 300),
    resource: resource.requested,
  };
}

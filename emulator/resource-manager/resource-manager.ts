import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { bapFailure, bapMethodRefused, bapUnauthenticated } from '../discovery/bap-failure.ts';
import { readBearer } from '../entra/bearer.ts';
import { hosts } from '../server/address.ts';
import { json, parameters } from '../server/exchange.ts';
import type { Service, ServiceResponse } from '../server/exchange.ts';

/** Identifiers that a token may be for, by their older name too. */
const audiences = [`https://${hosts.resourceManager}`, '797f4846-ba00-4fd7-ba43-dac1f8f63013'];

/** The tenant of the caller, as the list of tenants describes it (Learn: Tenants - List). */
function tenantOf(cloud: Cloud, { tenantId }: Caller): readonly unknown[] {
  const tenant = cloud.directory.tenant(tenantId);
  return tenant === null
    ? []
    : [
        {
          id: `/tenants/${tenantId}`,
          tenantId,
          countryCode: tenant.country,
          displayName: tenant.displayName,
          domains: [tenant.domain],
          tenantCategory: 'Home',
          defaultDomain: tenant.domain,
          tenantType: 'AAD',
        },
      ];
}

const listed = (value: readonly unknown[]): ServiceResponse =>
  json(200, { value, count: { type: 'Total', value: value.length } });

/**
 * Azure Resource Manager, as far as somebody is told of tenants and subscriptions when they sign in with tools for Azure (Learn: Tenants - List,
 * Subscriptions - List). Nobody here has a subscription.
 */
export function createResourceManager(cloud: Cloud): Service {
  return (request) => {
    const bearer = readBearer(cloud, request.headers['authorization'], audiences);
    if (bearer.kind !== 'valid') {
      const refused = bapUnauthenticated(bearer, audiences);
      const authority = `${request.links.to(hosts.login)}/common`;
      const challenge = `Bearer authorization_uri="${authority}", error="invalid_token", error_description="The authentication failed because of missing 'Authorization' header."`;
      return { ...refused, headers: { ...refused.headers, 'www-authenticate': challenge } };
    }
    if ((parameters(request.query).get('api-version') ?? '') === '') {
      return bapFailure(
        400,
        'MissingApiVersionParameter',
        'The api-version query parameter (?api-version=) is required for all requests.',
      );
    }
    const path = request.path.toLowerCase().replace(/\/$/, '');
    const [, subscription] = /^\/subscriptions\/([^/]+)/.exec(path) ?? [];
    if (subscription !== undefined) {
      return bapFailure(
        404,
        'SubscriptionNotFound',
        `The subscription '${subscription}' could not be found.`,
      );
    }
    if (path !== '/subscriptions' && path !== '/tenants') {
      return bapFailure(404, 'NotFound', `No resource answers at '${request.path}'.`);
    }
    if (request.method !== 'GET') {
      return bapMethodRefused(request.method, 'GET');
    }
    return listed(path === '/tenants' ? tenantOf(cloud, bearer.caller) : []);
  };
}

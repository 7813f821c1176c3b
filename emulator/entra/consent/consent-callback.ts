import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloud.ts';
import { empty } from '../../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../../server/exchange.ts';
import type { EntraError } from '../entra-error.ts';
import { correlationOf, describeError } from '../refusal.ts';
import type { ConsentRequest } from './consent-request.ts';

type Fields = readonly (readonly [string, string])[];

/** Where an answer goes: a request that has an address for it. */
type Answered = Pick<ConsentRequest, 'version' | 'state' | 'scope'> & { readonly redirectUri: string };

/** Callbacks are redirects with a query (Learn: v2-admin-consent); spaces are written as plus signs. */
function callBack(request: Answered, fields: Fields): ServiceResponse {
  const url = new URL(request.redirectUri);
  for (const [name, value] of fields) {
    url.searchParams.append(name, value);
  }
  if (request.state !== null) {
    url.searchParams.append('state', request.state);
  }
  return empty(302, { location: url.href, 'cache-control': 'no-store, no-cache' });
}

/** Learn: v2-admin-consent, "Successful response"; v2-oauth2-client-creds-grant-flow for v1, which names no scope. */
export function tellGranted(request: Answered, tenantId: string): ServiceResponse {
  return callBack(request, [
    ['admin_consent', 'True'],
    ['tenant', tenantId],
    ...(request.version === 'v2' ? ([['scope', request.scope]] as const) : []),
  ]);
}

/**
 * v1 says `error=permission_denied` (Learn: v2-oauth2-client-creds-grant-flow, "Error response"). v2 says `error=consent_required`
 * with the AADSTS text in lines of its own and, misleadingly, `admin_consent=True` (Learn: v2-admin-consent, "Error response").
 */
export function tellRefused(
  cloud: Cloud,
  exchange: ServiceRequest,
  request: Answered,
  error: EntraError,
): ServiceResponse {
  const described = describeError(error, randomUUID(), correlationOf(exchange), cloud.now());
  if (request.version === 'v2') {
    const lines = described.replaceAll(/ (?=Trace ID:|Correlation ID:|Timestamp:)/g, '\r\n');
    return callBack(request, [
      ['admin_consent', 'True'],
      ['error', 'consent_required'],
      ['error_description', lines],
    ]);
  }
  return error.code === 65004
    ? callBack(request, [
        ['error', 'permission_denied'],
        ['error_description', 'The admin canceled the request'],
      ])
    : callBack(request, [
        ['error', 'access_denied'],
        ['error_description', described],
      ]);
}

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

/** What a callback of version 2 says: all of Learn's have the AADSTS text in lines of its own and, misleadingly, `admin_consent=True`. */
function newerRefusal(cloud: Cloud, error: EntraError, described: string, tenant: string | null): Fields {
  const lines = described.replaceAll(/ (?=Trace ID:|Correlation ID:|Timestamp:)/g, '\r\n');
  switch (cloud.rules.of('consentRefusal')) {
    case 'consentRequired':
      return [
        ['admin_consent', 'True'],
        ['error', 'consent_required'],
        ['error_description', lines],
      ];
    case 'withTenant':
      return [
        ['error', 'consent_required'],
        ['error_description', lines],
        ['admin_consent', 'True'],
        ...(tenant === null ? [] : ([['tenant', tenant]] as const)),
      ];
    case 'accessDenied':
      return [
        ['error', 'access_denied'],
        ['error_description', lines],
        ['error_uri', `https://login.microsoftonline.com/error?code=${error.code}`],
        ['admin_consent', 'True'],
      ];
  }
}

/** What a callback of version 1 says. */
function olderRefusal(cloud: Cloud, error: EntraError, described: string): Fields {
  if (error.code !== 65004) {
    return [
      ['error', 'access_denied'],
      ['error_description', described],
    ];
  }
  return cloud.rules.of('olderConsentRefusal') === 'permissionDenied'
    ? [
        ['error', 'permission_denied'],
        ['error_description', 'The admin canceled the request'],
      ]
    : [
        ['error', 'access_denied'],
        ['error_subcode', 'cancel'],
      ];
}

/**
 * Which of the answers that were shown it is, rules say: Learn (v2-admin-consent and v2-oauth2-client-creds-grant-flow, "Error response")
 * has others than were seen (MicrosoftDocs/azure-docs, issues 114009 and 41053).
 */
export function tellRefused(
  cloud: Cloud,
  exchange: ServiceRequest,
  request: Answered,
  error: EntraError,
  tenantId: string | null,
): ServiceResponse {
  const described = describeError(error, randomUUID(), correlationOf(exchange), cloud.now());
  return callBack(
    request,
    request.version === 'v2'
      ? newerRefusal(cloud, error, described, tenantId)
      : olderRefusal(cloud, error, described),
  );
}

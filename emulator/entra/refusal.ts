import { randomUUID } from 'node:crypto';
import { json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import type { EntraError } from './entra-error.ts';

const guidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The request's own correlation id where it sent a proper one, else a new one. */
export function correlationOf(request: ServiceRequest): string {
  const sent = request.headers['client-request-id'] ?? '';
  return guidPattern.test(sent) ? sent.toLowerCase() : randomUUID();
}

/** Headers that every answer of the sign-in service carries. */
export function entraHeaders(request: ServiceRequest, requestId: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    'cache-control': 'no-store, no-cache',
    pragma: 'no-cache',
    expires: '-1',
    // Under its own name alone: a browser that trusts the authority would keep all of localhost to https for a year.
    ...(request.links.canonical
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
    'x-content-type-options': 'nosniff',
    'x-ms-request-id': requestId,
    'x-ms-ests-server': '2.1.0 - DEMO ProdSlices',
    'x-ms-srs': '1.P',
  };
  if (request.headers['return-client-request-id'] === 'true') {
    headers['client-request-id'] = correlationOf(request);
  }
  return headers;
}

/** `2016-01-09 02:02:12Z`, as error bodies have it. */
export function entraTimestamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** Code, text, ids and time in one line, as `error_description` has it. */
export function describeError(
  error: EntraError,
  traceId: string,
  correlationId: string,
  now: number,
): string {
  return (
    `AADSTS${error.code}: ${error.text} Trace ID: ${traceId} Correlation ID: ${correlationId} ` +
    `Timestamp: ${entraTimestamp(now)}`
  );
}

/** A refusal as the token endpoint sends it (Learn: v2-oauth2-client-creds-grant-flow, "Error response"). */
export function refusal(error: EntraError, request: ServiceRequest, now: number): ServiceResponse {
  const traceId = randomUUID();
  const correlationId = correlationOf(request);
  const body = {
    error: error.error,
    error_description: describeError(error, traceId, correlationId, now),
    error_codes: [error.code],
    timestamp: entraTimestamp(now),
    trace_id: traceId,
    correlation_id: correlationId,
    ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
    ...(error.claims === undefined ? {} : { claims: error.claims }),
  };
  return json(
    error.status,
    error.link ? { ...body, error_uri: `${request.links.login}/error?code=${error.code}` } : body,
    entraHeaders(request, traceId),
  );
}

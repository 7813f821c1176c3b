import { randomUUID } from 'node:crypto';
import { json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import type { EntraError } from './entra-error.ts';
import { uniqueId } from './tokens.ts';

const guidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The request's own correlation id where it sent a proper one, else a new one. */
export function correlationOf(request: ServiceRequest): string {
  const sent = request.headers['client-request-id'] ?? '';
  return guidPattern.test(sent) ? sent.toLowerCase() : randomUUID();
}

/** An answer of the sign-in service to a program, with what its front adds (as recorded of metadata and of tokens). */
type Answered = {
  readonly requestId: string;
  /** Whether the answer is the same for everybody, and may be kept. */
  readonly kept?: boolean;
  /** Number of the refusal. */
  readonly code?: number;
};

function entraHeaders(request: ServiceRequest, { requestId, kept = false, code = 0 }: Answered) {
  const headers: Record<string, string> = {
    ...(kept
      ? { 'cache-control': 'max-age=86400, private' }
      : { 'cache-control': 'no-store, no-cache', pragma: 'no-cache', expires: '-1' }),
    // Under its own name alone: a browser that trusts the authority would keep all of localhost to https for a year.
    ...(request.links.canonical
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
    'x-content-type-options': 'nosniff',
    p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    'x-ms-request-id': requestId,
    'x-ms-ests-server': '2.1.0 - DEMO ProdSlices',
    ...(kept ? {} : { 'x-ms-clitelem': `1,${code},0,,`, 'x-ms-srs': '1.P' }),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-xss-protection': '0',
  };
  if (request.headers['return-client-request-id'] === 'true') {
    headers['client-request-id'] = correlationOf(request);
  }
  return headers;
}

const month = 30 * 86_400_000;

/** What the service gives every client to keep, which nobody here reads again. */
function entraCookies(now: number, kept: boolean): readonly string[] {
  const until = new Date(now + month).toUTCString();
  return [
    `fpc=${uniqueId()}; expires=${until}; path=/; secure; HttpOnly; SameSite=None`,
    ...(kept ? [`esctx=${uniqueId()}; path=/; secure; HttpOnly; SameSite=None`] : []),
    'x-ms-gateway-slice=estsfd; path=/; secure; samesite=none; httponly',
    'stsservicecookie=estsfd; path=/; secure; samesite=none; httponly',
  ];
}

/** A JSON answer of the sign-in service. */
export function entraAnswer(
  request: ServiceRequest,
  now: number,
  value: unknown,
  { status = 200, ...answered }: Partial<Answered> & { readonly status?: number } = {},
): ServiceResponse {
  const { requestId = randomUUID(), ...more } = answered;
  return {
    ...json(status, value, entraHeaders(request, { requestId, ...more })),
    cookies: entraCookies(now, answered.kept === true),
  };
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
  return entraAnswer(
    request,
    now,
    error.link ? { ...body, error_uri: `${request.links.login}/error?code=${error.code}` } : body,
    { status: error.status, requestId: traceId, code: error.code },
  );
}

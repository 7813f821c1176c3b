import { z } from 'zod';
import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError, Correlation } from '../../preload/contract/words/errors.ts';

/** What the sign-in service said when it refused. The description is never kept: it quotes what was sent. */
export type EntraRefusal = {
  /** OAuth 2.0 `error` (RFC 6749, 5.2). */
  readonly error: string;
  /** Number behind `AADSTS`; null when the answer carried none. */
  readonly aadsts: number | null;
  /** Claims that the next interactive request has to ask for (Microsoft Learn: claims-challenge); null when it named none. */
  readonly claims: string | null;
  readonly correlation: Correlation;
};

/** For whom and what a token was asked: these fill the gaps of the error's text. */
export type RefusedRequest = {
  readonly clientId: string;
  readonly tenantId: string;
  readonly resource: string;
  /** How a person signed in, and to whose tenant; missing for an app. */
  readonly person?: { readonly way: 'browser' | 'code' | 'silent'; readonly workspace: string };
};

const text = z.string().max(200).optional().catch(undefined);

const refusalBody = z.object({
  error: z.string().max(200),
  error_codes: z.array(z.int().nonnegative()).optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  trace_id: text,
  correlation_id: text,
  timestamp: text,
  claims: z.string().max(4000).optional().catch(undefined),
});

const codeIn = (description: string): number | null => {
  const digits = /AADSTS(\d{3,9})/.exec(description)?.[1];
  return digits === undefined ? null : Number(digits);
};

/**
 * Reads an error answer of the token or metadata endpoint (Microsoft Learn: v2-oauth2-client-creds-grant-flow, "Error response");
 * null for anything else.
 */
export const readRefusal = (body: unknown): EntraRefusal | null => {
  const decoded = refusalBody.safeParse(body);
  if (!decoded.success) return null;
  const { data } = decoded;
  return {
    error: data.error,
    aadsts: data.error_codes?.[0] ?? codeIn(data.error_description ?? ''),
    claims: data.claims ?? null,
    correlation: { traceId: data.trace_id, correlationId: data.correlation_id, timestamp: data.timestamp },
  };
};

/**
 * Reads a refusal out of the error and description that the sign-in page posts back to the loopback address; there the ids
 * stand only in the description's last lines (Microsoft Learn: v2-oauth2-auth-code-flow, "Error response").
 */
export const readPostedRefusal = (error: string, description: string): EntraRefusal => ({
  error,
  aadsts: codeIn(description),
  claims: null,
  correlation: {
    traceId: /Trace ID: ([\w-]{36})/.exec(description)?.[1],
    correlationId: /Correlation ID: ([\w-]{36})/.exec(description)?.[1],
    timestamp: /Timestamp: (\d[\d-]* [\d:]*Z)/.exec(description)?.[1],
  },
});

/** Codes that go away by themselves (Microsoft Learn: reference-error-codes). */
const TRANSIENT = new Set([90024, 90033, 50196]);

/** The refusal as an error value. */
export const refusalError = (refusal: EntraRefusal, request: RefusedRequest): AppError =>
  appError(
    'entra',
    {
      aadsts: refusal.aadsts ?? '',
      error: refusal.error,
      clientId: request.clientId,
      tenantId: request.tenantId,
      resource: request.resource,
      ...request.person,
    },
    {
      retryable:
        refusal.error === 'temporarily_unavailable' ||
        (refusal.aadsts !== null && TRANSIENT.has(refusal.aadsts)),
      correlation: refusal.correlation,
    },
  );

/**
 * Codes that a new sign-in cures: an expired, revoked or foreign session, a changed password, a second factor asked for (Microsoft
 * Learn: reference-error-codes), a refresh token that the service does not read as one of its own (9002313, as seen). Missing consent and
 * Conditional Access blocks are not among them.
 */
const SIGN_IN_AGAIN = new Set([
  50058, 50072, 50074, 50076, 50078, 50079, 50132, 50133, 50173, 70008, 70043, 700082, 700084, 9002313,
]);

/** True when the person only has to sign in again. */
export const needsPerson = (refusal: EntraRefusal): boolean =>
  refusal.aadsts === null
    ? ['invalid_grant', 'interaction_required', 'login_required'].includes(refusal.error)
    : SIGN_IN_AGAIN.has(refusal.aadsts);

/** Codes of a permission that nobody has consented to (Microsoft Learn: reference-error-codes). */
const CONSENT_MISSING = new Set([65001, 90094, 90095]);

/** True when a permission was asked for that nobody has consented to. */
export const needsConsent = (refusal: EntraRefusal): boolean =>
  refusal.aadsts !== null && CONSENT_MISSING.has(refusal.aadsts);

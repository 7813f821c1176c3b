/** The `error` values of OAuth 2.0 (RFC 6749, 5.2) and those that Microsoft Entra ID adds. */
export type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_resource'
  | 'invalid_scope'
  | 'invalid_tenant'
  | 'invalid_instance'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'interaction_required'
  | 'login_required'
  | 'consent_required'
  // Request objects (OpenID Connect Core, 3.1.2.6).
  | 'request_not_supported'
  | 'request_uri_not_supported'
  | 'access_denied'
  | 'temporarily_unavailable'
  // Device code (RFC 8628, 3.5; Learn: v2-oauth2-device-code, "Expected errors").
  | 'authorization_pending'
  | 'authorization_declined'
  | 'bad_verification_code'
  | 'expired_token'
  | 'slow_down';

/** A refusal of the sign-in service, before ids and time are added to it. */
export type EntraError = {
  /** Number behind `AADSTS`. */
  readonly code: number;
  readonly error: OAuthError;
  readonly status: 400 | 401 | 503;
  readonly text: string;
  /** False for the refusals that carry no `error_uri`. */
  readonly link: boolean;
  /** What MSAL is told besides, e.g. `consent_required` (seen in its `suberror` constants). */
  readonly suberror?: string;
  /** Claims that the next interactive request has to ask for (Learn: claims-challenge). */
  readonly claims?: string;
};

/** A refusal of its parts; `link` is false for one without `error_uri`. */
export const refuse = (
  status: EntraError['status'],
  error: OAuthError,
  code: number,
  text: string,
  link = true,
): EntraError => ({ code, error, status, text, link });

/** A time as texts of refusals have it: `2023-12-11T23:52:19.6220000Z`, with seven digits (as recorded). */
export const ticks = (time: number): string => new Date(time).toISOString().replace('Z', '0000Z');

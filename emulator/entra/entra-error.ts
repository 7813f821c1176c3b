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
  | 'access_denied';

/** A refusal of the sign-in service, before ids and time are added to it. */
export type EntraError = {
  /** Number behind `AADSTS`. */
  readonly code: number;
  readonly error: OAuthError;
  readonly status: 400 | 401;
  readonly text: string;
  /** False for the refusals that carry no `error_uri`. */
  readonly link: boolean;
};

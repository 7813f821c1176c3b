/** Where an app stands with the consent of one tenant. `revoked`: its service principal was seen there and is gone. */
export const CONSENT_STATUSES = [
  'not-asked',
  'asked',
  'declined',
  'consented',
  'principal-disabled',
  'revoked',
] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/**
 * What a token request told about the service principal. `blocked`: it is there, and a policy keeps the app out; `unknown`: the
 * answer says nothing about it.
 */
export const CONSENT_VERDICTS = ['present', 'blocked', 'disabled', 'missing', 'unknown'] as const;
export type ConsentVerdict = (typeof CONSENT_VERDICTS)[number];

/** The two admin consent endpoints (Microsoft Learn: v2-admin-consent, v2-oauth2-client-creds-grant-flow). */
export const CONSENT_FORMS = ['v1', 'v2'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

/** The address that an app registration needs for an answer to come to this computer; any port of it counts (Microsoft Learn: reply-url). */
export const CONSENT_REDIRECT = 'http://localhost';

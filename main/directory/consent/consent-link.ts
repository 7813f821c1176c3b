import type { ConsentForm } from '../../../preload/contract/words/consent.ts';
import type { ClientId, TenantId } from '../../../preload/contract/words/ids.ts';

/** What a link is made of. */
export type ConsentLink = {
  /** Origin of the sign-in service. */
  readonly pages: string;
  /** Origin of Microsoft Graph. */
  readonly graph: string;
  readonly form: ConsentForm;
  readonly tenant: TenantId | 'organizations';
  readonly clientId: ClientId;
  /** Null leaves it to the app registration where the answer goes. */
  readonly redirectUri: string | null;
  readonly state: string;
};

/**
 * The address at which an administrator consents: `/{tenant}/adminconsent` (Microsoft Learn: grant-admin-consent, "Construct the
 * URL"; v2-oauth2-client-creds-grant-flow) or `/{tenant}/v2.0/adminconsent` (v2-admin-consent). The v2 scope is Graph's `.default`,
 * which asks for everything in the registration, as v1 does: Graph is in every tenant, while a tenant without Dataverse would
 * refuse Dataverse's.
 */
export const consentLink = (link: ConsentLink): string => {
  const path = link.form === 'v2' ? 'v2.0/adminconsent' : 'adminconsent';
  const url = new URL(`/${link.tenant}/${path}`, link.pages);
  url.searchParams.set('client_id', link.clientId);
  if (link.form === 'v2') url.searchParams.set('scope', `${new URL(link.graph).origin}/.default`);
  if (link.redirectUri !== null) url.searchParams.set('redirect_uri', link.redirectUri);
  url.searchParams.set('state', link.state);
  return url.href;
};

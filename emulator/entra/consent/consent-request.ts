import type { Cloud } from '../../cloud.ts';
import type { AppRegistration } from '../../directory/records.ts';
import { aadsts } from '../aadsts.ts';
import { readAuthority } from '../authority.ts';
import type { Authority } from '../authority.ts';
import { findApp } from '../client.ts';
import { isRegisteredRedirect, redirectsOf } from '../redirect-uri.ts';
import { accepted, denied } from '../scopes.ts';
import type { Checked } from '../scopes.ts';

/** Which of the two admin consent endpoints was opened; they differ in parameters and in how they say no. */
export type ConsentVersion = 'v1' | 'v2';

/** An admin consent request that stands: what the pages show and where the answer goes. */
export type ConsentRequest = {
  readonly version: ConsentVersion;
  readonly clientId: string;
  /** Segment of the authority: tenant id or domain, `organizations`, or `common` (v1). */
  readonly authority: string;
  /** `null` when the app has no address that an answer could go to. */
  readonly redirectUri: string | null;
  readonly state: string | null;
  readonly scope: string;
};

/** A request with what its names stand for. */
export type KnownConsent = {
  readonly request: ConsentRequest;
  readonly app: AppRegistration;
  readonly authority: Authority;
};

/** Without a redirect URI in the request the first registered one is used (RFC 6749, 3.1.2.3). */
function redirectOf(app: AppRegistration, asked: string | null): Checked<string | null> {
  if (asked === null) {
    return accepted(redirectsOf(app)[0] ?? null);
  }
  return isRegisteredRedirect(asked, redirectsOf(app))
    ? accepted(asked)
    : denied(aadsts.redirectMismatch(asked, app.appId));
}

/** The v2 endpoint wants a scope and a redirect URI (Learn: v2-admin-consent, "Request the permissions"). */
function missingOf(version: ConsentVersion, query: URLSearchParams): string | undefined {
  return version === 'v2' ? ['scope', 'redirect_uri'].find((name) => !query.get(name)) : undefined;
}

/**
 * Reads `GET /{tenant}/adminconsent` and `GET /{tenant}/v2.0/adminconsent`. Everything that is wrong here is shown on a page:
 * there is nobody yet to whom an answer may be sent. v2 takes `organizations` and refuses `common` (Learn: v2-admin-consent);
 * v1 takes a tenant, `common`, or `organizations` (Learn: v2-oauth2-client-creds-grant-flow, grant-admin-consent).
 */
export function readConsentRequest(
  cloud: Cloud,
  query: URLSearchParams,
  segment: string,
  version: ConsentVersion,
): Checked<KnownConsent> {
  const authority = readAuthority(cloud, segment, 'invalid_request');
  if (!authority.ok) {
    return authority;
  }
  const { value } = authority;
  if (
    value.kind === 'shared' &&
    (value.segment === 'consumers' || (value.segment === 'common' && version === 'v2'))
  ) {
    return denied(aadsts.consentNeedsTenant());
  }
  const app = findApp(cloud, query.get('client_id') ?? '', value);
  if (!app.ok) {
    return app;
  }
  const missing = missingOf(version, query);
  if (missing !== undefined) {
    return denied(aadsts.parameterMissing(missing));
  }
  const redirect = redirectOf(app.value, query.get('redirect_uri'));
  return redirect.ok
    ? accepted({
        app: app.value,
        authority: value,
        request: {
          version,
          clientId: app.value.appId,
          authority: segment,
          redirectUri: redirect.value,
          state: query.get('state'),
          scope: query.get('scope') ?? '',
        },
      })
    : redirect;
}

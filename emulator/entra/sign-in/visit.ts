import type { Cloud } from '../../cloud.ts';
import type { Account, AppRegistration } from '../../directory/records.ts';
import { readAuthority } from '../authority.ts';
import type { Authority } from '../authority.ts';

/** OAuth 2.0 Multiple Response Type Encoding Practices. */
export type ResponseType = 'code' | 'id_token' | 'token';

/** A sign-in that waits at the sign-in page, and later what its code stands for. */
export type SignInRequest = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'fragment' | 'form_post';
  /** What the answer carries: a code, or tokens themselves, or both. */
  readonly responseTypes: readonly ResponseType[];
  /** Which of the two endpoints was asked. */
  readonly version: 'v1' | 'v2';
  readonly state: string | null;
  readonly nonce: string | null;
  readonly scope: string;
  /** Segment of the authority: tenant id or domain, `common` or `organizations`. */
  readonly authority: string;
  readonly loginHint: string | null;
  /** The sign-in that is meant, by claim `sid` of its tokens (Learn: single sign-on with MSAL.js, "Using a session ID"). */
  readonly sid: string | null;
  readonly claims: string | null;
  /** Seconds for which a sign-in is good enough (OpenID Connect Core, 3.1.2.1); `null` for any. */
  readonly maxAge: number | null;
  readonly challenge: { readonly method: 'S256' | 'plain'; readonly value: string } | null;
};

/** Where the answer of a sign-in goes: to the client's redirect URI, or to a device that polls. */
export type Reply =
  | { readonly kind: 'client'; readonly request: SignInRequest }
  | { readonly kind: 'device'; readonly deviceCode: string };

/** A person's way through the sign-in pages, as far as it has come. */
export type Visit = {
  readonly reply: Reply;
  readonly clientId: string;
  /** Segment of the authority. */
  readonly authority: string;
  readonly scope: string;
  readonly claims: string | null;
  readonly loginHint: string | null;
  /**
   * What consent is asked for: what is missing, all that the request names once more (`prompt=consent`), or all of the registration and
   * for everybody (`prompt=admin_consent`), until that was given.
   */
  readonly asking: 'missing' | 'again' | 'organization';
  /** True once an administrator has consented for everybody on the way. */
  readonly adminConsented: boolean;
  /** Who was picked. */
  readonly username: string | null;
  /** True after the second factor was shown. */
  readonly approved: boolean;
  /** Permissions that the page has asked about. */
  readonly asked: readonly string[];
};

/** A visit with what its names stand for. */
export type KnownVisit = {
  readonly visit: Visit;
  readonly app: AppRegistration;
  readonly authority: Authority;
  readonly account: Account | null;
};

/** Looks the names up; `null` when one of them is gone. */
export function knownVisit(cloud: Cloud, visit: Visit): KnownVisit | null {
  const app = cloud.directory.app(visit.clientId);
  const authority = readAuthority(cloud, visit.authority, 'invalid_request');
  return app === null || !authority.ok
    ? null
    : {
        visit,
        app,
        authority: authority.value,
        account: visit.username === null ? null : cloud.directory.account(visit.username),
      };
}

/** A visit that begins. */
export const startVisit = (
  reply: Reply,
  asked: Pick<Visit, 'clientId' | 'authority' | 'scope' | 'claims' | 'loginHint'>,
  asking: Visit['asking'] = 'missing',
): Visit => ({ reply, asking, adminConsented: false, ...asked, username: null, approved: false, asked: [] });

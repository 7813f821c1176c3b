/**
 * How a FetchXML query goes on behind its first page. It has no links: the same query is asked again with the page's number and the cookie
 * that came with the page before, in attributes of `<fetch>` (Microsoft Learn: "Page results using FetchXml").
 */
export type FetchPages = {
  /** The page that the query begins with. */
  readonly page: number;
  /** Address up to the attributes of `<fetch>`, without those two. */
  readonly start: string;
  /** What follows the attributes that are put in, URL-encoded as they are. */
  readonly end: string;
  /** Whether the cookie goes with the number; without it no row is lost that a join repeats. */
  readonly cookies: boolean;
};

/** The call that a snippet makes: what a run sent for its first page, and how it goes on to the last one. */
export type SnippetCall = {
  /** Of the tenant, without a slash at the end: `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly clientId: string;
  /** The environment's address, without a slash at the end. */
  readonly environmentUrl: string;
  /** Address of the first page. */
  readonly address: string;
  readonly prefer: string;
  /** Null: `@odata.nextLink` is followed, where one comes. */
  readonly fetchPages: FetchPages | null;
  readonly credential: 'secret' | 'certificate';
};

/** What a script makes before it asks for the token, and the fields of the request that it goes into. */
export type Proof = { readonly before: readonly string[]; readonly fields: readonly string[] };

/** Names of the environment variables that hold what no snippet may hold. */
export const VARIABLES = {
  secret: 'S2S_CLIENT_SECRET',
  certificate: 'S2S_CERTIFICATE_PATH',
  key: 'S2S_PRIVATE_KEY_PATH',
  thumbprint: 'S2S_CERTIFICATE_THUMBPRINT',
} as const;

/** Headers that every request of the console carries (Microsoft Learn: compose-http-requests-handle-errors). */
export const requestHeaders = ({ prefer }: SnippetCall): readonly (readonly [string, string])[] => [
  ['Accept', 'application/json'],
  ['OData-MaxVersion', '4.0'],
  ['OData-Version', '4.0'],
  ['Prefer', prefer],
];

/** Annotations of a page of FetchXML (Microsoft Learn: "Page results using FetchXml", Web API). */
export const FETCH_ANNOTATIONS = {
  more: '@Microsoft.Dynamics.CRM.morerecords',
  cookie: '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie',
} as const;

/** What a snippet says where it reads the cookie. */
export const COOKIE_COMMENT = 'The cookie comes URL-encoded twice and goes back as an attribute of <fetch>.';

/** What a snippet says where it leaves the cookie. */
export const NO_COOKIE_COMMENT =
  'Without the cookie, which would lose rows that the join repeats; at most 50,000 rows.';

/** The call that a snippet makes: exactly what a run sent for its first page. */
export type SnippetCall = {
  /** Of the tenant, without a slash at the end: `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly clientId: string;
  /** The environment's address, without a slash at the end. */
  readonly environmentUrl: string;
  /** Address of the first page. */
  readonly address: string;
  readonly prefer: string;
  readonly credential: 'secret' | 'certificate';
};

/** Names of the environment variables that hold what no snippet may hold. */
export const VARIABLES = {
  secret: 'S2S_CLIENT_SECRET',
  certificate: 'S2S_CERTIFICATE_PATH',
  key: 'S2S_PRIVATE_KEY_PATH',
  thumbprint: 'S2S_CERTIFICATE_THUMBPRINT',
  token: 'S2S_ACCESS_TOKEN',
} as const;

/** Headers that every request of the console carries (Microsoft Learn: compose-http-requests-handle-errors). */
export const requestHeaders = ({ prefer }: SnippetCall): readonly (readonly [string, string])[] => [
  ['Accept', 'application/json'],
  ['OData-MaxVersion', '4.0'],
  ['OData-Version', '4.0'],
  ['Prefer', prefer],
];

/** A claim of an access token as text; lists and objects are JSON. */
export type Claim = { readonly name: string; readonly value: string };

/** What a token for an app in an environment must say; null where nobody knows. */
export type TokenExpectation = {
  /** Origin of the environment. */
  readonly url: string;
  readonly tenantId: string | null;
  readonly clientId: string;
  readonly credentialKind: 'secret' | 'certificate';
  /** `azureactivedirectoryobjectid` of the application user in the environment. */
  readonly servicePrincipalId: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How far this computer's clock is ahead; null when it was not measured. */
  readonly clockAheadSeconds: number | null;
};

/** `info`: nothing is expected of it. */
export type ClaimVerdict = 'ok' | 'differs' | 'unknown' | 'info';

/** One claim held against what was expected. */
export type JudgedClaim = Claim & { readonly expected: string | null; readonly verdict: ClaimVerdict };

/** Dataverse as a resource of Entra (Microsoft Learn: the app "Dynamics CRM"), which some tokens name instead of the environment. */
const DATAVERSE = '00000007-0000-0000-c000-000000000000';
/** Minutes by which clocks may differ before Entra refuses (Microsoft Learn: access-token-claims-reference). */
const LEEWAY_SECONDS = 300;

type Judge = (value: string, expected: TokenExpectation) => Pick<JudgedClaim, 'expected' | 'verdict'>;

const INFO = { expected: null, verdict: 'info' } as const;
const same = (value: string, expected: string | null): Pick<JudgedClaim, 'expected' | 'verdict'> => ({
  expected,
  verdict: expected === null ? 'unknown' : value.toLowerCase() === expected.toLowerCase() ? 'ok' : 'differs',
});
const origin = (text: string): string => text.toLowerCase().replace(/\/+$/, '');

const audience: Judge = (value, { url }) => ({
  expected: url,
  verdict: [origin(url), DATAVERSE].includes(origin(value)) ? 'ok' : 'differs',
});
const issuer: Judge = (value, { tenantId }) => ({
  expected: tenantId,
  verdict:
    tenantId === null ? 'unknown' : value.toLowerCase().includes(tenantId.toLowerCase()) ? 'ok' : 'differs',
});
/** Authentication of the client: 0 none, 1 a secret, 2 a certificate. */
const authentication: Judge = (value, { credentialKind }) =>
  same(value, credentialKind === 'secret' ? '1' : '2');
const client: Judge = (value, { clientId }) => same(value, clientId);
const principal: Judge = (value, { servicePrincipalId }) => same(value, servicePrincipalId);
const serviceNow = ({ now, clockAheadSeconds }: TokenExpectation): number =>
  now / 1000 - (clockAheadSeconds ?? 0);

const JUDGES: ReadonlyMap<string, Judge> = new Map([
  ['aud', audience],
  ['iss', issuer],
  ['tid', (value, { tenantId }) => same(value, tenantId)],
  ['appid', client],
  ['azp', client],
  ['appidacr', authentication],
  ['azpacr', authentication],
  ['oid', principal],
  ['sub', principal],
  ['idtyp', (value) => same(value, 'app')],
  // Only tokens of people have these.
  ['scp', () => ({ expected: '', verdict: 'differs' })],
  ['upn', () => ({ expected: '', verdict: 'differs' })],
  [
    'exp',
    (value, expected) => ({
      expected: null,
      verdict: Number(value) > serviceNow(expected) ? 'ok' : 'differs',
    }),
  ],
  [
    'nbf',
    (value, expected) => ({
      expected: null,
      verdict: Number(value) <= serviceNow(expected) + LEEWAY_SECONDS ? 'ok' : 'differs',
    }),
  ],
]);

/** The order in which a person looks at them; the others follow by name. */
const ORDER = [
  'aud',
  'iss',
  'tid',
  'appid',
  'azp',
  'appidacr',
  'azpacr',
  'oid',
  'sub',
  'idtyp',
  'scp',
  'upn',
  'roles',
  'nbf',
  'iat',
  'exp',
  'ver',
  'xms_cc',
  'uti',
];
const placeOf = ({ name }: Claim): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Holds every claim of an app's token against what was expected (Microsoft Learn: access-token-claims-reference, optional-claims-reference). */
export const judgeClaims = (claims: readonly Claim[], expected: TokenExpectation): readonly JudgedClaim[] =>
  claims
    .map((claim) => ({ ...claim, ...(JUDGES.get(claim.name)?.(claim.value, expected) ?? INFO) }))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name));

/** Claims without which a token cannot be held against anything, each under its names in both versions. */
const NEEDED = [['aud'], ['tid'], ['appid', 'azp'], ['exp']] as const;

/** The verdict over the whole token: one that differs decides; without one, what is missing leaves it open. */
export const tokenVerdict = (claims: readonly JudgedClaim[]): Exclude<ClaimVerdict, 'info'> => {
  if (claims.some(({ verdict }) => verdict === 'differs')) return 'differs';
  const known = (names: readonly string[]): boolean =>
    claims.some(({ name, verdict }) => names.includes(name) && verdict === 'ok');
  return NEEDED.every(known) ? 'ok' : 'unknown';
};

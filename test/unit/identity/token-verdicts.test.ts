import { describe, expect, test } from 'vitest';
import { judgeClaims, tokenVerdict } from '../../../preload/contract/words/token-verdicts.ts';
import type { TokenExpectation } from '../../../preload/contract/words/token-verdicts.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const TENANT = '11111111-2222-3333-4444-555555555555';
const APP = '66666666-2222-3333-4444-555555555555';
const PRINCIPAL = '77777777-2222-3333-4444-555555555555';
const expected: TokenExpectation = {
  url: 'https://contoso.crm4.dynamics.com',
  tenantId: TENANT,
  clientId: APP,
  credentialKind: 'secret',
  servicePrincipalId: PRINCIPAL,
  now: NOW,
  clockAheadSeconds: 0,
};
const seconds = (offset: number): string => String(NOW / 1000 + offset);
const GOOD = {
  aud: 'https://contoso.crm4.dynamics.com',
  iss: `https://sts.windows.net/${TENANT}/`,
  tid: TENANT,
  appid: APP,
  appidacr: '1',
  oid: PRINCIPAL,
  sub: PRINCIPAL,
  idtyp: 'app',
  nbf: seconds(-60),
  exp: seconds(3000),
  ver: '1.0',
};
const judge = (change: Readonly<Record<string, string>> = {}, around: Partial<TokenExpectation> = {}) =>
  judgeClaims(
    Object.entries({ ...GOOD, ...change }).map(([name, value]) => ({ name, value })),
    { ...expected, ...around },
  );
const verdictOf = (claim: string, ...args: Parameters<typeof judge>) =>
  judge(...args).find(({ name }) => name === claim)?.verdict;

test('a token as it should be is', () => {
  expect(tokenVerdict(judge())).toBe('ok');
  expect(judge().every(({ verdict }) => verdict === 'ok' || verdict === 'info')).toBe(true);
});

describe('what differs is said of the claim and of the token', () => {
  test.each([
    ['another environment', 'aud', 'https://fabrikam.crm4.dynamics.com'],
    ['Microsoft Graph', 'aud', 'https://graph.microsoft.com'],
    ['an environment whose name begins alike', 'aud', 'https://contoso.crm4.dynamics.com.evil.example'],
    ['another tenant', 'tid', '99999999-2222-3333-4444-555555555555'],
    ['another issuer', 'iss', 'https://sts.windows.net/99999999-2222-3333-4444-555555555555/'],
    ['another app', 'appid', '99999999-2222-3333-4444-555555555555'],
    ['a certificate instead of the secret', 'appidacr', '2'],
    ['the object id of the application', 'oid', '99999999-2222-3333-4444-555555555555'],
    ['a person', 'scp', 'user_impersonation'],
    ['a person by name', 'upn', 'ada@contoso.com'],
    ['a person by kind', 'idtyp', 'user'],
    ['a token that has expired', 'exp', seconds(-1)],
    ['a token that begins in an hour', 'nbf', seconds(3600)],
  ])('%s', (_what, claim, value) => {
    expect(verdictOf(claim, { [claim]: value })).toBe('differs');
    expect(tokenVerdict(judge({ [claim]: value }))).toBe('differs');
  });
});

test.each([
  ['a slash and capitals', { aud: 'HTTPS://Contoso.crm4.dynamics.com/' }],
  ['the id of Dataverse', { aud: '00000007-0000-0000-c000-000000000000' }],
  ['ids in capitals', { tid: TENANT.toUpperCase(), appid: APP.toUpperCase() }],
])('%s make no difference', (_what, change) => {
  expect(tokenVerdict(judge(change))).toBe('ok');
});

test('names of the second version are judged alike', () => {
  expect(verdictOf('azp', { azp: APP })).toBe('ok');
  expect(verdictOf('azpacr', { azpacr: '2' }, { credentialKind: 'certificate' })).toBe('ok');
});

test('what nobody knows stays unknown, and without a tenant so does the token', () => {
  expect(verdictOf('oid', {}, { servicePrincipalId: null })).toBe('unknown');
  expect(tokenVerdict(judge({}, { servicePrincipalId: null }))).toBe('ok');
  expect(tokenVerdict(judge({}, { tenantId: null }))).toBe('unknown');
  expect(tokenVerdict([])).toBe('unknown');
});

test('a clock that is wrong does not make a token wrong', () => {
  const ahead = { now: NOW + 3_600_000, clockAheadSeconds: 3600 };
  expect(verdictOf('exp', {}, ahead)).toBe('ok');
  expect(verdictOf('exp', {}, { ...ahead, clockAheadSeconds: null })).toBe('differs');
  expect(verdictOf('nbf', {}, { now: NOW - 3_600_000, clockAheadSeconds: -3600 })).toBe('ok');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConsentAddress, readConsentAnswer } from '../../../main/directory/consent/consent-answer.ts';
import { consentLink } from '../../../main/directory/consent/consent-link.ts';
import { verdictOf } from '../../../main/directory/consent/verify-consent.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { parseClientId, parseTenantId } from '../../../preload/contract/words/ids.ts';

const tenant = 'aaaabbbb-0000-4ccc-8111-dddd2222eeee';
const read = (query: string) => readConsentAddress(`http://localhost/myapp/permissions?${query}`);

describe('the examples of the documentation', () => {
  test('a consent', () => {
    expect(
      read(`admin_consent=True&tenant=${tenant}&scope=https://graph.microsoft.com/Mail.Send&state=12345`),
    ).toEqual({ kind: 'granted', state: '12345', tenantId: tenant });
    expect(read(`tenant=${tenant}&state=12345&admin_consent=True`)).toMatchObject({ kind: 'granted' });
  });

  test('a refusal of v2, which says admin_consent=True as well', () => {
    expect(
      read(
        'admin_consent=True&error=consent_required&error_description=AADSTS65004%3a+The+resource+owner+or+authorization' +
          '+server+denied+the+request.%0d%0aTrace+ID%3a+0000aaaa-11bb-cccc-dd22-eeeeee333333&state=12345',
      ),
    ).toEqual({
      kind: 'refused',
      state: '12345',
      reason: 'declined',
      error: 'consent_required',
      aadsts: 65004,
    });
  });

  test('a refusal of v1, which has neither a code nor a state', () => {
    expect(read('error=permission_denied&error_description=The+admin+canceled+the+request')).toEqual({
      kind: 'refused',
      state: null,
      reason: 'declined',
      error: 'permission_denied',
      aadsts: null,
    });
  });
});

test.each([
  ['error=access_denied&error_description=AADSTS90094%3a+The+grant+requires+admin+permission.', 'not-admin'],
  ['error=server_error&error_description=AADSTS650052%3a+no+service+principal', 'other'],
  ['error=temporarily_unavailable', 'other'],
  ['error=', 'other'],
])('%s is told apart', (query, reason) => {
  expect(read(query)).toMatchObject({ kind: 'refused', reason });
});

test.each([
  '',
  'code=1',
  'admin_consent=False',
  `admin_consent=True&admin_consent=True`,
  'error=a&error=b',
  'state=1&state=2&admin_consent=True',
])('?%s is no answer', (query) => {
  expect(read(query)).toEqual({ kind: 'unreadable', reason: 'no-answer' });
});

test.each([
  '',
  'yes, we consented',
  'javascript:alert(1)?admin_consent=True',
  'file:///etc/passwd?admin_consent=True',
])('“%s” is no address', (text) => {
  expect(readConsentAddress(text)).toEqual({ kind: 'unreadable', reason: 'not-an-address' });
});

test('an address is read as people paste it: with quotes, angle brackets and line ends', () => {
  for (const text of [
    `"https://a.example/?admin_consent=True"\n`,
    ' <https://a.example/?admin_consent=true> ',
  ]) {
    expect(readConsentAddress(text)).toMatchObject({ kind: 'granted', tenantId: null });
  }
});

test('whatever comes, nothing throws, and what has an error never counts as a consent', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('error', 'admin_consent', 'tenant', 'state', 'scope', 'x'), fc.string()),
      ),
      fc.string(),
      (pairs, text) => {
        const answer = readConsentAnswer(new URLSearchParams(pairs));
        const names = new Set(pairs.map(([name]) => name));
        const mayCount = names.has('admin_consent') && !names.has('error');
        expect(answer.kind === 'granted' && !mayCount).toBe(false);
        expect(answer.kind === 'refused' ? answer.error : 'none').toMatch(/^[a-z_]{1,60}$/);
        readConsentAddress(text);
      },
    ),
  );
});

describe('the link', () => {
  const link = {
    pages: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com/',
    clientId: parseClientId('3f2504e0-4f89-41d3-9a0c-0305e82c3301'),
    tenant: parseTenantId(tenant),
    redirectUri: 'http://localhost:4711',
    state: 'a+b/c&d',
  };
  test('names app, tenant, address and state; v2 asks for everything in the registration', () => {
    if (link.clientId === null || link.tenant === null) throw new Error('ids');
    const known = { ...link, clientId: link.clientId, tenant: link.tenant };
    const v1 = new URL(consentLink({ ...known, form: 'v1', redirectUri: null }));
    expect(v1.origin + v1.pathname).toBe(`https://login.microsoftonline.com/${tenant}/adminconsent`);
    expect([...v1.searchParams.keys()]).toEqual(['client_id', 'state']);
    expect(v1.searchParams.get('state')).toBe('a+b/c&d');
    const v2 = new URL(consentLink({ ...known, form: 'v2', tenant: 'organizations' }));
    expect(v2.pathname).toBe('/organizations/v2.0/adminconsent');
    expect(v2.searchParams.get('scope')).toBe('https://graph.microsoft.com/.default');
    expect(v2.searchParams.get('redirect_uri')).toBe('http://localhost:4711');
  });
});

test.each([
  ['700016', 'missing'],
  ['7000229', 'missing'],
  ['7000112', 'disabled'],
  ['53003', 'blocked'],
  ['7000215', 'unknown'],
  ['7000222', 'unknown'],
  ['700027', 'unknown'],
  ['90002', 'unknown'],
] as const)('AADSTS%s tells: %s', (aadsts, verdict) => {
  expect(verdictOf(failed('entra', { aadsts })).verdict).toBe(verdict);
});

test('a token tells that the service principal is there; an unreachable service tells nothing', () => {
  expect(verdictOf(ok('a token'))).toEqual({ verdict: 'present', error: null });
  expect(verdictOf(failed('network-timeout', { host: 'login', seconds: 60 })).verdict).toBe('unknown');
});

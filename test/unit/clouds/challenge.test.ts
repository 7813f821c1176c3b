import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askTenant } from '../../../main/clouds/ask-tenant.ts';
import { parseChallenge } from '../../../main/clouds/challenge.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { parseOrgUrl } from '../../../preload/contract/words/ids.ts';

const tenantId = '5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11';
const uri = `https://login.microsoftonline.com/${tenantId}/oauth2/authorize`;
const resource = 'https://contoso.crm.dynamics.com';

describe('the challenge of an environment', () => {
  test.each([
    `Bearer authorization_uri=${uri}, resource_id=${resource}/`,
    `Bearer authorization_uri=${uri},resource_id=${resource}`,
    `Bearer authorization_uri="${uri}", resource_id="${resource}/"`,
    `bearer Authorization_URI = '${uri}' , Resource_Id = '${resource}'`,
    `Bearer resource_id="${resource}", authorization_uri="${uri}"`,
    `Bearer authorization_uri=https://login.microsoftonline.com/${tenantId.toUpperCase()}/, resource_id=${resource}/`,
    `Negotiate, Bearer realm="", error="invalid_token", authorization_uri="${uri}", resource_id="${resource}", Basic realm="x"`,
    `Bearer authorization="${uri}" resource="${resource}"`,
  ])('%s', (header) => {
    expect(parseChallenge(header)).toEqual({
      tenantId,
      authority: 'https://login.microsoftonline.com',
      resource,
    });
  });

  test('says the tenant also without a resource', () => {
    expect(parseChallenge(`Bearer authorization_uri=${uri}`)?.resource).toBe(null);
  });

  test.each([
    '',
    'Bearer',
    'Basic realm="x"',
    'Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize',
    'Bearer authorization_uri=https://login.microsoftonline.com',
    `Bearer authorization_uri=http://login.microsoftonline.com/${tenantId}`,
    `Bearer x_authorization_uri=${uri}`,
    'Bearer authorization_uri="',
  ])('nothing is made of: %s', (header) => {
    expect(parseChallenge(header)).toBe(null);
  });

  test('garbage never throws', () => {
    const piece = fc.constantFrom(
      'Bearer ',
      'authorization_uri',
      'resource_id',
      '=',
      '"',
      "'",
      ',',
      uri,
      'https://',
      ' ',
      tenantId,
    );
    const noise = fc.array(fc.oneof(piece, fc.string({ maxLength: 5 }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(noise, fc.string()), (header) => {
        expect(parseChallenge(header)?.tenantId ?? tenantId).toBe(tenantId);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('asking an environment for its tenant', () => {
  const url = parseOrgUrl(resource);
  const { signal } = new AbortController();

  test('sends no token and reads the challenge', async () => {
    if (!url) throw new Error('not an origin');
    const answer = await askTenant(
      async ({ headers, pinnedOrigin, url: asked }) => {
        expect([Object.keys(headers), pinnedOrigin, asked]).toEqual([
          ['accept'],
          resource,
          `${resource}/api/data/v9.2/WhoAmI`,
        ]);
        return ok({ status: 401, headers: { 'www-authenticate': `Bearer authorization_uri=${uri}` } });
      },
      url,
      signal,
    );
    expect(answer).toMatchObject({ ok: true, value: { tenantId } });
  });

  test('says that there was none, or what the network said', async () => {
    if (!url) throw new Error('not an origin');
    expect(await askTenant(async () => ok({ status: 200, headers: {} }), url, signal)).toMatchObject({
      error: { code: 'challenge-missing', params: { host: 'contoso.crm.dynamics.com' } },
    });
    expect(await askTenant(async () => failed('cancelled'), url, signal)).toEqual(failed('cancelled'));
  });
});

import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createGraphClient } from '../../../main/directory/create-graph-client.ts';
import { graphError, missingOf } from '../../../main/directory/graph-error.ts';
import { matchCredentials, thumbprintOf } from '../../../main/directory/match-credentials.ts';
import type { OwnCredential } from '../../../main/directory/match-credentials.ts';
import { searchClause } from '../../../main/directory/search-apps.ts';
import { tokenScopes } from '../../../main/directory/token-scopes.ts';
import type { HttpRequest } from '../../../main/http/http-client.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { parseCredentialId, parseTenantId } from '../../../preload/contract/words/ids.ts';
import { errorOf, going, GRAPH, must, there } from './directory-rig.ts';

const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const own = (n: number, more: Partial<OwnCredential> = {}): OwnCredential => ({
  id: there(parseCredentialId(guid(n))),
  kind: 'secret',
  keyId: null,
  thumbprintSha1: null,
  hint: null,
  ...more,
});
const password = (n: number, hint: string | null) => ({ keyId: guid(n), hint });
const key = (n: number, customKeyIdentifier: string) => ({
  keyId: guid(n),
  customKeyIdentifier,
  type: 'AsymmetricX509Cert',
  usage: 'Verify',
});
const HEX = '52ED9B5038A47B9E2E2190715CC238359D4F8F73';

describe('which of our credentials Entra means', () => {
  const matched = (
    passwords: readonly ReturnType<typeof password>[],
    keys: readonly ReturnType<typeof key>[],
    ours: readonly OwnCredential[],
  ) =>
    matchCredentials({ passwordCredentials: [...passwords], keyCredentials: [...keys] }, ours).map(
      (one) => one.ours,
    );

  test('a key id decides, also against a hint that fits another', () => {
    const ours = [own(1, { keyId: guid(11) }), own(2, { hint: 'abc' })];
    expect(matched([password(11, 'abc'), password(12, 'abc')], [], ours)).toEqual([guid(1), guid(2)]);
  });

  test('a certificate is known by its thumbprint, as hex or as base64 of its bytes', () => {
    const ours = [own(1, { kind: 'certificate', thumbprintSha1: HEX })];
    expect(matched([], [key(11, HEX.toLowerCase())], ours)).toEqual([guid(1)]);
    expect(matched([], [key(11, Buffer.from(HEX, 'hex').toString('base64'))], ours)).toEqual([guid(1)]);
    expect(thumbprintOf({ customKeyIdentifier: 'whatever somebody wrote' })).toBeNull();
  });

  test('a hint that fits two says nothing', () => {
    expect(matched([password(11, 'abc'), password(12, 'abc')], [], [own(1, { hint: 'abc' })])).toEqual([
      null,
      null,
    ]);
    expect(matched([password(11, 'abc')], [], [own(1, { hint: 'abc' }), own(2, { hint: 'abc' })])).toEqual([
      null,
    ]);
    // A secret whose key id is known is never somebody else's because of three letters.
    expect(matched([password(11, 'abc')], [], [own(1, { hint: 'abc', keyId: guid(99) })])).toEqual([null]);
  });

  const some = fc.array(fc.record({ n: fc.nat(9), hint: fc.constantFrom(null, 'abc', 'xyz') }), {
    maxLength: 6,
  });
  test('no credential of ours is said to be two of theirs', () => {
    fc.assert(
      fc.property(some, some, (theirs, ours) => {
        const uniqueTheirs = [...new Map(theirs.map((one) => [one.n, one])).values()];
        const uniqueOurs = [...new Map(ours.map((one) => [one.n, one])).values()];
        const found = matched(
          uniqueTheirs.map(({ n, hint }) => password(n, hint)),
          [],
          uniqueOurs.map(({ n, hint }) => own(100 + n, { hint, keyId: n % 2 === 0 ? guid(n) : null })),
        ).filter((one) => one !== null);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('a refusal of Graph', () => {
  const ask = { what: 'app', id: 'x', needs: 'Application.ReadWrite.All', signal: going() } as const;
  const answer = (status: number, body: string) => ({
    status,
    headers: {},
    body,
    milliseconds: 1,
    retries: 0,
  });

  test('names the permission where the token lacks it, and the role where it does not', () => {
    expect(missingOf('Application.ReadWrite.All', ['User.Read'])).toBe('permission');
    expect(missingOf('Application.Read.All', ['Directory.Read.All'])).toBe('role');
    expect(missingOf('Application.Read.All', null)).toBe('unknown');
  });

  test.each([
    [503, '<html>busy</html>', 'unexpected-answer'],
    [400, '', 'unexpected-answer'],
    [400, '{"error":"text"}', 'unexpected-answer'],
    [404, '{"error":{"code":"Request_ResourceNotFound","message":"m"}}', 'not-found'],
    [400, '{"error":{"code":"CredentialTypeNotAllowedAsPerAppPolicy","message":"m"}}', 'directory-policy'],
    [400, '{"error":{"code":"Request_BadRequest","message":"m"}}', 'directory'],
  ])('%i %s is %s', (status, body, code) => {
    expect(graphError(GRAPH, answer(status, body), ask, null).code).toBe(code);
  });

  test('no token makes reading its permissions throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const scopes = tokenScopes(text);
        expect(scopes === null || Array.isArray(scopes)).toBe(true);
      }),
    );
  });
});

test('a searched text never leaves its quotes', () => {
  fc.assert(
    // Halves of characters, too.
    fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
      const clause = decodeURIComponent(searchClause(text));
      const inside = clause.slice('"displayName:'.length, -1);
      expect(inside.replaceAll(/\\["\\]/g, '')).not.toMatch(/["\\]/);
    }),
  );
});

describe('the client', () => {
  const reaching = (body: unknown) => {
    const sent: HttpRequest[] = [];
    const client = createGraphClient({
      origin: GRAPH,
      tenantId: there(parseTenantId(guid(1))),
      bearer: async () => ok('a.b.c'),
      http: {
        send: async (request) => {
          sent.push(request);
          return ok({ status: 200, headers: {}, body: JSON.stringify(body), milliseconds: 1, retries: 0 });
        },
      },
    });
    return { client, sent };
  };
  const ask = { what: 'app', id: 'x', needs: 'Application.Read.All', signal: going() } as const;

  test.each([
    'https://evil.test/v1.0/applications',
    'https://graph.demo.test.evil.test/v1.0/applications',
    'https://graph.demo.test/beta/applications',
    'http://graph.demo.test/v1.0/applications',
  ])('never follows a next link to %s', async (link) => {
    const { client, sent } = reaching({ value: [], '@odata.nextLink': link });
    const error = errorOf(await client.list('applications', { most: 10 }, ask));
    expect(error.code).toBe('origin-mismatch');
    expect(sent).toHaveLength(1);
  });

  test('ends a list that names itself as its next page', async () => {
    const { client, sent } = reaching({ value: [], '@odata.nextLink': `${GRAPH}/v1.0/applications` });
    must(await client.list('applications', { most: 10 }, ask));
    expect(sent.length).toBeLessThanOrEqual(100);
  });

  test('sends a change once and a read again', async () => {
    const { client, sent } = reaching({});
    await client.get('applications', ask);
    await client.post('applications', {}, ask);
    await client.patch('applications/1', {}, ask);
    await client.remove('applications/1', ask);
    expect(sent.map(({ retry }) => retry)).toEqual(['safe', 'never', 'never', 'never']);
    expect(sent.every(({ pinnedOrigin }) => pinnedOrigin === GRAPH)).toBe(true);
  });

  test('does not leave the API by dot segments', async () => {
    const { client, sent } = reaching({});
    expect(errorOf(await client.get('../beta/applications', ask)).code).toBe('origin-mismatch');
    expect(sent).toEqual([]);
  });
});

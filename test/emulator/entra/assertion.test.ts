import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { createHash } from 'node:crypto';
import { fc } from '@fast-check/vitest';
import { SignJWT, decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCertificate } from '../../../emulator/directory/certificate.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, post, refusalBody, tenantOf, tokenBody } from './sign-in.ts';

let cloud: DemoCloud;
let tenant: string;
beforeAll(async () => {
  cloud = await startDemoCloud();
  tenant = tenantOf(cloud, 'Contoso');
});
afterAll(() => cloud.close());

type Header = Record<string, string>;
type Parts = {
  readonly app?: string;
  readonly key?: string;
  readonly certificate?: string;
  readonly header?: (certificate: X509Certificate) => Header;
  readonly claims?: Record<string, unknown>;
};

const digest = (algorithm: string, certificate: X509Certificate): Buffer =>
  createHash(algorithm).update(certificate.raw).digest();
const modern = (certificate: X509Certificate): Header => ({
  alg: 'PS256',
  typ: 'JWT',
  'x5t#S256': digest('sha256', certificate).toString('base64url'),
});
const legacy = (certificate: X509Certificate): Header => ({
  alg: 'RS256',
  typ: 'JWT',
  x5t: digest('sha1', certificate).toString('base64'),
});

async function assertionOf(parts: Parts = {}): Promise<string> {
  const app = appOf(cloud, parts.app ?? 'Contoso Integration Hub');
  const pem = parts.certificate ?? app.certificatePem ?? '';
  const header = (parts.header ?? modern)(new X509Certificate(pem));
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: `https://login.demo.test/${tenant}/oauth2/v2.0/token`,
    iss: app.clientId,
    sub: app.clientId,
    jti: randomUUID(),
    nbf: now,
    exp: now + 600,
    ...parts.claims,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: header['alg'] ?? '', ...header })
    .sign(createPrivateKey(parts.key ?? app.privateKeyPem ?? ''));
}

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

async function send(
  assertion: string,
  name = 'Contoso Integration Hub',
  type = jwtBearer,
): Promise<Response> {
  return post(`${cloud.description.login.http}/${tenant}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: appOf(cloud, name).clientId,
    client_assertion_type: type,
    client_assertion: assertion,
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
  });
}

async function codeOf(response: Response): Promise<readonly [number, number, string]> {
  const body = refusalBody.parse(await response.json());
  return [response.status, body.error_codes[0], body.error_description];
}

describe('client assertions', () => {
  const loginForms = () => [
    `https://login.demo.test/${tenant}/oauth2/v2.0/token`,
    `https://login.demo.test/contoso.demo.test/oauth2/v2.0/token`,
    `${cloud.description.login.http}/${tenant}/oauth2/v2.0/token`,
    `https://login.demo.test/${tenant}/v2.0`,
  ];

  test.each([0, 1, 2, 3])('are taken for the authority in form %d', async (index) => {
    const response = await send(await assertionOf({ claims: { aud: loginForms()[index] } }));
    expect(decodeJwt(tokenBody.parse(await response.json()).access_token)).toMatchObject({
      appidacr: '2',
    });
  });

  // MSAL.NetCore 4.82, as Azure's server for the Model Context Protocol (azmcp 2.0.5) brings it.
  test('are taken with times as text, as MSAL for .NET writes them', async () => {
    const now = Math.floor(Date.now() / 1000);
    const times = { nbf: String(now), exp: String(now + 600) };
    expect((await send(await assertionOf({ claims: times }))).status).toBe(200);
    const late = { nbf: String(now - 1200), exp: String(now - 600) };
    expect((await codeOf(await send(await assertionOf({ claims: late }))))[1]).toBe(700024);
    expect((await codeOf(await send(await assertionOf({ claims: { exp: 'soon' } }))))[1]).toBe(700024);
  });

  test('are taken with RS256 and a padded SHA-1 thumbprint, without nbf', async () => {
    const response = await send(await assertionOf({ header: legacy, claims: { nbf: undefined } }));
    expect(response.status).toBe(200);
  });

  test('of another kind are refused', async () => {
    const refused = await codeOf(await send(await assertionOf({}), undefined, 'jwt'));
    expect(refused).toEqual([400, 90011, expect.stringMatching(/Unexpected client assertion type\. /)]);
  });

  test('signed by an unknown certificate are refused with its thumbprint', async () => {
    const now = Date.now();
    const other = await issueCertificate({
      commonName: 'other',
      start: now - 1e6,
      end: now + 1e6,
      use: 'client',
    });
    const response = await send(
      await assertionOf({ key: other.privateKeyPem, certificate: other.certificatePem }),
    );
    const thumbprint = new X509Certificate(other.certificatePem).fingerprint256.replaceAll(':', '');
    const [status, code, text] = await codeOf(response);
    expect([status, code]).toEqual([401, 700027]);
    expect(text).toContain(
      `[Reason - The key was not found., Thumbprint of key used by client: '${thumbprint}', Please visit `,
    );
  });

  test('signed by another key than the certificate says are refused', async () => {
    const now = Date.now();
    const other = await issueCertificate({
      commonName: 'other',
      start: now - 1e6,
      end: now + 1e6,
      use: 'client',
    });
    const [, code, text] = await codeOf(await send(await assertionOf({ key: other.privateKeyPem })));
    expect(code).toBe(700027);
    expect(text).toContain('did not match the expected signature value');
  });

  test('signed by an expired certificate are refused', async () => {
    const app = 'Contoso Legacy Loader';
    const [, code, text] = await codeOf(await send(await assertionOf({ app }), app));
    expect(code).toBe(700027);
    expect(text).toMatch(
      /Reason - The key used is expired\..*Found key 'Start=\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d, End=/,
    );
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['for another tenant', { aud: 'https://login.demo.test/common/oauth2/v2.0/token' }, 700023],
    [
      'from another app',
      { iss: '11111111-2222-4333-8444-555555555555', sub: '11111111-2222-4333-8444-555555555555' },
      700021,
    ],
    ['about another app', { sub: '11111111-2222-4333-8444-555555555555' }, 50048],
    ['for two audiences', { aud: ['https://login.demo.test/a', 'https://login.demo.test/b'] }, 5002741],
    ['without an end', { exp: undefined }, 700024],
    ['that have ended', { nbf: 1_600_000_000, exp: 1_600_000_600 }, 700024],
    ['of the future', { nbf: 4_000_000_000, exp: 4_000_000_600 }, 700024],
    ['with a time beyond all calendars', { nbf: 0, exp: 1e300 }, 50027],
  ])('%s are refused', async (_what, claims, expected) => {
    const [status, code] = await codeOf(await send(await assertionOf({ claims })));
    expect([status, code]).toEqual([401, expected]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['for nobody', { aud: [] }, 'aud'],
    ['of nobody', { iss: undefined }, 'iss'],
    ['without an id', { jti: undefined }, 'jti'],
  ])('%s are refused with the claim that is missing', async (_what, claims, name) => {
    const [status, code, text] = await codeOf(await send(await assertionOf({ claims })));
    expect([status, code]).toEqual([400, 90014]);
    expect(text).toContain(`The required field '${name}' is missing from the credential.`);
  });

  test('say in the refusal when they were valid', async () => {
    const response = await send(await assertionOf({ claims: { nbf: 1_600_000_000, exp: 1_600_000_600 } }));
    const [, , text] = await codeOf(response);
    expect(text).toMatch(
      /Current time: \S+Z, assertion valid from 2020-09-13T12:26:40\.0000000Z, expiry time of assertion 2020-09-13T12:36:40\.0000000Z\./,
    );
  });

  test.each<[string, (certificate: X509Certificate) => Header, number, number]>([
    ['no thumbprint', () => ({ alg: 'PS256', typ: 'JWT' }), 401, 5002723],
    [
      'a chain alone',
      (certificate) => ({ alg: 'PS256', x5c: certificate.raw.toString('base64') }),
      401,
      5002723,
    ],
    ['another type', (certificate) => ({ ...modern(certificate), typ: 'at+jwt' }), 400, 5002727],
    ['another algorithm', (certificate) => ({ ...modern(certificate), alg: 'PS512' }), 401, 5002738],
  ])('with %s in the header are refused', async (_what, header, status, expected) => {
    const [given, code] = await codeOf(await send(await assertionOf({ header })));
    expect([given, code]).toEqual([status, expected]);
  });

  test.each(['RS384', 'RS512'])('are taken with %s', async (alg) => {
    const header = (certificate: X509Certificate): Header => ({ ...legacy(certificate), alg });
    expect((await send(await assertionOf({ header }))).status).toBe(200);
  });

  test('that are garbage are refused, never crash the server', async () => {
    const segment = fc.oneof(
      fc.constantFrom('', 'a', 'e30', 'bnVsbA', 'W10', 'eyJhbGciOiJub25lIn0'),
      fc.string({ maxLength: 20 }),
      fc.json({ maxDepth: 1 }).map((text) => Buffer.from(text).toString('base64url')),
    );
    const garbage = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        const [status, code] = await codeOf(await send(text));
        // One that is a JWT by chance is refused for what its header lacks.
        expect([401, ...(code === 50027 ? [] : [400])]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });
});

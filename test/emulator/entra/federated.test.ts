import fc from 'fast-check';
import { createRemoteJWKSet, decodeJwt, jwtVerify, SignJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, errorShape, graphToken, listShape, people } from '../graph/graph-rig.ts';
import { appOf, appTokenFor, environmentOf, post, refusalBody, tenantOf } from './sign-in.ts';

const issuer = 'https://token.workloads.demo.test';
const audience = 'api://AzureADTokenExchange';
const subject = 'repo:contoso/export:environment:Production';
const name = 'Contoso Data Export';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  adele = await graphToken(cloud, people.adele);
  await ask('POST', { name: 'build', issuer, subject, audiences: [audience], description: 'Nightly export' });
  await ask('POST', { name: 'other', issuer: 'https://elsewhere.example', subject, audiences: [audience] });
  await ask('POST', {
    name: 'entra',
    issuer: `https://sts.demo.test/${tenantOf(cloud, 'Contoso')}/`,
    subject,
    audiences: [audience],
  });
});
afterAll(() => cloud.close());

const credentials = () => `applications(appId='${appOf(cloud, name).clientId}')/federatedIdentityCredentials`;
const ask = (method: string, body?: unknown, below = '', headers?: Record<string, string>) =>
  askGraph(cloud, adele, `${method} ${credentials()}${below}`, body, headers);

/** A token as a build server gets it. */
async function workloadToken(of = subject, to = audience): Promise<string> {
  const query = new URLSearchParams({ subject: of, audience: to }).toString();
  const answer = await fetch(`${cloud.description.workloads}/token?${query}`);
  return z.object({ value: z.string() }).parse(await answer.json()).value;
}

async function send(assertion: string, app = name): Promise<readonly [number, number, string]> {
  const answer = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
    {
      grant_type: 'client_credentials',
      client_id: appOf(cloud, app).clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: `${environmentOf(cloud, 'contoso').url}/.default`,
    },
  );
  const body: unknown = await answer.json();
  if (answer.status === 200) {
    return [200, 0, z.looseObject({ access_token: z.string() }).parse(body).access_token];
  }
  const { error_codes: codes, error_description: text } = refusalBody.parse(body);
  return [answer.status, codes[0] ?? 0, text];
}

/** Signed by somebody else. */
async function forged(claims: Record<string, unknown>): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ iss: issuer, sub: subject, aud: audience, nbf: now, exp: now + 600, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'nobody' })
    .sign(privateKey);
}

describe('a token of another identity provider stands for the app', () => {
  test('which has one signed by published keys', async () => {
    const { workloads } = cloud.description;
    const metadata = z
      .looseObject({ issuer: z.string(), jwks_uri: z.string() })
      .parse(await (await fetch(`${workloads}/.well-known/openid-configuration`)).json());
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
    const { payload } = await jwtVerify(await workloadToken(), keys, { issuer: metadata.issuer, audience });
    expect(payload.sub).toBe(subject);
    const [status, , token] = await send(await workloadToken());
    expect(status).toBe(200);
    expect(decodeJwt(token)).toMatchObject({
      appid: appOf(cloud, name).clientId,
      appidacr: '2',
      idtyp: 'app',
    });
  });
});

describe('it is refused', () => {
  test.each<[string, () => Promise<string>, number, number]>([
    ['from an unknown issuer', () => forged({ iss: `${issuer}/` }), 401, 700211],
    ['for another audience', () => workloadToken(subject, 'https://github.com/contoso'), 401, 700212],
    ['of another subject', () => workloadToken('repo:contoso/export:ref:refs/heads/main'), 401, 700213],
    ['of a subject in another case', () => workloadToken(subject.toUpperCase()), 401, 7002138],
    [
      'from Entra itself',
      () => forged({ iss: `https://sts.demo.test/${tenantOf(cloud, 'Contoso')}/` }),
      401,
      700222,
    ],
    [
      'from an issuer that cannot be reached',
      () => forged({ iss: 'https://elsewhere.example' }),
      400,
      501661,
    ],
    ['signed by somebody else', () => forged({}), 401, 7000272],
    ['for two audiences', () => forged({ aud: [audience, 'x'] }), 401, 5002741],
    ['without a subject', () => forged({ sub: undefined }), 400, 90014],
    ['for an audience that is no text', () => forged({ aud: { toString: 1 } }), 400, 90014],
    ['without an audience', () => forged({ aud: undefined }), 400, 90014],
  ])('%s', async (_what, make, status, code) => {
    const [answered, refused] = await send(await make());
    expect([answered, refused]).toEqual([status, code]);
  });

  test('with what was presented', async () => {
    const [, , text] = await send(await workloadToken('repo:contoso/other'));
    expect(text).toMatch(
      /^AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso\/other'\. Check /,
    );
  });

  test('where the app has no such credential', async () => {
    const [, code, text] = await send(await workloadToken(), 'Contoso Portal Sync');
    expect([code, text]).toEqual([70025, expect.stringContaining('(Contoso Portal Sync) has no configured')]);
  });

  test('when its time is over', async () => {
    const token = await workloadToken();
    const clock = `${cloud.description.control ?? ''}/clock`;
    await fetch(clock, { method: 'PUT', body: JSON.stringify({ advanceSeconds: 1000 }) });
    expect((await send(token))[1]).toBe(700024);
    await fetch(clock, { method: 'DELETE' });
  });
});

test('claims of any kind are refused, and nothing fails', async () => {
  const value = fc.oneof(fc.constantFrom(issuer, subject, audience, '', 'https://'), fc.jsonValue());
  const claims = fc.record({
    iss: fc.oneof(fc.constant(issuer), fc.webUrl()),
    sub: value,
    aud: value,
    exp: value,
  });
  await fc.assert(
    fc.asyncProperty(claims, async (given) => {
      const part = (one: unknown): string => Buffer.from(JSON.stringify(one)).toString('base64url');
      const [status] = await send(`${part({ alg: 'RS256', typ: 'JWT' })}.${part(given)}.AAAA`);
      expect([400, 401]).toContain(status);
    }),
    { numRuns: 60 },
  );
});

describe('federated identity credentials of an application', () => {
  test('are listed, read by id and name, and expanded', async () => {
    const { value } = listShape.parse((await ask('GET')).json);
    expect(value).toContainEqual({
      id: expect.any(String),
      name: 'build',
      issuer,
      subject,
      description: 'Nightly export',
      audiences: [audience],
    });
    const found = listShape.parse((await ask('GET', undefined, `?$filter=name eq 'build'`)).json).value;
    const byId = await ask('GET', undefined, `/${String(found[0]?.['id'])}`);
    expect(byId.json).toMatchObject({ name: 'build' });
    expect((await ask('GET', undefined, `/build?$select=subject`)).json).toMatchObject({ subject });
    const application = credentials().split('/')[0] ?? '';
    const expanded = await askGraph(
      cloud,
      adele,
      `GET ${application}?$select=appId&$expand=federatedIdentityCredentials($select=name)`,
    );
    expect(expanded.json['federatedIdentityCredentials']).toContainEqual({ name: 'build' });
  });

  test('are changed but for their name, made where they are missing, and deleted', async () => {
    const below = `(name='tests')`;
    const body = { issuer, subject: 'tests', audiences: [audience] };
    expect((await ask('PATCH', body, below)).status).toBe(404);
    expect((await ask('PATCH', body, below, { prefer: 'create-if-missing' })).status).toBe(201);
    expect((await ask('PATCH', { subject: 'more tests' }, '/tests')).status).toBe(204);
    expect((await ask('GET', undefined, '/tests')).json).toMatchObject({ subject: 'more tests' });
    expect((await ask('PATCH', { name: 'renamed' }, '/tests')).status).toBe(400);
    expect((await ask('DELETE', undefined, '/tests')).status).toBe(204);
    expect((await ask('DELETE', undefined, '/tests')).status).toBe(404);
  });

  const whole = { name: 'next', issuer, subject: 'next', audiences: [audience] };
  test.each<[string, unknown, number]>([
    ['a name that is taken', { ...whole, name: 'build' }, 409],
    ['issuer and subject of another', { ...whole, subject }, 400],
    ['no audience', { ...whole, audiences: [] }, 400],
    ['two audiences', { ...whole, audiences: ['a', 'b'] }, 400],
    ['an audience that is no text', { ...whole, audiences: [null] }, 400],
    ['no name', { ...whole, name: undefined }, 400],
    ['a name with a space', { ...whole, name: 'a b' }, 400],
    ['a subject that is too long', { ...whole, subject: 'x'.repeat(601) }, 400],
    ['an issuer that is no text', { ...whole, issuer: 5 }, 400],
    ['an unknown property', { ...whole, claims: [] }, 400],
    ['a list', [], 400],
  ])('are refused with %s', async (_what, body, status) => {
    const refused = await ask('POST', body);
    expect(refused.status).toBe(status);
    errorShape.parse(refused.json);
  });

  test('are at most twenty', async () => {
    const { id } = (await askGraph(cloud, adele, 'POST applications', { displayName: 'Many' })).json;
    const path = `applications/${String(id)}/federatedIdentityCredentials`;
    for (let number = 0; number < 21; number += 1) {
      const body = { ...whole, name: `n${number}`, subject: `s${number}` };
      expect((await askGraph(cloud, adele, `POST ${path}`, body)).status).toBe(number < 20 ? 201 : 400);
    }
  });

  test('are not for people who do not own the app, nor for an app without permission', async () => {
    const bram = await graphToken(cloud, people.bram);
    expect((await askGraph(cloud, bram, `POST ${credentials()}`, whole)).status).toBe(403);
    const hub = await appTokenFor(
      cloud,
      'Contoso Integration Hub',
      tenantOf(cloud, 'Contoso'),
      'https://graph.demo.test',
    );
    expect((await askGraph(cloud, hub, `GET ${credentials()}`)).status).toBe(403);
  });
});

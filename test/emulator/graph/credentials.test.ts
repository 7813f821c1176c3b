import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { issueCertificate } from '../../../emulator/directory/certificate.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, post, refusalBody, tenantOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  adele = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

const name = 'Contoso Integration Hub';
const app = () => `applications(appId='${appOf(cloud, name).clientId}')`;
const ask = (request: string, body?: unknown) => askGraph(cloud, adele, request, body);
const control = (command: Record<string, unknown>) =>
  fetch(cloud.description.control ?? '', { method: 'POST', body: JSON.stringify(command) });
beforeEach(async () => {
  await control({ credentialLagMilliseconds: 0 });
  await control({ secretsAllowed: true });
  await control({ longestSecretDays: null });
});

/** The AADSTS code of a sign-in with a secret; 0 when it is let in. */
async function signIn(secret: string): Promise<number> {
  const url = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`;
  const response = await post(url, {
    grant_type: 'client_credentials',
    client_id: appOf(cloud, name).clientId,
    client_secret: secret,
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
  });
  return response.status === 200 ? 0 : (refusalBody.parse(await response.json()).error_codes[0] ?? -1);
}

const passwordShape = z.looseObject({ keyId: z.guid(), secretText: z.string().length(40), hint: z.string() });
const keysShape = z.array(
  z.looseObject({ keyId: z.guid(), customKeyIdentifier: z.string(), key: z.string() }),
);
const keysOf = async () =>
  keysShape.parse((await ask(`GET ${app()}?$select=keyCredentials`)).json['keyCredentials']);

describe('a secret', () => {
  test('is told once, counts, and no longer when it is removed', async () => {
    const answer = await ask(`POST ${app()}/addPassword`, { passwordCredential: { displayName: 'Next' } });
    const { keyId, secretText, hint } = passwordShape.parse(answer.json);
    expect(hint).toBe(secretText.slice(0, 3));
    const years = (Date.parse(String(answer.json['endDateTime'])) - Date.now()) / (365.25 * 86_400_000);
    expect(years).toBeCloseTo(2, 1);
    expect(await signIn(secretText)).toBe(0);
    expect((await ask(`GET ${app()}`)).text).not.toContain(secretText);
    expect(await (await fetch(cloud.description.portal)).text()).not.toContain(secretText);
    expect((await ask(`POST ${app()}/removePassword`, { keyId })).status).toBe(204);
    expect(await signIn(secretText)).toBe(7000215);
    expect((await ask(`POST ${app()}/removePassword`, { keyId })).status).toBe(400);
  });

  test('is not known at sign-in until it has been replicated', async () => {
    await control({ credentialLagMilliseconds: 60_000 });
    const { secretText } = passwordShape.parse((await ask(`POST ${app()}/addPassword`, {})).json);
    expect(await signIn(secretText)).toBe(7000215);
  });

  test('is refused by the policies of the tenant', async () => {
    await control({ longestSecretDays: 90 });
    const end = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const long = await ask(`POST ${app()}/addPassword`, { passwordCredential: { endDateTime: end(120) } });
    expect(errorShape.parse(long.json).error.code).toBe('CredentialInvalidLifetimeAsPerAppPolicy');
    const short = await ask(`POST ${app()}/addPassword`, { passwordCredential: { endDateTime: end(60) } });
    expect(short.status).toBe(200);
    await control({ secretsAllowed: false });
    const any = await ask(`POST ${app()}/addPassword`, {});
    expect(errorShape.parse(any.json).error.code).toBe('CredentialTypeNotAllowedAsPerAppPolicy');
  });
});

const day = 86_400_000;
const issue = (commonName: string, days = 100) =>
  issueCertificate({ commonName, start: Date.now() - day, end: Date.now() + days * day, use: 'client' });
const keyCredential = (certificatePem: string, more: Record<string, unknown> = {}) => ({
  type: 'AsymmetricX509Cert',
  usage: 'Verify',
  key: new X509Certificate(certificatePem).raw.toString('base64'),
  ...more,
});

describe('certificates', () => {
  test('are replaced as a whole: what is not sent again is gone', async () => {
    const before = await keysOf();
    const added = await issue('Added');
    const body = { keyCredentials: [...before, keyCredential(added.certificatePem)] };
    expect((await ask(`PATCH ${app()}`, body)).status).toBe(204);
    const after = await keysOf();
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.customKeyIdentifier).toBe(
      new X509Certificate(added.certificatePem).fingerprint.replaceAll(':', ''),
    );
    expect((await ask(`PATCH ${app()}`, { keyCredentials: before })).status).toBe(204);
    expect(await keysOf()).toEqual(before);
  });

  test('stay when they are sent back without their key, as whoever read them has them; another key is refused', async () => {
    const before = await keysOf();
    const { json } = await ask(`GET ${app()}`);
    expect((await ask(`PATCH ${app()}`, { keyCredentials: json['keyCredentials'] })).status).toBe(204);
    expect(await keysOf()).toEqual(before);
    const { certificatePem } = await issue('Other');
    const other = { ...before[0], key: keyCredential(certificatePem).key };
    const answer = await ask(`PATCH ${app()}`, { keyCredentials: [other] });
    expect(answer.status).toBe(400);
    expect(errorShape.parse(answer.json).error.message).toContain('Update to existing credential');
  });

  test('keep the id that they are given, and may be written in lines', async () => {
    const before = await keysOf();
    const { certificatePem } = await issue('By a tool');
    const keyId = '8d1a4f0e-53c5-4d3a-9d3c-0a8f5c1b7e21';
    const key = certificatePem.replaceAll(/-----[A-Z ]+-----\n/g, '');
    const added = keyCredential(certificatePem, { key, keyId });
    expect((await ask(`PATCH ${app()}`, { keyCredentials: [...before, added] })).status).toBe(204);
    expect((await keysOf()).map((one) => one.keyId)).toContain(keyId);
    expect((await ask(`PATCH ${app()}`, { keyCredentials: before })).status).toBe(204);
  });

  test.each([
    ['no certificate', async () => keyCredential((await issue('x')).certificatePem, { key: 'AAAA' })],
    [
      'an end after that of the certificate',
      async () =>
        keyCredential((await issue('x')).certificatePem, {
          endDateTime: new Date(Date.now() + 200 * day).toISOString(),
        }),
    ],
    ['an expired one', async () => keyCredential((await issue('x', -0.5)).certificatePem)],
    ['another usage', async () => keyCredential((await issue('x')).certificatePem, { usage: 'Sign' })],
  ])('are refused: %s', async (_what, make) => {
    expect((await ask(`PATCH ${app()}`, { keyCredentials: [await make()] })).status).toBe(400);
    expect(await keysOf()).toHaveLength(1);
  });

  test('are added and removed with a proof of one that is there', async () => {
    const { privateKeyPem = '' } = appOf(cloud, name);
    const objectId = String((await ask(`GET ${app()}?$select=id`)).json['id']);
    const proof = (claims: Record<string, unknown> = {}, key = privateKeyPem) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        aud: '00000002-0000-0000-c000-000000000000',
        iss: objectId,
        nbf: now,
        exp: now + 600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256' })
        .sign(createPrivateKey(key));
    };
    const next = await issue('Next');
    const add = async (text: string) =>
      ask(`POST ${app()}/addKey`, {
        keyCredential: keyCredential(next.certificatePem),
        passwordCredential: null,
        proof: text,
      });
    const clientId = appOf(cloud, name).clientId;
    const long = Math.floor(Date.now() / 1000) + 7200;
    for (const wrong of [
      'no.proof.x',
      await proof({ iss: clientId }),
      await proof({ aud: 'https://graph.demo.test' }),
      await proof({ exp: long }),
      await proof({}, next.privateKeyPem),
    ]) {
      expect((await add(wrong)).status).toBe(401);
    }
    const added = await add(await proof());
    expect(added).toMatchObject({ status: 200, json: { type: 'AsymmetricX509Cert' } });
    // The new one is good for a proof, too: it removes itself.
    const { keyId } = added.json;
    const removed = await ask(`POST ${app()}/removeKey`, {
      keyId,
      proof: await proof({}, next.privateKeyPem),
    });
    expect(removed.status).toBe(204);
    expect(await keysOf()).toHaveLength(1);
  });
});

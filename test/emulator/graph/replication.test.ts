import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, post, refusalBody, tenantOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from './graph-rig.ts';

const start = Date.parse('2026-05-04T10:00:00Z');
let time = start;
let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ now: () => time, objectLagMilliseconds: 30_000 });
  adele = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

/** The AADSTS code of a sign-in with a secret at Contoso; 0 when it is let in. */
async function signIn(clientId: string, secret: string): Promise<number> {
  const answer = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
    {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: `${environmentOf(cloud, 'contoso').url}/.default`,
    },
  );
  return answer.ok ? 0 : refusalBody.parse(await answer.json()).error_codes[0];
}

test('a service principal that Graph has made is not known to the token endpoint and Dataverse at once', async () => {
  const { clientId, secret = '' } = appOf(cloud, 'Adventure Works Warehouse');
  expect((await askGraph(cloud, adele, 'POST servicePrincipals', { appId: clientId })).status).toBe(201);
  expect((await askGraph(cloud, adele, `GET servicePrincipals(appId='${clientId}')`)).status).toBe(200);
  const { url, pathUrl } = environmentOf(cloud, 'contoso-dev');
  const { access_token: token } = await userTokens(cloud, people.adele, `${url}/.default`);
  const addUser = async (): Promise<boolean> => {
    const answer = await fetch(`${pathUrl}/api/data/v9.2/systemusers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ applicationid: clientId }),
    });
    return answer.ok;
  };
  expect(await signIn(clientId, secret)).toBe(7000229);
  expect(await addUser()).toBe(false);
  time = start + 30_000;
  expect(await signIn(clientId, secret)).toBe(0);
  expect(await addUser()).toBe(true);
});

test('nor is an app that was just registered', async () => {
  const made = await askGraph(cloud, adele, 'POST applications', { displayName: 'New' });
  const clientId = String(made.json['appId']);
  const { json } = await askGraph(
    cloud,
    adele,
    `POST applications/${String(made.json['id'])}/addPassword`,
    {},
  );
  await askGraph(cloud, adele, 'POST servicePrincipals', { appId: clientId });
  expect(await signIn(clientId, String(json['secretText']))).toBe(700016);
  time += 30_000;
  expect(await signIn(clientId, String(json['secretText']))).toBe(0);
});

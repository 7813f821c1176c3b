import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import {
  authorizeRequest,
  fieldOf,
  pickAccount,
  post,
  pressOn,
  refusalBody,
  tenantOf,
  tokenBody,
} from './sign-in.ts';

const web = 'http://localhost:8044/callback';
const desktop = 'http://localhost:8045';

let cloud: DemoCloud;
let client = '';
let secret = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  const adele = await graphToken(cloud, people.adele);
  const made = await askGraph(cloud, adele, 'POST applications', {
    displayName: 'A tool that signs in people and itself',
    isFallbackPublicClient: true,
    publicClient: { redirectUris: [desktop] },
    web: { redirectUris: [web] },
  });
  client = String(made.json['appId']);
  await askGraph(cloud, adele, 'POST servicePrincipals', { appId: client });
  const added = await askGraph(cloud, adele, `POST applications(appId='${client}')/addPassword`, {});
  secret = String(added.json['secretText']);
});
afterAll(() => cloud.close());

const endpoint = (name: string) =>
  `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/${name}`;
const proven = (): Record<string, string> => ({ client_secret: secret });
const ask = (form: Record<string, string>) => post(endpoint('token'), { client_id: client, ...form });
const codeOf = async (response: Response) => refusalBody.parse(await response.json()).error_codes[0];
const scope = 'openid offline_access https://graph.demo.test/User.Read';

/** Redeems a code that a person gave at the redirect URI. */
async function redeem(redirect_uri: string, proof: Record<string, string>): Promise<Response> {
  const { query, verifier } = authorizeRequest(client, { redirect_uri, scope });
  const url = `${endpoint('authorize')}?${query}`;
  const page = await (await pickAccount(url, { account: people.adele })).text();
  const asked = page.includes('Permissions requested');
  const html = asked ? await (await pressOn(page, url, { answer: 'accept' })).text() : page;
  return ask({
    grant_type: 'authorization_code',
    code: fieldOf(html, 'code'),
    redirect_uri,
    code_verifier: verifier,
    ...proof,
  });
}

// "There are certain scenarios where Microsoft Entra ID cannot determine the client application type. […] In those cases Microsoft Entra ID interprets the
// application type based on the value of this property" (Learn: application resource); with a secret it "does not matter if this option is enabled"
// (microsoft/Recurring-Integrations-Scheduler, issue 148).
describe('an app whose fallback is a public client', () => {
  test('signs itself in with its secret, and not without one', async () => {
    const form = { grant_type: 'client_credentials', scope: 'https://contoso.crm4.demo.test/.default' };
    expect((await ask({ ...form, ...proven() })).status).toBe(200);
    expect(await codeOf(await ask(form))).toBe(7000218);
  });

  test('proves itself at a redirect URI of the platform Web, and with what came from there', async () => {
    expect(await codeOf(await redeem(web, {}))).toBe(7000218);
    const { refresh_token = '' } = tokenBody.parse(await (await redeem(web, proven())).json());
    const form = { grant_type: 'refresh_token', refresh_token, scope };
    expect(await codeOf(await ask(form))).toBe(7000218);
    expect((await ask({ ...form, ...proven() })).status).toBe(200);
  });

  test('proves nothing at a redirect URI of desktop applications, nor with what came from there', async () => {
    expect(await codeOf(await redeem(desktop, proven()))).toBe(700025);
    const { refresh_token = '' } = tokenBody.parse(await (await redeem(desktop, {})).json());
    const form = { grant_type: 'refresh_token', refresh_token, scope };
    expect(await codeOf(await ask({ ...form, ...proven() }))).toBe(700025);
    expect((await ask(form)).status).toBe(200);
  });

  test('asks for device codes without a proof', async () => {
    const response = await post(endpoint('devicecode'), { client_id: client, scope });
    expect(response.status).toBe(200);
  });
});

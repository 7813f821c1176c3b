import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { signInDevice } from './device-page.ts';
import {
  appOf,
  appTokenFor,
  authorizeRequest,
  environmentOf,
  fieldOf,
  pickAccount,
  post,
  pressOn,
  refusalBody,
  tenantOf,
  tokenBody,
} from './sign-in.ts';

const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const bram = 'bram.visser@contoso.demo.test';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const endpoint = (name: string): string =>
  `${cloud.description.login.http}/organizations/oauth2/v2.0/${name}`;

/** Signs somebody in by device code with one of Microsoft's own tools; what its last page says, and its code. */
async function signIn(clientId: string, scope: string, who = bram) {
  const begun = z
    .looseObject({ device_code: z.string(), user_code: z.string(), verification_uri: z.string() })
    .parse(await (await post(endpoint('devicecode'), { client_id: clientId, scope })).json());
  const page = await signInDevice(begun.verification_uri, begun.user_code, who);
  return { page, code: begun.device_code };
}

const redeem = (clientId: string, code: string): Promise<Response> =>
  post(endpoint('token'), {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: clientId,
    device_code: code,
  });

const renew = (clientId: string, token: string, scope: string): Promise<Response> =>
  post(endpoint('token'), { grant_type: 'refresh_token', client_id: clientId, refresh_token: token, scope });

describe("Microsoft's own command-line tools", () => {
  test('need nobody’s consent where the owner of a service allows them', async () => {
    const { page, code } = await signIn(
      azureCli,
      'https://management.core.windows.net//.default offline_access',
    );
    expect(page).toContain('You have signed in');
    const tokens = tokenBody.parse(await (await redeem(azureCli, code)).json());
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      aud: 'https://management.core.windows.net/',
      scp: 'user_impersonation',
    });
    const { url, pathUrl } = environmentOf(cloud, 'contoso');
    const next = tokenBody.parse(
      await (await renew(azureCli, tokens.refresh_token ?? '', `${url}/.default`)).json(),
    );
    const answer = await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, {
      headers: { authorization: `Bearer ${next.access_token}` },
    });
    expect(answer.status).toBe(200);
    // The same owner's.
    const discovery = 'https://globaldisco.crm.dynamics.com/.default';
    expect((await renew(azureCli, tokens.refresh_token ?? '', discovery)).status).toBe(200);
    const graph = tokenBody.parse(
      await (
        await renew(azureCli, tokens.refresh_token ?? '', 'https://graph.microsoft.com/.default')
      ).json(),
    );
    expect(decodeJwt(graph.access_token)['scp']).toContain('Directory.AccessAsUser.All');
  });

  test('cannot be consented to where it does not', async () => {
    // The public client of development samples.
    const { page } = await signIn(
      '51f81489-12ee-4a9e-aaae-a2591f45987d',
      'https://api.powerplatform.com/.default',
    );
    expect(page).toContain('AADSTS65002');
    const { code } = await signIn(azureCli, 'https://graph.microsoft.com/.default offline_access');
    const { refresh_token: token = '' } = tokenBody.parse(await (await redeem(azureCli, code)).json());
    const refused = await renew(azureCli, token, 'https://graph.microsoft.com/RoleManagement.Read.Directory');
    expect(refusalBody.parse(await refused.json()).error_codes).toEqual([65002]);
  });
});

// As the Graph module for PowerShell signs in, and published scripts with its client id.
describe('Microsoft Graph Command Line Tools', () => {
  const client = '14d82eec-204b-4c2f-b7e8-296a70dab67e';

  test('ask the person for each permission, and are in the tenant after that', async () => {
    const adele = await graphToken(cloud, people.adele);
    const principal = () => askGraph(cloud, adele, `GET servicePrincipals(appId='${client}')`);
    expect((await principal()).status).toBe(404);
    const { query, verifier } = authorizeRequest(client, {
      scope: 'openid https://graph.microsoft.com/User.Read',
    });
    const url = `${endpoint('authorize')}?${query}`;
    const asked = await (await pickAccount(url, { account: bram })).text();
    expect(asked).toContain('Permissions requested');
    const html = await (await pressOn(asked, url, { answer: 'accept' })).text();
    const answer = await post(endpoint('token'), {
      grant_type: 'authorization_code',
      client_id: client,
      code: fieldOf(html, 'code'),
      redirect_uri: 'http://localhost:43210',
      code_verifier: verifier,
    });
    const { access_token: token } = tokenBody.parse(await answer.json());
    expect(decodeJwt(token)).toMatchObject({ appid: client, scp: 'User.Read', upn: bram });
    expect((await principal()).json).toMatchObject({
      displayName: 'Microsoft Graph Command Line Tools',
      appOwnerOrganizationId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
    });
  });

  test('need an administrator for what nobody else may allow', async () => {
    const { page } = await signIn(client, 'https://graph.microsoft.com/Application.ReadWrite.All');
    expect(page).toContain('AADSTS90094');
  });
});

describe('consent by the Azure CLI', () => {
  const adminCentre = '74658136-14ec-4630-ad9b-26e160ff0fc6';
  const tokensOf = async (who: string) => {
    const { code } = await signIn(azureCli, `${adminCentre}/.default offline_access`, who);
    return tokenBody.parse(await (await redeem(azureCli, code)).json());
  };
  const consent = (token: string, appId: string) =>
    fetch(
      `${cloud.description.graph.replace('graph.demo.test', 'main.iam.ad.ext.azure.com')}/api/RegisteredApplications/${appId}/Consent?onBehalfOfAll=true`,
      { method: 'POST', headers: { authorization: `Bearer ${token}` } },
    );

  test('is given by administrators, for everybody and all that the app asks for', async () => {
    const { clientId } = appOf(cloud, 'Contoso Portal Sync');
    const { access_token: byBram } = await tokensOf(bram);
    expect((await consent(byBram, clientId)).status).toBe(403);
    const tokens = await tokensOf('adele.admin@contoso.demo.test');
    expect((await consent(tokens.access_token, clientId)).status).toBe(204);
    const graph = tokenBody.parse(
      await (
        await renew(azureCli, tokens.refresh_token ?? '', 'https://graph.microsoft.com/.default')
      ).json(),
    );
    const ask = async (path: string) =>
      z.object({ value: z.array(z.looseObject({ id: z.string() })) }).parse(
        await (
          await fetch(`${cloud.description.graph}/v1.0/${path}`, {
            headers: { authorization: `Bearer ${graph.access_token}` },
          })
        ).json(),
      ).value;
    const [principal] = await ask(`servicePrincipals?$filter=appId eq '${clientId}'`);
    expect(await ask(`oauth2PermissionGrants?$filter=clientId eq '${principal?.id}'`)).toEqual([
      expect.objectContaining({ consentType: 'AllPrincipals', scope: 'user_impersonation' }),
    ]);
  });

  test('is refused for apps of others, other paths and without a token', async () => {
    const { access_token: token } = await tokensOf('adele.admin@contoso.demo.test');
    expect((await consent(token, appOf(cloud, 'Fabrikam Invoice Bot').clientId)).status).toBe(404);
    expect((await consent(token, 'nothing')).status).toBe(404);
    expect((await consent('none', azureCli)).status).toBe(401);
  });
});

describe('Azure Resource Manager', () => {
  const ask = async (path: string, token: string | null, method = 'GET') => {
    const { graph } = cloud.description;
    const answer = await fetch(`${graph.replace('graph.demo.test', 'management.azure.com')}${path}`, {
      method,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  };
  const appToken = () =>
    appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), 'https://management.azure.com');

  test('tells of the tenant, and of no subscription', async () => {
    const token = await appToken();
    expect(await ask('/subscriptions?api-version=2019-11-01', token)).toMatchObject({
      status: 200,
      body: { value: [], count: { type: 'Total', value: 0 } },
    });
    const tenantId = tenantOf(cloud, 'Contoso');
    expect((await ask('/tenants?api-version=2022-12-01', token)).body).toMatchObject({
      value: [{ id: `/tenants/${tenantId}`, tenantId, displayName: 'Contoso', tenantCategory: 'Home' }],
    });
  });

  test.each([
    ['/subscriptions', 'GET', 400, 'MissingApiVersionParameter'],
    ['/subscriptions/1?api-version=2019-11-01', 'GET', 404, 'SubscriptionNotFound'],
    ['/tenants?api-version=2019-11-01', 'POST', 405, 'MethodNotAllowed'],
    ['/providers?api-version=2019-11-01', 'GET', 404, 'NotFound'],
  ])('refuses %s by %s', async (path, method, status, code) => {
    const answer = await ask(path, await appToken(), method);
    expect(answer).toMatchObject({ status, body: { error: { code } } });
  });

  test('wants a token for itself', async () => {
    const missing = await ask('/tenants?api-version=2019-11-01', null);
    expect(missing).toMatchObject({ status: 401, body: { error: { code: 'AuthenticationFailed' } } });
    expect(missing.headers.get('www-authenticate')).toContain('authorization_uri=');
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    const other = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), clientId);
    expect((await ask('/tenants?api-version=2019-11-01', other)).body).toMatchObject({
      error: { code: 'InvalidAuthenticationAudience' },
    });
  });
});

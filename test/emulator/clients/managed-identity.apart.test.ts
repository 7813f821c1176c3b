import { ManagedIdentityApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, post, tenantOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken, listShape, people } from '../graph/graph-rig.ts';
import { identitiesOf, identityOf, startWithIdentities, testLibraries } from './managed-identity-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startWithIdentities();
  adele = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());
afterEach(() => {
  vi.unstubAllEnvs();
});

const onMachine = (): void => {
  vi.stubEnv('AZURE_POD_IDENTITY_AUTHORITY_HOST', identitiesOf(cloud).authorityHost);
};

describe('by the metadata service of a machine', () => {
  testLibraries(() => cloud, onMachine);
});

const failure = z.strictObject({ error: z.string(), error_description: z.string() });
const machineToken = (
  query: Record<string, string>,
  headers: Record<string, string> = { metadata: 'true' },
) =>
  fetch(
    `${identitiesOf(cloud).authorityHost}/metadata/identity/oauth2/token?${new URLSearchParams({
      'api-version': '2018-02-01',
      resource: 'https://graph.demo.test',
      ...query,
    }).toString()}`,
    { headers },
  );

describe('the metadata service', () => {
  test('answers with texts for numbers and times', async () => {
    const number = expect.stringMatching(/^\d+$/);
    expect(await (await machineToken({})).json()).toEqual({
      access_token: expect.stringMatching(/^eyJ/),
      refresh_token: '',
      expires_in: number,
      expires_on: number,
      not_before: number,
      resource: 'https://graph.demo.test',
      token_type: 'Bearer',
    });
  });

  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['no header', {}, {}, 'bad_request_102'],
    ['a header with a capital', {}, { metadata: 'True' }, 'bad_request_102'],
    ['a proxy in between', {}, { metadata: 'true', 'x-forwarded-for': '10.0.0.1' }, 'invalid_request'],
    ['no version', { 'api-version': '' }, { metadata: 'true' }, 'invalid_request'],
    ['an old version', { 'api-version': '2017-04-02' }, { metadata: 'true' }, 'invalid_request'],
    ['no resource', { resource: '' }, { metadata: 'true' }, 'invalid_request'],
    ['two identities', { client_id: 'a', object_id: 'b' }, { metadata: 'true' }, 'invalid_request'],
    ['a strange identity', { msi_res_id: '%00\u0000' }, { metadata: 'true' }, 'invalid_request'],
  ])('refuses %s', async (_what, query, headers, error) => {
    const answer = await machineToken(query, headers);
    expect([answer.status, failure.parse(await answer.json()).error]).toEqual([400, error]);
  });

  // Azure.Identity for .NET looks whether the service is there, and then asks: as recorded of azmcp 2.0.5 (MSAL.NetCore 4.82).
  test('is found at the root, where MSAL for .NET asks whatever the rest of the address is', async () => {
    const address = new URL(identitiesOf(cloud).authorityHost);
    address.pathname = '/metadata/identity/oauth2/token';
    address.search = '?api-version=2018-02-01';
    expect((await fetch(address)).status).toBe(400);
    address.searchParams.set('resource', 'https://graph.demo.test');
    const answer = await fetch(address, { headers: { metadata: 'true' } });
    const { access_token: token } = z.looseObject({ access_token: z.string() }).parse(await answer.json());
    expect(decodeJwt(token)).toMatchObject({ appid: identityOf(cloud, 'system').clientId });
    const without = await startDemoCloud();
    address.port = new URL(without.description.origin).port;
    expect((await fetch(address, { headers: { metadata: 'true' } })).status).toBe(404);
    await without.close();
  });

  test('takes GET alone, and has no other page', async () => {
    const address = `${identitiesOf(cloud).authorityHost}/metadata/identity/oauth2/token`;
    expect((await post(address, {}, { metadata: 'true' })).status).toBe(405);
    expect((await fetch(`${identitiesOf(cloud).authorityHost}/metadata/instance`)).status).toBe(404);
  });
});

describe('as the credential of an app', () => {
  const app = 'Contoso Data Export';
  const trust = async (name: string, subject: string): Promise<number> => {
    const path = `applications(appId='${appOf(cloud, app).clientId}')/federatedIdentityCredentials`;
    const issuer = `https://login.demo.test/${tenantOf(cloud, 'Contoso')}/v2.0`;
    const body = { name, issuer, subject, audiences: ['api://AzureADTokenExchange'] };
    return (await askGraph(cloud, adele, `POST ${path}`, body)).status;
  };
  const exchanged = async (query: Record<string, string>): Promise<string> => {
    const answer = await machineToken({ resource: 'api://AzureADTokenExchange', ...query });
    return z.looseObject({ access_token: z.string() }).parse(await answer.json()).access_token;
  };
  const signIn = async (assertion: string): Promise<unknown> => {
    const answer = await post(
      `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
      {
        grant_type: 'client_credentials',
        client_id: appOf(cloud, app).clientId,
        scope: `${environmentOf(cloud, 'contoso').url}/.default`,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      },
    );
    return answer.json();
  };

  test('the user-assigned one signs the app in, without a secret', async () => {
    const { clientId, objectId } = identityOf(cloud, 'user');
    expect(await trust('machine', objectId)).toBe(201);
    const assertion = await exchanged({ client_id: clientId });
    expect(decodeJwt(assertion)).toMatchObject({
      iss: `https://login.demo.test/${tenantOf(cloud, 'Contoso')}/v2.0`,
      aud: 'fb60f99c-7a34-4190-8149-302f77469936',
      sub: objectId,
    });
    const { access_token: token } = z
      .looseObject({ access_token: z.string() })
      .parse(await signIn(assertion));
    expect(decodeJwt(token)).toMatchObject({ appid: appOf(cloud, app).clientId, appidacr: '2' });
  });

  test('a token of it for something else is no assertion, nor is one that was changed', async () => {
    const { clientId } = identityOf(cloud, 'user');
    const other = z
      .looseObject({ access_token: z.string() })
      .parse(await (await machineToken({ client_id: clientId })).json());
    expect(await signIn(other.access_token)).toMatchObject({ error_codes: [700211] });
    const assertion = await exchanged({ client_id: clientId });
    const [head = '', claims = ''] = assertion.split('.');
    expect(await signIn(`${head}.${claims}.AAAA`)).toMatchObject({ error_codes: [700027] });
  });

  test('neither the system-assigned one nor an app signs another app in (AADSTS700222)', async () => {
    const { objectId } = identityOf(cloud, 'system');
    await trust('itself', objectId);
    expect(await signIn(await exchanged({}))).toMatchObject({ error_codes: [700222] });
  });
});

describe('in Graph, a managed identity', () => {
  test('is a service principal without an application', async () => {
    const found = await askGraph(
      cloud,
      adele,
      "GET servicePrincipals?$filter=servicePrincipalType eq 'ManagedIdentity'",
    );
    const { clientId, objectId, resourceId, name } = identityOf(cloud, 'user');
    const rows = listShape.parse(found.json).value;
    expect(rows.map((row) => row['displayName'])).toEqual(['contoso-batch-vm', 'contoso-nightly-export']);
    expect(rows[1]).toMatchObject({
      id: objectId,
      appId: clientId,
      displayName: name,
      servicePrincipalType: 'ManagedIdentity',
      alternativeNames: ['isExplicit=True', resourceId],
      appDisplayName: null,
      appOwnerOrganizationId: null,
      signInAudience: null,
      passwordCredentials: [],
      tags: [],
    });
    expect(rows[1]?.['servicePrincipalNames']).toEqual([
      clientId,
      expect.stringMatching(/^https:\/\/identity\.azure\.net\//),
    ]);
    expect((await askGraph(cloud, adele, `GET applications(appId='${clientId}')`)).status).toBe(404);
  });

  test('is given application permissions, which its tokens tell', async () => {
    const scope = 'https://graph.demo.test/AppRoleAssignment.ReadWrite.All';
    const assigner = (await userTokens(cloud, people.adele, scope)).access_token;
    const { objectId } = identityOf(cloud, 'system');
    const graph = await askGraph(
      cloud,
      adele,
      "GET servicePrincipals(appId='00000003-0000-0000-c000-000000000000')?$select=id",
    );
    const made = await askGraph(cloud, assigner, `POST servicePrincipals/${objectId}/appRoleAssignments`, {
      principalId: objectId,
      resourceId: graph.json['id'],
      appRoleId: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
    });
    expect(made.status).toBe(201);
    onMachine();
    // By another name of the resource: the token for the first is kept for a day.
    const { accessToken } = await new ManagedIdentityApplication().acquireToken({
      resource: 'https://graph.demo.test/',
      forceRefresh: true,
    });
    expect(decodeJwt(accessToken)['roles']).toEqual(['Application.Read.All']);
    expect((await askGraph(cloud, accessToken, 'GET applications')).status).toBe(200);
  });

  test('gets no new token while it is disabled', async () => {
    const { objectId } = identityOf(cloud, 'system');
    await askGraph(cloud, adele, `PATCH servicePrincipals/${objectId}`, { accountEnabled: false });
    const refused = failure.parse(
      await (await machineToken({ resource: 'https://globaldisco.crm.demo.test' })).json(),
    );
    expect(refused.error_description).toContain('AADSTS7000112');
    await askGraph(cloud, adele, `PATCH servicePrincipals/${objectId}`, { accountEnabled: true });
    expect((await machineToken({})).status).toBe(200);
  });

  test('is not restored once it was deleted; what is left is the only one that is not named', async () => {
    const { objectId } = identityOf(cloud, 'system');
    const deleted = `directory/deletedItems/${objectId}`;
    expect((await askGraph(cloud, adele, `DELETE servicePrincipals/${objectId}`)).status).toBe(204);
    expect((await askGraph(cloud, adele, `GET ${deleted}`)).status).toBe(200);
    expect((await askGraph(cloud, adele, `POST ${deleted}/restore`)).status).toBe(403);
    expect((await askGraph(cloud, adele, `DELETE ${deleted}`)).status).toBe(403);
    const { access_token: token } = z
      .looseObject({ access_token: z.string() })
      .parse(await (await machineToken({})).json());
    expect(decodeJwt(token)['appid']).toBe(identityOf(cloud, 'user').clientId);
  });
});

test('without the option there is neither an endpoint nor an identity', async () => {
  const plain = await startDemoCloud();
  try {
    const { description } = plain;
    expect(description.managedIdentities).toBeUndefined();
    const address = `${description.origin}/${description.key}/169.254.169.254/metadata/identity/oauth2/token`;
    expect((await fetch(address, { headers: { metadata: 'true' } })).status).toBe(404);
    const token = await graphToken(plain, people.adele);
    const found = await askGraph(
      plain,
      token,
      "GET servicePrincipals?$filter=servicePrincipalType eq 'ManagedIdentity'",
    );
    expect(found.json['value']).toEqual([]);
  } finally {
    await plain.close();
  }
});

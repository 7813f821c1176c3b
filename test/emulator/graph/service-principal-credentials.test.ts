import { X509Certificate } from 'node:crypto';
import { ClientSecretCredential } from '@azure/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { issueCertificate } from '../../../emulator/directory/certificate.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, post, refusalBody, tenantOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
let felicia = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
  felicia = await graphToken(cloud, people.felicia);
});
afterAll(() => cloud.close());

const name = 'Contoso Integration Hub';
const principal = () => `servicePrincipals(appId='${appOf(cloud, name).clientId}')`;
const secretShape = z.looseObject({ keyId: z.guid(), secretText: z.string().length(40) });

/** The AADSTS code of a sign-in of the app in a tenant; 0 when it is let in. */
async function signIn(secret: string, tenant: string, environment: string): Promise<number> {
  const response = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, tenant)}/oauth2/v2.0/token`,
    {
      grant_type: 'client_credentials',
      client_id: appOf(cloud, name).clientId,
      client_secret: secret,
      scope: `${environmentOf(cloud, environment).url}/.default`,
    },
  );
  return response.status === 200 ? 0 : (refusalBody.parse(await response.json()).error_codes[0] ?? -1);
}

describe('credentials of a service principal', () => {
  test('are not those of its application', async () => {
    const { json } = await askGraph(cloud, adele, `GET ${principal()}`);
    expect([json['passwordCredentials'], json['keyCredentials']]).toEqual([[], []]);
  });

  test('count in its own tenant alone, until they are removed', async () => {
    const made = await askGraph(cloud, felicia, `POST ${principal()}/addPassword`, {
      passwordCredential: { displayName: 'of Fabrikam' },
    });
    const { keyId, secretText } = secretShape.parse(made.json);
    expect(await signIn(secretText, 'Fabrikam', 'fabrikam')).toBe(0);
    expect(await signIn(secretText, 'Contoso', 'contoso')).toBe(7000215);
    expect((await askGraph(cloud, adele, `GET ${principal()}`)).json['passwordCredentials']).toEqual([]);
    expect((await askGraph(cloud, felicia, `GET ${principal()}`)).json).toMatchObject({
      passwordCredentials: [{ keyId, secretText: null }],
    });
    expect((await askGraph(cloud, felicia, `POST ${principal()}/removePassword`, { keyId })).status).toBe(
      204,
    );
    expect(await signIn(secretText, 'Fabrikam', 'fabrikam')).toBe(7000215);
  });

  test('are taken from the client library of Azure', async () => {
    const secure = await startDemoCloud({ https: true });
    try {
      const token = await graphToken(secure, people.felicia);
      const { clientId } = appOf(secure, name);
      const made = await askGraph(
        secure,
        token,
        `POST servicePrincipals(appId='${clientId}')/addPassword`,
        {},
      );
      const credential = new ClientSecretCredential(
        tenantOf(secure, 'Fabrikam'),
        clientId,
        secretShape.parse(made.json).secretText,
        {
          authorityHost: secure.description.login.https ?? '',
          disableInstanceDiscovery: true,
          tlsOptions: { ca: secure.description.login.ca ?? '' },
        },
      );
      const { token: text } = await credential.getToken(`${environmentOf(secure, 'fabrikam').url}/.default`);
      expect(text.split('.')).toHaveLength(3);
    } finally {
      await secure.close();
    }
  });

  test('certificates are replaced as a whole, and shown with their keys on request', async () => {
    const now = Date.now();
    const issued = await issueCertificate({
      commonName: 'own',
      start: now - 1e6,
      end: now + 1e9,
      use: 'client',
    });
    const key = new X509Certificate(issued.certificatePem).raw.toString('base64');
    const keyCredentials = [{ type: 'AsymmetricX509Cert', usage: 'Verify', key }];
    expect((await askGraph(cloud, felicia, `PATCH ${principal()}`, { keyCredentials })).status).toBe(204);
    const shown = await askGraph(cloud, felicia, `GET ${principal()}?$select=keyCredentials`);
    expect(shown.json['keyCredentials']).toMatchObject([{ key, type: 'AsymmetricX509Cert' }]);
    expect((await askGraph(cloud, felicia, `PATCH ${principal()}`, { keyCredentials: [] })).status).toBe(204);
    expect((await askGraph(cloud, felicia, `GET ${principal()}`)).json['keyCredentials']).toEqual([]);
  });

  test('are for administrators and owners', async () => {
    const bram = await graphToken(cloud, people.bram);
    const denied = await askGraph(cloud, bram, `POST ${principal()}/addPassword`, {});
    expect([denied.status, errorShape.parse(denied.json).error.code]).toEqual([
      403,
      'Authorization_RequestDenied',
    ]);
    const me = String((await askGraph(cloud, bram, 'GET me')).json['id']);
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${me}` };
    expect((await askGraph(cloud, adele, `POST ${principal()}/owners/$ref`, reference)).status).toBe(204);
    expect((await askGraph(cloud, bram, `POST ${principal()}/addPassword`, {})).status).toBe(200);
    expect((await askGraph(cloud, adele, `DELETE ${principal()}/owners/${me}/$ref`)).status).toBe(204);
  });
});

test('a service principal can own an application, and is listed with its type', async () => {
  const id = String((await askGraph(cloud, adele, `GET ${principal()}`)).json['id']);
  const application = `applications(appId='${appOf(cloud, name).clientId}')`;
  const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/servicePrincipals/${id}` };
  expect((await askGraph(cloud, adele, `POST ${application}/owners/$ref`, reference)).status).toBe(204);
  const again = await askGraph(cloud, adele, `POST ${application}/owners/$ref`, reference);
  expect(errorShape.parse(again.json).error.message).toContain('already exist');
  const owners = listShape.parse((await askGraph(cloud, adele, `GET ${application}/owners`)).json).value;
  expect(owners).toContainEqual(
    expect.objectContaining({ '@odata.type': '#microsoft.graph.servicePrincipal', id, displayName: name }),
  );
});

describe('$expand', () => {
  test('shows owners and assigned roles with what is selected of them', async () => {
    const { clientId } = appOf(cloud, name);
    const one = await askGraph(
      cloud,
      adele,
      `GET applications(appId='${clientId}')?$select=appId&$expand=owners($select=userPrincipalName)`,
    );
    expect(one.json).toMatchObject({
      appId: clientId,
      owners: expect.arrayContaining([
        { '@odata.type': '#microsoft.graph.user', userPrincipalName: people.adele },
      ]),
    });
    const all = await askGraph(
      cloud,
      adele,
      `GET servicePrincipals?$filter=appId eq '${clientId}'&$expand=appRoleAssignments,owners`,
    );
    expect(listShape.parse(all.json).value).toMatchObject([{ appRoleAssignments: [], owners: [] }]);
  });

  test.each(['owners(', 'owners($filter=id)', 'owners,,', '', 'photo', 'constructor'])(
    'of %j is refused',
    async (text) => {
      const refused = await askGraph(cloud, adele, `GET ${principal()}?$expand=${encodeURIComponent(text)}`);
      expect(refused.status).toBe(400);
      errorShape.parse(refused.json);
    },
  );
});

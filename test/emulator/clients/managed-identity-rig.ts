import { DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { ManagedIdentityApplication } from '@azure/msal-node';
import type { ManagedIdentityIdParams } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud, DemoCloudDescription } from '../../../emulator/index.ts';
import { askAs, rowsIn } from '../dataverse/over-http.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';
import { people } from '../graph/graph-rig.ts';
import { readUsers } from './read-users.ts';

type Described = NonNullable<DemoCloudDescription['managedIdentities']>;
type Ask = Awaited<ReturnType<typeof askAs>>;

async function rootUnit(ask: Ask): Promise<Record<string, string>> {
  const [unit] = rowsIn(
    await ask('GET businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null'),
  );
  return { 'businessunitid@odata.bind': `/businessunits(${String(unit?.['businessunitid'])})` };
}

async function giveRole(cloud: DemoCloud, ask: Ask, clientId: string): Promise<void> {
  const [user] = rowsIn(
    await ask(`GET systemusers?$select=systemuserid&$filter=applicationid eq ${clientId}`),
  );
  const [role] = rowsIn(
    await ask("GET roles?$select=roleid&$filter=name eq 'System Administrator' and parentroleid eq null"),
  );
  await ask(`POST systemusers(${String(user?.['systemuserid'])})/systemuserroles_association/$ref`, {
    '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(role?.['roleid'])})`,
  });
}

/** What the cloud says of its managed identities. */
export function identitiesOf(cloud: DemoCloud): Described {
  const { managedIdentities } = cloud.description;
  if (managedIdentities === undefined) throw new Error('no managed identities');
  return managedIdentities;
}

/** The one of a kind. */
export function identityOf(cloud: DemoCloud, assigned: 'system' | 'user'): Described['identities'][number] {
  const found = identitiesOf(cloud).identities.find((one) => one.assigned === assigned);
  if (found === undefined) throw new Error(`no identity of kind '${assigned}'`);
  return found;
}

/** A cloud whose managed identities are application users of Contoso's environment. */
export async function startWithIdentities(): Promise<DemoCloud> {
  const cloud = await startDemoCloud({ managedIdentities: true });
  const dataverse = await askAs(cloud, people.adele);
  for (const { clientId } of identitiesOf(cloud).identities) {
    await dataverse('POST systemusers', { applicationid: clientId, ...(await rootUnit(dataverse)) });
    await giveRole(cloud, dataverse, clientId);
  }
  return cloud;
}

/** Every way to name the identity that is meant, for the libraries and for who they should get. */
const ways: readonly [string, (cloud: DemoCloud) => ManagedIdentityIdParams, 'system' | 'user'][] = [
  ['no id', () => ({}), 'system'],
  ['a client id', (cloud) => ({ userAssignedClientId: identityOf(cloud, 'user').clientId }), 'user'],
  ['an object id', (cloud) => ({ userAssignedObjectId: identityOf(cloud, 'user').objectId }), 'user'],
  ['a resource id', (cloud) => ({ userAssignedResourceId: identityOf(cloud, 'user').resourceId }), 'user'],
];

/** What both libraries do, whichever endpoint they were pointed at. They look for it once in a process, so that each has a file. */
export function testLibraries(started: () => DemoCloud, within: () => void): void {
  test.each(ways)('msal-node gets a token with %s, which reads systemusers', async (_way, ids, assigned) => {
    within();
    const cloud = started();
    const { pathUrl, url } = environmentOf(cloud, 'contoso');
    const msal = new ManagedIdentityApplication({ managedIdentityIdParams: ids(cloud) });
    const { accessToken } = await msal.acquireToken({ resource: url, forceRefresh: true });
    const { clientId, objectId, resourceId } = identityOf(cloud, assigned);
    expect(decodeJwt(accessToken)).toMatchObject({
      aud: url,
      appid: clientId,
      appidacr: '2',
      idtyp: 'app',
      oid: objectId,
      tid: tenantOf(cloud, 'Contoso'),
      xms_mirid: resourceId,
    });
    expect(await readUsers(pathUrl, accessToken)).toContain('Adele Hartog');
  });

  test('@azure/identity gets a token, and as one of the default credentials', async () => {
    within();
    const cloud = started();
    const { url } = environmentOf(cloud, 'contoso');
    const { clientId, objectId, resourceId } = identityOf(cloud, 'user');
    for (const credential of [
      new ManagedIdentityCredential({ clientId }),
      new ManagedIdentityCredential({ objectId }),
      new ManagedIdentityCredential({ resourceId }),
      new DefaultAzureCredential({ managedIdentityClientId: clientId }),
    ]) {
      const { token, expiresOnTimestamp } = await credential.getToken(`${url}/.default`);
      expect(decodeJwt(token)['appid']).toBe(clientId);
      expect(expiresOnTimestamp).toBeGreaterThan(Date.now());
    }
  });

  test.each([
    [
      'an identity that there is not',
      () => ({ userAssignedClientId: '00000000-0000-4000-8000-000000000000' }),
    ],
    [
      'the client id of an app',
      (cloud: DemoCloud) => ({ userAssignedClientId: appOf(cloud, 'Contoso Integration Hub').clientId }),
    ],
  ])('msal-node is refused %s', async (_way, ids) => {
    within();
    const cloud = started();
    const msal = new ManagedIdentityApplication({
      managedIdentityIdParams: ids(cloud),
      system: { disableInternalRetries: true },
    });
    await expect(
      msal.acquireToken({ resource: 'https://graph.demo.test', forceRefresh: true }),
    ).rejects.toThrow(/Identity not found|No User Assigned or Delegated Managed Identity found/);
  });

  test('a resource that the tenant does not have is refused, by a machine as at the sign-in service', async () => {
    within();
    const msal = new ManagedIdentityApplication({ system: { disableInternalRetries: true } });
    // An App Service does not say why (recorded by MSAL.NET's tests).
    await expect(msal.acquireToken({ resource: 'https://nobody.example' })).rejects.toThrow(
      /AADSTS500011|An unexpected error occured while fetching the AAD Token/,
    );
  });
}

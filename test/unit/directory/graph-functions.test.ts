import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCertificate, thumbprintsOf } from '../../../emulator/directory/certificate.ts';
import { addPassword, removePassword } from '../../../main/directory/client-secrets.ts';
import { applicationByClientId, ownersOf, principalByClientId } from '../../../main/directory/find-app.ts';
import type { GraphClient } from '../../../main/directory/graph-client.ts';
import {
  addKey,
  appendKeyCredential,
  dropKeyCredential,
  readKeyCredentials,
  removeKey,
} from '../../../main/directory/key-credentials.ts';
import { makeKeyProof } from '../../../main/directory/key-proof.ts';
import { identifyId } from '../../../main/directory/identify-id.ts';
import {
  createApplication,
  createServicePrincipal,
  deleteApplication,
  setPrincipalEnabled,
} from '../../../main/directory/register-app.ts';
import { searchEnterpriseApps, searchOwnApps } from '../../../main/directory/search-apps.ts';
import { startCloud } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import {
  clientIdOf,
  control,
  errorOf,
  going,
  graphAs,
  must,
  NOBODY,
  nobody,
  there,
} from './directory-rig.ts';

let cloud: RunningCloud;
let adele: GraphClient;
let bram: GraphClient;
let felicia: GraphClient;
beforeAll(async () => {
  cloud = await startCloud({ control: true });
  [adele, bram, felicia] = await Promise.all([
    graphAs(cloud, 'adele.admin@contoso.demo.test'),
    graphAs(cloud, 'bram.visser@contoso.demo.test'),
    graphAs(cloud, 'felicia.admin@fabrikam.demo.test', 'Fabrikam'),
  ]);
});
afterAll(() => cloud.close());

const hub = 'Contoso Integration Hub';
const application = async (name = hub) =>
  there(must(await applicationByClientId(adele, clientIdOf(cloud, name), going())));

describe('search', () => {
  const names = async (search: typeof searchOwnApps, graph: GraphClient, text: string) =>
    must(await search(graph, text, going())).apps.map(({ name }) => name);

  test('own apps are those of the tenant, by the beginnings of words, sorted', async () => {
    expect(await names(searchOwnApps, adele, 'con l')).toEqual(['Contoso Legacy Loader']);
    expect(await names(searchOwnApps, adele, '')).toEqual([
      'Contoso Data Export',
      'Contoso Integration Hub',
      'Contoso Legacy Loader',
      'Contoso Portal Sync',
      'Contoso Retired Connector',
      'S2S Console',
    ]);
    expect(await names(searchOwnApps, felicia, 'Contoso')).toEqual([]);
  });

  test("enterprise apps are those of other tenants that are used here, without Microsoft's own", async () => {
    const found = must(await searchEnterpriseApps(felicia, 'hub', going()));
    expect(found).toEqual({
      apps: [{ clientId: clientIdOf(cloud, hub), name: hub, homeTenantId: adele.tenantId }],
      more: false,
    });
    expect(await names(searchEnterpriseApps, felicia, '')).not.toContain('Microsoft Graph');
    expect(await names(searchEnterpriseApps, adele, '')).toEqual([]);
  });

  test.each(['"', String.raw`\ "`, "it's", '& $', '"displayName:x" OR "displayName:c'])(
    'the text %s is searched for and nothing else',
    async (text) => {
      expect(await names(searchOwnApps, adele, text)).not.toContain('S2S Console');
    },
  );

  test('says that there is more than fifty', async () => {
    const made = [];
    for (let count = 0; count < 51; count += 1)
      made.push(
        must(
          await createApplication(
            adele,
            { name: `Many ${count}`, audience: 'AzureADMyOrg', publicRedirect: false },
            going(),
          ),
        ),
      );
    const found = must(await searchOwnApps(adele, 'many', going()));
    expect([found.apps.length, found.more]).toEqual([50, true]);
    for (const { id } of made) must(await deleteApplication(adele, id, going()));
  });
});

test('C31: every id of an app is told from the others', async () => {
  const app = await application();
  const principal = there(must(await principalByClientId(adele, app.appId, going())));
  const kindOf = async (id: string, graph = adele) => {
    const { kind, app: owner } = must(await identifyId(graph, id, going()));
    return [kind, owner?.name ?? null];
  };
  expect(await kindOf(app.appId)).toEqual(['client-id', hub]);
  expect(await kindOf(app.id)).toEqual(['application-object-id', hub]);
  expect(await kindOf(principal.id)).toEqual(['service-principal-id', hub]);
  expect(await kindOf(there(app.passwordCredentials[0]).keyId)).toEqual(['secret-id', hub]);
  expect(await kindOf(there(app.keyCredentials[0]).keyId)).toEqual(['certificate-id', hub]);
  expect(await kindOf(NOBODY)).toEqual(['unknown', null]);
  // A customer has the service principal and not the registration.
  expect(await kindOf(app.appId, felicia)).toEqual(['client-id', hub]);
  expect(await kindOf(app.id, felicia)).toEqual(['unknown', null]);
});

describe('registering', () => {
  test('makes an app and lets it sign in here; a second time says so', async () => {
    const made = must(
      await createApplication(
        adele,
        { name: 'Order sync', audience: 'AzureADMultipleOrgs', publicRedirect: false },
        going(),
      ),
    );
    expect(made).toMatchObject({ displayName: 'Order sync', signInAudience: 'AzureADMultipleOrgs' });
    must(await createServicePrincipal(adele, made.appId, going()));
    expect(errorOf(await createServicePrincipal(adele, made.appId, going())).code).toBe('already-exists');
    const principal = there(must(await principalByClientId(adele, made.appId, going())));
    must(await setPrincipalEnabled(adele, principal.id, false, going()));
    expect(must(await principalByClientId(adele, made.appId, going()))?.accountEnabled).toBe(false);
    // A customer takes another tenant's multitenant app in with the same call.
    expect(must(await principalByClientId(felicia, made.appId, going()))).toBeNull();
    must(await createServicePrincipal(felicia, made.appId, going()));
    expect(must(await principalByClientId(felicia, made.appId, going()))?.appOwnerOrganizationId).toBe(
      adele.tenantId,
    );
    must(await deleteApplication(adele, made.id, going()));
  });

  test('says whether the permission or the role is missing', async () => {
    const app = { name: 'Mine', audience: 'AzureADMyOrg', publicRedirect: false } as const;
    expect(errorOf(await createApplication(bram, app, going()))).toMatchObject({
      code: 'directory-denied',
      params: { permission: 'Application.ReadWrite.All', missing: 'role' },
      correlation: { requestId: expect.any(String) },
    });
    expect(errorOf(await deleteApplication(adele, nobody, going()))).toMatchObject({
      code: 'not-found',
      params: { what: 'app registration' },
    });
  });
});

test('owners come with an address to write to', async () => {
  const owned = await application('Contoso Portal Sync');
  const owners = must(await ownersOf(adele, owned.id, going()));
  expect(owners.map(({ displayName, mail }) => [displayName, mail])).toEqual([
    ['Bram Visser', 'bram.visser@contoso.demo.test'],
    ['Adele Hartog', 'adele.admin@contoso.demo.test'],
  ]);
});

describe('C10: client secrets', () => {
  const secret = (days: number) => ({
    name: 'Next',
    end: new Date(Date.now() + days * 86_400_000).toISOString(),
  });

  test('are made with their end and removed by key id', async () => {
    const { id } = await application();
    const made = must(await addPassword(adele, id, secret(90), going()));
    expect(made.secretText.slice(0, 3)).toBe(made.hint);
    expect((await application()).passwordCredentials.map(({ keyId }) => keyId)).toContain(made.keyId);
    must(await removePassword(adele, id, made.keyId, going()));
    expect((await application()).passwordCredentials.map(({ keyId }) => keyId)).not.toContain(made.keyId);
    expect(errorOf(await removePassword(adele, id, made.keyId, going())).code).toBe('directory');
  });

  test('are refused by a policy in its own words', async () => {
    const { id } = await application();
    await control(cloud, { longestSecretDays: 30 });
    expect(errorOf(await addPassword(adele, id, secret(90), going()))).toMatchObject({
      code: 'directory-policy',
      params: { policy: 'CredentialInvalidLifetimeAsPerAppPolicy' },
    });
    await control(cloud, { longestSecretDays: null });
  });
});

describe('C10: certificates', () => {
  const day = 86_400_000;
  const issue = async (name: string) => {
    const issued = await issueCertificate({
      commonName: name,
      start: Date.now() - day,
      end: Date.now() + 100 * day,
      use: 'client',
    });
    const der = new X509Certificate(issued.certificatePem).raw.toString('base64');
    return { name: `CN=${name}`, der, ...issued };
  };
  const listed = async () => {
    const { id } = await application();
    return { id, keys: must(await readKeyCredentials(adele, id, going())) };
  };

  test('one more leaves the others as they were, and so does one less', async () => {
    const { id, keys: before } = await listed();
    must(await appendKeyCredential(adele, id, await issue('Next'), before, going()));
    const { keys: after } = await listed();
    expect(after).toHaveLength(before.length + 1);
    expect(after.slice(0, before.length)).toEqual(before);
    must(await dropKeyCredential(adele, id, there(after.at(-1)).keyId, after, going()));
    expect((await listed()).keys).toEqual(before);
  });

  test('nothing is written when the list is not the one that was decided by', async () => {
    const { id, keys: seen } = await listed();
    must(await appendKeyCredential(adele, id, await issue('Somebody else'), seen, going()));
    const { keys: now } = await listed();
    const late = errorOf(await appendKeyCredential(adele, id, await issue('Mine'), seen, going()));
    expect(late.code).toBe('directory-changed');
    expect((await listed()).keys).toEqual(now);
    must(await dropKeyCredential(adele, id, there(now.at(-1)).keyId, now, going()));
  });

  test('are added and removed with the proof of one that is registered', async () => {
    const { id, keys: before } = await listed();
    const ours = there(cloud.description.apps.find(({ name }) => name === hub));
    const next = await issue('Proved');
    const proofOf = (
      pem: { readonly certificatePem: string; readonly privateKeyPem: string },
      now = Date.now(),
    ) =>
      makeKeyProof(
        id,
        { privateKeyPem: pem.privateKeyPem, thumbprintSha256: thumbprintsOf(pem.certificatePem).sha256 },
        now,
      );
    const known = {
      certificatePem: there(ours.certificatePem),
      privateKeyPem: there(ours.privateKeyPem),
    };
    expect(errorOf(await addKey(adele, id, next, proofOf(next), going())).code).toBe('directory');
    expect(errorOf(await addKey(adele, id, next, proofOf(known, Date.now() - day), going())).code).toBe(
      'directory',
    );
    const { keyId } = must(await addKey(adele, id, next, proofOf(known), going()));
    must(await removeKey(adele, id, keyId, proofOf(next), going()));
    expect((await listed()).keys).toEqual(before);
  });
});

import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  PageIterator,
} from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { post, tokenBody } from '../entra/sign-in.ts';
import { graphToken, people } from '../graph/graph-rig.ts';

let cloud: DemoCloud;
let graph: Client;

/** The client gives its token away over https alone, and to hosts that it was told of. */
function clientOf(token: string): Client {
  const { graph: overHttp, login, origin } = cloud.description;
  return Client.init({
    baseUrl: `${overHttp.replace(origin, login.https ?? '')}/`,
    customHosts: new Set(['localhost']),
    authProvider: (give) => {
      give(null, token);
    },
  });
}

beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, control: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
  graph = clientOf(await graphToken(cloud, people.adele, ['Group.ReadWrite.All']));
});
afterAll(() => cloud.close());

const named = z.looseObject({ id: z.string(), displayName: z.string() });
const application = named.extend({ appId: z.string(), passwordCredentials: z.array(z.looseObject({})) });
const password = z.looseObject({ keyId: z.string(), secretText: z.string(), hint: z.string() });
const page = z.looseObject({
  value: z.array(named),
  '@odata.count': z.exactOptional(z.number()),
  '@odata.nextLink': z.exactOptional(z.string()),
});

const make = async (displayName: string): Promise<z.infer<typeof application>> =>
  application.parse(await graph.api('/applications').post({ displayName }));

describe('@microsoft/microsoft-graph-client', () => {
  test('makes an application with a secret that signs it in, changes, deletes and restores it', async () => {
    const { id, appId } = await make('Made by a client');
    expect(await graph.api(`/applications(appId='${appId}')`).get()).toMatchObject({ id });
    await graph.api(`/applications/${id}`).update({ displayName: 'Changed by a client', tags: ['a'] });
    const { keyId, secretText, hint } = password.parse(
      await graph
        .api(`/applications/${id}/addPassword`)
        .post({ passwordCredential: { displayName: 'From a client' } }),
    );
    expect(secretText.startsWith(hint)).toBe(true);
    await graph.api('/servicePrincipals').post({ appId });
    const { login, tenants } = cloud.description;
    const signIn = () =>
      post(`${login.https ?? ''}/${tenants[0]?.id ?? ''}/oauth2/v2.0/token`, {
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: secretText,
        scope: 'https://graph.demo.test/.default',
      });
    expect(tokenBody.parse(await (await signIn()).json()).access_token).toMatch(/^ey/);
    await graph.api(`/applications/${id}/removePassword`).post({ keyId });
    expect((await signIn()).status).toBe(401);
    const read: unknown = await graph
      .api(`/applications/${id}`)
      .select(['displayName', 'tags', 'passwordCredentials'])
      .get();
    expect(read).toMatchObject({ displayName: 'Changed by a client', tags: ['a'], passwordCredentials: [] });

    await graph.api(`/applications/${id}`).delete();
    const deleted = page.parse(await graph.api('/directory/deletedItems/microsoft.graph.application').get());
    expect(deleted.value.map((one) => one.id)).toContain(id);
    await graph.api(`/directory/deletedItems/${id}/restore`).post({});
    expect(await graph.api(`/applications/${id}`).get()).toMatchObject({ appId });
  });

  test('links and reads owners', async () => {
    const { id } = await make('Owned');
    const bram = named.parse(await graph.api(`/users/${people.bram}`).get());
    await graph
      .api(`/applications/${id}/owners/$ref`)
      .post({ '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${bram.id}` });
    const read = async (): Promise<readonly string[]> =>
      page
        .parse(await graph.api(`/applications/${id}/owners`).get())
        .value.map(({ displayName }) => displayName);
    expect(await read()).toContain(bram.displayName);
    await graph.api(`/applications/${id}/owners/${bram.id}/$ref`).delete();
    expect(await read()).not.toContain(bram.displayName);
  });

  test('makes a group, fills it, and follows what becomes of it', async () => {
    const bram = named.parse(await graph.api(`/users/${people.bram}`).get());
    const round = z.looseObject({
      value: z.array(z.looseObject({ id: z.string() })),
      '@odata.deltaLink': z.string(),
    });
    const before = round.parse(
      await graph.api('/groups/delta').query('$deltatoken=latest').select(['displayName', 'members']).get(),
    );
    expect(before.value).toEqual([]);
    const group = named.parse(
      await graph.api('/groups').post({
        displayName: 'Made by a client',
        mailEnabled: false,
        mailNickname: 'madebyaclient',
        securityEnabled: true,
      }),
    );
    await graph
      .api(`/groups/${group.id}/members/$ref`)
      .post({ '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${bram.id}` });
    expect(
      await graph.api(`/users/${bram.id}/getMemberGroups`).post({ securityEnabledOnly: true }),
    ).toMatchObject({
      value: [group.id],
    });
    const after = round.parse(await graph.api(before['@odata.deltaLink']).get());
    expect(after.value).toEqual([
      {
        id: group.id,
        displayName: 'Made by a client',
        'members@delta': [{ '@odata.type': '#microsoft.graph.user', id: bram.id }],
      },
    ]);
    const members = page.parse(await graph.api(`/groups/${group.id}/members/microsoft.graph.user`).get());
    expect(members.value.map(({ displayName }) => displayName)).toEqual([bram.displayName]);
    await graph.api(`/groups/${group.id}`).delete();
    const gone = round.parse(await graph.api(after['@odata.deltaLink']).get());
    expect(gone.value).toEqual([{ id: group.id, '@removed': { reason: 'changed' } }]);
  });

  test('walks over all pages, stops and goes on', async () => {
    const all = page.parse(await graph.api('/users').top(999).get()).value.map(({ id }) => id);
    const first = page.parse(await graph.api('/users').top(2).get());
    expect(first.value).toHaveLength(2);
    const seen: string[] = [];
    const iterator = new PageIterator(graph, first, (item: unknown) => {
      seen.push(named.parse(item).id);
      return seen.length !== 3;
    });
    await iterator.iterate();
    expect([seen.length, iterator.isComplete()]).toEqual([3, false]);
    await iterator.resume();
    expect([seen, iterator.isComplete()]).toEqual([all, true]);
  });

  test('counts, searches and sorts with a consistency level', async () => {
    const advanced = (): ReturnType<Client['api']> =>
      graph.api('/users').header('ConsistencyLevel', 'eventual').count(true);
    const searched = page.parse(await advanced().search('"displayName:Bram"').get());
    expect(searched).toMatchObject({ '@odata.count': 1, value: [{ displayName: 'Bram Visser' }] });
    const sorted = page
      .parse(
        await advanced()
          .filter("endswith(userPrincipalName,'contoso.demo.test')")
          .orderby('displayName')
          .get(),
      )
      .value.map(({ displayName }) => displayName);
    expect(sorted).toEqual(sorted.toSorted((one, other) => one.localeCompare(other)));
    const counted = page.parse(await advanced().top(2).get());
    const following = page.parse(
      await graph
        .api(counted['@odata.nextLink'] ?? '')
        .header('ConsistencyLevel', 'eventual')
        .get(),
    );
    expect([counted['@odata.count'], following['@odata.count']]).toEqual([expect.any(Number), undefined]);
    const { length } = page.parse(await graph.api('/users').top(999).get()).value;
    expect(await graph.api('/users/$count').header('ConsistencyLevel', 'eventual').get()).toBe(
      String(length),
    );
    await expect(graph.api('/users').search('"displayName:Bram"').get()).rejects.toMatchObject({
      statusCode: 400,
      code: 'Request_BadRequest',
    });
  });

  test('tells of refusals as GraphError', async () => {
    const nobody = '00000000-0000-0000-0000-000000000001';
    await expect(graph.api(`/applications/${nobody}`).get()).rejects.toMatchObject({
      name: 'Error',
      statusCode: 404,
      code: 'Request_ResourceNotFound',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      date: expect.any(Date),
      message: expect.stringContaining(nobody),
    });
    await expect(clientOf('nonsense').api('/me').get()).rejects.toMatchObject({
      statusCode: 401,
      code: 'InvalidAuthenticationToken',
    });
  });

  test('sends a batch whose parts wait for each other', async () => {
    // The client keeps what follows the host, and a batch wants addresses below its version.
    const target = (path: string, method = 'GET', body?: unknown): Request =>
      new Request(`https://graph.demo.test${path}`, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      });
    const batch = new BatchRequestContent([
      { id: 'make', request: target('/applications', 'POST', { displayName: 'Made in a batch' }) },
      { id: 'me', request: target('/me'), dependsOn: ['make'] },
      { id: 'none', request: target('/applications/none'), dependsOn: ['me'] },
      { id: 'never', request: target('/me'), dependsOn: ['none'] },
    ]);
    const answers = new BatchResponseContent(
      z
        .custom<ConstructorParameters<typeof BatchResponseContent>[0]>()
        .parse(await graph.api('/$batch').post(await batch.getContent())),
    );
    const statusOf = (id: string): number => answers.getResponseById(id).status;
    expect(['make', 'me', 'none', 'never'].map(statusOf)).toEqual([201, 200, 404, 424]);
    expect(await answers.getResponseById('me').json()).toMatchObject({ userPrincipalName: people.adele });
  });

  test('waits as long as a throttled answer says, and asks again', async () => {
    const { origin, key } = cloud.description;
    const fault = { target: 'graph.demo.test', fault: 'throttle', times: 1, retryAfterSeconds: 1 };
    expect(
      (await fetch(`${origin}/${key}/control`, { method: 'POST', body: JSON.stringify(fault) })).status,
    ).toBe(204);
    const began = performance.now();
    expect(await graph.api('/me').get()).toMatchObject({ userPrincipalName: people.adele });
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
  });
});

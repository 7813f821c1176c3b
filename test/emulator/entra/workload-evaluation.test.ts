import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { appOf, environmentOf, post, refusalBody, tokenBody } from './sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());
beforeEach(() => fetch(`${cloud.description.control ?? ''}/reset`, { method: 'POST' }));

const cp1 = { access_token: { xms_cc: { values: ['cp1'] } } };

function ask(resource: string, claims?: unknown): Promise<Response> {
  const app = appOf(cloud, 'Contoso Integration Hub');
  return post(`${cloud.description.login.http}/${app.tenantId}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.secret ?? '',
    scope: `${resource}/.default`,
    ...(claims === undefined ? {} : { claims: JSON.stringify(claims) }),
  });
}
const tokenOf = async (resource: string, claims?: unknown) =>
  tokenBody.parse(await (await ask(resource, claims)).json());
const graph = 'https://graph.demo.test';

async function change(request: string, body?: unknown): Promise<void> {
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const admin = await graphToken(cloud, people.adele);
  const answer = await askGraph(cloud, admin, `${request} servicePrincipals(appId='${clientId}')`, body);
  expect(answer.status).toBe(204);
}

describe('continuous access evaluation of apps', () => {
  test('has long tokens of Graph for who understands it, and of nothing else', async () => {
    const { access_token: token, expires_in: seconds } = await tokenOf(graph, cp1);
    expect([decodeJwt(token)['xms_cc'], seconds]).toEqual([['cp1'], 86_399]);
    for (const [resource, claims] of [
      [graph, undefined],
      [environmentOf(cloud, 'contoso').url, cp1],
    ] as const) {
      const other = await tokenOf(resource, claims);
      expect([decodeJwt(other.access_token)['xms_cc'], other.expires_in]).toEqual([undefined, 3599]);
    }
  });

  test.each<[string, () => Promise<void>, number]>([
    ['disabled', () => change('PATCH', { accountEnabled: false }), 7_000_112],
    ['deleted', () => change('DELETE'), 7_000_229],
  ])('challenges an app that was %s, which gets no token then', async (_what, make, code) => {
    const { access_token: long } = await tokenOf(graph, cp1);
    const { access_token: short } = await tokenOf(graph);
    const read = (token: string) =>
      fetch(`${cloud.description.graph}/v1.0/applications`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await read(long)).status).not.toBe(401);
    await make();
    const challenged = await read(long);
    expect(challenged.status).toBe(401);
    const [, claims = ''] =
      /error="insufficient_claims", claims="([^"]*)"/.exec(
        challenged.headers.get('www-authenticate') ?? '',
      ) ?? [];
    const wanted: unknown = JSON.parse(Buffer.from(claims, 'base64').toString('utf8'));
    expect(wanted).toMatchObject({ access_token: { nbf: { essential: true } } });
    const refused = await ask(graph, wanted);
    expect(refusalBody.parse(await refused.json()).error_codes).toEqual([code]);
    // Whoever does not understand it goes on until the token ends.
    expect((await read(short)).status).not.toBe(401);
  });
});

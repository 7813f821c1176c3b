import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken } from '../graph/graph-rig.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';

const adele = 'adele.admin@contoso.demo.test';
const esther = 'esther.mulder@contoso.demo.test';
const felicia = 'felicia.admin@fabrikam.demo.test';
let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const tokenOf = async (username: string): Promise<string> =>
  (await userTokens(cloud, username, 'https://service.powerapps.com/.default')).access_token;

async function add(username: string, body: unknown, method = 'POST'): Promise<Response> {
  const { environmentId } = environmentOf(cloud, 'contoso-dev');
  const path = `providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${environmentId}/addUser`;
  return fetch(`${cloud.description.bap}/${path}?api-version=2020-06-01`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(username)}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
}

async function objectIdOf(username: string): Promise<string> {
  const answer = await askGraph(cloud, await graphToken(cloud, adele), `GET users/${username}?$select=id`);
  return z.object({ id: z.string() }).parse(answer.json).id;
}

/** The person in Contoso's environment for development, as its administrator sees them. */
async function rowOf(username: string): Promise<unknown> {
  const { pathUrl, url } = environmentOf(cloud, 'contoso-dev');
  const { access_token: token } = await userTokens(cloud, adele, `${url}/.default`);
  const query = `systemusers?$select=fullname,isdisabled&$filter=domainname eq '${username}'&$expand=systemuserroles_association($select=name)`;
  return (
    await fetch(`${pathUrl}/api/data/v9.2/${query}`, { headers: { authorization: `Bearer ${token}` } })
  ).json();
}

test('a person of the tenant is a user afterwards, without a role, however often it is said', async () => {
  const person = 'mirthe.faber@contoso.demo.test';
  expect(await rowOf(person)).toMatchObject({ value: [] });
  const ObjectId = await objectIdOf(person);
  for (const name of ['ObjectId', 'objectId']) {
    const answer = await add(adele, { [name]: ObjectId });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  }
  expect(await rowOf(person)).toMatchObject({
    value: [{ fullname: 'Mirthe Faber', isdisabled: false, systemuserroles_association: [] }],
  });
});

test.each([
  ['nobody', adele, { ObjectId: '00000000-0000-4000-8000-000000000000' }, 404, 'UserNotFound'],
  ['no id', adele, { ObjectId: 7 }, 400, 'InvalidRequestContent'],
  ['no object', adele, 'x', 400, 'InvalidRequestContent'],
  ['an environment that one does not administer', esther, {}, 404, 'EnvironmentNotFound'],
  ['an environment of another tenant', felicia, {}, 404, 'EnvironmentNotFound'],
])('is refused for %s', async (_what, username, body, status, code) => {
  const answer = await add(username, body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: { code } });
  expect((await add(adele, {}, 'GET')).status).toBe(405);
});

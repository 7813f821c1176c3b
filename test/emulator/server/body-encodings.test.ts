import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let token = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  const { url } = environmentOf(cloud, 'contoso');
  token = (await userTokens(cloud, 'adele.admin@contoso.demo.test', `${url}/.default`)).access_token;
});
afterAll(() => cloud.close());

const create = (body: Uint8Array<ArrayBuffer>, type: string): Promise<Response> =>
  fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/accounts?$select=name`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type, prefer: 'return=representation' },
    body,
  });

const json = '{"name":"Käthe & Søn 日本"}';

// ASP.NET's media type formatters read UTF-8 and UTF-16, and their readers pass over a byte order mark.
test.each([
  ['UTF-8', json, 'utf8', 'application/json'],
  ['UTF-8 with a byte order mark', `\uFEFF${json}`, 'utf8', 'application/json; charset=utf-8'],
  ['UTF-16', json, 'utf16le', 'application/json; charset=utf-16'],
  ['UTF-16 with a byte order mark', `\uFEFF${json}`, 'utf16le', 'application/json;charset="UTF-16"'],
] as const)('a body in %s is read', async (_, text, encoding, type) => {
  const answer = await create(new Uint8Array(Buffer.from(text, encoding)), type);
  expect([answer.status, await answer.json()]).toMatchObject([201, { name: 'Käthe & Søn 日本' }]);
});

test('a body in another encoding than its type says is refused, and so is a compressed one', async () => {
  const sent = [
    await create(new Uint8Array(Buffer.from(json, 'utf16le')), 'application/json'),
    await create(new Uint8Array(Buffer.from(json)), 'application/json; charset=utf-16'),
    await create(new Uint8Array([0x1f, 0x8b, 0x08, 0x00, 0x00]), 'application/json'),
  ];
  expect(sent.map(({ status }) => status)).toEqual([400, 400, 400]);
});

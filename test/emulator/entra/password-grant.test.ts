import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, post, refusalBody } from './sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

test.each<[string, Record<string, string>, number, string, number]>([
  ['any password', {}, 400, 'invalid_grant', 50126],
  ['an account that there is not', { username: 'nobody@contoso.demo.test' }, 400, 'invalid_grant', 50034],
  [
    'an account of another tenant',
    { username: 'dwayne.okoro@fabrikam.demo.test' },
    400,
    'interaction_required',
    50020,
  ],
  ['a disabled account', { username: 'dirk.uittenbogaard@contoso.demo.test' }, 400, 'invalid_grant', 50057],
  ['no password', { password: '' }, 400, 'invalid_request', 900144],
  ['no name', { username: '' }, 400, 'invalid_request', 900144],
  ['an app that does not prove itself', { client_id: 'hub' }, 401, 'invalid_client', 7000218],
])('a name and a password are refused: %s', async (_what, fields, status, error, code) => {
  const form: Record<string, string> = {
    grant_type: 'password',
    client_id: cloud.description.adminClientId,
    username: 'bram.visser@contoso.demo.test',
    password: 'Winter2020!',
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
    ...fields,
  };
  if (fields['client_id'] === 'hub') form['client_id'] = appOf(cloud, 'Contoso Integration Hub').clientId;
  const answer = await post(`${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0/token`, form);
  const refused = refusalBody.parse(await answer.json());
  expect([answer.status, refused.error, refused.error_codes[0]]).toEqual([status, error, code]);
  expect(refused.error_description).not.toContain('bram.visser');
});

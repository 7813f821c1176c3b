import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { signInDevice, typeCode } from './device-page.ts';
import { appOf, fieldOf, post, pressOn, refusalBody, tokenBody } from './sign-in.ts';

const start = Date.parse('2026-05-04T10:00:00Z');
const adele = 'adele.admin@contoso.demo.test';
const urn = 'urn:ietf:params:oauth:grant-type:device_code';
const scope = 'https://globaldisco.crm.demo.test/.default offline_access openid';

let time = start;
let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ now: () => time });
});
beforeEach(() => {
  time = start;
});
afterAll(() => cloud.close());

const endpoint = (name: string, version = '/v2.0', authority = 'contoso.demo.test'): string =>
  `${cloud.description.login.http}/${authority}/oauth2${version}/${name}`;

const started = z.strictObject({
  user_code: z.string().regex(/^[A-Z0-9]{9}$/),
  device_code: z.string().min(40),
  verification_uri: z.url(),
  expires_in: z.literal(900),
  interval: z.literal(5),
  message: z.string(),
});

const begin = async () => {
  const answer = await post(endpoint('devicecode'), { client_id: cloud.description.adminClientId, scope });
  return started.parse(await answer.json());
};
const poll = (deviceCode: string, changes: Record<string, string> = {}): Promise<Response> =>
  post(endpoint('token'), {
    grant_type: urn,
    client_id: cloud.description.adminClientId,
    device_code: deviceCode,
    ...changes,
  });
const refusalOf = async (response: Response) => {
  const { error, error_codes: codes } = refusalBody.parse(await response.json());
  return [error, codes[0]];
};

describe('device code', () => {
  test.each([urn, 'device_code'])(
    'waits, and becomes tokens once the person has signed in (%s)',
    async (grant) => {
      const { device_code: code, user_code: userCode, verification_uri: page, message } = await begin();
      expect(message).toContain(userCode);
      expect(await refusalOf(await poll(code, { grant_type: grant }))).toEqual([
        'authorization_pending',
        70016,
      ]);
      expect(await signInDevice(page, ` ${userCode.toLowerCase()} `, adele)).toContain('You have signed in');
      time += 5000;
      const tokens = tokenBody.parse(await (await poll(code, { grant_type: grant })).json());
      expect(decodeJwt(tokens.access_token)).toMatchObject({ upn: adele, scp: 'user_impersonation' });
      expect(tokens.refresh_token).toBeDefined();
      // RFC 8628, 3.5: a code is good for one answer.
      expect(await refusalOf(await poll(code))).toEqual(['bad_verification_code', 70018]);
    },
  );

  test('tells a device that asks too often to slow down', async () => {
    const { device_code: code } = await begin();
    await poll(code);
    time += 1000;
    expect(await refusalOf(await poll(code))).toEqual(['slow_down', 70016]);
    time += 5000;
    expect(await refusalOf(await poll(code))).toEqual(['authorization_pending', 70016]);
  });

  test('ends after fifteen minutes, on the page as well', async () => {
    const { device_code: code, user_code: userCode, verification_uri: page } = await begin();
    time += 900_000;
    expect(await refusalOf(await poll(code))).toEqual(['expired_token', 70020]);
    expect(await (await typeCode(page, userCode)).text()).toContain('That code did not work');
  });

  test('ends when the person declines', async () => {
    const { device_code: code, user_code: userCode, verification_uri: page } = await begin();
    const html = await (await typeCode(page, userCode)).text();
    const end = await (await pressOn(html, page, { cancel: '1' })).text();
    expect(end).toContain('You have not signed in');
    expect(await refusalOf(await poll(code))).toEqual(['authorization_declined', 65004]);
  });

  test('a wrong code says so and shows what was typed as text', async () => {
    const { verification_uri: page } = await begin();
    const html = await (await typeCode(page, '"><script>')).text();
    expect(html).toContain('That code did not work');
    expect(html).not.toContain('"><script>');
    expect(fieldOf(html, 'ctx')).toBe('');
  });

  test('is for the client that began it, and for public clients only', async () => {
    const { device_code: code } = await begin();
    const sample = '51f81489-12ee-4a9e-aaae-a2591f45987d';
    expect(await refusalOf(await poll(code, { client_id: sample }))).toEqual([
      'bad_verification_code',
      70018,
    ]);
    expect(await refusalOf(await poll('nothing'))).toEqual(['bad_verification_code', 70018]);
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    const refused = await post(endpoint('devicecode'), { client_id: clientId, scope });
    expect(await refusalOf(refused)).toEqual(['invalid_client', 7000218]);
  });

  test('the older endpoint speaks of resources and addresses in its own words', async () => {
    const answer = await post(endpoint('devicecode', ''), {
      client_id: cloud.description.adminClientId,
      resource: 'https://globaldisco.crm.demo.test',
    });
    const body = z
      .looseObject({
        verification_url: z.url(),
        device_code: z.string(),
        user_code: z.string(),
        expires_in: z.literal('900'),
      })
      .parse(await answer.json());
    await signInDevice(body.verification_url, body.user_code, adele);
    const tokens = await post(endpoint('token', ''), {
      grant_type: 'device_code',
      client_id: cloud.description.adminClientId,
      code: body.device_code,
      resource: 'https://globaldisco.crm.demo.test',
    });
    expect(tokenBody.parse(await tokens.json()).access_token).not.toBe('');
  });
});

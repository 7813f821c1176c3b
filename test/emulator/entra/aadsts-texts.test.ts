import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT, importPKCS8 } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { thumbprintsOf } from '../../../emulator/directory/certificate.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { reference } from '../reference.ts';
import {
  appOf,
  authorizeRequest,
  environmentOf,
  fieldOf,
  pickAccount,
  post,
  refusalBody,
  tenantOf,
  tokenBody,
} from './sign-in.ts';

const recording = reference('aadsts-texts.json');
const recorded =
  recording.path === null
    ? {}
    : z
        .object({ texts: z.record(z.string(), z.string()) })
        .parse(JSON.parse(readFileSync(recording.path, 'utf8'))).texts;

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const hub = 'Contoso Integration Hub';
const nobody = '11111111-2222-4333-8444-555555555555';
const send = (form: Record<string, string>, path = tenantOf(cloud, 'Contoso')): Promise<Response> =>
  post(`${cloud.description.login.http}/${path}/oauth2/v2.0/token`, form);
const asHub = (form: Record<string, string> = {}, path?: string): Promise<Response> => {
  const { clientId, secret = '' } = appOf(cloud, hub);
  return send(
    {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: `${environmentOf(cloud, 'contoso').url}/.default`,
      ...form,
    },
    path,
  );
};

async function withAssertion(thumbprint: string | null, end: string): Promise<Response> {
  const { clientId, certificatePem = '', privateKeyPem = '' } = appOf(cloud, hub);
  const known = Buffer.from(thumbprintsOf(certificatePem).sha256, 'hex').toString('base64url');
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint ?? known })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(`https://login.demo.test/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`)
    .setExpirationTime(end)
    .sign(await importPKCS8(privateKeyPem, 'PS256'));
  return send({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
  });
}

/** A person signs in to an environment; the answer redeems the code that came of it, as often as it is called. */
async function signIn(): Promise<(verifier?: string) => Promise<Response>> {
  const { login, adminClientId } = cloud.description;
  const scope = `${environmentOf(cloud, 'contoso').url}/user_impersonation offline_access`;
  const { query, verifier } = authorizeRequest(adminClientId, { scope });
  const url = `${login.http}/organizations/oauth2/v2.0/authorize?${query}`;
  const answer = await pickAccount(url, { account: 'bram.visser@contoso.demo.test' });
  const code = fieldOf(await answer.text(), 'code');
  return (given = verifier) =>
    send(
      {
        grant_type: 'authorization_code',
        client_id: adminClientId,
        code,
        redirect_uri: 'http://localhost:43210',
        code_verifier: given,
        scope,
      },
      'organizations',
    );
}

async function withoutConsent(): Promise<Response> {
  const redeem = await signIn();
  const { refresh_token: token = '' } = tokenBody.parse(await (await redeem()).json());
  return send(
    {
      grant_type: 'refresh_token',
      client_id: cloud.description.adminClientId,
      refresh_token: token,
      scope: 'https://graph.demo.test/Group.ReadWrite.All',
    },
    'organizations',
  );
}

async function polled(): Promise<Response> {
  const { login, adminClientId } = cloud.description;
  const base = `${login.http}/organizations/oauth2/v2.0`;
  const begun = await post(`${base}/devicecode`, { client_id: adminClientId, scope: 'openid' });
  const { device_code: code } = z.object({ device_code: z.string() }).parse(await begun.json());
  return post(`${base}/token`, {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: adminClientId,
    device_code: code,
  });
}

async function redeemedTwice(): Promise<Response> {
  const redeem = await signIn();
  await redeem();
  return redeem();
}

/** Years later no secret of the demo is good any more. */
async function yearsLater(): Promise<Response> {
  const clock = `${cloud.description.control ?? ''}/clock`;
  await fetch(clock, { method: 'PUT', body: JSON.stringify({ advanceSeconds: 20 * 365 * 86_400 }) });
  const answer = await asHub();
  await fetch(clock, { method: 'DELETE' });
  return answer;
}

/** How each recorded text comes out of the token endpoint. */
const provoked: Readonly<Record<string, () => Promise<Response>>> = {
  700016: () => asHub({ client_id: nobody }),
  700038: () => asHub({ client_id: '00000000-0000-0000-0000-000000000000' }),
  7000215: () => asHub({ client_secret: 'x' }),
  7000222: yearsLater,
  700027: () => withAssertion('bm9ib2R5', '5m'),
  700024: () => withAssertion(null, '-1h'),
  90002: () => asHub({}, 'nowhere.example.com'),
  500011: () => asHub({ scope: 'https://nowhere.crm4.demo.test/.default' }),
  1002012: () => asHub({ scope: `${environmentOf(cloud, 'contoso').url}/user_impersonation` }),
  501481: async () => (await signIn())('x'.repeat(43)),
  54005: redeemedTwice,
  7000218: () =>
    send({ grant_type: 'client_credentials', client_id: appOf(cloud, hub).clientId, scope: 'x/.default' }),
  65001: withoutConsent,
  70016: polled,
  70003: () => asHub({ grant_type: 'no_such_grant' }),
};

/** The text alone: recordings carry remarks in brackets at the end, and show less than there is within brackets of its own. */
const textOf = (entry: string): string =>
  entry.replace(/(?: \((?:error |\d{3} |also |invalid_)[^()]*\))+$/, '').replace(/\]$/, '');
const remarkOf = (entry: string): string => entry.slice(textOf(entry).length);
const patternOf = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, '.+?')}`);

describe.skipIf(recording.path === null)(`texts are those of the service${recording.note}`, () => {
  test('all that are recorded are provoked', () => {
    expect(Object.keys(provoked).toSorted()).toEqual(Object.keys(recorded).toSorted());
  });

  test.each(Object.entries(recorded))('AADSTS%s', async (code, entry) => {
    const answer = await provoked[code]?.();
    const body = refusalBody.parse(await answer?.json());
    expect(body.error_codes).toEqual([Number(code)]);
    const [text = '', ids = ''] = body.error_description.split(/ (?=Trace ID: )/);
    expect(text.slice(`AADSTS${code}: `.length)).toMatch(patternOf(textOf(entry)));
    expect(ids).toBe(
      `Trace ID: ${body.trace_id} Correlation ID: ${body.correlation_id} Timestamp: ${body.timestamp}`,
    );
    const remark = remarkOf(entry);
    expect(String(answer?.status)).toBe(/\((\d{3}) /.exec(remark)?.[1] ?? String(answer?.status));
    const link = /(no )?error_uri/.exec(remark);
    expect(body.error_uri === undefined).toBe(
      link === null ? body.error_uri === undefined : link[1] === 'no ',
    );
  });
});

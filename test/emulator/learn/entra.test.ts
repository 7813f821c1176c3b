import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { issueCertificate } from '../../../emulator/directory/certificate.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { signInDevice } from '../entra/device-page.ts';
import { pickAccount, post, pressOn, tenantOf, tokenBody, userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { differences, played, readExamples, sendExample } from './examples.ts';
import type { Cast, Example } from './examples.ts';

let cloud: DemoCloud;
/** The web app of the pages, which has an API of its own. */
let clientId = '';
let secret = '';
let certificate: Awaited<ReturnType<typeof issueCertificate>>;
/** Of somebody who has signed in with this browser. */
let cookie = '';

const redirectUri = 'http://localhost/myapp/';
const verifier = 'ThisIsntRandomButItNeedsToBe43CharactersLong';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const subject = 'repo:contoso/export:ref:refs/heads/main';

beforeAll(async () => {
  cloud = await startDemoCloud();
  const adele = await graphToken(cloud, people.adele);
  const ask = async (request: string, body?: unknown) => (await askGraph(cloud, adele, request, body)).json;
  certificate = await issueCertificate({
    commonName: 'Web app of the pages',
    start: Date.now() - 1000,
    end: Date.now() + 86_400_000,
    use: 'client',
  });
  const made = await ask('POST applications', {
    displayName: 'Web app of the pages',
    signInAudience: 'AzureADMyOrg',
    web: {
      redirectUris: [redirectUri, `${redirectUri}permissions`],
      implicitGrantSettings: { enableIdTokenIssuance: true, enableAccessTokenIssuance: true },
    },
    keyCredentials: [
      {
        type: 'AsymmetricX509Cert',
        usage: 'Verify',
        key: new X509Certificate(certificate.certificatePem).raw.toString('base64'),
      },
    ],
    api: {
      oauth2PermissionScopes: [
        {
          id: '5f5d3a8e-0000-4000-8000-0000000000aa',
          value: 'access_as_user',
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use the web app',
          adminConsentDescription: 'Use the web app as the person who is signed in',
        },
      ],
    },
  });
  clientId = String(made['appId']);
  const application = `applications(appId='${clientId}')`;
  secret = String((await ask(`POST ${application}/addPassword`, {}))['secretText']);
  await ask(`PATCH ${application}`, { identifierUris: [`api://${clientId}`] });
  await ask(`POST ${application}/federatedIdentityCredentials`, {
    name: 'build',
    issuer: 'https://token.workloads.demo.test',
    subject,
    audiences: ['api://AzureADTokenExchange'],
  });
  const { id } = await ask('POST servicePrincipals', { appId: clientId });
  await ask('POST oauth2PermissionGrants', {
    clientId: id,
    consentType: 'AllPrincipals',
    resourceId: (await ask("GET servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"))['id'],
    scope: 'User.Read Mail.Read openid profile email offline_access',
  });
});
afterAll(() => cloud.close());

const tenant = () => tenantOf(cloud, 'Contoso');
/** Where a browser reaches what is printed by Microsoft's name. */
const reached = (address: string): string => {
  const { origin, key } = cloud.description;
  return address.replace(/^https:\/\//, `${origin}/${key}/`);
};
const login = () => `https://login.microsoftonline.com/${tenant()}/oauth2`;

type Choice = 'accepts' | 'cancels' | 'declines';

/** What the app is told when somebody has been through the pages at an address. */
async function visited(address: string, choice: Choice = 'accepts'): Promise<URLSearchParams> {
  const url = reached(address);
  const picked = await pickAccount(url, choice === 'cancels' ? { cancel: '1' } : { account: people.adele });
  cookie =
    picked.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ') || cookie;
  const html = await picked.clone().text();
  const asks = /name="answer"/.test(html) && choice !== 'cancels';
  return toldTo(
    asks ? await pressOn(html, url, { answer: choice === 'declines' ? 'cancel' : 'accept' }) : picked,
  );
}

/** The parameters of a redirect, or of a form that posts itself. */
async function toldTo(answer: Response): Promise<URLSearchParams> {
  const location = answer.headers.get('location');
  if (location !== null) {
    const { search, hash } = new URL(location);
    return new URLSearchParams(hash === '' ? search : hash.slice(1));
  }
  const fields = (await answer.text()).matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g);
  return new URLSearchParams([...fields].map(([, name = '', value = '']) => [name, value]));
}

async function codeFor(version: '' | '/v2.0', more: Record<string, string>): Promise<string> {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUri,
    ...more,
  }).toString();
  return (await visited(`${login()}${version}/authorize?${query}`)).get('code') ?? '';
}

async function tokensBy(
  form: Record<string, string>,
  client = { client_id: clientId, client_secret: secret },
) {
  const answer = await post(reached(`${login()}/v2.0/token`), { ...client, ...form });
  return tokenBody.parse(await answer.json());
}

const mail = 'https://graph.microsoft.com/mail.read';
const code = () =>
  codeFor('/v2.0', { scope: mail, code_challenge: challenge, code_challenge_method: 'S256' });
const deviceShape = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
});
async function device(): Promise<z.infer<typeof deviceShape>> {
  const form = { client_id: cloud.description.adminClientId, scope: 'user.read openid profile' };
  return deviceShape.parse(await (await post(reached(`${login()}/v2.0/devicecode`), form)).json());
}

const names: Readonly<Record<string, () => string | Promise<string>>> = {
  'the tenant': tenant,
  'the client id': () => clientId,
  'the public client id': () => cloud.description.adminClientId,
  'the secret': () => encodeURIComponent(secret),
  'the person': () => people.adele,
  'the challenge': () => challenge,
  'the verifier': () => verifier,
  'a code': code,
  'a code of the older endpoint': () => codeFor('', { resource: 'https://graph.microsoft.com' }),
  'a refresh token': async () => {
    const scope = `${mail} offline_access`;
    const form = { grant_type: 'authorization_code', redirect_uri: redirectUri, scope };
    return (await tokensBy({ ...form, code: await codeFor('/v2.0', { scope }) })).refresh_token ?? '';
  },
  'an assertion': () =>
    new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({
        alg: 'PS256',
        typ: 'JWT',
        'x5t#S256': createHash('sha256')
          .update(new X509Certificate(certificate.certificatePem).raw)
          .digest('base64url'),
      })
      .setAudience(`https://login.microsoftonline.com/${tenant()}/oauth2/v2.0/token`)
      .setIssuer(clientId)
      .setSubject(clientId)
      .setNotBefore('0s')
      .setExpirationTime('10m')
      .sign(createPrivateKey(certificate.privateKeyPem)),
  'a token of a workload': async () => {
    const answer = await fetch(`${cloud.description.workloads}/token?subject=${subject}`);
    return z.object({ value: z.string() }).parse(await answer.json()).value;
  },
  'a device code': async () => (await device()).device_code,
  'a device code that somebody typed': async () => {
    const { device_code: made, user_code: typed, verification_uri: page } = await device();
    await signInDevice(page, typed, people.adele);
    return made;
  },
  'a token for the API': async () =>
    (await userTokens(cloud, people.adele, `api://${clientId}/access_as_user`)).access_token,
  'a token for the user info': async () =>
    (await userTokens(cloud, people.adele, 'openid profile email')).access_token,
};
const cast: Cast = async (name) => names[name]?.() ?? name;

/** What callbacks carry that is the same here and there. */
const same = ['state', 'error', 'admin_consent', 'tenant', 'token_type'];

function callbackDifferences(example: Example, told: URLSearchParams): readonly string[] {
  const { start, body } = example.answer;
  const printed = new URLSearchParams(body === '' ? start.replace(/^[^?#]*[?#]/, '') : body);
  return [...printed].flatMap(([name, value]) => {
    if (example.absent.has(name)) return [];
    const ours = told.get(name);
    if (ours === null) return [`${name}: not told in ${told.toString()}`];
    return same.includes(name) && ours !== value ? [`${name}: ${ours} instead of ${value}`] : [];
  });
}

async function silently(address: string): Promise<URLSearchParams> {
  return toldTo(await fetch(reached(address), { headers: { cookie }, redirect: 'manual' }));
}

/** Where the sign-in service is not as an example shows it. */
async function compared(example: Example): Promise<readonly string[]> {
  const mine = await played(example, cast);
  if (!mine.answer.start.startsWith('HTTP/')) {
    const address = mine.request.start.replace('GET ', '');
    if (mine.remarks.includes('silently')) return callbackDifferences(mine, await silently(address));
    const choice = (['cancels', 'declines'] as const).find((one) =>
      mine.remarks.includes(`the person ${one}`),
    );
    return callbackDifferences(mine, await visited(address, choice));
  }
  const answer = await sendExample(cloud, mine);
  const text = await answer.text();
  const status = mine.answer.start.split(' ')[1] ?? '';
  if (String(answer.status) !== status) return [`${String(answer.status)}: ${text}`];
  const [printed, answered] = [mine.answer.body, text].map((one) => z.looseObject({}).parse(JSON.parse(one)));
  const { error } = printed ?? {};
  return [
    ...differences(printed, answered, mine),
    ...(error === undefined || mine.absent.has('error') || error === answered?.['error']
      ? []
      : [`error: ${String(answered?.['error'])}`]),
  ];
}

describe('the sign-in service answers as the page shows it', () => {
  test.each(readExamples('entra.http').map((example) => [example.title, example] as const))(
    '%s',
    async (_title, example) => {
      expect(await compared(example)).toEqual([]);
    },
  );
});

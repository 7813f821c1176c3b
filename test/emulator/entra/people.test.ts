import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  authorizeRequest,
  environmentOf,
  fieldOf,
  pickAccount,
  post,
  pressOn,
  refusalBody,
  tokenBody,
  userTokens,
} from './sign-in.ts';

const adele = 'adele.admin@contoso.demo.test';
const bram = 'bram.visser@contoso.demo.test';
const mirthe = 'mirthe.faber@contoso.demo.test';
const DISCOVERY = 'https://globaldisco.crm.demo.test/.default';
const READ = 'https://graph.demo.test/Application.Read.All';
const CAPABLE = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } });

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const base = (): string => `${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0`;

/** Begins a sign-in and picks somebody; the page that follows. */
const pick = async (account: string, changes: Record<string, string> = {}) => {
  const { query, verifier } = authorizeRequest(cloud.description.adminClientId, {
    scope: DISCOVERY,
    ...changes,
  });
  const url = `${base()}/authorize?${query}`;
  const html = await (await pickAccount(url, { account })).text();
  return { url, html, verifier };
};
const redeem = async (html: string, verifier: string, changes: Record<string, string> = {}) => {
  const answer = await post(`${base()}/token`, {
    grant_type: 'authorization_code',
    client_id: cloud.description.adminClientId,
    code: fieldOf(html, 'code'),
    redirect_uri: 'http://localhost:43210',
    code_verifier: verifier,
    ...changes,
  });
  return tokenBody.parse(await answer.json());
};
const refresh = (token: string | undefined, changes: Record<string, string>): Promise<Response> =>
  post(`${base()}/token`, {
    grant_type: 'refresh_token',
    client_id: cloud.description.adminClientId,
    refresh_token: token ?? '',
    ...changes,
  });
const refusalOf = async (answer: Response) => refusalBody.parse(await answer.json());
const demand = async (account: string, kind: string): Promise<number> =>
  (
    await fetch(cloud.description.control ?? '', {
      method: 'POST',
      body: JSON.stringify({ account, demand: kind }),
    })
  ).status;

test('a guest is offered where she is invited, and her token says where she comes from', async () => {
  const greta = 'greta.lind@litware.demo.test';
  const shared = `${cloud.description.login.http}/organizations/oauth2/v2.0/authorize`;
  const { query } = authorizeRequest(cloud.description.adminClientId);
  expect(await (await fetch(`${shared}?${query}`)).text()).not.toContain(greta);
  const { html, verifier } = await pick(greta, { scope: `openid ${DISCOVERY}` });
  const { access_token: token, id_token: identity = '' } = await redeem(html, verifier, {
    scope: `openid ${DISCOVERY}`,
  });
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({ acct: 1, email: greta, unique_name: greta });
  expect(claims).not.toHaveProperty('upn');
  expect(claims['idp']).not.toContain(String(claims['tid']));
  expect(decodeJwt(identity)).toMatchObject({ idp: claims['idp'], email: greta });
});

describe('people for whom signing in goes wrong', () => {
  test('are offered with a word about what goes wrong', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId);
    const html = await (await fetch(`${base()}/authorize?${query}`)).text();
    for (const word of [
      'needs a second factor',
      'blocked by Conditional Access',
      'disabled',
      'not invited here',
      'password has expired',
    ])
      expect(html).toContain(word);
  });

  test.each([
    ['karel.blok@contoso.demo.test', 53003],
    ['dirk.uittenbogaard@contoso.demo.test', 50057],
    ['petra.verloop@contoso.demo.test', 50055],
    ['colin.ashdown@adventureworks.demo.test', 50020],
  ])('%s sees AADSTS%d, which the app hears of when the person goes back', async (account, code) => {
    const { url, html } = await pick(account);
    expect(html).toContain(`AADSTS${code}`);
    const back = await (await pressOn(html, url, { answer: 'return' })).text();
    expect(fieldOf(back, 'error_description')).toContain(`AADSTS${code}`);
    expect(fieldOf(back, 'state')).toBe('the state');
  });

  test('another account can be taken instead', async () => {
    const { url, html } = await pick('karel.blok@contoso.demo.test');
    const list = await (await pressOn(html, url, { answer: 'other' })).text();
    expect(fieldOf(await (await pressOn(list, url, { account: adele })).text(), 'code')).not.toBe('');
  });

  test('a second factor is asked for, and a denied one ends the sign-in', async () => {
    const { url, html, verifier } = await pick(mirthe);
    expect(html).toContain('Approve the sign-in request');
    const denied = await pick(mirthe);
    const end = await (await pressOn(denied.html, denied.url, { answer: 'deny' })).text();
    expect(fieldOf(end, 'error_description')).toContain('AADSTS500121');
    const done = await (await pressOn(html, url, { answer: 'approve' })).text();
    expect(decodeJwt((await redeem(done, verifier)).access_token)).toMatchObject({ upn: mirthe });
  });
});

describe('consent', () => {
  const scopesOf = (token: string) => decodeJwt(token)['scp'];

  test('a permission that nobody consented to is refused silently and asked for on a page', async () => {
    const first = await userTokens(cloud, adele, `${DISCOVERY} offline_access`);
    const silent = await refusalOf(await refresh(first.refresh_token, { scope: READ }));
    expect(silent).toMatchObject({
      error: 'invalid_grant',
      error_codes: [65001],
      suberror: 'consent_required',
    });
    const { html, url } = await pick(adele, { scope: READ });
    expect(html).toContain('Read applications');
    expect(html).toContain('Consent on behalf of your organization');
    const declined = await (await pressOn(html, url, { answer: 'decline' })).text();
    expect(fieldOf(declined, 'error_description')).toContain('AADSTS65004');
  });

  test('somebody who is no administrator is told that one is needed', async () => {
    const { html, url } = await pick(bram, { scope: READ });
    expect(html).toContain('AADSTS90094');
    const back = await (await pressOn(html, url, { answer: 'return' })).text();
    expect(fieldOf(back, 'error_description')).toContain('AADSTS90094');
  });

  test('given for oneself it is nobody else’s, given for the organization it is everybody’s', async () => {
    const one = await pick(adele, { scope: READ });
    const alone = await (await pressOn(one.html, one.url, { answer: 'accept' })).text();
    expect(scopesOf((await redeem(alone, one.verifier)).access_token)).toBe('User.Read Application.Read.All');
    expect((await pick(bram, { scope: READ })).html).toContain('AADSTS90094');

    const write = 'https://graph.demo.test/Application.ReadWrite.All';
    const two = await pick(adele, { scope: write });
    await pressOn(two.html, two.url, { answer: 'accept', everybody: '1' });
    const other = await pick(bram, { scope: write });
    expect(scopesOf((await redeem(other.html, other.verifier)).access_token)).toBe(
      'User.Read Application.ReadWrite.All',
    );
  });
});

describe('what the service wants after all', () => {
  test('a second factor: silent renewal is refused until the person has shown it', async () => {
    const first = await userTokens(cloud, adele, `${DISCOVERY} offline_access`);
    expect(await demand(adele, 'mfa')).toBe(204);
    const refused = await refusalOf(await refresh(first.refresh_token, { scope: DISCOVERY }));
    expect(refused).toMatchObject({ error: 'interaction_required', error_codes: [50076] });
    const { html, url, verifier } = await pick(adele, { scope: `${DISCOVERY} offline_access` });
    const done = await (await pressOn(html, url, { answer: 'approve' })).text();
    const { refresh_token: next } = await redeem(done, verifier);
    expect((await refresh(next, { scope: DISCOVERY })).status).toBe(200);
  });

  test('a new sign-in, because the old one was revoked', async () => {
    const first = await userTokens(cloud, bram, `${DISCOVERY} offline_access`);
    await demand(bram, 'revoked');
    expect(await refusalOf(await refresh(first.refresh_token, { scope: DISCOVERY }))).toMatchObject({
      error_codes: [50173],
    });
    await userTokens(cloud, bram, `${DISCOVERY} offline_access`);
  });

  test('claims: a resource asks for them, and only a sign-in that asks for them brings them', async () => {
    const resource = environmentOf(cloud, 'contoso-dev');
    const scope = `${resource.url}/.default offline_access`;
    const whoAmI = (token: string) =>
      fetch(`${resource.pathUrl}/api/data/v9.2/WhoAmI`, { headers: { authorization: `Bearer ${token}` } });
    const one = await pick(adele, { scope, claims: CAPABLE });
    const html = one.html.includes('Approve')
      ? await (await pressOn(one.html, one.url, { answer: 'approve' })).text()
      : one.html;
    const tokens = await redeem(html, one.verifier, { claims: CAPABLE });
    expect((await whoAmI(tokens.access_token)).status).toBe(200);

    await demand(adele, 'claims');
    const challenged = await whoAmI(tokens.access_token);
    const header = challenged.headers.get('www-authenticate') ?? '';
    expect(challenged.status).toBe(401);
    expect(header).toContain('error="insufficient_claims"');
    const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(claims)).toMatchObject({ access_token: { nbf: { essential: true } } });

    const silent = await refusalOf(await refresh(tokens.refresh_token, { scope, claims }));
    expect(silent).toMatchObject({ error: 'interaction_required', claims });
    const without = await pick(adele, { scope, claims: CAPABLE });
    const same = await redeem(without.html, without.verifier, { claims: CAPABLE });
    expect((await whoAmI(same.access_token)).status).toBe(401);
    const again = await pick(adele, { scope, claims });
    expect(
      (await whoAmI((await redeem(again.html, again.verifier, { claims: CAPABLE })).access_token)).status,
    ).toBe(200);
  });

  test('a client that does not understand challenges is told of an invalid token', async () => {
    const resource = environmentOf(cloud, 'contoso-dev');
    const { access_token: token } = await userTokens(cloud, bram, `${resource.url}/.default`);
    await demand(bram, 'claims');
    const answer = await fetch(`${resource.pathUrl}/api/data/v9.2/WhoAmI`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('the control endpoint refuses people and demands that there are not', async () => {
    expect(await demand('nobody@contoso.demo.test', 'mfa')).toBe(400);
    expect(await demand(adele, 'money')).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIGN_IN_SECONDS } from '../../../main/identity/admin-sign-in.ts';
import { parseTenantId } from '../../../preload/contract/words/ids.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { answerSignInPage, openSignInPage, signInAs, submit } from './browser.ts';
import {
  administratorOf,
  claimsOf,
  demoWorkspace,
  identityRig,
  run,
  startCloud,
  tenantOf,
  tokenRequests,
} from './rig.ts';
import type { RunningCloud } from './rig.ts';

const never = new AbortController().signal;
const DISCOVERY = 'https://globaldisco.crm.demo.test';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

/** True when nothing listens on the address that a sign-in page answers to. */
const isClosed = (redirect: string): Promise<boolean> =>
  fetch(redirect).then(
    () => false,
    () => true,
  );

describe('signing an admin in through the browser', () => {
  test('gives the account, the fixed page, a journal line, and silent tokens for every resource', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { identity, activity, pages, files } = identityRig(cloud, [workspace]);
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    const username = administratorOf(cloud, 'Contoso');
    const account = expect.objectContaining({
      username,
      name: 'Adele Hartog',
      tenantId: workspace.tenantId,
    });
    expect(signedIn).toEqual(
      ok({
        account,
        state: 'signed-in',
        accounts: [{ account, current: true, state: 'signed-in', trouble: null }],
      }),
    );
    expect(await pages[0]).toContain('You can close this page');
    expect(activity).toEqual([expect.objectContaining({ kind: 'signed-in', workspaceId: workspace.id })]);
    expect(identity.userOf(workspace.id)).toBe(username);

    const before = tokenRequests(cloud);
    for (const resource of [
      'https://contoso.crm4.demo.test',
      'https://graph.demo.test',
      'https://service.powerapps.demo.test',
      DISCOVERY,
    ]) {
      const token = await identity.tokens.forAdmin(workspace.id, resource, never);
      if (!token.ok) throw new Error(JSON.stringify(token.error));
      const claims = claimsOf(token.value.token);
      expect(claims).toMatchObject({ tid: workspace.tenantId, upn: username });
      expect(String(claims['aud']).replace(/\/$/, '')).toBe(resource);
    }
    // Discovery's token came with the sign-in itself; the others are one exchange each.
    expect(tokenRequests(cloud) - before).toBe(3);
    expect(pages).toHaveLength(1);
    files.remove();
  });

  test('finds the tenant of a workspace that has none yet', async () => {
    const workspace = { ...demoWorkspace(cloud, 'Fabrikam'), tenantId: null };
    const { identity, known, files } = identityRig(cloud, [workspace]);
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    expect(signedIn.ok).toBe(true);
    expect(known.get(workspace.id)?.tenantId).toBe(tenantOf(cloud, 'Fabrikam'));
    expect((await identity.tokens.forAdmin(workspace.id, DISCOVERY, never)).ok).toBe(true);
    files.remove();
  });

  test('an answer with a wrong state is refused and the sign-in waits for the right one', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const statuses: number[] = [];
    const drive = async (url: string): Promise<void> => {
      const page = await openSignInPage(url);
      const answer = await answerSignInPage(page, { account: administratorOf(cloud, 'Contoso') });
      const forged = { ...answer, fields: { ...answer.fields, state: 'forged' } };
      statuses.push((await submit(forged)).status, (await submit(answer)).status);
    };
    let driven: Promise<void> = Promise.resolve();
    const { identity, files } = identityRig(cloud, [workspace], {
      openBrowser: async (url) => {
        driven = drive(url);
        return ok(null);
      },
    });
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    await driven;
    expect(statuses).toEqual([400, 200]);
    expect(signedIn.ok).toBe(true);
    files.remove();
  });

  test('pressing cancel on the page ends it', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    let shown: Promise<string> = Promise.resolve('');
    const { identity, files } = identityRig(cloud, [workspace], {
      openBrowser: async (url) => {
        shown = openSignInPage(url)
          .then((page) => answerSignInPage(page, { cancel: '1' }))
          .then(submit)
          .then((answer) => answer.text());
        return ok(null);
      },
    });
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    expect(signedIn).toMatchObject({ ok: false, error: { code: 'sign-in-cancelled' } });
    const page = await shown;
    expect(page).toContain('The sign-in did not succeed');
    expect(page).not.toMatch(/access_denied|AADSTS/);
    files.remove();
  });

  test('cancelling the call ends it and closes the listener', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const controller = new AbortController();
    let redirect = '';
    const { identity, files } = identityRig(cloud, [workspace], {
      openBrowser: async (url) => {
        redirect = new URL(url).searchParams.get('redirect_uri') ?? '';
        queueMicrotask(() => controller.abort());
        return ok(null);
      },
    });
    const method = identity.handlers['identity.signIn'];
    const signedIn = await run(method, { workspaceId: workspace.id }, controller.signal);
    expect(signedIn).toMatchObject({ ok: false, error: { code: 'sign-in-cancelled' } });
    expect(redirect).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await isClosed(redirect)).toBe(true);
    files.remove();
  });

  test('nobody answering for five minutes ends it and closes the listener', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const clock = new AbortController();
    const asked: number[] = [];
    let redirect = '';
    const { identity, files } = identityRig(cloud, [workspace], {
      deadline: (milliseconds) => {
        asked.push(milliseconds);
        return clock.signal;
      },
      openBrowser: async (url) => {
        redirect = new URL(url).searchParams.get('redirect_uri') ?? '';
        await openSignInPage(url);
        setImmediate(() => clock.abort());
        return ok(null);
      },
    });
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    expect(asked).toEqual([300_000]);
    expect(signedIn).toEqual(failed('timed-out', { what: 'sign-in', seconds: SIGN_IN_SECONDS }));
    expect(await isClosed(redirect)).toBe(true);
    files.remove();
  });

  test('a second sign-in takes the place of the pending one', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const opened: string[] = [];
    const waiting = Promise.withResolvers<null>();
    const { identity, files } = identityRig(cloud, [workspace], {
      openBrowser: async (url) => {
        opened.push(url);
        if (opened.length === 1) waiting.resolve(null);
        else void signInAs(url, administratorOf(cloud, 'Contoso'));
        return ok(null);
      },
    });
    const method = identity.handlers['identity.signIn'];
    const first = run(method, { workspaceId: workspace.id });
    await waiting.promise;
    const second = run(method, { workspaceId: workspace.id });
    expect(await first).toMatchObject({ ok: false, error: { code: 'sign-in-cancelled' } });
    expect(await second).toMatchObject({ ok: true });
    expect(opened).toHaveLength(2);
    files.remove();
  });

  test('a browser that may not be opened is said as such, and nothing keeps listening', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    let redirect = '';
    const { identity, files } = identityRig(cloud, [workspace], {
      openBrowser: async (url) => {
        redirect = new URL(url).searchParams.get('redirect_uri') ?? '';
        return failed('link-not-allowed', { host: new URL(url).host });
      },
    });
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    expect(signedIn).toMatchObject({ ok: false, error: { code: 'link-not-allowed' } });
    expect(await isClosed(redirect)).toBe(true);
    files.remove();
  });

  test('asks for a client id of the own organisation and has no default', async () => {
    const workspace = { ...demoWorkspace(cloud, 'Contoso'), adminClientId: null };
    const { identity, pages, files } = identityRig(cloud, [workspace]);
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    expect(signedIn).toMatchObject({ ok: false, error: { code: 'sign-in-failed' } });
    expect(pages).toHaveLength(0);
    const account = await run(identity.handlers['identity.account'], { workspaceId: workspace.id });
    expect(account).toEqual(ok({ account: null, state: 'signed-out', accounts: [] }));
    files.remove();
  });

  test('an unknown tenant is explained with its code and ids, before any page is opened', async () => {
    const tenantId = parseTenantId('0b0b0b0b-0000-4000-8000-000000000000');
    const workspace = { ...demoWorkspace(cloud, 'Contoso'), tenantId };
    const { identity, pages, files } = identityRig(cloud, [workspace]);
    const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    expect(signedIn).toMatchObject({ ok: false, error: { code: 'entra', params: { aadsts: 90002 } } });
    expect(pages).toHaveLength(0);
    files.remove();
  });
});

describe('a sign-in afterwards', () => {
  test('survives a restart through the vault, without access tokens in it', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const before = identityRig(cloud, [workspace]);
    await run(before.identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    const kept = await before.vault.get(`sign-in-${workspace.id}`);
    expect(kept).toMatchObject({ ok: true });
    const text = kept.ok ? kept.value : '';
    const cache = JSON.parse(JSON.parse(text).accounts[0].cache);
    expect(cache.AccessToken).toEqual({});
    expect(Object.keys(cache.RefreshToken)).toHaveLength(1);

    const after = identityRig(cloud, [workspace], { vault: before.vault });
    const account = await run(after.identity.handlers['identity.account'], { workspaceId: workspace.id });
    expect(account).toMatchObject({ ok: true, value: { state: 'signed-in' } });
    expect((await after.identity.tokens.forAdmin(workspace.id, DISCOVERY, never)).ok).toBe(true);
    expect(after.pages).toHaveLength(0);
    before.files.remove();
    after.files.remove();
  });

  test('is never found by a workspace of another tenant, cloud or client', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { identity, known, files } = identityRig(cloud, [workspace]);
    await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    known.set(workspace.id, { ...workspace, tenantId: tenantOf(cloud, 'Fabrikam') });
    expect(await identity.tokens.forAdmin(workspace.id, DISCOVERY, never)).toEqual(
      failed('sign-in-needed', { workspace: 'Contoso' }),
    );
    files.remove();
  });

  test('is renewed five minutes before its token expires, and not earlier', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    let now = Date.now();
    const { identity, files } = identityRig(cloud, [workspace], { now: () => now });
    await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    const resource = 'https://contoso-test.crm4.demo.test';
    const ask = () => identity.tokens.forAdmin(workspace.id, resource, never);
    const first = await ask();
    if (!first.ok) throw new Error(first.error.code);
    const before = tokenRequests(cloud);
    now = first.value.expiresAt - 300_001;
    expect(await ask()).toEqual(first);
    expect(tokenRequests(cloud) - before).toBe(0);
    now = first.value.expiresAt - 300_000;
    expect((await ask()).ok).toBe(true);
    expect(tokenRequests(cloud) - before).toBe(1);
    files.remove();
  });

  test('parallel requests for one resource are one exchange', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { identity, files } = identityRig(cloud, [workspace]);
    await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    const before = tokenRequests(cloud);
    const asked = Array.from({ length: 10 }, () =>
      identity.tokens.forAdmin(workspace.id, 'https://contoso-dev.crm4.demo.test', never),
    );
    const tokens = await Promise.all(asked);
    expect(new Set(tokens.map((token) => (token.ok ? token.value.token : token.error.code))).size).toBe(1);
    expect(tokenRequests(cloud) - before).toBe(1);
    files.remove();
  });

  test('ends with signing out: nothing in the vault, no token, and a journal line', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { identity, keychain, activity, files } = identityRig(cloud, [workspace]);
    await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    const late = identity.tokens.forAdmin(workspace.id, 'https://graph.demo.test', never);
    expect(await run(identity.handlers['identity.signOut'], { workspaceId: workspace.id })).toEqual(ok({}));
    expect(await late).toMatchObject({ ok: false, error: { code: 'sign-in-needed' } });
    expect(await identity.tokens.forAdmin(workspace.id, DISCOVERY, never)).toMatchObject({ ok: false });
    expect(keychain.references()).toEqual([]);
    expect(activity.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-out']);
    files.remove();
  });

  test('says that the person is needed when the service no longer knows the refresh token', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const before = identityRig(cloud, [workspace]);
    await run(before.identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    // Another run of the demo cloud has the same people and apps, and none of the first one's refresh tokens.
    const other = await startCloud();
    const after = identityRig(other, [workspace], { vault: before.vault });
    const token = await after.identity.tokens.forAdmin(workspace.id, DISCOVERY, never);
    expect(token).toMatchObject({ ok: false, error: { code: 'sign-in-needed' } });
    const account = await run(after.identity.handlers['identity.account'], { workspaceId: workspace.id });
    expect(account).toMatchObject({ ok: true, value: { state: 'expired' } });
    await other.close();
    before.files.remove();
    after.files.remove();
  });

  test('a service that does not answer is a network error, not a lost sign-in', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const before = identityRig(cloud, [workspace]);
    await run(before.identity.handlers['identity.signIn'], { workspaceId: workspace.id });
    const after = identityRig(cloud, [workspace], {
      vault: before.vault,
      http: {
        send: async ({ url }) =>
          failed('network-unreachable', { host: new URL(url).host, reason: 'refused' }),
      },
    });
    const token = await after.identity.tokens.forAdmin(workspace.id, DISCOVERY, never);
    expect(token).toMatchObject({ ok: false, error: { code: 'network-unreachable' } });
    const account = await run(after.identity.handlers['identity.account'], { workspaceId: workspace.id });
    expect(account).toMatchObject({ ok: true, value: { state: 'signed-in' } });
    before.files.remove();
    after.files.remove();
  });
});

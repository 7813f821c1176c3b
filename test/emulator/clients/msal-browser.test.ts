import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { quietLaunch } from '../../support/system-browser.ts';
import { authorizeRequest, environmentOf, tenantOf } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';

// Comes with @azure/identity.
const library = new URL('../../../node_modules/@azure/msal-browser/lib/', import.meta.url);
const scripts: Readonly<Record<string, string>> = {
  '/msal.js': readFileSync(new URL('msal-browser.min.js', library), 'utf8'),
  '/bridge.js': readFileSync(new URL('redirect-bridge/msal-redirect-bridge.min.js', library), 'utf8'),
};

/** The page of an app, and the page at its redirect URI, which hands the answer on (msal-browser: redirect bridge). */
const pages: Readonly<Record<string, string>> = {
  '/': '<!doctype html><title>App</title><script src="/msal.js"></script>',
  '/back':
    '<!doctype html><title>Back</title><script src="/bridge.js"></script><script>msalRedirectBridge.broadcastResponseToMainFrame()</script>',
};

/** Starts a browser that lets sites have cookies within pages of other sites (0), which not every one does by itself. */
async function openBrowser(profile: string): Promise<BrowserContext> {
  await mkdir(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, { ...quietLaunch(), ignoreHTTPSErrors: true });
}

let cloud: DemoCloud;
let server: Server;
let profile = '';
let context: BrowserContext;
let origin = '';
let clientId = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true });
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const script = scripts[path];
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? pages[path] ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const token = await graphToken(cloud, people.adele);
  const { json } = await askGraph(cloud, token, 'POST applications', {
    displayName: 'A page',
    signInAudience: 'AzureADMyOrg',
    spa: { redirectUris: [`${origin}/`, `${origin}/back`] },
  });
  clientId = String(json['appId']);
  await askGraph(cloud, token, 'POST servicePrincipals', { appId: clientId });
  profile = await mkdtemp(join(tmpdir(), 'msal-browser-'));
  context = await openBrowser(profile);
});
afterAll(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true });
  server.close();
  await cloud.close();
});

let page: Page;
beforeEach(async () => {
  page = await context.newPage();
  await openApp(page);
});
afterEach(async () => {
  await Promise.all(context.pages().map((one) => one.close()));
  await context.clearCookies();
});

const scopes = () => [`${environmentOf(cloud, 'contoso').url}/user_impersonation`];

/** Opens the app's page and starts the library there; who came back signed in, or nobody. */
async function openApp(where: Page): Promise<unknown> {
  if (!where.url().startsWith(origin)) await where.goto(`${origin}/`);
  const { https = '' } = cloud.description.login;
  const auth = {
    clientId,
    authority: `${https}/${tenantOf(cloud, 'Contoso')}`,
    knownAuthorities: [new URL(https).host],
    redirectUri: `${origin}/back`,
  };
  return where.evaluate(`(async () => {
    window.app = await msal.createStandardPublicClientApplication(${JSON.stringify({ auth })});
    const answer = await window.app.handleRedirectPromise();
    return answer?.account?.username ?? null;
  })()`);
}

/** Goes away to sign in, and comes back. */
async function signIn(where: Page = page): Promise<void> {
  await where.evaluate(`void window.app.loginRedirect(${JSON.stringify({ scopes: scopes() })})`);
  await where.getByRole('button', { name: /Adele/ }).click();
  const accept = where.getByRole('button', { name: 'Accept' });
  await Promise.race([accept.click(), where.waitForURL(`${origin}/`)]);
  await where.waitForURL(`${origin}/`);
  expect(await openApp(where)).toBe(people.adele);
}

/** Asks in a hidden frame, in a page that knows nothing of an earlier one: the token, or the code of the refusal. */
async function askSilently(request: Record<string, unknown>, within = context): Promise<unknown> {
  const other = await within.newPage();
  await openApp(other);
  return other.evaluate(`window.app.ssoSilent(${JSON.stringify(request)}).then(
    ({ account, accessToken }) => ({ username: account.username, accessToken }),
    ({ errorCode }) => ({ errorCode }),
  )`);
}

const silent = z.strictObject({ username: z.string(), accessToken: z.string() });

describe('a page signs people in silently, in a hidden frame', () => {
  test('who is signed in with the browser, and their token is good for the Web API', async () => {
    await signIn();
    for (const hint of [{ loginHint: people.adele }, {}]) {
      const { username, accessToken } = silent.parse(await askSilently({ scopes: scopes(), ...hint }));
      expect(username).toBe(people.adele);
      const { pathUrl } = environmentOf(cloud, 'contoso');
      const status = await page.evaluate(
        `fetch(${JSON.stringify(`${pathUrl}/api/data/v9.2/WhoAmI`)}, {
          headers: { authorization: 'Bearer ${accessToken}' },
        }).then(({ status }) => status)`,
      );
      expect(status).toBe(200);
    }
  });

  test('and is told at once that nobody is, or somebody else', async () => {
    expect(await askSilently({ scopes: scopes() })).toEqual({ errorCode: 'login_required' });
    await signIn();
    expect(await askSilently({ scopes: scopes(), loginHint: people.bram })).toEqual({
      errorCode: 'login_required',
    });
  });

  test('and that consent is missing', async () => {
    await signIn();
    expect(await askSilently({ scopes: ['https://graph.demo.test/AuditLog.Read.All'] })).toEqual({
      errorCode: 'consent_required',
    });
  });

  test('and not where the browser keeps cookies of other sites back, as with the service', async () => {
    const browser = await chromium.launch(quietLaunch());
    try {
      const closed = await browser.newContext({ ignoreHTTPSErrors: true });
      const where = await closed.newPage();
      await openApp(where);
      await signIn(where);
      expect(await askSilently({ scopes: scopes(), loginHint: people.adele }, closed)).toEqual({
        errorCode: 'login_required',
      });
    } finally {
      await browser.close();
    }
  });

  test('but never with a page, which no frame shows', async () => {
    const { https = '' } = cloud.description.login;
    const { query } = authorizeRequest(clientId, { redirect_uri: `${origin}/back` });
    const address = `${https}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/authorize?${query}`;
    const answer = await context.request.get(address);
    expect([answer.status(), answer.headers()['x-frame-options']]).toEqual([200, 'DENY']);
  });
});

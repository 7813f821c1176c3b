import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DemoCloud } from '../../../emulator/index.ts';

/** Body of a refusal by the sign-in service. */
export const refusalBody = z.strictObject({
  error: z.string(),
  error_description: z.string(),
  error_codes: z.tuple([z.number()]),
  timestamp: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
  trace_id: z.guid(),
  correlation_id: z.guid(),
  error_uri: z.url().optional(),
  suberror: z.string().optional(),
  claims: z.string().optional(),
});

/** Body of an answer with tokens. */
export const tokenBody = z.looseObject({
  token_type: z.literal('Bearer'),
  access_token: z.string(),
  expires_in: z.union([z.number(), z.string()]),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  scope: z.string().optional(),
  client_info: z.string().optional(),
});

/** Posts a form, as any OAuth client does. */
export function post(url: string, form: Record<string, string>, headers = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });
}

/** Finds an app of the demo by name. */
export function appOf(cloud: DemoCloud, name: string): DemoCloud['description']['apps'][number] {
  const app = cloud.description.apps.find((one) => one.name === name);
  if (app === undefined) throw new Error(`no app '${name}'`);
  return app;
}

/** Finds an environment of the demo by the first label of its host. */
export function environmentOf(
  cloud: DemoCloud,
  urlName: string,
): DemoCloud['description']['environments'][number] {
  const found = cloud.description.environments.find((one) => one.urlName === urlName);
  if (found === undefined) throw new Error(`no environment '${urlName}'`);
  return found;
}

/** Tenant id by display name. */
export function tenantOf(cloud: DemoCloud, name: string): string {
  const tenant = cloud.description.tenants.find((one) => one.name === name);
  if (tenant === undefined) throw new Error(`no tenant '${name}'`);
  return tenant.id;
}

/** An app-only access token by secret. */
export async function appTokenFor(
  cloud: DemoCloud,
  name: string,
  tenant: string,
  resource: string,
): Promise<string> {
  const app = appOf(cloud, name);
  const response = await post(`${cloud.description.login.http}/${tenant}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.secret ?? '',
    scope: `${resource}/.default`,
  });
  return tokenBody.parse(await response.json()).access_token;
}

/** The value of a hidden field of a page. */
export function fieldOf(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** What a public client sends to the authorize endpoint, with the verifier that it keeps. */
export function authorizeRequest(clientId: string, changes: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: 'http://localhost:43210',
    response_mode: 'form_post',
    scope: 'openid profile offline_access',
    state: 'the state',
    nonce: 'the nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return { query, verifier };
}

/** Answers the sign-in page as a person would; the result is the page or redirect that carries the answer. */
export async function pickAccount(authorizeUrl: string, choice: Record<string, string>): Promise<Response> {
  const page = await fetch(authorizeUrl);
  const html = await page.text();
  const action = /action="([^"]*)"/.exec(html)?.[1] ?? '';
  return post(new URL(action, authorizeUrl).href, { ctx: fieldOf(html, 'ctx'), ...choice });
}

/** Presses a button of a page of the sign-in, with what is ticked on it. */
export function pressOn(
  html: string,
  authorizeUrl: string,
  answer: Record<string, string>,
): Promise<Response> {
  const action = /action="([^"]*)"/.exec(html)?.[1] ?? '';
  return post(new URL(action, authorizeUrl).href, { ctx: fieldOf(html, 'ctx'), ...answer });
}

/** Accepts what the consent page asks, for oneself, if that is what the answer is. */
async function acceptPermissions(authorizeUrl: string, answer: Response): Promise<Response> {
  const html = await answer.clone().text();
  return html.includes('Permissions requested') ? pressOn(html, authorizeUrl, { answer: 'accept' }) : answer;
}

/** The administrator of a person's tenant allows the console, for everybody, what Graph features need, and more where it is named. */
export async function consentToGraph(
  cloud: DemoCloud,
  username: string,
  more: readonly string[] = [],
): Promise<void> {
  const { accounts, login, adminClientId } = cloud.description;
  const tenantId = accounts.find((one) => one.username === username)?.tenantId;
  const admin = accounts.find((one) => one.tenantId === tenantId && one.kind === 'administrator');
  const scope = [
    'Application.Read.All',
    'Application.ReadWrite.All',
    'DelegatedPermissionGrant.ReadWrite.All',
    'User.Read.All',
    ...more,
  ]
    .map((name) => `https://graph.demo.test/${name}`)
    .join(' ');
  const { query } = authorizeRequest(adminClientId, { scope });
  const url = `${login.http}/organizations/oauth2/v2.0/authorize?${query}`;
  const html = await (await pickAccount(url, { account: admin?.username ?? '' })).text();
  if (html.includes('Permissions requested')) {
    await pressOn(html, url, { answer: 'accept', everybody: '1' });
  }
}

/** Signs a person in through the console's public client and gets tokens for a scope. */
export async function userTokens(cloud: DemoCloud, username: string, scope: string) {
  const { login, adminClientId } = cloud.description;
  const { query, verifier } = authorizeRequest(adminClientId, { scope });
  const base = `${login.http}/organizations/oauth2/v2.0`;
  const answer = await acceptPermissions(
    `${base}/authorize?${query}`,
    await pickAccount(`${base}/authorize?${query}`, { account: username }),
  );
  const response = await post(`${base}/token`, {
    grant_type: 'authorization_code',
    client_id: adminClientId,
    code: fieldOf(await answer.text(), 'code'),
    redirect_uri: 'http://localhost:43210',
    code_verifier: verifier,
    scope,
  });
  return tokenBody.parse(await response.json());
}

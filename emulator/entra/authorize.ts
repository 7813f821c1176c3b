import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Account } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import { empty, parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { aadsts } from './aadsts.ts';
import type { EntraError } from './entra-error.ts';
import { readAuthority } from './authority.ts';
import type { Authority } from './authority.ts';
import { findApp } from './client.ts';
import type { Grants, SignInRequest } from './grants.ts';
import { isRegisteredRedirect } from './redirect-uri.ts';
import { correlationOf, describeError } from './refusal.ts';
import { accepted, denied, readUserScope } from './scopes.ts';
import type { Checked } from './scopes.ts';
import { formPostPage, signInErrorPage, signInPage } from './sign-in-page.ts';

type Fields = readonly (readonly [string, string])[];

function errorPage(cloud: Cloud, request: ServiceRequest, error: EntraError): ServiceResponse {
  return signInErrorPage(describeError(error, randomUUID(), correlationOf(request), cloud.now()));
}

/** Sends the answer to the client's redirect URI in the mode that it asked for. */
function answerClient(signIn: SignInRequest, fields: Fields): ServiceResponse {
  const all: Fields = signIn.state === null ? fields : [...fields, ['state', signIn.state]];
  if (signIn.responseMode === 'form_post') {
    return formPostPage(signIn.redirectUri, all);
  }
  const url = new URL(signIn.redirectUri);
  const text = new URLSearchParams(Object.fromEntries(all)).toString();
  if (signIn.responseMode === 'fragment') {
    url.hash = text;
  } else {
    for (const [name, value] of all) {
      url.searchParams.append(name, value);
    }
  }
  return empty(302, { location: url.href, 'cache-control': 'no-store, no-cache' });
}

function errorFields(cloud: Cloud, request: ServiceRequest, error: EntraError): Fields {
  return [
    ['error', error.error],
    ['error_description', describeError(error, randomUUID(), correlationOf(request), cloud.now())],
    ['error_uri', `${request.links.login}/error?code=${error.code}`],
  ];
}

function responseModeOf(text: string | null): SignInRequest['responseMode'] {
  return text === 'form_post' || text === 'fragment' ? text : 'query';
}

function challengeOf(query: URLSearchParams): Checked<SignInRequest['challenge']> {
  const value = query.get('code_challenge');
  const method = query.get('code_challenge_method') ?? 'plain';
  if (value === null) {
    return accepted(null);
  }
  // RFC 7636, 4.2: 43 to 128 unreserved characters.
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(value)) {
    return denied(aadsts.parameterInvalid('code_challenge'));
  }
  return method === 'S256' || method === 'plain'
    ? accepted({ method, value })
    : denied(aadsts.parameterInvalid('code_challenge_method'));
}

/** The parts without which there is nobody to answer to: authority, app, redirect URI. */
function readClient(
  cloud: Cloud,
  query: URLSearchParams,
  segment: string,
): Checked<{ readonly authority: Authority; readonly appName: string; readonly signIn: SignInRequest }> {
  const authority = readAuthority(cloud, segment, 'invalid_request');
  if (!authority.ok) {
    return authority;
  }
  const app = findApp(cloud, query.get('client_id') ?? '', authority.value);
  if (!app.ok) {
    return app;
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegisteredRedirect(redirectUri, app.value.redirectUris)) {
    return denied(aadsts.redirectMismatch(redirectUri, app.value.appId));
  }
  return accepted({
    authority: authority.value,
    appName: app.value.displayName,
    signIn: {
      clientId: app.value.appId,
      redirectUri,
      responseMode: responseModeOf(query.get('response_mode')),
      state: query.get('state'),
      nonce: query.get('nonce'),
      scope: query.get('scope') ?? '',
      authority: segment,
      loginHint: query.get('login_hint'),
      challenge: null,
    },
  });
}

function problemOf(query: URLSearchParams): EntraError | null {
  const type = query.get('response_type') ?? '';
  if (type !== 'code') {
    return type === '' ? aadsts.parameterMissing('response_type') : aadsts.responseTypeUnsupported(type);
  }
  const mode = query.get('response_mode') ?? 'query';
  if (!['query', 'fragment', 'form_post'].includes(mode)) {
    return aadsts.parameterInvalid('response_mode');
  }
  const prompt = query.get('prompt') ?? '';
  if (prompt === 'none') {
    return aadsts.loginRequired();
  }
  return ['', 'login', 'select_account', 'consent', 'create'].includes(prompt)
    ? null
    : aadsts.parameterInvalid('prompt');
}

/** People who may be picked: those of the tenant, or everybody on the shared authorities. */
function accountsOf(
  cloud: Cloud,
  authority: Authority,
): readonly (Account & { readonly tenantName: string })[] {
  return cloud.directory.records.accounts
    .filter((account) => authority.kind === 'shared' || account.tenantId === authority.tenant.id)
    .filter((account) => account.enabled)
    .map((account) => ({
      ...account,
      tenantName: cloud.directory.tenant(account.tenantId)?.displayName ?? '',
    }));
}

/** `GET` or `POST /<tenant>/oauth2[/v2.0]/authorize`: shows the sign-in page (RFC 6749, 3.1; RFC 7636). */
export function answerAuthorize(
  cloud: Cloud,
  grants: Grants,
  request: ServiceRequest,
  segment: string,
): ServiceResponse {
  const query = parameters(request.method === 'POST' ? request.body : request.query);
  const client = readClient(cloud, query, segment);
  if (!client.ok) {
    return errorPage(cloud, request, client.error);
  }
  const { signIn, authority, appName } = client.value;
  const challenge = challengeOf(query);
  const scope = readUserScope(signIn.scope, `https://${hosts.graph}`);
  const hasTarget = signIn.scope !== '' || (query.get('resource') ?? '') !== '';
  const problem =
    problemOf(query) ??
    (hasTarget ? null : aadsts.parameterMissing('scope')) ??
    (scope.ok ? null : scope.error) ??
    (challenge.ok ? null : challenge.error);
  if (problem !== null || !challenge.ok) {
    const error = problem ?? aadsts.parameterInvalid('code_challenge');
    return answerClient(signIn, errorFields(cloud, request, error));
  }
  const context = grants.pending.put({ ...signIn, challenge: challenge.value });
  return signInPage({
    appName,
    action: new URL(`${request.links.self}/${segment}/login`).pathname,
    context,
    accounts: accountsOf(cloud, authority),
    loginHint: signIn.loginHint,
    target: new URL(signIn.redirectUri).origin,
  });
}

/** `POST /<tenant>/login`: the answer of the sign-in page. Each page can be answered once. */
export function answerLogin(cloud: Cloud, grants: Grants, request: ServiceRequest): ServiceResponse {
  const form = parameters(request.body);
  const context = form.get('ctx') ?? '';
  const pending = grants.pending.look(context);
  if (request.method !== 'POST' || pending === null || pending.taken || pending.expired) {
    return errorPage(cloud, request, aadsts.parameterInvalid('ctx'));
  }
  const signIn = pending.value;
  grants.pending.take(context);
  if (form.has('cancel')) {
    return answerClient(signIn, errorFields(cloud, request, aadsts.userDeclined()));
  }
  const account = cloud.directory.account(form.get('account') ?? '');
  const authority = readAuthority(cloud, signIn.authority, 'invalid_request');
  if (account === null || !account.enabled || !authority.ok) {
    return errorPage(cloud, request, aadsts.parameterInvalid('account'));
  }
  if (authority.value.kind === 'tenant' && authority.value.tenant.id !== account.tenantId) {
    const home = `https://${hosts.sts}/${account.tenantId}/`;
    const tenant = authority.value.tenant.displayName;
    const name = cloud.directory.app(signIn.clientId)?.displayName ?? '';
    const error = aadsts.userNotInTenant(account.username, home, tenant, signIn.clientId, name);
    return errorPage(cloud, request, error);
  }
  const code = grants.codes.put({
    request: signIn,
    tenantId: account.tenantId,
    accountId: account.objectId,
  });
  const clientInfo = Buffer.from(JSON.stringify({ uid: account.objectId, utid: account.tenantId })).toString(
    'base64url',
  );
  return answerClient(signIn, [
    ['code', code],
    ['client_info', clientInfo],
    ['session_state', randomUUID()],
  ]);
}

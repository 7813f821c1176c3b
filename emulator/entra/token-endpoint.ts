import { createHash, randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Account, AppRegistration } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import { json, parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { aadsts } from './aadsts.ts';
import { readAuthority } from './authority.ts';
import type { Authority } from './authority.ts';
import { findApp, findPrincipal, proveClient, readCredentials } from './client.ts';
import type { CodeGrant, Grants } from './grants.ts';
import { entraHeaders, refusal } from './refusal.ts';
import { findResource } from './resources.ts';
import type { Resource } from './resources.ts';
import { accepted, denied, readAppScope, readUserScope } from './scopes.ts';
import type { Checked, RequestedScope } from './scopes.ts';
import { appToken, idToken, tokenLifetime, userToken } from './tokens.ts';
import type { ClientProof } from './tokens.ts';

/** Which of the two token endpoints was asked; they differ in parameter names and in the shape of the answer. */
export type EndpointVersion = 'v1' | 'v2';

type Call = {
  readonly cloud: Cloud;
  readonly grants: Grants;
  readonly request: ServiceRequest;
  readonly version: EndpointVersion;
  readonly form: URLSearchParams;
  readonly authority: Authority;
  readonly app: AppRegistration;
};

type Answer = Checked<Readonly<Record<string, unknown>>>;

const without = (scope: string): boolean => scope.trim() === '';

/** What the request asks for: `resource` (v1) or `scope` (v2; v1 takes it too). */
function askedOf(form: URLSearchParams, version: EndpointVersion): string {
  const resource = form.get('resource') ?? '';
  return version === 'v1' && resource !== '' ? `${resource}/.default` : (form.get('scope') ?? '');
}

function resourceIn(cloud: Cloud, tenantId: string, name: string): Checked<Resource> {
  const resource = findResource(cloud, tenantId, name);
  const tenant = cloud.directory.tenant(tenantId)?.displayName ?? tenantId;
  return resource === null ? denied(aadsts.resourceNotFound(name, tenant)) : accepted(resource);
}

/** Lifetime fields: numbers in v2, text and absolute times in v1. */
function lifetime(call: Call, resource: Resource): Readonly<Record<string, unknown>> {
  if (call.version === 'v2') {
    return { token_type: 'Bearer', expires_in: tokenLifetime, ext_expires_in: tokenLifetime };
  }
  const now = Math.floor(call.cloud.now() / 1000);
  return {
    token_type: 'Bearer',
    expires_in: String(tokenLifetime),
    ext_expires_in: String(tokenLifetime),
    expires_on: String(now + tokenLifetime),
    not_before: String(now - 300),
    resource: resource.requested,
  };
}

function clientCredentials(call: Call): Answer {
  const { cloud, app, authority } = call;
  if (authority.kind === 'shared') {
    return denied(aadsts.grantNeedsTenant());
  }
  const asked = askedOf(call.form, call.version);
  if (without(asked)) {
    return denied(aadsts.parameterMissing(call.version === 'v1' ? 'resource' : 'scope'));
  }
  const scope = readAppScope(asked);
  const principal = scope.ok ? findPrincipal(cloud, app, authority.tenant.id) : scope;
  if (!scope.ok || !principal.ok) {
    return principal.ok ? denied(aadsts.scopeNeedsDefault(asked)) : principal;
  }
  if (app.publicClient) {
    return denied(aadsts.credentialMissing());
  }
  const proof = proveClient(cloud, app, call.form, call.request, authority);
  if (!proof.ok) {
    return proof;
  }
  if (principal.value.blocked) {
    return denied(aadsts.blockedByPolicy());
  }
  const resource = resourceIn(cloud, authority.tenant.id, scope.value);
  return resource.ok
    ? accepted({
        ...lifetime(call, resource.value),
        access_token: appToken(cloud, resource.value, app, principal.value, proof.value),
      })
    : resource;
}

function grantedScopes(resource: Resource, asked: RequestedScope): string {
  const ofResource = resource.delegated.map((name) => `${resource.requested}/${name}`);
  const signIn = resource.kind === 'graph' && asked.openId ? ['openid', 'profile', 'email'] : [];
  return [...signIn, ...ofResource, `${resource.requested}/.default`].join(' ');
}

function answerUser(call: Call, account: Account, proof: ClientProof, scopeText: string): Answer {
  const { cloud, app, request } = call;
  const scope = readUserScope(scopeText, `https://${hosts.graph}`);
  if (!scope.ok) {
    return scope;
  }
  const resource = resourceIn(cloud, account.tenantId, scope.value.resource ?? `https://${hosts.graph}`);
  if (!resource.ok) {
    return resource;
  }
  const unknown = scope.value.permissions.find(
    (name) => name !== '.default' && !resource.value.delegated.includes(name),
  );
  if (unknown !== undefined) {
    return denied(aadsts.scopeInvalid(unknown));
  }
  const refresh = call.grants.refresh.put({
    clientId: app.appId,
    tenantId: account.tenantId,
    accountId: account.objectId,
  });
  const clientInfo = Buffer.from(JSON.stringify({ uid: account.objectId, utid: account.tenantId }));
  return accepted({
    ...lifetime(call, resource.value),
    scope: grantedScopes(resource.value, scope.value),
    access_token: userToken(cloud, resource.value, app, account, proof),
    ...(scope.value.offline || call.version === 'v1' ? { refresh_token: refresh } : {}),
    ...(call.form.get('client_info') === '1' ? { client_info: clientInfo.toString('base64url') } : {}),
    ...(scope.value.openId
      ? { id_token: idToken(cloud, request.links.login, app, account, nonceOf(call)) }
      : {}),
  });
}

function nonceOf(call: Call): string | null {
  return call.grants.codes.look(call.form.get('code') ?? '')?.value.request.nonce ?? null;
}

function checkVerifier(grant: CodeGrant, verifier: string): boolean {
  const { challenge } = grant.request;
  if (challenge === null) {
    return true;
  }
  const derived =
    challenge.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  return derived === challenge.value;
}

function authorizationCode(call: Call): Answer {
  const { cloud, app, form, grants } = call;
  const code = form.get('code') ?? '';
  const redirectUri = form.get('redirect_uri') ?? '';
  if (code === '' || redirectUri === '') {
    return denied(aadsts.parameterMissing(code === '' ? 'code' : 'redirect_uri'));
  }
  const proof = proveClient(cloud, app, form, call.request, call.authority);
  if (!proof.ok) {
    return proof;
  }
  const found = grants.codes.look(code);
  if (found === null) {
    return denied(aadsts.codeInvalid());
  }
  const { value: grant } = found;
  if (found.taken) {
    return denied(aadsts.codeRedeemed());
  }
  if (found.expired) {
    return denied(aadsts.codeExpired());
  }
  if (grant.request.clientId !== app.appId) {
    return denied(aadsts.codeForOtherClient());
  }
  if (grant.request.redirectUri !== redirectUri) {
    return denied(aadsts.replyAddressMismatch(redirectUri));
  }
  if (!checkVerifier(grant, form.get('code_verifier') ?? '')) {
    return denied(aadsts.verifierMismatch());
  }
  const account = accountOf(call, grant.tenantId, grant.accountId);
  if (!account.ok) {
    return account;
  }
  const scope = askedOf(form, call.version);
  const answer = answerUser(call, account.value, proof.value, without(scope) ? grant.request.scope : scope);
  if (answer.ok) {
    grants.codes.take(code);
  }
  return answer;
}

/** The account of a grant, as long as the authority that is asked now is the one of its tenant. */
function accountOf(call: Call, tenantId: string, accountId: string): Checked<Account> {
  const { cloud, authority, app } = call;
  const account = cloud.directory.accountById(tenantId, accountId);
  if (account === null || !account.enabled) {
    return denied(aadsts.codeExpired());
  }
  if (authority.kind === 'tenant' && authority.tenant.id !== tenantId) {
    const home = `https://${hosts.sts}/${tenantId}/`;
    const { username } = account;
    const tenant = authority.tenant.displayName;
    return denied(aadsts.userNotInTenant(username, home, tenant, app.appId, app.displayName));
  }
  return accepted(account);
}

function refreshToken(call: Call): Answer {
  const { cloud, app, form, grants } = call;
  const token = form.get('refresh_token') ?? '';
  if (token === '') {
    return denied(aadsts.parameterMissing('refresh_token'));
  }
  const proof = proveClient(cloud, app, form, call.request, call.authority);
  if (!proof.ok) {
    return proof;
  }
  const found = grants.refresh.look(token);
  if (found === null || found.expired) {
    return denied(aadsts.codeExpired());
  }
  if (found.value.clientId !== app.appId) {
    return denied(aadsts.codeForOtherClient());
  }
  const account = accountOf(call, found.value.tenantId, found.value.accountId);
  return account.ok ? answerUser(call, account.value, proof.value, askedOf(form, call.version)) : account;
}

function readForm(request: ServiceRequest): Checked<URLSearchParams> {
  if (request.method !== 'POST') {
    return denied(aadsts.postOnly(request.method));
  }
  const type = request.headers['content-type'] ?? '';
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded');
  const form = parameters(isForm ? request.body : '');
  const names = [...form.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated === undefined ? accepted(form) : denied(aadsts.parameterRepeated(repeated));
}

function answer(
  cloud: Cloud,
  grants: Grants,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): Answer {
  const form = readForm(request);
  if (!form.ok) {
    return form;
  }
  const authority = readAuthority(cloud, segment, 'invalid_request');
  if (!authority.ok) {
    return authority;
  }
  const grant = form.value.get('grant_type') ?? '';
  if (grant === '') {
    return denied(aadsts.parameterMissing('grant_type'));
  }
  const { clientId } = readCredentials(form.value, request);
  const app = findApp(cloud, clientId, authority.value);
  if (!app.ok) {
    return app;
  }
  const call: Call = {
    cloud,
    grants,
    request,
    version,
    form: form.value,
    authority: authority.value,
    app: app.value,
  };
  switch (grant) {
    case 'client_credentials':
      return clientCredentials(call);
    case 'authorization_code':
      return authorizationCode(call);
    case 'refresh_token':
      return refreshToken(call);
    default:
      return denied(aadsts.grantUnsupported(grant));
  }
}

/** `POST /<tenant>/oauth2/token` and `POST /<tenant>/oauth2/v2.0/token` (RFC 6749, 3.2). */
export function answerToken(
  cloud: Cloud,
  grants: Grants,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): ServiceResponse {
  const result = answer(cloud, grants, request, segment, version);
  return result.ok
    ? json(200, result.value, entraHeaders(request, randomUUID()))
    : refusal(result.error, request, cloud.now());
}

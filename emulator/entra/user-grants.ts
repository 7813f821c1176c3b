import { createHash } from 'node:crypto';
import type { Account } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import { aadsts } from './aadsts.ts';
import { proveClient } from './client.ts';
import type { CodeGrant } from './grants.ts';
import type { Resource } from './resources.ts';
import { accepted, denied, readUserScope } from './scopes.ts';
import type { Checked, RequestedScope } from './scopes.ts';
import { askedOf, lifetime, resourceIn } from './token-call.ts';
import type { TokenAnswer, TokenCall } from './token-call.ts';
import { idToken, userToken } from './tokens.ts';
import type { ClientProof } from './tokens.ts';

function grantedScopes(resource: Resource, asked: RequestedScope): string {
  const ofResource = resource.delegated.map((name) => `${resource.requested}/${name}`);
  const signIn = resource.kind === 'graph' && asked.openId ? ['openid', 'profile', 'email'] : [];
  return [...signIn, ...ofResource, `${resource.requested}/.default`].join(' ');
}

function answerUser(call: TokenCall, account: Account, proof: ClientProof, scopeText: string): TokenAnswer {
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

function nonceOf(call: TokenCall): string | null {
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

/** `grant_type=authorization_code` (RFC 6749, 4.1.3; RFC 7636, 4.6). A code that was refused stays good. */
export function authorizationCode(call: TokenCall): TokenAnswer {
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
  const answer = answerUser(
    call,
    account.value,
    proof.value,
    scope.trim() === '' ? grant.request.scope : scope,
  );
  if (answer.ok) {
    grants.codes.take(code);
  }
  return answer;
}

/** The account of a grant, as long as the authority that is asked now is the one of its tenant. */
function accountOf(call: TokenCall, tenantId: string, accountId: string): Checked<Account> {
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

/** `grant_type=refresh_token` (RFC 6749, 6): for any resource of the tenant; older refresh tokens stay good. */
export function refreshToken(call: TokenCall): TokenAnswer {
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

import { createHash } from 'node:crypto';
import type { Account } from '../directory/records.ts';
import { aadsts } from './aadsts.ts';
import { userToken } from './access-token.ts';
import { readClaims } from './claims-parameter.ts';
import { proveClient } from './client.ts';
import { consentedTo, isForOwners, missingConsent } from './consents.ts';
import type { EntraError } from './entra-error.ts';
import type { CodeGrant } from './grants.ts';
import { idToken, olderIdToken } from './id-token.ts';
import { graphId } from './resources.ts';
import type { Resource } from './resources.ts';
import { isRegisteredRedirect } from './redirect-uri.ts';
import { accepted, denied, namedBy } from './scopes.ts';
import { readUserScope } from './user-scope.ts';
import type { Checked, RequestedScope } from './scopes.ts';
import type { SignedIn, SignIn } from './sessions.ts';
import { personProblem } from './sign-in/person-problem.ts';
import { askedOf, lifetime, resourceIn } from './token-call.ts';
import type { TokenAnswer, TokenCall } from './token-call.ts';
import type { ClientProof } from './tokens.ts';
import { unlistedResource } from './unlisted-resource.ts';

/**
 * `scope` of an answer of the newer endpoint. Permissions are named as the request named its own, and `.default` where it was asked for: seen in
 * answers that MSAL's tests keep.
 */
export function grantedScopes(resource: Resource, given: readonly string[], asked: RequestedScope): string {
  const all = asked.permissions.includes('.default') ? [...given, '.default'] : given;
  const ofResource = all.map((name) => (asked.bare ? name : `${resource.requested}/${name}`));
  const signIn = resource.kind === 'graph' && asked.openId ? ['openid', 'profile', 'email'] : [];
  return [...signIn, ...ofResource].join(' ');
}

/** A person whose sign-in stands behind a request. */
export type Person = { readonly account: Account; readonly signIn: SignIn };

/** What the service wants of the person before it gives a token for this resource; `null` for nothing. */
function demandOf(call: TokenCall, { account, signIn }: Person, resource: Resource): EntraError | null {
  const { demands } = call.cloud;
  switch (demands.unmet(account.objectId, signIn.round)) {
    case 'mfa':
      return aadsts.secondFactorNeeded(resource.requested);
    case 'revoked':
      return aadsts.sessionRevoked();
    case 'claims':
      // Resources ask for the claims; the service only wants the person once a client asks it for them.
      return readClaims(call.form.get('claims')).more
        ? aadsts.secondFactorNeeded(resource.requested, demands.claims(account.objectId))
        : null;
    case null:
      return null;
  }
}

/** How a person's tokens are asked for. */
type Redemption = {
  readonly proof: ClientProof;
  readonly scope: string;
  /** As of the refresh token that comes along. */
  readonly spaSince: number | null;
  /** By a refresh token, which a new one follows whatever is asked for (Learn: v2-oauth2-auth-code-flow, "Refresh the access token"). */
  readonly isRefresh?: boolean;
};

/** Tokens of a person for what a scope asks for, as far as it was consented to. */
export function answerUser(
  call: TokenCall,
  person: Person,
  { proof, scope: scopeText, spaSince, isRefresh = false }: Redemption,
): TokenAnswer {
  const { cloud, app } = call;
  const { account, signIn } = person;
  const { links } = call.request;
  const scope = readUserScope(cloud, scopeText);
  if (!scope.ok) {
    return scope;
  }
  const resource = resourceIn(cloud, account.tenantId, scope.value.resource ?? graphId);
  if (!resource.ok) {
    return resource;
  }
  // As seen: for itself, an app names itself by its client id (Learn: reference-error-codes, AADSTS90009).
  if (resource.value.appId === app.appId && resource.value.requested.toLowerCase() !== app.appId) {
    return denied(aadsts.tokenForItself(app.appId, app.displayName));
  }
  const unknown = scope.value.permissions.find(
    (name) => name !== '.default' && namedBy(resource.value, name) === undefined,
  );
  if (unknown !== undefined) {
    return denied(aadsts.permissionUnknown(app.displayName, unknown, resource.value.appId));
  }
  const demanded = demandOf(call, person, resource.value);
  if (demanded !== null) {
    return denied(demanded);
  }
  const unlisted = unlistedResource(cloud, app, account, resource.value, scope.value);
  if (unlisted !== null) {
    return denied(unlisted);
  }
  if (missingConsent(cloud, app, account, resource.value, scope.value).length > 0) {
    return denied(
      isForOwners(app, resource.value)
        ? aadsts.preauthorizationMissing(app.appId, resource.value.appId)
        : aadsts.consentMissing(app.appId, app.displayName),
    );
  }
  const given = consentedTo(cloud, app, account, resource.value);
  const refresh = call.grants.refresh.put({
    clientId: app.appId,
    asPublic: proof === 'none',
    tenantId: account.tenantId,
    accountId: account.objectId,
    ...signIn,
    scope: scopeText,
    spaSince,
    issuedOn: cloud.now(),
  });
  const clientInfo = Buffer.from(JSON.stringify({ uid: account.objectId, utid: account.tenantId }));
  return accepted({
    ...lifetime(call, resource.value),
    // The older endpoint names the permissions alone.
    scope: call.version === 'v1' ? given.join(' ') : grantedScopes(resource.value, given, scope.value),
    access_token: userToken({ cloud, login: links.login, resource: resource.value, app, proof }, account, {
      permissions: given,
      signIn,
      capable: readClaims(call.form.get('claims')).capable,
    }),
    ...(scope.value.offline || isRefresh || call.version === 'v1' ? { refresh_token: refresh } : {}),
    ...(call.form.get('client_info') === '1' ? { client_info: clientInfo.toString('base64url') } : {}),
    ...idTokenOf(call, person, scope.value),
  });
}

/** The older endpoint gives one unasked. */
function idTokenOf(
  call: TokenCall,
  { account, signIn }: Person,
  asked: RequestedScope,
): { readonly id_token?: string } {
  const { cloud, app, request, version } = call;
  const nonce = nonceOf(call);
  const { login } = request.links;
  if (version === 'v1') return { id_token: olderIdToken(cloud, app, account, { login, signIn, nonce }) };
  return asked.openId ? { id_token: idToken(cloud, app, account, { login, signIn, nonce, asked }) } : {};
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

/** On which platform of the app a grant was made: a page, a computer or phone, a server. */
type Platform = 'spa' | 'native' | 'web';

/** Pages of other origins redeem what single-page apps were given, and nothing else (Learn: reference-error-codes; seen with MSAL). */
function originProblem({ request }: TokenCall, platform: Platform): EntraError | null {
  const origin = request.headers['origin'];
  if (platform === 'spa') return origin === undefined ? aadsts.spaWithoutOrigin() : null;
  return origin === undefined ? null : aadsts.crossOriginOfOtherApp(origin, platform === 'native');
}

/** `grant_type=authorization_code` (RFC 6749, 4.1.3; RFC 7636, 4.6). A code that was refused stays good. */
export function authorizationCode(call: TokenCall): TokenAnswer {
  const { cloud, app, form, grants } = call;
  const code = form.get('code') ?? '';
  const redirectUri = form.get('redirect_uri') ?? '';
  if (code === '' || redirectUri === '') {
    return denied(aadsts.parameterMissing(code === '' ? 'code' : 'redirect_uri'));
  }
  // The platform of the address decides whether the app proves itself (Learn: reply-url, "Mobile and desktop applications").
  const isSpa = app.spaRedirectUris.includes(redirectUri);
  const asPublic = isSpa || isRegisteredRedirect(redirectUri, app.publicRedirectUris);
  const proof = proveClient(cloud, app, form, call.request, call.authority, asPublic);
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
  if (call.authority.kind === 'tenant' && call.authority.tenant.id !== grant.tenantId) {
    return denied(aadsts.codeOfOtherTenant());
  }
  if (grant.request.redirectUri !== redirectUri) {
    return denied(aadsts.replyAddressMismatch(redirectUri));
  }
  const misplaced = originProblem(call, isSpa ? 'spa' : asPublic ? 'native' : 'web');
  if (misplaced !== null) {
    return denied(misplaced);
  }
  if (isSpa && grant.request.challenge === null) {
    return denied(aadsts.spaWithoutChallenge());
  }
  if (!checkVerifier(grant, form.get('code_verifier') ?? '')) {
    return denied(aadsts.verifierMismatch());
  }
  const person = personOf(call, grant);
  if (!person.ok) {
    return person;
  }
  const scope = askedOf(form, call.version);
  const answer = answerUser(call, person.value, {
    proof: proof.value,
    scope: scope.trim() === '' ? grant.request.scope : scope,
    spaSince: isSpa ? cloud.now() : null,
  });
  if (answer.ok) {
    grants.codes.take(code);
  }
  return answer;
}

/** The person of a grant, as long as the authority that is asked now is the one of its tenant. */
function personOf(call: TokenCall, grant: SignedIn): Checked<Person> {
  const { cloud, authority, app } = call;
  const account = cloud.directory.accountById(grant.tenantId, grant.accountId);
  if (account === null) {
    return denied(aadsts.codeExpired());
  }
  const problem = personProblem(cloud, account, authority, app);
  const { round, since, session } = grant;
  return problem === null ? accepted({ account, signIn: { round, since, session } }) : denied(problem);
}

/** `grant_type=refresh_token` (RFC 6749, 6): for any resource of the tenant, without a scope for what it was given with; older refresh tokens stay good. */
export function refreshToken(call: TokenCall): TokenAnswer {
  const { cloud, app, form, grants } = call;
  const token = form.get('refresh_token') ?? '';
  if (token === '') {
    return denied(aadsts.parameterMissing('refresh_token'));
  }
  const found = grants.refresh.look(token);
  const isOwn = found?.value.clientId === app.appId;
  const asPublic = isOwn ? found.value.asPublic : app.publicClient;
  const proof = proveClient(cloud, app, form, call.request, call.authority, asPublic);
  if (!proof.ok) {
    return proof;
  }
  if (found === null) {
    return denied(aadsts.codeInvalid());
  }
  if (!isOwn) {
    return denied(aadsts.codeForOtherClient());
  }
  if (found.expired) {
    return denied(aadsts.refreshExpired(found.value.issuedOn));
  }
  const { spaSince } = found.value;
  const misplaced = originProblem(call, spaSince !== null ? 'spa' : asPublic ? 'native' : 'web');
  if (misplaced !== null) {
    return denied(misplaced);
  }
  // Learn: refresh-tokens, "Token lifetime": a day for single-page apps, which later tokens take over.
  if (spaSince !== null && cloud.now() >= spaSince + 86_400_000) {
    return denied(aadsts.spaRefreshExpired(spaSince));
  }
  const person = personOf(call, found.value);
  if (!person.ok) {
    return person;
  }
  const scope = askedOf(form, call.version);
  return answerUser(call, person.value, {
    proof: proof.value,
    scope: scope.trim() === '' ? found.value.scope : scope,
    spaSince,
    isRefresh: true,
  });
}

/**
 * `grant_type=device_code` or the URN of RFC 8628, 3.4 (MSAL sends the first, other clients the second). Tells a device that polls how
 * far its person is (3.5; Learn: v2-oauth2-device-code, "Expected errors").
 */
export function deviceCode(call: TokenCall): TokenAnswer {
  const { form, grants, app } = call;
  const code = form.get('device_code') ?? form.get('code') ?? '';
  if (code === '') {
    return denied(aadsts.parameterMissing('device_code'));
  }
  const polled = grants.devices.poll(code);
  if (polled === null || polled.request.clientId !== app.appId) {
    return denied(aadsts.deviceCodeUnknown());
  }
  switch (polled.state.kind) {
    case 'pending':
      return denied(aadsts.deviceCodePending());
    case 'too-fast':
      return denied(aadsts.devicePollsTooFast());
    case 'declined':
      return denied(aadsts.deviceCodeDeclined());
    // RFC 8628, 3.5: every error of RFC 6749, 5.2 may come as well.
    case 'refused':
      return denied(polled.state.error);
    case 'expired':
      return denied(aadsts.deviceCodeExpired());
    case 'answered': {
      const person = personOf(call, polled.state.answer);
      if (!person.ok) {
        return person;
      }
      const asked = askedOf(form, call.version);
      const answer = answerUser(call, person.value, {
        proof: 'none',
        scope: asked.trim() === '' ? polled.request.scope : asked,
        spaSince: null,
      });
      if (answer.ok) {
        grants.devices.redeem(code);
      }
      return answer;
    }
  }
}

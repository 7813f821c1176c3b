import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { AppRegistration } from '../directory/records.ts';
import { parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { aadsts } from './aadsts.ts';
import type { EntraError } from './entra-error.ts';
import { readAuthority } from './authority.ts';
import { findSignInApp } from './client.ts';
import type { Grants } from './grants.ts';
import { isRegisteredRedirect, redirectsOf } from './redirect-uri.ts';
import { correlationOf, describeError } from './refusal.ts';
import { accepted, denied } from './scopes.ts';
import { readUserScope } from './user-scope.ts';
import type { Checked } from './scopes.ts';
import { hintedPerson } from './login-hint.ts';
import { signInErrorPage } from './sign-in-page.ts';
import { refuseClient } from './sign-in/answer-client.ts';
import { answerSilently, continueVisit } from './sign-in/continue-visit.ts';
import { startVisit } from './sign-in/visit.ts';
import type { ResponseType, SignInRequest, Visit } from './sign-in/visit.ts';
import type { EndpointVersion } from './token-call.ts';
import { askedOf } from './token-call.ts';

function errorPage(cloud: Cloud, request: ServiceRequest, error: EntraError): ServiceResponse {
  return signInErrorPage(describeError(error, randomUUID(), correlationOf(request), cloud.now()));
}

const known: readonly ResponseType[] = ['code', 'id_token', 'token'];

/** What a `response_type` asks for, in any order; `null` where it is none. */
function responseTypesOf(text: string): readonly ResponseType[] | null {
  const parts = text.split(' ');
  const types = known.filter((type) => parts.includes(type));
  return types.length === parts.length ? types : null;
}

const hasTokens = (types: readonly ResponseType[]): boolean => types.some((type) => type !== 'code');

/** Tokens never stand in a query (OAuth 2.0 Multiple Response Type Encoding Practices, 3.0). */
function responseModeOf(text: string | null, types: readonly ResponseType[]): SignInRequest['responseMode'] {
  return text === 'form_post' || text === 'fragment' ? text : hasTokens(types) ? 'fragment' : 'query';
}

function challengeOf(query: URLSearchParams): Checked<SignInRequest['challenge']> {
  const value = query.get('code_challenge');
  const method = query.get('code_challenge_method') ?? 'plain';
  if (value === null) {
    return accepted(null);
  }
  if (method !== 'S256' && method !== 'plain') {
    return denied(aadsts.challengeMethod());
  }
  // RFC 7636, 4.2: 43 to 128 unreserved characters; what is hashed has 43 (with a padding it was seen to be refused: ifitzpat/org-outlook, issue 6).
  const fits = method === 'S256' ? /^[A-Za-z0-9_-]{43}$/ : /^[A-Za-z0-9._~-]{43,128}$/;
  return fits.test(value) ? accepted({ method, value }) : denied(aadsts.challengeSize());
}

/** The parts without which there is nobody to answer to: authority, app, redirect URI. */
function readClient(
  cloud: Cloud,
  query: URLSearchParams,
  segment: string,
  version: EndpointVersion,
): Checked<{ readonly signIn: SignInRequest; readonly app: AppRegistration }> {
  const authority = readAuthority(cloud, segment, 'invalid_request');
  if (!authority.ok) {
    return authority;
  }
  const app = findSignInApp(cloud, query.get('client_id') ?? '', authority.value);
  if (!app.ok) {
    return app;
  }
  // The older endpoint goes to the first registered address where none is named (Learn: v1-protocols-oauth-code).
  const byDefault = version === 'v1' ? redirectsOf(app.value)[0] : undefined;
  const redirectUri = query.get('redirect_uri') ?? byDefault ?? '';
  if (redirectUri === '') {
    return denied(aadsts.redirectMissing());
  }
  if (!isRegisteredRedirect(redirectUri, redirectsOf(app.value))) {
    return denied(aadsts.redirectMismatch(redirectUri, app.value.appId));
  }
  const responseTypes = responseTypesOf(query.get('response_type') ?? '') ?? ['code'];
  return accepted({
    app: app.value,
    signIn: {
      clientId: app.value.appId,
      redirectUri,
      responseMode: responseModeOf(query.get('response_mode'), responseTypes),
      responseTypes,
      version,
      state: query.get('state'),
      nonce: query.get('nonce'),
      scope: askedOf(query, version),
      authority: segment,
      loginHint: hintedPerson(query.get('login_hint')),
      sid: query.get('sid'),
      claims: query.get('claims'),
      maxAge: /^\d{1,9}$/.test(query.get('max_age') ?? '') ? Number(query.get('max_age')) : null,
      challenge: null,
    },
  });
}

/** Tokens in the answer are for apps that have turned them on, and for requests that can tell their own (Learn: v2-oauth2-implicit-grant-flow). */
function typeProblem(query: URLSearchParams, { implicit }: AppRegistration): EntraError | null {
  const text = query.get('response_type') ?? '';
  const types = responseTypesOf(text);
  if (types === null) {
    return text === '' ? aadsts.parameterMissing('response_type') : aadsts.responseTypeUnsupported(text);
  }
  if (types.includes('id_token') && !implicit.idToken) {
    return aadsts.implicitOff('id_token');
  }
  if (types.includes('token') && !implicit.accessToken) {
    return aadsts.implicitOff('token');
  }
  if (hasTokens(types) && query.get('response_mode') === 'query') {
    return aadsts.responseModeUnsupported('query');
  }
  return types.includes('id_token') && (query.get('nonce') ?? '') === ''
    ? aadsts.parameterMissing('nonce')
    : null;
}

const prompted = ['', 'none', 'login', 'select_account', 'consent', 'create'];

function problemOf(
  { rules }: Pick<Cloud, 'rules'>,
  query: URLSearchParams,
  version: EndpointVersion,
  app: AppRegistration,
): EntraError | null {
  const problem = typeProblem(query, app);
  if (problem !== null) {
    return problem;
  }
  const mode = query.get('response_mode') ?? 'query';
  if (!['query', 'fragment', 'form_post'].includes(mode)) {
    return aadsts.responseModeUnsupported(mode);
  }
  if (version === 'v2' && query.has('resource')) {
    return aadsts.resourceUnsupported();
  }
  for (const name of ['request', 'request_uri'] as const) {
    if (query.has(name) && rules.of('requestObjects') === 'refuse')
      return aadsts.requestObjectUnsupported(name);
  }
  const prompts = version === 'v1' ? [...prompted, 'admin_consent'] : prompted;
  return prompts.includes(query.get('prompt') ?? '') ? null : aadsts.promptUnsupported();
}

const askingOf = (prompt: string | null): Visit['asking'] =>
  prompt === 'consent' ? 'again' : prompt === 'admin_consent' ? 'organization' : 'missing';

/** `GET` or `POST /<tenant>/oauth2[/v2.0]/authorize`: shows the sign-in page (RFC 6749, 3.1; RFC 7636). */
export function answerAuthorize(
  cloud: Cloud,
  grants: Grants,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): ServiceResponse {
  const query = parameters(request.method === 'POST' ? request.body : request.query);
  // RFC 6749, 3.1: no parameter more than once. Which of two addresses is meant nobody can say, so nobody is told but the person.
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    return errorPage(cloud, request, aadsts.parameterRepeated(repeated));
  }
  const client = readClient(cloud, query, segment, version);
  if (!client.ok) {
    return errorPage(cloud, request, client.error);
  }
  const { signIn, app } = client.value;
  const challenge = challengeOf(query);
  const scope = readUserScope(cloud, signIn.scope);
  const problem =
    problemOf(cloud, query, version, app) ??
    // The older endpoint may be told of the resource when the code is redeemed.
    (version === 'v2' && signIn.scope.trim() === '' ? aadsts.parameterMissing('scope') : null) ??
    (scope.ok ? null : scope.error) ??
    (challenge.ok ? null : challenge.error);
  if (problem !== null || !challenge.ok) {
    const error = problem ?? aadsts.challengeSize();
    return refuseClient(cloud, request, signIn, error);
  }
  const asked = { ...signIn, challenge: challenge.value };
  const prompt = query.get('prompt');
  const visit = startVisit({ kind: 'client', request: asked }, asked, askingOf(prompt));
  const context = { cloud, grants, request };
  return prompt === 'none' ? answerSilently(context, visit) : continueVisit(context, visit);
}

import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloud.ts';
import type { Account } from '../../directory/records.ts';
import { parameters } from '../../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../../server/exchange.ts';
import { aadsts } from '../aadsts.ts';
import { readAuthority } from '../authority.ts';
import { readClaims } from '../claims-parameter.ts';
import { ensurePrincipal, giveConsent, isForOwners, missingConsent, wantedPermissions } from '../consents.ts';
import { askedPermissions } from '../consent/asked-permissions.ts';
import type { AskedPermission } from '../consent/asked-permissions.ts';
import { giveCombinedConsent, permissionsBehind } from '../consent/combined-consent.ts';
import type { ApiPermission } from '../consent/combined-consent.ts';
import { giveAdminConsent } from '../consent/give-admin-consent.ts';
import type { EntraError } from '../entra-error.ts';
import type { Grants } from '../grants.ts';
import { correlationOf, describeError } from '../refusal.ts';
import { findResource } from '../resources.ts';
import type { Resource } from '../resources.ts';
import { readUserScope } from '../user-scope.ts';
import type { SignedIn } from '../sessions.ts';
import { signInErrorPage } from '../sign-in-page.ts';
import { unlistedResource } from '../unlisted-resource.ts';
import { answerClient, refuseClient } from './answer-client.ts';
import { frontTokens } from './front-tokens.ts';
import { deviceEndPage, permissionsPage, problemPage, secondFactorPage } from './pages.ts';
import type { VisitPage } from './pages.ts';
import { personProblem } from './person-problem.ts';
import { pickPage } from './pick-account.ts';
import { knownVisit } from './visit.ts';
import type { KnownVisit, Visit } from './visit.ts';

/** What a page of the visit is answered from. */
type Context = { readonly cloud: Cloud; readonly grants: Grants; readonly request: ServiceRequest };

const describe = ({ cloud, request }: Context, error: EntraError): string =>
  describeError(error, randomUUID(), correlationOf(request), cloud.now());

function pageOf({ grants, request }: Context, { visit, app }: KnownVisit): VisitPage {
  const { reply } = visit;
  return {
    app,
    action: new URL(`${request.links.self}/${visit.authority}/login`).pathname,
    context: grants.visits.put(visit),
    target: reply.kind === 'client' ? new URL(reply.request.redirectUri).origin : null,
  };
}

const refusalTitle = (error: EntraError): string =>
  error.code === 53_003
    ? 'You cannot access this right now'
    : error.code === 90_094
      ? 'Need admin approval'
      : "Sorry, we couldn't sign you in";

/** Ends the visit with a refusal that whoever waits for it hears of. */
function refuse(context: Context, { visit, app }: KnownVisit, error: EntraError): ServiceResponse {
  if (visit.reply.kind === 'client') {
    return refuseClient(context.cloud, context.request, visit.reply.request, error);
  }
  const declined = error.code === aadsts.userDeclined().code;
  context.grants.devices.settle(visit.reply.deviceCode, { refusal: declined ? null : error });
  return deviceEndPage(app, false);
}

/** Whoever leaves the list of accounts is told of by a word alone, without a description (seen in the tests of Microsoft's own clients). */
const leave = (context: Context, known: KnownVisit): ServiceResponse =>
  known.visit.reply.kind === 'client'
    ? answerClient(known.visit.reply.request, [
        ['error', 'access_denied'],
        ['error_subcode', 'cancel'],
      ])
    : refuse(context, known, aadsts.userDeclined());

function showProblem(context: Context, known: KnownVisit, error: EntraError): ServiceResponse {
  return problemPage({
    ...pageOf(context, known),
    title: refusalTitle(error),
    description: describe(context, error),
  });
}

function finish(
  { cloud, grants, request: asked }: Context,
  { visit, app }: KnownVisit,
  account: Account,
  person: SignedIn,
): ServiceResponse {
  ensurePrincipal(cloud, app, account.tenantId);
  if (visit.reply.kind === 'device') {
    grants.devices.settle(visit.reply.deviceCode, person);
    return deviceEndPage(app, true);
  }
  grants.sessions.used(person.session, app.appId);
  const { request } = visit.reply;
  const info = Buffer.from(JSON.stringify({ uid: account.objectId, utid: account.tenantId }));
  const code = request.responseTypes.includes('code') ? grants.codes.put({ request, ...person }) : null;
  const { login } = asked.links;
  return answerClient(request, [
    ...(code === null ? [] : ([['code', code]] as const)),
    ...frontTokens({ cloud, login, app, account, signIn: person, request }, code),
    ['client_info', info.toString('base64url')],
    ['session_state', person.session],
    ...(visit.adminConsented ? ([['admin_consent', 'True']] as const) : []),
  ]);
}

/** Ends the visit well; from now on the person is signed in with this browser. */
function welcome(context: Context, known: KnownVisit, account: Account): ServiceResponse {
  const { cloud, grants, request } = context;
  const person = {
    tenantId: account.tenantId,
    accountId: account.objectId,
    round: roundOf(cloud, known.visit, account),
    since: cloud.now(),
    session: randomUUID(),
  };
  const cookie = grants.sessions.add(request.headers['cookie'], person);
  const answer = finish(context, known, account, person);
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
}

/** A sign-in meets a demand for claims only when it asked for them. */
function roundOf(cloud: Cloud, visit: Visit, account: Account): number {
  const round = cloud.demands.round(account.objectId);
  const wanted = cloud.demands.unmet(account.objectId, round - 1);
  return wanted === 'claims' && !readClaims(visit.claims).more ? round - 1 : round;
}

/** The resource that the visit asks permissions of; `null` where the token endpoint will say what is wrong. */
function resourceOf(cloud: Cloud, visit: Visit, account: Account): Resource | null {
  const scope = readUserScope(cloud, visit.scope);
  return scope.ok && scope.value.resource !== null
    ? findResource(cloud, account.tenantId, scope.value.resource)
    : null;
}

function missingOf(cloud: Cloud, { visit, app }: KnownVisit, account: Account, resource: Resource) {
  const scope = readUserScope(cloud, visit.scope);
  const read = visit.asking === 'again' ? wantedPermissions : missingConsent;
  const names = scope.ok ? read(cloud, app, account, resource, scope.value) : [];
  return names.filter((name) => resource.delegated.includes(name));
}

function unlistedOf(cloud: Cloud, { visit, app }: KnownVisit, account: Account, resource: Resource | null) {
  const scope = readUserScope(cloud, visit.scope);
  return scope.ok && resource !== null ? unlistedResource(cloud, app, account, resource, scope.value) : null;
}

/** What APIs behind the app need besides, where the app asks for `.default`. */
function behindOf(
  cloud: Cloud,
  { visit, app }: KnownVisit,
  account: Account,
  resource: Resource,
): readonly ApiPermission[] {
  const scope = readUserScope(cloud, visit.scope);
  return scope.ok && scope.value.permissions.includes('.default')
    ? permissionsBehind(cloud, app, account.tenantId, resource.appId)
    : [];
}

/** Shows the next page of the visit, or ends it: account, problems, second factor, consent, answer. */
export function continueVisit(context: Context, visit: Visit): ServiceResponse {
  const { cloud, grants, request } = context;
  const known = knownVisit(cloud, visit);
  if (known === null) {
    return signInErrorPage(describe(context, aadsts.pageGone()));
  }
  const { account, app, authority } = known;
  if (account === null) {
    return pickPage({ cloud, grants, request }, known);
  }
  const problem = personProblem(cloud, account, authority, app);
  if (problem !== null) {
    return showProblem(context, known, problem);
  }
  const demanded = cloud.demands.unmet(account.objectId, cloud.demands.round(account.objectId) - 1);
  if ((account.trouble === 'mfa' || demanded === 'mfa') && !visit.approved) {
    return secondFactorPage({ ...pageOf(context, known), account });
  }
  if (visit.asking === 'organization') {
    return askForOrganization(context, known, account);
  }
  const resource = resourceOf(cloud, visit, account);
  const unlisted = unlistedOf(cloud, known, account, resource);
  if (unlisted !== null) {
    return visit.reply.kind === 'client'
      ? refuse(context, known, unlisted)
      : showProblem(context, known, unlisted);
  }
  const permissions = resource === null ? [] : missingOf(cloud, known, account, resource);
  if (resource === null || permissions.length === 0) {
    return welcome(context, known, account);
  }
  if (visit.asking !== 'again' && isForOwners(app, resource)) {
    return showProblem(context, known, aadsts.preauthorizationMissing(app.appId, resource.appId));
  }
  const behind = behindOf(cloud, known, account, resource);
  const needsAdmin =
    permissions.some((name) => resource.words(name).adminOnly) || behind.some(({ adminOnly }) => adminOnly);
  return needsAdmin && account.kind !== 'administrator'
    ? showProblem(context, known, aadsts.adminConsentNeeded(app.displayName))
    : permissionsPage({
        ...pageOf(context, { ...known, visit: { ...visit, asked: permissions } }),
        account,
        permissions: [
          ...permissions.map((name) => ({ name, text: resource.words(name).text })),
          ...behind.map(({ api, name, text }) => ({ name: `${api.displayName}: ${name}`, text })),
        ],
        choice: account.kind === 'administrator',
      });
}

/** All that the registration asks for, as the older admin consent endpoint has it. */
const ofRegistration = (cloud: Cloud, { app }: KnownVisit, account: Account): readonly AskedPermission[] =>
  askedPermissions(cloud, app, account.tenantId, { version: 'v1', scope: '' });

/** `prompt=admin_consent` (Learn: v1-protocols-oauth-code): an administrator consents for everybody, whatever was consented to before. */
function askForOrganization(context: Context, known: KnownVisit, account: Account): ServiceResponse {
  return account.kind === 'administrator'
    ? permissionsPage({
        ...pageOf(context, known),
        account,
        permissions: ofRegistration(context.cloud, known, account).map(({ text, grants }) => ({
          text,
          name: grants?.name ?? '',
        })),
        choice: false,
      })
    : showProblem(context, known, aadsts.adminConsentNeeded(known.app.displayName));
}

/**
 * The answer to `prompt=none` (OpenID Connect Core, 3.1.2.6; Learn: v2-oauth2-auth-code-flow): a code for the one person who is signed in
 * here and of whom nothing more is wanted, else why a page would have to be shown.
 */
export function answerSilently(context: Context, visit: Visit): ServiceResponse {
  const { cloud, grants, request } = context;
  const hint = visit.loginHint?.toLowerCase() ?? null;
  const { sid, maxAge } = visit.reply.kind === 'client' ? visit.reply.request : { sid: null, maxAge: null };
  const asked = readAuthority(cloud, visit.authority, 'invalid_request');
  // Nobody here has an account that the consumers' authority knows.
  const isConsumers = asked.ok && asked.value.kind === 'shared' && asked.value.segment === 'consumers';
  const people = (isConsumers ? [] : grants.sessions.people(request.headers['cookie'])).flatMap((person) => {
    const account = cloud.directory.accountById(person.tenantId, person.accountId);
    const meant =
      account !== null &&
      (hint === null || account.username === hint) &&
      (sid === null || person.session === sid) &&
      // OpenID Connect Core, 3.1.2.1: whoever signed in longer ago signs in again, which no page may ask for here.
      (maxAge === null || cloud.now() - person.since <= maxAge * 1000);
    return meant ? [{ account, person }] : [];
  });
  const [person] = people;
  const known = knownVisit(cloud, { ...visit, username: person?.account.username ?? null });
  if (known === null) {
    return signInErrorPage(describe(context, aadsts.parameterInvalid('client_id')));
  }
  const problem = silentProblem(cloud, known, people);
  return problem === null && person !== undefined
    ? finish(context, known, person.account, person.person)
    : refuse(context, known, problem ?? aadsts.loginRequired());
}

function silentProblem(
  cloud: Cloud,
  known: KnownVisit,
  people: readonly { readonly account: Account; readonly person: SignedIn }[],
): EntraError | null {
  const { visit, app, authority } = known;
  const [person] = people;
  if (person === undefined) {
    return aadsts.loginRequired();
  }
  if (people.length > 1) {
    return aadsts.accountAmbiguous();
  }
  const { account } = person;
  const problem = personProblem(cloud, account, authority, app);
  if (problem !== null) {
    return problem;
  }
  const resource = resourceOf(cloud, visit, account);
  switch (cloud.demands.unmet(account.objectId, person.person.round)) {
    case 'revoked':
      return aadsts.loginRequired();
    case 'mfa':
      return aadsts.secondFactorNeeded(resource?.requested ?? app.appId);
    case 'claims':
      if (readClaims(visit.claims).more) {
        return aadsts.secondFactorNeeded(resource?.requested ?? app.appId);
      }
      break;
    case null:
      break;
  }
  const unlisted = unlistedOf(cloud, known, account, resource);
  if (unlisted !== null) {
    return unlisted;
  }
  return resource !== null && missingOf(cloud, known, account, resource).length > 0
    ? aadsts.consentMissingSilently(app.appId, app.displayName, cloud.rules.of('silentConsentError'))
    : null;
}

/** `POST /<tenant>/login`: the answer of one of the pages. Each page can be answered once. */
export function answerVisit(cloud: Cloud, grants: Grants, request: ServiceRequest): ServiceResponse {
  const context: Context = { cloud, grants, request };
  const form = parameters(request.body);
  const key = form.get('ctx') ?? '';
  const found = grants.visits.look(key);
  const known = found === null ? null : knownVisit(cloud, found.value);
  if (request.method !== 'POST' || found === null || found.taken || found.expired || known === null) {
    return signInErrorPage(describe(context, aadsts.pageGone()));
  }
  grants.visits.take(key);
  const { visit, account } = known;
  if (form.has('cancel')) {
    return leave(context, known);
  }
  if (account === null) {
    const picked = cloud.directory.account(form.get('account') ?? '');
    return picked === null
      ? signInErrorPage(describe(context, aadsts.parameterInvalid('account')))
      : continueVisit(context, { ...visit, username: picked.username });
  }
  switch (form.get('answer')) {
    case 'approve':
      return continueVisit(context, { ...visit, approved: true });
    case 'deny':
      return refuse(context, known, aadsts.secondFactorDenied());
    case 'accept': {
      if (visit.asking === 'organization') {
        if (account.kind === 'administrator') {
          giveAdminConsent(cloud, known.app, account, ofRegistration(cloud, known, account));
        }
        const adminConsented = account.kind === 'administrator';
        return continueVisit(context, { ...visit, asking: 'missing', adminConsented });
      }
      const resource = resourceOf(cloud, visit, account);
      const everybody = form.get('everybody') === '1' && account.kind === 'administrator';
      if (resource !== null) {
        giveConsent(cloud, known.app, account, {
          resourceId: resource.principalId,
          permissions: visit.asked,
          everybody,
        });
        giveCombinedConsent(cloud, account, behindOf(cloud, known, account, resource), everybody);
      }
      return continueVisit(context, { ...visit, asking: 'missing' });
    }
    case 'decline':
      return refuse(context, known, aadsts.userDeclined());
    case 'other':
      return continueVisit(context, { ...visit, username: null, approved: false, loginHint: null });
    case 'return':
      return refuse(context, known, problemOf(cloud, known, account));
    default:
      return signInErrorPage(describe(context, aadsts.parameterInvalid('answer')));
  }
}

/** What the problem page that is left was about. */
function problemOf(cloud: Cloud, { app, authority }: KnownVisit, account: Account): EntraError {
  return personProblem(cloud, account, authority, app) ?? aadsts.adminConsentNeeded(app.displayName);
}

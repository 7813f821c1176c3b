import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloud.ts';
import type { Account, AppRegistration, Tenant } from '../../directory/records.ts';
import { parameters } from '../../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../../server/exchange.ts';
import { aadsts } from '../aadsts.ts';
import { readAuthority } from '../authority.ts';
import type { Authority } from '../authority.ts';
import type { EntraError } from '../entra-error.ts';
import { createGrantStore } from '../grant-store.ts';
import type { GrantStore } from '../grant-store.ts';
import { correlationOf, describeError } from '../refusal.ts';
import { signInErrorPage, signInPage } from '../sign-in-page.ts';
import { askedPermissions } from './asked-permissions.ts';
import { tellGranted, tellRefused } from './consent-callback.ts';
import {
  approvalPage,
  consentPage,
  declinedWithoutReplyPage,
  grantedWithoutReplyPage,
} from './consent-pages.ts';
import type { ConsentPage } from './consent-pages.ts';
import { readConsentRequest } from './consent-request.ts';
import type { ConsentRequest, ConsentVersion, KnownConsent } from './consent-request.ts';
import { giveAdminConsent } from './give-admin-consent.ts';

/** A request that waits for somebody to sign in, and one that waits for that person's answer. */
type Waiting = { readonly request: ConsentRequest; readonly account: Account | null };

/** What the admin consent endpoints remember between two pages: an hour for each. */
export type PendingConsents = GrantStore<Waiting>;

/** Nothing waits yet. */
export const createPendingConsents = (now: () => number): PendingConsents =>
  createGrantStore<Waiting>('', 60 * 60_000, now);

function errorPage(cloud: Cloud, request: ServiceRequest, error: EntraError): ServiceResponse {
  return signInErrorPage(describeError(error, randomUUID(), correlationOf(request), cloud.now()));
}

/** People without a trouble of their own: second factors and policies are played at the sign-in of the console. */
function accountsOf(cloud: Cloud, authority: Authority) {
  return cloud.directory.records.accounts
    .filter((account) => account.enabled && account.trouble === 'none')
    .filter((account) => authority.kind === 'shared' || account.tenantId === authority.tenant.id)
    .map((account) => ({
      ...account,
      tenantName: cloud.directory.tenant(account.tenantId)?.displayName ?? '',
    }));
}

const actionOf = (exchange: ServiceRequest, consent: ConsentRequest): string =>
  new URL(`${exchange.links.self}/${encodeURIComponent(consent.authority)}/adminconsent/answer`).pathname;

const targetOf = ({ redirectUri }: ConsentRequest): string | null =>
  redirectUri === null ? null : new URL(redirectUri).origin;

function askForAccount(
  cloud: Cloud,
  pending: PendingConsents,
  exchange: ServiceRequest,
  consent: KnownConsent,
): ServiceResponse {
  const { app, authority, request } = consent;
  return signInPage({
    appName: app.displayName,
    action: actionOf(exchange, request),
    context: pending.put({ request, account: null }),
    accounts: accountsOf(cloud, authority),
    loginHint: null,
    target: targetOf(request),
  });
}

/** `GET /{tenant}/adminconsent` and `GET /{tenant}/v2.0/adminconsent`: asks who signs in, or says what is wrong. */
export function openConsent(
  cloud: Cloud,
  pending: PendingConsents,
  exchange: ServiceRequest,
  segment: string,
  version: ConsentVersion,
): ServiceResponse {
  const consent = readConsentRequest(cloud, parameters(exchange.query), segment, version);
  return consent.ok
    ? askForAccount(cloud, pending, exchange, consent.value)
    : errorPage(cloud, exchange, consent.error);
}

/** `POST /{tenant}/adminconsent/answer`: the answer of the page that was shown last. Each page is answered once. */
export function answerConsent(
  cloud: Cloud,
  pending: PendingConsents,
  exchange: ServiceRequest,
): ServiceResponse {
  const form = parameters(exchange.body);
  const context = form.get('ctx') ?? '';
  const found = pending.look(context);
  if (exchange.method !== 'POST' || found === null || found.taken || found.expired) {
    return errorPage(cloud, exchange, aadsts.pageGone());
  }
  pending.take(context);
  const { request } = found.value;
  const app = cloud.directory.app(request.clientId);
  const authority = readAuthority(cloud, request.authority, 'invalid_request');
  if (app === null || !authority.ok) {
    return errorPage(cloud, exchange, aadsts.pageGone());
  }
  const consent: KnownConsent = { app, request, authority: authority.value };
  const tenantId =
    found.value.account?.tenantId ?? (authority.value.kind === 'shared' ? null : authority.value.tenant.id);
  const say = (error: EntraError): ServiceResponse =>
    request.redirectUri === null
      ? declinedWithoutReplyPage(app)
      : tellRefused(cloud, exchange, { ...request, redirectUri: request.redirectUri }, error, tenantId);
  if (form.has('cancel') || form.get('answer') === 'cancel') {
    return say(
      cloud.rules.of('consentRefusal') === 'accessDenied' ? aadsts.userDeclined() : aadsts.adminDeclined(),
    );
  }
  if (form.get('answer') === 'return') {
    return say(aadsts.adminApprovalNeeded());
  }
  if (form.get('answer') === 'other') {
    return askForAccount(cloud, pending, exchange, consent);
  }
  return found.value.account === null
    ? showPermissions(cloud, pending, exchange, consent, form.get('account') ?? '')
    : carryOut(cloud, exchange, { app, request, account: found.value.account });
}

function showPermissions(
  cloud: Cloud,
  pending: PendingConsents,
  exchange: ServiceRequest,
  consent: KnownConsent,
  username: string,
): ServiceResponse {
  const { app, authority, request } = consent;
  const account = accountsOf(cloud, authority).find((one) => one.username === username);
  const tenant = account === undefined ? null : cloud.directory.tenant(account.tenantId);
  if (account === undefined || tenant === null) {
    return errorPage(cloud, exchange, aadsts.parameterInvalid('account'));
  }
  // Over a shared authority it is only now known whose consent is asked for.
  if (app.audience === 'AzureADMyOrg' && app.tenantId !== tenant.id) {
    return errorPage(cloud, exchange, aadsts.appNotFound(app.appId, tenant.displayName));
  }
  const content: ConsentPage = {
    app,
    account,
    tenant,
    publisher: cloud.directory.tenant(app.tenantId),
    action: actionOf(exchange, request),
    context: pending.put({ request, account: account.kind === 'administrator' ? account : null }),
    target: targetOf(request),
    permissions: askedPermissions(cloud, app, tenant.id, request).map(({ text }) => text),
  };
  return account.kind === 'administrator' ? consentPage(content) : approvalPage(content);
}

function carryOut(
  cloud: Cloud,
  exchange: ServiceRequest,
  consent: { readonly request: ConsentRequest; readonly app: AppRegistration; readonly account: Account },
): ServiceResponse {
  const { account, app, request } = consent;
  const tenant: Tenant | null = cloud.directory.tenant(account.tenantId);
  if (tenant === null) {
    return errorPage(cloud, exchange, aadsts.parameterInvalid('account'));
  }
  giveAdminConsent(cloud, app, account, askedPermissions(cloud, app, tenant.id, request));
  return request.redirectUri === null
    ? grantedWithoutReplyPage(app, tenant)
    : tellGranted({ ...request, redirectUri: request.redirectUri }, tenant.id);
}

import type { Account, AppRegistration, Tenant } from '../../directory/records.ts';
import type { ServiceResponse } from '../../server/exchange.ts';
import { escapeHtml, page } from '../../server/page.ts';

/** What the pages after the sign-in have in common. */
export type ConsentPage = {
  readonly app: AppRegistration;
  /** Tenant in which the app is registered, by name; its domain stands for the publisher. */
  readonly publisher: Tenant | null;
  readonly account: Account;
  /** Tenant that is asked for its consent. */
  readonly tenant: Tenant;
  readonly action: string;
  readonly context: string;
  /** Origin that the answer goes to; `null` where there is none. */
  readonly target: string | null;
  /** What the app asks for, in words. */
  readonly permissions: readonly string[];
};

const targetsOf = ({ target }: ConsentPage): { readonly formTargets?: readonly string[] } =>
  target === null ? {} : { formTargets: [target] };

function form(content: ConsentPage, buttons: string): string {
  return `<form method="post" action="${escapeHtml(content.action)}">
<input type="hidden" name="ctx" value="${escapeHtml(content.context)}">
<div class="actions">${buttons}</div>
</form>`;
}

/** The page on which an administrator consents for the organization (Learn: application-consent-experience). */
export function consentPage(content: ConsentPage): ServiceResponse {
  const { account, app, publisher, tenant } = content;
  const permissions = content.permissions.map((text) => `<li>${escapeHtml(text)}</li>`).join('\n');
  const place = `<strong>${escapeHtml(tenant.displayName)}</strong> (<span class="mono">${escapeHtml(tenant.domain)}</span>)`;
  const outcome =
    permissions === ''
      ? `If you accept, a service principal of this app is created in ${place}.`
      : `If you accept, this app gets access to these resources for all users of ${place}, and a service principal of it is created there. No one else will be prompted to review these permissions.`;
  const wishes =
    permissions === ''
      ? '<p>This app asks for no permission. What an app without a user may do is decided by each environment.</p>'
      : `<p>This app would like to:</p>\n<ul>\n${permissions}\n</ul>`;
  return page({
    status: 200,
    title: 'Permissions requested: demo cloud',
    ...targetsOf(content),
    body: `<p class="dim">${escapeHtml(account.username)}</p>
<h1>Permissions requested</h1>
<p class="dim">Review for your organization</p>
<h2>${escapeHtml(app.displayName)}</h2>
<p class="dim">${escapeHtml(publisher?.domain ?? 'unknown publisher')} (unverified)<br>App ID <span class="mono">${escapeHtml(app.appId)}</span></p>
${wishes}
<p>${outcome}</p>
${form(content, '<button class="plain" name="answer" value="cancel">Cancel</button> <button class="main" name="answer" value="accept">Accept</button>')}`,
  });
}

/** What somebody sees who may not consent for the organization (AADSTS90094; Learn: application-sign-in-unexpected-user-consent-error). */
export function approvalPage(content: ConsentPage): ServiceResponse {
  const { account, app, tenant } = content;
  const back =
    content.target === null
      ? ''
      : '<button class="plain" name="answer" value="return">Return to the application without granting consent</button>';
  return page({
    status: 200,
    title: 'Need admin approval: demo cloud',
    ...targetsOf(content),
    body: `<p class="dim">${escapeHtml(account.username)}</p>
<h1>Need admin approval</h1>
<h2>${escapeHtml(app.displayName)}</h2>
<p class="bad" role="alert">${escapeHtml(app.displayName)} needs permission to access resources in ${escapeHtml(tenant.displayName)} that only an
admin can grant. Ask an admin to grant permission to this app before you can use it.</p>
<p class="dim">AADSTS90094: The grant requires admin permission.</p>
${form(content, `<button class="plain" name="answer" value="other">Sign in with another account</button> ${back}`)}`,
  });
}

/**
 * Where a consent ends that has nobody to answer to: it stands, and the page complains all the same that the app has no reply
 * address (seen in the field; AADSTS500113).
 */
export function grantedWithoutReplyPage(app: AppRegistration, tenant: Tenant): ServiceResponse {
  return page({
    status: 200,
    title: 'Consent given: demo cloud',
    body: `<h1>Consent was given</h1>
<p>${escapeHtml(app.displayName)} now has a service principal in ${escapeHtml(tenant.displayName)}.</p>
<p class="dim">AADSTS500113: No reply address is registered for the application. A Microsoft cloud shows this text only, although the
consent stands. You can close this page.</p>`,
  });
}

/** Where a declined consent ends that has nobody to answer to. */
export function declinedWithoutReplyPage(app: AppRegistration): ServiceResponse {
  return page({
    status: 200,
    title: 'Consent declined: demo cloud',
    body: `<h1>Nothing was granted</h1>
<p>${escapeHtml(app.displayName)} was given no access. You can close this page.</p>`,
  });
}

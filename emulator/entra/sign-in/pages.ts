import type { Account, AppRegistration } from '../../directory/records.ts';
import type { ServiceResponse } from '../../server/exchange.ts';
import { escapeHtml, page } from '../../server/page.ts';

/** What every page of a visit needs. */
export type VisitPage = {
  readonly app: AppRegistration;
  /** Where the form goes: a path of this server. */
  readonly action: string;
  /** Unguessable name of the visit. */
  readonly context: string;
  /** Origin that the answer may lead to; `null` for a device, which fetches it. */
  readonly target: string | null;
};

const targetsOf = ({ target }: Pick<VisitPage, 'target'>): { readonly formTargets?: readonly string[] } =>
  target === null ? {} : { formTargets: [target] };

const form = (
  content: VisitPage,
  inside: string,
): string => `<form method="post" action="${escapeHtml(content.action)}">
<input type="hidden" name="ctx" value="${escapeHtml(content.context)}">
${inside}
</form>`;

const button = (value: string, text: string, main = false): string =>
  `<button class="${main ? 'main' : 'plain'}" name="answer" value="${value}">${text}</button>`;

/** The second step of an account that needs one (Learn: concept-mfa-howitworks): the demo has no telephone, so it asks here. */
export function secondFactorPage(content: VisitPage & { readonly account: Account }): ServiceResponse {
  return page({
    status: 200,
    title: 'Approve sign in request: demo cloud',
    ...targetsOf(content),
    body: `<p class="dim">${escapeHtml(content.account.username)}</p>
<h1>Approve the sign-in request</h1>
<p>Open your Authenticator app and approve the request. In the demo the two buttons stand for the app.</p>
${form(content, `<div class="actions">${button('deny', 'Deny')} ${button('approve', 'Approve', true)}</div>`)}`,
  });
}

/** A permission in words, and its name where there is one to show. */
export type ShownPermission = { readonly text: string; readonly name: string };

/** What an app asks for and has not been given yet (Learn: application-consent-experience). */
export function permissionsPage(
  content: VisitPage & {
    readonly account: Account;
    readonly permissions: readonly ShownPermission[];
    /** Whether the person may choose to consent for everybody. */
    readonly choice: boolean;
  },
): ServiceResponse {
  const { account, app, choice, permissions } = content;
  const list = permissions
    .map(({ text, name }) => `<li>${escapeHtml(text)} <span class="mono dim">${escapeHtml(name)}</span></li>`)
    .join('\n');
  const everybody = choice
    ? '<p><label><input type="checkbox" name="everybody" value="1"> Consent on behalf of your organization</label></p>'
    : '';
  return page({
    status: 200,
    title: 'Permissions requested: demo cloud',
    ...targetsOf(content),
    body: `<p class="dim">${escapeHtml(account.username)}</p>
<h1>Permissions requested</h1>
<h2>${escapeHtml(app.displayName)}</h2>
<p class="dim">App ID <span class="mono">${escapeHtml(app.appId)}</span></p>
<p>This app would like to:</p>
<ul>
${list}
</ul>
${form(content, `${everybody}<div class="actions">${button('decline', 'Cancel')} ${button('accept', 'Accept', true)}</div>`)}`,
  });
}

/**
 * Why the person cannot go on. At a Microsoft cloud some of these pages lead nowhere; the demo's always has a way back, so that the
 * app hears of it.
 */
export function problemPage(
  content: VisitPage & { readonly title: string; readonly description: string },
): ServiceResponse {
  const [summary = '', ...ids] = content.description.split(/(?= Trace ID:| Correlation ID:| Timestamp:)/);
  const details = ids.map((line) => `<li class="mono">${escapeHtml(line.trim())}</li>`).join('');
  return page({
    status: 400,
    title: 'Sign in failed: demo cloud',
    ...targetsOf(content),
    body: `<h1>${escapeHtml(content.title)}</h1>
<p class="bad" role="alert">${escapeHtml(summary)}</p>
<ul class="dim">${details}</ul>
${form(content, `<div class="actions">${button('other', 'Use another account')} ${button('return', `Back to ${escapeHtml(content.app.displayName)}`, true)}</div>`)}`,
  });
}

/** Where the code of a device is typed (RFC 8628, 3.3). */
export function deviceCodePage(action: string, problem: string | null, typed: string): ServiceResponse {
  return page({
    status: problem === null ? 200 : 400,
    title: 'Enter code: demo cloud',
    body: `<h1>Enter code to allow access</h1>
<p>Enter the code that the app shows. Do it only when you started the sign-in yourself: whoever has the code signs in as you.</p>
${problem === null ? '' : `<p class="bad" role="alert">${escapeHtml(problem)}</p>`}
<form method="post" action="${escapeHtml(action)}">
<p class="field"><input class="copy" name="otc" aria-label="Code" autocomplete="off" maxlength="24" autofocus value="${escapeHtml(typed)}"></p>
<div class="actions"><button class="main">Next</button></div>
</form>`,
  });
}

/** The end of a sign-in for a device, well or not. */
export function deviceEndPage(app: AppRegistration, well: boolean): ServiceResponse {
  return page({
    status: 200,
    title: well ? 'Signed in: demo cloud' : 'Not signed in: demo cloud',
    body: well
      ? `<h1>${escapeHtml(app.displayName)}</h1><p>You have signed in to ${escapeHtml(app.displayName)}. You may now close this window.</p>`
      : `<h1>You have not signed in</h1><p>${escapeHtml(app.displayName)} is told so. You may now close this window.</p>`,
  });
}

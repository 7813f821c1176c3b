import type { Account } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { escapeHtml, page } from '../server/page.ts';

/** What the sign-in page shows. */
export type SignInPage = {
  readonly appName: string;
  /** Where the form goes: a path of this server. */
  readonly action: string;
  /** Unguessable name of the request that waits for an answer. */
  readonly context: string;
  readonly accounts: readonly OfferedAccount[];
  readonly loginHint: string | null;
  /** Origin that the answer goes to; `null` when none of the browser's. */
  readonly target: string | null;
};

/** Somebody on the page; `story` is a word about what goes wrong with them. */
type OfferedAccount = Account & { readonly tenantName: string; readonly story?: string };

const initialsOf = (account: Account): string =>
  `${account.givenName.charAt(0)}${account.surname.charAt(0)}`.toUpperCase();

const roles: Readonly<Record<Account['kind'], string>> = {
  administrator: 'administrator',
  environmentAdministrator: 'environment administrator',
  user: 'user',
};

function accountItem(account: OfferedAccount, hinted: boolean): string {
  return (
    `<li><button class="account" name="account" value="${escapeHtml(account.username)}"${
      hinted ? ' aria-current="true" autofocus' : ''
    }><span class="initials" aria-hidden="true">${escapeHtml(initialsOf(account))}</span><span>` +
    `<span>${escapeHtml(account.displayName)}</span>` +
    `<span class="dim">${escapeHtml(account.username)}</span>` +
    `<span class="dim">${escapeHtml(account.tenantName)}, ${roles[account.kind]}</span>${
      account.story === undefined || account.story === ''
        ? ''
        : `<span class="bad">${escapeHtml(account.story)}</span>`
    }</span></button></li>`
  );
}

/** The page that asks which of the demo's people signs in. There are no passwords and no scripts. */
export function signInPage(content: SignInPage): ServiceResponse {
  const hint = content.loginHint?.toLowerCase();
  const hinted = (account: Account): boolean => account.username === hint;
  const accounts = [...content.accounts].toSorted((a, b) => Number(hinted(b)) - Number(hinted(a)));
  const list = accounts.map((account) => accountItem(account, hinted(account))).join('\n');
  return page({
    status: 200,
    title: 'Sign in: demo cloud',
    ...(content.target === null ? {} : { formTargets: [content.target] }),
    body: `<h1>Pick an account</h1>
<p class="dim">to continue to ${escapeHtml(content.appName)}</p>
<form method="post" action="${escapeHtml(content.action)}">
<input type="hidden" name="ctx" value="${escapeHtml(content.context)}">
${list === '' ? '<p>Nobody here has a personal Microsoft account.</p>' : `<ul class="accounts">\n${list}\n</ul>`}
<div class="actions"><button class="plain" name="cancel" value="1" formnovalidate>Cancel</button></div>
</form>
<p class="dim">These people are made up and need no password. Nothing leaves this computer.</p>`,
  });
}

/** A page that tells why a sign-in cannot go on; used where there is no trusted address to report to. */
export function signInErrorPage(description: string): ServiceResponse {
  const [summary = '', ...ids] = description.split(/(?= Trace ID:| Correlation ID:| Timestamp:)/);
  const details = ids.map((line) => `<li class="mono">${escapeHtml(line.trim())}</li>`).join('');
  return page({
    status: 400,
    title: 'Sign in failed: demo cloud',
    body: `<h1>Sorry, we couldn&#39;t sign you in</h1>
<p class="bad" role="alert">${escapeHtml(summary)}</p>
<ul class="dim">${details}</ul>`,
  });
}

/** The page that carries the answer to the client by itself (OAuth 2.0 Form Post Response Mode). */
export function formPostPage(
  redirectUri: string,
  fields: readonly (readonly [string, string])[],
): ServiceResponse {
  const inputs = fields
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('\n');
  return page({
    status: 200,
    title: 'Working: demo cloud',
    formTargets: [new URL(redirectUri).origin],
    script: "document.getElementById('answer').submit();",
    body: `<h1>Signing you in</h1>
<form id="answer" method="post" action="${escapeHtml(redirectUri)}">
${inputs}
<noscript><p>Scripts are off, so this step needs a click.</p><button class="main">Continue</button></noscript>
</form>`,
  });
}

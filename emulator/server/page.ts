import { randomBytes } from 'node:crypto';
import type { ServiceResponse } from './exchange.ts';

/** Text made safe for HTML content and attribute values. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** One page of the demo cloud; `body` and `script` are trusted, made by our own code from escaped parts. */
export type Page = {
  readonly status: number;
  readonly title: string;
  readonly body: string;
  /** Origins besides our own that a form of the page may lead to. */
  readonly formTargets?: readonly string[];
  /** Runs under the nonce of the page. Without it the page has no script at all. */
  readonly script?: string;
  readonly wide?: boolean;
  /** Origins of which the page may show frames. */
  readonly frames?: readonly string[];
};

const style = `
:root { color-scheme: light dark; --back: #f3f2f1; --card: #fff; --text: #242424; --dim: #5c5c5c; --line: #d1d1d1;
  --soft: #f5f5f5; --brand: #0f6cbd; --brand-text: #fff; --link: #115ea3; --bad: #b10e1c; }
@media (prefers-color-scheme: dark) { :root { --back: #141414; --card: #1f1f1f; --text: #f5f5f5; --dim: #b8b8b8;
  --line: #525252; --soft: #2b2b2b; --brand: #115ea3; --brand-text: #fff; --link: #62abf5; --bad: #f1707b; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--back);
  color: var(--text); font: 14px/1.45 "Segoe UI", system-ui, -apple-system, sans-serif; }
body.wide { place-items: start center; padding-top: 48px; }
main { width: min(100%, 440px); background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 32px; box-shadow: 0 2px 8px rgb(0 0 0 / 12%); }
body.wide main { width: min(100%, 920px); }
h1 { font-size: 24px; line-height: 32px; font-weight: 600; margin: 0 0 4px; }
h2 { font-size: 16px; font-weight: 600; margin: 0; }
p { margin: 0 0 16px; } .dim { color: var(--dim); } .bad { color: var(--bad); }
.brand { display: flex; align-items: center; gap: 8px; margin-bottom: 20px; font-weight: 600; }
.brand svg { width: 20px; height: 20px; }
a { color: var(--link); } code, .mono { font-family: "Cascadia Mono", Consolas, ui-monospace, monospace; font-size: 13px; }
ul.accounts { list-style: none; margin: 16px -12px 16px; padding: 0; }
button { font: inherit; color: inherit; border: 1px solid transparent; border-radius: 4px; cursor: pointer; }
button.account { display: grid; grid-template-columns: 40px 1fr; gap: 12px; align-items: center; width: 100%;
  padding: 10px 12px; text-align: start; background: transparent; }
button.account:hover { background: var(--soft); }
button.account[aria-current] { border-color: var(--line); }
.initials { width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; font-weight: 600;
  background: var(--brand); color: var(--brand-text); }
.account span span { display: block; }
button.plain { background: var(--card); border-color: var(--line); padding: 6px 16px; min-width: 96px; }
button.main { background: var(--brand); color: var(--brand-text); padding: 7px 16px; min-width: 96px; }
.actions { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; margin: 16px 0 20px; }
main > :last-child, section > :last-child, form > :last-child { margin-bottom: 0; }
ul { padding-inline-start: 20px; } ul.dim { list-style: none; padding: 0; } ul.dim .mono { font-size: 12px; }
dd > a:first-child { display: inline-block; padding-top: 7px; }
:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
section { border: 1px solid var(--line); border-radius: 6px; padding: 20px; margin-top: 16px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 8px 16px; margin: 12px 0 0; align-items: start; }
dt { padding-top: 7px; color: var(--dim); } dd { margin: 0; min-width: 0; }
.field { display: flex; gap: 8px; margin: 2px 0; } .field button { flex: none; min-width: 72px; }
input.copy { flex: 1; min-width: 0; padding: 6px 8px; border: 1px solid var(--line); border-radius: 4px; background: var(--soft);
  color: var(--text); font-family: "Cascadia Mono", Consolas, ui-monospace, monospace; font-size: 13px; }
@media (max-width: 520px) { body { padding: 12px; } main { padding: 20px; } dl { grid-template-columns: minmax(0, 1fr); gap: 2px 0; } dd { margin-bottom: 8px; } }
@media (prefers-reduced-motion: no-preference) { button { transition: background 100ms; } }
`;

const logo =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path fill="currentColor" d="M6 15.5a4 4 0 0 1-.6-7.95 5 5 0 0 1 9.53 1.02A3.5 3.5 0 0 1 14.5 15.5z"/></svg>';

/**
 * A complete page under its own content security policy: nothing is loaded, nothing may frame it, forms lead to
 * ourselves and the named targets only (Chromium applies `form-action` to redirects after a form, too).
 */
export function page(content: Page): ServiceResponse {
  const nonce = randomBytes(18).toString('base64');
  const targets = ["'self'", ...(content.formTargets ?? [])].join(' ');
  const frames = content.frames === undefined ? '' : `; frame-src ${content.frames.join(' ')}`;
  const script = content.script === undefined ? '' : `<script nonce="${nonce}">${content.script}</script>`;
  return {
    status: content.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store, no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy':
        `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${targets}; frame-ancestors 'none'; ` +
        `base-uri 'none'${content.script === undefined ? '' : `; script-src 'nonce-${nonce}'`}${frames}`,
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(content.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body${content.wide === true ? ' class="wide"' : ''}>
<main>
<div class="brand">${logo}Demo cloud</div>
${content.body}
</main>
${script}
</body>
</html>
`,
  };
}

import type { Cloud } from '../cloud.ts';
import type { AppRegistration, ClientCertificate } from '../directory/records.ts';
import { empty } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { escapeHtml, page } from '../server/page.ts';

/** A request for a page of our own; `base` is the URL up to and including the key. */
export type PageRequest = { readonly method: string; readonly path: string; readonly base: string };

const script = `
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value);
    document.getElementById('said').textContent = 'Copied ' + field.getAttribute('aria-label');
  });
}
`;

const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

function field(id: string, label: string, value: string): string {
  const [safeId, safeLabel] = [escapeHtml(id), escapeHtml(label)];
  return (
    `<span class="field"><input class="copy" id="${safeId}" aria-label="${safeLabel}" readonly spellcheck="false" value="${escapeHtml(value)}">` +
    `<button class="plain" type="button" hidden data-copy="${safeId}" aria-label="Copy ${safeLabel}">Copy</button></span>`
  );
}

function validity(start: number, end: number, now: number): string {
  const text = `valid ${day(start)} to ${day(end)}`;
  return end <= now ? `<span class="bad">Expired: ${text}</span>` : `<span class="dim">${text}</span>`;
}

function certificateRow(app: AppRegistration, one: ClientCertificate, base: string, now: number): string {
  const path = `${base}/portal/apps/${app.appId}/${one.keyId}`;
  const key =
    one.privateKeyPem === null
      ? ''
      : `, <a href="${escapeHtml(path)}/key.pem" download>download private key</a>`;
  return (
    `<dt>Certificate</dt><dd><a href="${escapeHtml(path)}/certificate.pem" download>Download certificate</a>${key}<br>` +
    `<span class="mono">${one.thumbprintSha1}</span><br>${validity(one.start, one.end, now)}</dd>`
  );
}

function appSection(cloud: Cloud, app: AppRegistration, base: string): string {
  const now = cloud.now();
  const tenant = cloud.directory.tenant(app.tenantId);
  const id = app.appId;
  const secrets = app.secrets.map((secret, index) => {
    const value = secret.toldOnce
      ? `<span class="mono">${escapeHtml(secret.hint)}…</span> <span class="dim">Its value was shown once, when it was made.</span><br>`
      : field(`s${index}-${id}`, `secret value of ${app.displayName}`, secret.value);
    return (
      `<dt>Secret value</dt><dd>${value}` +
      `${escapeHtml(secret.displayName)}, ${validity(secret.start, secret.end, now)}</dd>`
    );
  });
  const certificates = app.certificates.map((one) => certificateRow(app, one, base, now));
  return `<section aria-labelledby="h-${id}">
<h2 id="h-${id}">${escapeHtml(app.displayName)}</h2>
<p class="dim">${escapeHtml(app.note)}</p>
<dl>
<dt>Client id</dt><dd>${field(`c-${id}`, `client id of ${app.displayName}`, id)}</dd>
<dt>Home tenant</dt><dd>${field(`t-${id}`, `home tenant of ${app.displayName}`, app.tenantId)}${escapeHtml(tenant?.displayName ?? '')}</dd>
${secrets.join('\n')}
${certificates.join('\n')}
</dl>
</section>`;
}

function download(name: string, text: string): ServiceResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'application/x-pem-file',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: text,
  };
}

function file(cloud: Cloud, path: string): ServiceResponse | null {
  const [, appId = '', keyId = '', kind] =
    /^\/portal\/apps\/([0-9a-f-]{36})\/([0-9a-f-]{36})\/(certificate|key)\.pem$/.exec(path) ?? [];
  const app = cloud.directory.app(appId);
  const one = app?.certificates.find((certificate) => certificate.keyId === keyId);
  if (app === null || !app.listed || one === undefined) {
    return null;
  }
  const name = app.displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  if (kind === 'certificate') {
    return download(`${name}-certificate.pem`, one.certificatePem);
  }
  return one.privateKeyPem === null ? null : download(`${name}-key.pem`, one.privateKeyPem);
}

/** The demo's stand-in for "Certificates & secrets": every demo app with what a newcomer pastes into the console. */
export function answerPortal(cloud: Cloud, request: PageRequest): ServiceResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return empty(405, { allow: 'GET' });
  }
  const path = request.path.replace(/\/$/, '');
  if (path === '/portal') {
    const apps = cloud.directory.records.apps.filter((app) => app.listed);
    return page({
      status: 200,
      title: 'Certificates and secrets: demo cloud',
      wide: true,
      script,
      body: `<h1>Certificates &amp; secrets</h1>
<p class="dim">The apps of the demo cloud with what proves who they are. At a Microsoft tenant this page is in the Entra
admin center, and a secret is shown only once. These are worth nothing outside this computer.</p>
<p id="said" role="status" class="dim"></p>
${apps.map((app) => appSection(cloud, app, request.base)).join('\n')}`,
    });
  }
  return (
    file(cloud, path) ??
    page({
      status: 404,
      title: 'Not found: demo cloud',
      body: '<h1>Not found</h1><p>The demo cloud has no such page.</p>',
    })
  );
}

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

test('the portal shows every app with client id, home tenant and secret', async () => {
  const response = await fetch(cloud.description.portal);
  const html = await response.text();
  for (const app of cloud.description.apps) {
    expect(html).toContain(app.name);
    expect(html).toContain(`value="${app.clientId}"`);
    expect(html).toContain(`value="${app.tenantId}"`);
    expect(html).toContain(`value="${app.secret ?? 'none'}"`);
  }
  expect(html.match(/Expired/g)).toHaveLength(2);
  expect(response.headers.get('cache-control')).toContain('no-store');
});

test('the portal runs its own script under a nonce and loads nothing', async () => {
  const response = await fetch(cloud.description.portal);
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  const html = await response.text();
  expect(html).toContain(`<script nonce="${nonce}">`);
  expect(html).not.toMatch(/<(?:link|img|iframe)\b|\ssrc=|\sstyle=/);
});

test('the portal hands out a certificate with its key', async () => {
  const html = await (await fetch(cloud.description.portal)).text();
  const links = [...html.matchAll(/href="([^"]+\.pem)"/g)].map((match) => match[1] ?? '');
  const texts = await Promise.all(links.map(async (link) => (await fetch(link)).text()));
  expect(links).toHaveLength(4);
  const [certificate = '', key = ''] = texts;
  expect(new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(certificate).toBe(appOf(cloud, 'Contoso Integration Hub').certificatePem);
});

test('the portal has no other pages', async () => {
  for (const path of [
    '',
    '/apps',
    '/apps/x/y/key.pem',
    '/../control',
    `/apps/${cloud.description.adminClientId}/a/key.pem`,
  ]) {
    const response = await fetch(`${cloud.description.portal}${path === '' ? '2' : path}`);
    expect(response.status).toBe(404);
  }
  expect((await fetch(cloud.description.portal, { method: 'POST' })).status).toBe(405);
});

import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenForConsent } from '../../../main/directory/consent/callback-listener.ts';
import type { CallbackListener } from '../../../main/directory/consent/callback-listener.ts';

let controller: AbortController;
let listener: CallbackListener;
beforeEach(async () => {
  controller = new AbortController();
  listener = await listenForConsent('the-state', controller.signal);
});
afterEach(() => listener.close());

const port = () => Number(new URL(listener.redirectUri).port);

/** A request with any method and headers: fetch would not send another Host. */
const send = (path: string, how: { method?: string; host?: string } = {}) =>
  new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    const sending = request(
      {
        host: '127.0.0.1',
        port: port(),
        path,
        method: how.method ?? 'GET',
        headers: { host: how.host ?? `localhost:${port()}` },
      },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => (body += text));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    sending.on('error', reject);
    sending.end();
  });

const accepted = '/?admin_consent=True&tenant=aaaabbbb-0000-4ccc-8111-dddd2222eeee';

test('takes the answer to its own link, once', async () => {
  const page = await send(`${accepted}&state=the-state`);
  expect(page.status).toBe(200);
  expect(await listener.answer).toMatchObject({ kind: 'granted', state: 'the-state' });
  expect((await send(`${accepted}&state=the-state`)).status).toBe(404);
});

test('takes a refusal, also one that says admin_consent=True', async () => {
  await send(
    '/?admin_consent=True&error=consent_required&error_description=AADSTS65004%3a+no&state=the-state',
  );
  expect(await listener.answer).toMatchObject({ kind: 'refused', reason: 'declined' });
});

test.each([
  ['another state', `${accepted}&state=other`, {}],
  ['no state', accepted, {}],
  ['two states', `${accepted}&state=the-state&state=the-state`, {}],
  ['another path', `/favicon.ico`, {}],
  ['a deeper path', `/x${accepted.slice(1)}&state=the-state`, {}],
  ['POST', `${accepted}&state=the-state`, { method: 'POST' }],
  ['HEAD', `${accepted}&state=the-state`, { method: 'HEAD' }],
  ['a rebound name', `${accepted}&state=the-state`, { host: 'evil.example' }],
  ['a name without the port', `${accepted}&state=the-state`, { host: 'localhost' }],
  ['something endless', `${accepted}&state=the-state&x=${'x'.repeat(9000)}`, {}],
])('%s is answered by a page that repeats nothing, and the waiting goes on', async (_name, path, how) => {
  const page = await send(path, how);
  expect(page.status).toBe(404);
  expect(page.body).not.toContain('the-state');
  expect(page.body).not.toContain('aaaabbbb');
  await send(`${accepted}&state=the-state`);
  expect(await listener.answer).toMatchObject({ kind: 'granted' });
});

test('stops when it is told to, and the port is free again', async () => {
  controller.abort();
  await expect(listener.answer).rejects.toThrow('aborted');
  await listener.close();
  await expect(send('/')).rejects.toThrow(/ECONNREFUSED/);
});

test('listens on the loopback address alone', async () => {
  expect(listener.redirectUri).toMatch(/^http:\/\/localhost:\d+$/);
});

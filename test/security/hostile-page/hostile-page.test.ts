import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PAGE_ENTRY, REQUEST_BINDING } from '../../../main/hosts/chromium/page-script.ts';
import { MAX_REQUEST_BYTES } from '../../../preload/contract/words/wire.ts';
import { listeningChildren } from './listening-ports.ts';
import { launchConsole } from '../../support/console/launch.ts';
import type { LaunchedConsole } from '../../support/console/launch.ts';

/** A service that a script in the page would like to reach, and what reached it. */
const openBait = async (): Promise<{
  readonly server: Server;
  readonly url: string;
  readonly hits: string[];
}> => {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*').end('<h1>bait</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bait has no port.');
  return { server, url: `http://127.0.0.1:${address.port}`, hits };
};

let launched: LaunchedConsole;
let page: Page;
let bait: Awaited<ReturnType<typeof openBait>>;
beforeAll(async () => {
  bait = await openBait();
  launched = await launchConsole();
  page = launched.page;
});
afterAll(async () => {
  await launched.close();
  bait.server.close();
});
beforeEach(async () => {
  await page.goto('https://console.s2s.invalid/');
  await page.getByRole('heading').first().waitFor();
});

/** What main answers to a text that a script sends past the preload and its checks. */
const ask = (frame: Page | Frame, text: string): Promise<{ ok: boolean; error?: { code: string } }> =>
  frame.evaluate(
    async ([entryName, bindingName, message]) => {
      const entry: unknown = Reflect.get(window, entryName);
      const inPage = (entry as { request?: (text: string) => Promise<string> } | undefined)?.request;
      if (inPage !== undefined) return JSON.parse(await inPage(message));
      // Another frame has no entry: it makes one of its own, as a hostile script would.
      const binding: unknown = Reflect.get(window, bindingName);
      if (typeof binding !== 'function') throw new Error('There is no binding.');
      return new Promise((resolve) => {
        const deliver = (_id: number, answer: string): void => resolve(JSON.parse(answer));
        Reflect.set(window, entryName, { deliver });
        Reflect.apply(binding, window, [`1 ${message}`]);
      });
    },
    [PAGE_ENTRY, REQUEST_BINDING, text] as const,
  );
const start = (id: string): string => JSON.stringify({ kind: 'call', id, method: 'app.start', input: {} });

describe('C36: a script in the page', () => {
  test('is answered as long as it asks what the contract has', async () => {
    expect((await ask(page, start('a'))).ok).toBe(true);
  });

  test('in another frame it is refused, whatever the frame is', async () => {
    await page.evaluate(() => {
      for (const src of ['about:blank', 'about:srcdoc', '/index.html']) {
        const frame = document.createElement('iframe');
        if (src !== 'about:srcdoc') frame.src = src;
        document.body.append(frame);
      }
    });
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) expect((await ask(frame, start('a'))).error?.code).toBe('untrusted-sender');
    const doors = await Promise.all(frames.map((frame) => frame.evaluate(() => 's2sConsole' in window)));
    expect(doors.every((there) => !there)).toBe(true);
  });

  test('in another window it has nothing: the window is closed at once', async () => {
    const opened = launched.host.context.waitForEvent('page');
    await page.evaluate(() => void window.open('about:blank'));
    const other = await opened;
    if (!other.isClosed()) await other.waitForEvent('close');
    expect(launched.host.context.pages()).toEqual([page]);
  });

  test.each([
    ['a text over the limit', `"${'x'.repeat(MAX_REQUEST_BYTES)}"`],
    [
      'a text whose bytes are over the limit and whose letters are not',
      'é'.repeat(MAX_REQUEST_BYTES / 2 + 1),
    ],
  ])('%s is refused unread', async (_what, text) => {
    expect((await ask(page, text)).error?.code).toBe('payload-too-large');
  });

  test('the preload sends no such text at all', async () => {
    const refused = await page.evaluate(
      (length) =>
        window.s2sConsole.request('x'.repeat(length)).then(
          () => 'sent',
          (problem: unknown) => (problem instanceof TypeError ? 'TypeError' : 'other'),
        ),
      MAX_REQUEST_BYTES + 1,
    );
    expect(refused).toBe('TypeError');
  });

  test.each([
    'nope',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'app.Start',
    'app.start\u0000',
    'environments.discover',
  ])('a method %j is not called', async (method) => {
    const text = JSON.stringify({ kind: 'call', id: 'a', method, input: {} });
    expect((await ask(page, text)).error?.code).toBe('unknown-method');
  });

  test.each([
    ['in the input', '{"kind":"call","id":"a","method":"app.start","input":{"__proto__":{"polluted":1}}}'],
    ['in the request', '{"kind":"call","id":"a","method":"app.start","input":{},"__proto__":{"polluted":1}}'],
    [
      'as the constructor',
      '{"kind":"call","id":"a","method":"app.start","input":{"constructor":{"prototype":{}}}}',
    ],
    ['as the id', '{"kind":"call","id":{"__proto__":"a"},"method":"app.start","input":{}}'],
    [
      'deep inside',
      '{"kind":"call","id":"a","method":"settings.update","input":{"theme":"dark","__proto__":{"polluted":1}}}',
    ],
  ])('a prototype key %s is refused and changes nothing', async (_where, text) => {
    expect((await ask(page, text)).error?.code).toBe('invalid-input');
    expect(Reflect.has({}, 'polluted')).toBe(false);
    expect((await ask(page, start('a'))).ok).toBe(true);
  });

  test('what it had open ends when the page is loaded anew', async () => {
    await page.getByRole('button', { name: /explore the demo/i }).click();
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
    await page.evaluate(async () => {
      const call = (id: string, method: string, input: unknown) =>
        window.s2sConsole.request(JSON.stringify({ kind: 'call', id, method, input }));
      const { value } = JSON.parse(await call('list', 'workspaces.list', {}));
      void call('waits', 'identity.signIn', { workspaceId: value.workspaces[0].id });
    });
    await launched.nextLink();
    expect((await ask(page, start('waits'))).error?.code).toBe('invalid-input');
    await page.reload();
    expect((await ask(page, start('waits'))).ok).toBe(true);
  });
});

describe.skipIf(process.platform !== 'linux')('the window of the Chromium host', () => {
  test('is reached over a pipe: no process of the browser listens for connections', async () => {
    const { children, listening } = listeningChildren();
    expect(children).toBeGreaterThan(2);
    expect(listening).toEqual([]);
  });

  test('one that listened would be noticed', async () => {
    const code = "require('net').createServer().listen(0, '127.0.0.1', () => console.log('listens'))";
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    expect(listeningChildren().listening).toEqual([child.pid]);
    child.kill();
    await once(child, 'exit');
  });
});

describe('the page reaches nothing but itself', () => {
  test('no text becomes script', async () => {
    const ran = await page.evaluate(
      () =>
        new Promise<Record<string, boolean>>((resolve) => {
          const results: Record<string, boolean> = {};
          const attempt = (name: string, what: () => void): void => {
            Reflect.set(window, 'ran', false);
            try {
              what();
            } catch {
              // Trusted Types throw; a policy without script just does nothing.
            }
            results[name] = Reflect.get(window, 'ran') === true;
          };
          const code = 'window.ran = true';
          // From a task of the page's own: what a debugger runs may do more.
          setTimeout(() => {
            // oxlint-disable-next-line no-eval -- that it is refused is what is tested
            attempt('eval', () => void eval(code));
            attempt('Function', () => void Reflect.construct(Function, [code])());
            attempt('inline script', () => {
              const script = document.createElement('script');
              script.append(code);
              document.body.append(script);
            });
            attempt('handler in HTML', () => {
              document.body.insertAdjacentHTML('beforeend', `<img src="x" onerror="${code}">`);
            });
            attempt('handler as attribute', () => {
              const element = document.createElement('button');
              element.setAttribute('onclick', code);
              document.body.append(element);
              element.click();
            });
            attempt('javascript: link', () => {
              const link = document.createElement('a');
              link.href = `javascript:${code}`;
              document.body.append(link);
              link.click();
            });
            attempt('a policy of its own', () => {
              const types: unknown = Reflect.get(window, 'trustedTypes');
              if (typeof types === 'object' && types !== null) {
                Reflect.apply(Reflect.get(types, 'createPolicy'), types, ['own', {}]);
                Reflect.set(window, 'ran', true);
              }
            });
            setTimeout(() => resolve({ ...results, later: Reflect.get(window, 'ran') === true }), 0);
          }, 0);
        }),
    );
    expect(Object.entries(ran).filter(([, yes]) => yes)).toEqual([]);
    expect(Object.keys(ran)).toHaveLength(8);
  });

  test('no request of a script leaves, in whatever way it is made', async () => {
    const tried = await page.evaluate(async (url) => {
      const outcome = async (what: () => Promise<unknown>): Promise<string> => {
        try {
          return `done: ${String(await what())}`;
        } catch {
          return 'refused';
        }
      };
      const load = (tag: 'img' | 'link' | 'iframe' | 'video', change: (element: HTMLElement) => void) =>
        new Promise((resolve, reject) => {
          const element = document.createElement(tag);
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          change(element);
          document.head.append(element);
          // A blocked frame loads an empty page instead of failing.
          if (tag === 'iframe') document.body.append(element);
        });
      const attribute = (name: string, path: string) => (element: HTMLElement) =>
        element.setAttribute(name, url + path);
      const socket = () =>
        new Promise((resolve, reject) => {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.addEventListener('open', resolve);
          opened.addEventListener('error', reject);
          opened.addEventListener('close', reject);
        });
      const events = () =>
        new Promise((resolve, reject) => {
          const source = new EventSource(`${url}/events`);
          source.addEventListener('open', resolve);
          source.addEventListener('error', () => {
            source.close();
            reject(new Error('refused'));
          });
        });
      const form = document.createElement('form');
      form.action = `${url}/form`;
      form.method = 'post';
      form.target = '_self';
      document.body.append(form);
      const results = {
        fetch: await outcome(() => fetch(`${url}/fetch`, { mode: 'no-cors' })),
        image: await outcome(() => load('img', attribute('src', '/image'))),
        style: await outcome(() =>
          load('link', (element) => {
            element.setAttribute('rel', 'stylesheet');
            element.setAttribute('href', `${url}/style`);
          }),
        ),
        socket: await outcome(socket),
        events: await outcome(events),
      };
      navigator.sendBeacon(`${url}/beacon`, 'x');
      await outcome(() => load('iframe', attribute('src', '/frame')));
      for (const rel of ['prefetch', 'preload', 'preconnect', 'dns-prefetch', 'modulepreload', 'icon']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `${url}/${rel}`;
        document.head.append(link);
      }
      form.submit();
      return results;
    }, bait.url);
    expect(Object.values(tried).filter((outcome) => outcome !== 'refused')).toEqual([]);
    // What the person's own browser may open is asked of main, which knows the address as little.
    expect(
      (
        await ask(
          page,
          JSON.stringify({ kind: 'call', id: 'o', method: 'app.openExternal', input: { url: bait.url } }),
        )
      ).error?.code,
    ).toBe('link-not-allowed');
    await page.evaluate((url) => void window.open(`${url}/window`), bait.url);
    await page.goto(`${bait.url}/navigation`).catch(() => null);
    // Whatever was on its way has been there by now: the bait answers this test at once.
    await fetch(`${bait.url}/by-the-test`);
    expect(bait.hits).toEqual(['GET /by-the-test']);
  });
});

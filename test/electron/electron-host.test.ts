import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../main/hosts/page/content-security-policy.ts';
import { CHANNEL } from '../../preload/contract/words/wire.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';
import { signInAs } from '../unit/identity/browser.ts';
import type { ElectronDouble, Sender } from './double/electron-double.ts';
import { startWithDouble } from './double/start-with-double.ts';

const PAGE: Sender = { frame: { url: 'app://console/index.html', parent: null }, own: true };

let folder = '';
let electron: ElectronDouble;
let calls = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's2s-console-electron-'));
  electron = await startWithDouble({ userData: join(folder, 'user') });
});
afterAll(async () => {
  electron.app.quit();
  await rm(folder, { recursive: true, force: true });
});

const sendTo = async (
  to: ElectronDouble,
  request: Readonly<Record<string, unknown>>,
  sender = PAGE,
): Promise<unknown> => {
  calls += 1;
  const answer = await to.invoke(CHANNEL, JSON.stringify({ id: `call-${calls}`, ...request }), sender);
  return JSON.parse(String(answer));
};
const send = (request: Readonly<Record<string, unknown>>, sender = PAGE): Promise<unknown> =>
  sendTo(electron, request, sender);
const asked = (of: ElectronDouble, method: string, input: unknown): Promise<unknown> =>
  sendTo(of, { kind: 'call', method, input });
const call = (method: string, input: unknown, sender = PAGE): Promise<unknown> =>
  send({ kind: 'call', method, input }, sender);

describe('before the app is ready', () => {
  test('every renderer is sandboxed, and app: is a standard, secure scheme without further privileges', () => {
    expect(electron.app.early).toEqual([
      'setAppUserModelId org.s2sconsole.app',
      'enableSandbox',
      'registerSchemesAsPrivileged',
    ]);
    expect(electron.privileged).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });
});

describe('the window', () => {
  test('is one, isolated, without Node, with a session that keeps nothing', () => {
    const { session, ...preferences } = electron.window.options.webPreferences;
    expect(preferences).toEqual({
      preload: join(projectRoot, 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    });
    // Without `persist:` a session lives in memory (Electron: session.fromPartition).
    expect(session.name).toBe('console');
    expect(session.options).toEqual({ cache: false });
  });

  test('is shown once its page is ready', () => {
    expect(electron.window.calls).toEqual(['show']);
  });

  test('has a menu of roles without developer tools; from source it has them', async () => {
    expect(JSON.stringify(electron.menu)).not.toMatch(/reload|devtools/i);
    const fromSource = await startWithDouble({ userData: join(folder, 'source'), packaged: false });
    expect(JSON.stringify(fromSource.menu)).toMatch(/toggleDevTools/);
    expect(fromSource.window.options.webPreferences['devTools']).toBe(true);
    fromSource.app.quit();
  });
});

describe('the page', () => {
  const get = (url: string, method = 'GET') =>
    electron.window.options.webPreferences.session.request(url, method);

  test('is the built one, with its policy as a header whose nonce is fresh and in the page', async () => {
    expect(electron.window.loaded?.status).toBe(200);
    const nonces = new Set<string>();
    for (const answer of [await get('app://console/index.html'), await get('app://console/')]) {
      const html = await answer.text();
      const nonce = /nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce));
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(html).toContain(nonce);
      expect(html).not.toContain('__CSP_NONCE__');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  test('runs its own files only, and no text becomes script', () => {
    const policy = contentSecurityPolicy('n');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split('; ')).toContain(rule);
  });

  test.each([
    'app://console/../package.json',
    'app://console/%2e%2e/package.json',
    'app://console/..%2fmain%2felectron.js',
    'app://console/assets',
    'app://console/.built',
  ])('%s is not served', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  test('nothing but a GET is served', async () => {
    expect((await get('app://console/index.html', 'POST')).status).toBe(404);
  });

  test.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'app://console.evil/index.html',
    'data:text/html,x',
    'ws://127.0.0.1:1/',
  ])('a request for %s does not leave', async (url) => {
    await expect(get(url)).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  });

  test('is granted no permission and no device', () => {
    const { session } = electron.window.options.webPreferences;
    const answers: boolean[] = [];
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
    ])
      session.permissionRequest?.(null, permission, (granted) => answers.push(granted));
    expect(answers).toEqual([false, false, false, false, false, false]);
    expect(session.permissionCheck?.()).toBe(false);
    expect(session.devicePermission?.()).toBe(false);
  });

  test('downloads nothing', () => {
    const { session } = electron.window.options.webPreferences;
    expect(prevented((event) => session.emit('will-download', event))).toBe(true);
  });
});

const prevented = (
  emit: (event: { url?: string; preventDefault: () => void }) => void,
  url?: string,
): boolean => {
  let stopped = false;
  emit({
    ...(url === undefined ? {} : { url }),
    preventDefault: () => {
      stopped = true;
    },
  });
  return stopped;
};

describe('leaving the page', () => {
  const EVENTS = ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const;

  test.each(EVENTS)('%s goes to our own page only', (name) => {
    const stopped = (url: string) => prevented((event) => electron.window.webContents.emit(name, event), url);
    expect(stopped('app://console/index.html')).toBe(false);
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://console.evil/', 'about:blank'])
      expect(stopped(url), url).toBe(true);
  });

  test('no window and no webview is opened', () => {
    const { webContents } = electron.window;
    expect(webContents.openHandler?.({ url: 'https://learn.microsoft.com/' })).toEqual({ action: 'deny' });
    expect(prevented((event) => webContents.emit('will-attach-webview', event))).toBe(true);
  });

  test('the same holds for whatever contents are made later', async () => {
    const { ContentsDouble } = await import('./double/window-double.ts');
    const later = new ContentsDouble();
    electron.app.emit('web-contents-created', {}, later);
    expect(later.openHandler?.({ url: 'app://console/' })).toEqual({ action: 'deny' });
    expect(prevented((event) => later.emit('will-navigate', event), 'https://example.com/')).toBe(true);
    expect(prevented((event) => later.emit('will-attach-webview', event))).toBe(true);
  });

  test('links leave to the person’s browser from the allow-list only', async () => {
    const allowed = [
      'https://learn.microsoft.com/power-platform',
      'https://contoso.crm4.dynamics.com/main.aspx',
    ];
    for (const url of allowed) expect(await call('app.openExternal', { url })).toMatchObject({ ok: true });
    expect(electron.opened).toEqual(allowed);
    for (const url of [
      'http://learn.microsoft.com/',
      'https://learn.microsoft.com.evil.example/',
      'https://user:word@learn.microsoft.com/',
      'https://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-settings:',
    ])
      expect(await call('app.openExternal', { url }), url).toMatchObject({ ok: false });
    expect(electron.opened).toEqual(allowed);
  });
});

describe('messages', () => {
  test('there is one channel', () => {
    expect([...electron.handlers.keys()]).toEqual([CHANNEL]);
    expect(electron.listeners.eventNames()).toEqual([]);
  });

  test('the window’s own page is answered', async () => {
    expect(await call('app.start', {})).toMatchObject({
      ok: true,
      value: { host: 'electron', version: '1.2.3', demoCloud: true },
    });
  });

  const frame = (url: string) => ({ url, parent: null });
  test.each<readonly [string, Sender]>([
    ['a frame within the page', { frame: { url: 'app://console/index.html', parent: {} }, own: true }],
    ['another window', { frame: frame('app://console/index.html'), own: false }],
    ['a page of the web', { frame: frame('https://console/index.html'), own: true }],
    ['another host of the scheme', { frame: frame('app://console.evil/index.html'), own: true }],
    ['a file', { frame: frame('file:///console/index.html'), own: true }],
    ['a frame that is gone', { frame: null, own: true }],
  ])('%s is refused', async (_who, sender) => {
    expect(await call('app.start', {}, sender)).toMatchObject({
      ok: false,
      error: { code: 'untrusted-sender' },
    });
  });
});

describe('what the host does for the console', () => {
  test('settings are a file of the store in a folder that only this person reads', async () => {
    expect(await call('settings.update', { theme: 'dark' })).toMatchObject({ ok: true });
    const data = join(folder, 'user', 'data');
    expect(JSON.parse(await readFile(join(data, 'settings.json'), 'utf8'))).toMatchObject({
      value: { theme: 'dark' },
    });
    // Windows has no such modes; there a person's application data is theirs by the folder above it.
    const { mode } = await stat(data);
    expect(process.platform === 'win32' ? 0o700 : mode % 0o1000).toBe(0o700);
    expect(electron.listeners.eventNames()).toEqual([]);
  });

  test('settings stand over a restart, and a damaged file is set aside and told of', async () => {
    const userData = join(folder, 'settings');
    const start = async () => {
      const started = await startWithDouble({ userData });
      const ask = (method: string) => asked(started, method, {});
      const end = async () => {
        const ended = new Promise((resolve) => void started.app.once('test:ended', resolve));
        started.window.close();
        await ended;
      };
      return { started, ask, end };
    };
    const first = await start();
    await asked(first.started, 'settings.update', { parallelEnvironments: 5 });
    // The store says by this that it is the one for Electron; the console takes the listener away again.
    expect(first.started.listenedOn).toEqual(['electron-store-get-data']);
    await first.end();

    const second = await start();
    expect(await second.ask('settings.get')).toMatchObject({ value: { parallelEnvironments: 5 } });
    await second.end();

    const file = join(userData, 'data', 'settings.json');
    await writeFile(file, '{"version":1,"value":{"theme":');
    const third = await start();
    expect(await third.ask('settings.get')).toMatchObject({ value: { parallelEnvironments: 16 } });
    expect(await third.ask('app.start')).toMatchObject({
      value: { notices: [{ kind: 'file-quarantined' }] },
    });
    expect((await readdir(join(userData, 'data'))).join(' ')).toMatch(/settings\.damaged-\d+\.json/);
    await third.end();
  });

  test('an answer that never ends is cut off and told of', async () => {
    let gone: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const part = Buffer.alloc(4 * 1024 * 1024, 'x');
    const endless = createServer((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(part));
      };
      response.on('drain', more).on('close', gone).writeHead(200);
      more();
    });
    endless.listen(0, '127.0.0.1');
    await once(endless, 'listening');
    const address = endless.address();
    if (address === null || typeof address === 'string') throw new Error('expected a port');
    electron.routes.set('https://endless.crm4.dynamics.com', `http://127.0.0.1:${address.port}`);
    const answer = await call('workspaces.create', {
      name: 'Endless',
      colour: 'blue',
      cloud: 'public',
      tenant: 'https://endless.crm4.dynamics.com',
      adminClientId: '',
    });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'unexpected-answer',
        params: { host: 'endless.crm4.dynamics.com', status: 200, what: 'too-large' },
      },
    });
    await closed;
    endless.close();
  });

  test('text is saved where the person says, and nowhere when they cancel', async () => {
    const input = { suggestedName: 'plan.json', text: '{}' };
    electron.saveTo = null;
    expect(await call('app.saveText', input)).toMatchObject({ ok: true, value: { saved: false } });
    electron.saveTo = join(folder, 'chosen.json');
    expect(await call('app.saveText', input)).toMatchObject({
      ok: true,
      value: { saved: true, place: 'chosen.json' },
    });
    expect(await readFile(electron.saveTo, 'utf8')).toBe('{}');
    expect(electron.saveDialogs).toEqual([{ defaultPath: 'plan.json' }, { defaultPath: 'plan.json' }]);
  });

  test('text is copied', async () => {
    expect(await call('app.copyText', { text: 'an id' })).toMatchObject({ ok: true });
    expect(electron.copied).toEqual(['an id']);
  });

  test('C8: a credential that ends soon is told on the desktop at the next start; a click brings the window and opens the page', async () => {
    const userData = join(folder, 'reminded');
    const first = await startWithDouble({ userData });
    const explored = await asked(first, 'workspaces.exploreDemo', {});
    const added = await asked(first, 'appProfiles.create', {
      workspaceId: firstWorkspace(explored),
      name: 'Order sync',
      clientId: '0b6f7a52-7d5e-4f0b-9c75-1c2a0f3b7e10',
      homeTenantId: null,
    });
    const expiresOn = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const secret = { label: 'prod', secret: 'aaa8Q~bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', expiresOn };
    expect(
      await asked(first, 'appProfiles.addSecret', { id: firstWorkspace(added), ...secret }),
    ).toMatchObject({ ok: true });
    first.app.quit();
    await expect.poll(() => first.app.ended).toBe('quit');

    const again = await startWithDouble({ userData });
    await expect.poll(() => again.notes.length).toBe(1);
    expect(again.notes[0]).toMatchObject({
      shown: true,
      options: { title: 'A credential of Order sync expires in 5 days', body: 'prod' },
    });
    again.notes[0]?.emit('click');
    expect(again.window.calls.slice(-2)).toEqual(['show', 'focus']);
    again.app.quit();
  });

  test('main reaches the network by a session of its own, without cookies, never following a redirect', async () => {
    const explored = await call('workspaces.exploreDemo', {});
    expect(explored).toMatchObject({ ok: true, value: { workspaces: [{ demo: true }, {}, {}] } });
    const workspaceId = firstWorkspace(explored);
    const signingIn = call('identity.signIn', { workspaceId });
    await expect.poll(() => electron.opened.at(-1)).toContain('/authorize');
    await signInAs(electron.opened.at(-1) ?? '', 'adele.admin@contoso.demo.test');
    expect(await signingIn).toMatchObject({ ok: true, value: { state: 'signed-in' } });
    expect(electron.requests.length).toBeGreaterThan(0);
    for (const request of electron.requests)
      expect({ ...request, session: request.session.name }).toMatchObject({
        session: 'console-network',
        redirect: 'manual',
        useSessionCookies: false,
        credentials: 'omit',
      });
  });

  test('C36: while a secret is typed the window is kept out of screenshots, until the last field is left or the page goes', async () => {
    const { window } = electron;
    const switched = (): readonly string[] => window.calls.filter((one) => one.endsWith('protect'));
    const typing = (id: string): Promise<unknown> =>
      electron.invoke(
        CHANNEL,
        JSON.stringify({ kind: 'start', id, method: 'app.protectContent', input: {} }),
        PAGE,
      );
    await typing('typing-1');
    await typing('typing-2');
    await electron.invoke(CHANNEL, JSON.stringify({ kind: 'cancel', id: 'typing-1' }), PAGE);
    await expect.poll(switched).toEqual(['protect', 'protect']);
    await electron.invoke(CHANNEL, JSON.stringify({ kind: 'cancel', id: 'typing-2' }), PAGE);
    await expect.poll(() => switched().at(-1)).toBe('unprotect');
    await typing('typing-3');
    await expect.poll(() => switched().at(-1)).toBe('protect');
    await window.loadURL('app://console/index.html');
    await expect.poll(() => switched().at(-1)).toBe('unprotect');
  });

  test('a stream reaches the page', async () => {
    const workspaceId = firstWorkspace(await call('workspaces.list', {}));
    const { webContents } = electron.window;
    const ended = new Promise<unknown>((resolve) => {
      webContents.on('test:sent', () => {
        const last: unknown = JSON.parse(webContents.sent.at(-1)?.text ?? '{}');
        if (last instanceof Object && 'kind' in last && last.kind === 'end') resolve(last);
      });
    });
    await send({ kind: 'start', method: 'environments.discover', input: { workspaceId } });
    expect(await ended).toMatchObject({ reply: { ok: true, value: { added: 3 } } });
    expect(new Set(webContents.sent.map(({ channel }) => channel))).toEqual(new Set([CHANNEL]));
  });
});

describe('the keychain', () => {
  const servicesAt = async (userData: string): Promise<readonly string[]> => {
    const started = await startWithDouble({ userData, appData: folder });
    started.app.quit();
    return [...started.keychain.keys()];
  };

  test('of the usual folder goes by the product’s plain name, also by a link to it', async () => {
    const usual = join(folder, 'S2S Console');
    expect(await servicesAt(usual)).toEqual(['S2S Console']);
    const link = join(folder, 'link');
    await symlink(usual, link, 'junction');
    expect(await servicesAt(link)).toEqual(['S2S Console']);
  });

  test('of any other folder is one of its own', async () => {
    const services = [
      ...(await servicesAt(join(folder, 'one'))),
      ...(await servicesAt(join(folder, 'other'))),
    ];
    expect(new Set(services).size).toBe(2);
    for (const service of services) expect(service).toMatch(/^S2S Console [0-9a-f]{16}$/);
  });
});

const firstWorkspace = (reply: unknown): string => {
  const found = /"id":"([^"]+)"/.exec(JSON.stringify(reply))?.[1];
  if (found === undefined) throw new Error('There is no workspace.');
  return found;
};

describe('starting and ending', () => {
  test('a second start opens nothing and ends; the first comes to the front', async () => {
    const second = await startWithDouble({ userData: join(folder, 'user'), firstInstance: false });
    expect(second.app.ended).toBe('quit');
    expect(second.windowCount).toBe(0);
    const before = electron.window.calls.length;
    electron.window.minimized = true;
    electron.app.emit('second-instance');
    expect(electron.window.calls.slice(before)).toEqual(['restore', 'focus']);
  });

  test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags'])(
    'a packaged console does not start with --%s',
    async (name) => {
      const debugged = await startWithDouble({ userData: join(folder, 'debugged'), switches: [name] });
      expect(debugged.app.ended).toBe('exit');
      expect(debugged.windowCount).toBe(0);
    },
  );

  test('closing the window ends the program, after the journal was closed', async () => {
    const once = await startWithDouble({ userData: join(folder, 'once') });
    const ended = new Promise((resolve) => {
      once.app.once('test:ended', resolve);
    });
    once.window.close();
    expect(once.app.ended).toBeNull();
    await ended;
    expect(once.app.ended).toBe('quit');
    expect(await readFile(join(folder, 'once', 'data', 'activity.jsonl'), 'utf8')).toContain('1.2.3');
  });

  test('what prevents a start is said', async () => {
    const broken = await startWithDouble({ userData: join(projectRoot, 'package.json') });
    expect(broken.app.ended).toBe('exit');
    expect(broken.errorBoxes).toEqual([expect.stringContaining('S2S Console cannot start')]);
  });
});

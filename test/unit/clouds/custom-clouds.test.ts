import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cloudsHandlers } from '../../../main/clouds/handlers.ts';
import { openClouds } from '../../../main/console/open-clouds.ts';
import type { CloudDraft } from '../../../preload/contract/words/cloud-rules.ts';
import { readOrigin, readOverrides } from '../../../preload/contract/words/cloud-rules.ts';
import { CLOUD_HOSTS } from '../../../preload/contract/words/cloud-hosts.ts';
import { cloudsOf } from '../../support/builders/clouds-of.ts';
import { run } from '../identity/rig.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';

const draft: CloudDraft = {
  name: 'Air gap',
  authority: 'login.eaglex.example',
  portal: '',
  graph: 'https://graph.eaglex.example/',
  discovery: 'HTTPS://GlobalDisco.crm.eaglex.example',
  admin: 'https://api.bap.eaglex.example:8443',
  adminResource: 'https://service.eaglex.example',
  powerApps: '',
  powerPlatform: '',
  adminCenter: 'admin.eaglex.example',
  maker: '',
  environmentSuffixes: ['*.CRM.eaglex.example', '.other.example'],
  pacName: '',
};

let files: ReturnType<typeof realDocumentFiles>;
beforeEach(() => {
  files = realDocumentFiles();
});
afterEach(() => files.remove());

const opened = (workspaces: Parameters<typeof openClouds>[3] = () => []) =>
  openClouds(files.open, () => {}, [], workspaces);

describe('C20: a custom cloud', () => {
  test('is read leniently, kept over a restart, and recognised by its environments', () => {
    const saved = opened().save(null, draft);
    expect(saved).toEqual({
      ok: true,
      value: {
        id: 'custom:air-gap',
        name: 'Air gap',
        authority: 'https://login.eaglex.example',
        portal: null,
        graph: 'https://graph.eaglex.example',
        discovery: 'https://globaldisco.crm.eaglex.example',
        admin: 'https://api.bap.eaglex.example:8443',
        adminResource: 'https://service.eaglex.example',
        powerApps: null,
        powerPlatform: null,
        adminCenter: 'https://admin.eaglex.example',
        maker: null,
        environmentSuffixes: ['.crm.eaglex.example', '.other.example'],
        pacName: null,
      },
    });
    const again = opened();
    expect(again.find('custom:air-gap')).toEqual(saved.ok ? saved.value : null);
    expect(again.understand('https://org.crm.eaglex.example/main.aspx')).toMatchObject({
      value: { url: 'https://org.crm.eaglex.example', cloud: 'custom:air-gap' },
    });
    // Its own services stand below its suffix and are no environments.
    expect(again.understand('https://globaldisco.crm.eaglex.example').ok).toBe(false);
    expect(again.allowLink('https://admin.eaglex.example/environments').ok).toBe(true);
  });

  test('is changed under its id, and not when it ships', () => {
    const clouds = opened();
    clouds.save(null, draft);
    expect(clouds.save('custom:air-gap', { ...draft, name: 'Renamed' })).toMatchObject({
      value: { id: 'custom:air-gap', name: 'Renamed' },
    });
    expect(clouds.all()).toHaveLength(7);
    expect(clouds.save('public', draft)).toMatchObject({ error: { code: 'not-found' } });
    expect(clouds.remove('public')).toMatchObject({ error: { code: 'not-found' } });
    expect(
      clouds.save(null, { ...draft, name: 'RENAMED', environmentSuffixes: ['.free.example'] }),
    ).toMatchObject({
      error: { code: 'already-exists' },
    });
  });

  test('stays while a workspace is in it', () => {
    const workspaces = [{ name: 'Client', cloud: 'custom:air-gap' as const, hosts: {} }];
    const clouds = opened(() => workspaces);
    clouds.save(null, draft);
    expect(clouds.remove('custom:air-gap')).toMatchObject({
      error: { code: 'cloud-in-use', params: { cloud: 'Air gap', workspaces: 'Client' } },
    });
    workspaces.pop();
    expect(clouds.remove('custom:air-gap')).toEqual({ ok: true, value: null });
    expect(opened().find('custom:air-gap')).toBeNull();
  });

  test.each([
    ['authority', '', 'missing'],
    ['authority', 'http://login.eaglex.example', 'not-https'],
    ['authority', 'https://login.eaglex.example/common', 'not-an-origin'],
    ['authority', 'https://login.eaglex.example/?x', 'not-an-origin'],
    ['graph', 'https://user:pass@graph.eaglex.example', 'not-an-origin'],
    ['graph', 'https://localhost', 'not-a-name'],
    ['graph', 'https://127.0.0.1', 'not-a-name'],
    ['graph', 'https://[::1]', 'not-a-name'],
    ['graph', 'https://graph.localhost', 'not-a-name'],
    ['discovery', 'https://discovery', 'not-a-name'],
    ['admin', 'https://api.bap.demo.test', 'demo-only'],
    ['maker', 'two words', 'not-an-address'],
    ['name', ' ', 'missing'],
    ['environmentSuffixes', [], 'missing'],
    ['environmentSuffixes', ['.com'], 'not-a-suffix'],
    ['environmentSuffixes', ['.crm.*.example'], 'not-a-suffix'],
    ['environmentSuffixes', ['.crm4.dynamics.com'], 'suffix-taken'],
    ['environmentSuffixes', ['.dynamics.com'], 'suffix-taken'],
    ['environmentSuffixes', ['.my.demo.test'], 'suffix-taken'],
  ])('%s %j is refused: %s', (field, value, problem) => {
    expect(opened().save(null, { ...draft, [field]: value })).toMatchObject({
      ok: false,
      error: { code: 'cloud-invalid', params: { field, problem } },
    });
  });

  test('is saved and removed over the border', async () => {
    const handlers = cloudsHandlers({ clouds: opened() });
    expect(await run(handlers['clouds.save'], { id: null, ...draft })).toMatchObject({ ok: true });
    expect(await run(handlers['clouds.list'], {})).toMatchObject({
      value: {
        clouds: ['public', 'gcc', 'gcc-high', 'dod', 'china', 'demo', 'custom:air-gap'].map((id) => ({ id })),
      },
    });
    expect(await run(handlers['clouds.remove'], { id: 'custom:air-gap' })).toEqual({ ok: true, value: {} });
  });
});

describe('properties', () => {
  const label = fc.constantFrom('a', 'b', 'crm', 'crm4', 'dynamics', 'eaglex');
  const suffix = fc
    .array(label, { minLength: 1, maxLength: 3 })
    .chain((labels) =>
      fc.constantFrom('com', 'us', 'test', 'example').map((end) => `.${labels.join('.')}.${end}`),
    );

  test('whatever custom clouds are let in, no environment belongs to two of them, and none to one that ships', () => {
    fc.assert(
      fc.property(fc.array(fc.array(suffix, { minLength: 1, maxLength: 2 }), { maxLength: 5 }), (wanted) => {
        const clouds = cloudsOf();
        for (const [at, environmentSuffixes] of wanted.entries())
          clouds.save(null, { ...draft, name: `Cloud ${at}`, environmentSuffixes });
        const custom = clouds.all().filter(({ id }) => id.startsWith('custom:'));
        for (const row of custom)
          for (const ending of row.environmentSuffixes) {
            const claims = clouds
              .all()
              .filter((other) =>
                other.environmentSuffixes.some(
                  (its) => `x${ending}`.endsWith(its) || `x${its}`.endsWith(ending),
                ),
              );
            expect(claims.map(({ id }) => id)).toEqual([row.id]);
          }
      }),
      { numRuns: 200 },
    );
  });

  test('an address is read to an https origin of a named host, or refused; reading it again changes nothing', () => {
    const text = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.domain(),
      fc.constantFrom(
        'https://a.b.example\\@c',
        'https:/a.b.example',
        '//a.b.example',
        'a.b.example:99999',
        'ａ.example.com',
      ),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (typed, demo) => {
        const read = readOrigin(typed, demo);
        if (!('origin' in read)) return;
        expect(read.origin).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/);
        expect(readOrigin(read.origin, demo)).toEqual(read);
        expect(new URL(read.origin).hostname.endsWith('.demo.test')).toBe(demo);
      }),
      { numRuns: 500 },
    );
  });
});

describe('C20: the hosts of a workspace', () => {
  const clouds = cloudsOf();
  const gcc = clouds.find('gcc');
  if (gcc === null) throw new Error('GCC ships with the console');

  test('every host can be another one; the rest is the cloud’s', () => {
    for (const host of CLOUD_HOSTS) {
      const row = clouds.of({ cloud: 'gcc', hosts: { [host]: 'https://other.example.us' } });
      expect(row).toEqual({ ...gcc, [host]: 'https://other.example.us' });
    }
    expect(clouds.of({ cloud: 'custom:gone', hosts: {} })).toBeNull();
  });

  test('what is empty or the cloud’s own anyway is no override', () => {
    expect(
      readOverrides({ graph: 'graph.microsoft.com/', admin: ' ', maker: 'make.example.us' }, gcc, false),
    ).toEqual({ overrides: { maker: 'https://make.example.us' } });
    expect(readOverrides({ graph: 'http://x.example' }, gcc, false)).toEqual({
      field: 'graph',
      problem: 'not-https',
    });
  });

  test('a workspace cannot be sent to the demo cloud, nor the demo cloud elsewhere', () => {
    expect(readOverrides({ authority: 'login.demo.test' }, gcc, false)).toMatchObject({
      problem: 'demo-only',
    });
    expect(readOverrides({ authority: 'login.microsoftonline.com' }, gcc, true)).toMatchObject({
      problem: 'demo-only',
    });
  });

  test('links of a workspace’s own hosts open while there is such a workspace', () => {
    const workspaces = [
      { name: 'Client', cloud: 'gcc' as const, hosts: { adminCenter: 'https://admin.example.us' } },
    ];
    const own = cloudsOf({ workspaces: () => workspaces });
    expect(own.allowLink('https://admin.example.us/x').ok).toBe(true);
    workspaces.pop();
    expect(own.allowLink('https://admin.example.us/x').ok).toBe(false);
  });
});

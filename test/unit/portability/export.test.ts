import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSealedExport, sealExport } from '../../../main/portability/export/sealed-export.ts';
import { contract } from '../../../preload/contract/index.ts';
import { passphraseStrength } from '../../../preload/contract/words/portability.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import { explain } from '../../../preload/contract/words/texts/en.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { madeCertificate } from '../vault/made-certificate.ts';
import { portabilityRig } from './handed-over.ts';

/** Keys take long to make: one for all tests. */
const made = madeCertificate({ name: 'first' });
let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
const start = async () => {
  const rig = await portabilityRig(cloud);
  open.push(rig.close);
  return rig;
};

const PASSPHRASE = 'violet otter walks backwards';
const SECRET = 'Abc8Q~export-canary-Zx91';
const CLIENT = must(parseClientId('11111111-2222-4333-8444-555555555555'));

/** A console with a workspace of a demo tenant, an environment, and an app with a secret and a certificate. */
const filled = async () => {
  const rig = await start();
  const tenantId = tenantOf(cloud, 'Contoso');
  const workspace = await rig.get(contract['workspaces.create'], {
    name: 'Contoso',
    colour: 'teal',
    cloud: 'demo',
    tenant: tenantId,
    adminClientId: '',
  });
  const url = cloud.description.environments.find((one) => one.tenantId === tenantId)?.url ?? '';
  await rig.get(contract['environments.add'], { workspaceId: workspace.id, text: url, name: 'Production' });
  const { id } = await rig.get(contract['appProfiles.create'], {
    workspaceId: workspace.id,
    name: 'Order sync',
    clientId: CLIENT,
    homeTenantId: tenantId,
  });
  await rig.get(contract['appProfiles.addSecret'], { id, label: 'main', secret: SECRET, expiresOn: null });
  const added = await rig.get(contract['appProfiles.addCertificate'], {
    id,
    label: 'CN=first',
    files: [Buffer.from(made.certificatePem + made.privateKeyPem).toString('base64')],
  });
  if (added.outcome !== 'stored') throw new Error('there is one certificate in it');
  const { profile } = added;
  const [keyLine = ''] = made.privateKeyPem.split('\n').slice(8);
  const write = async (passphrase: string | null) => {
    const told = await rig.get(contract['portability.export'], { workspaceIds: [workspace.id], passphrase });
    const file = rig.saved.at(-1);
    return { told, name: file?.name ?? '', text: file?.text ?? '' };
  };
  return { ...rig, workspace, profile, keyLine, write };
};
const parsed = (text: string): Record<string, unknown> => {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
};
const documents = (folder: string): string =>
  ['workspaces', 'environments', 'app-profiles']
    .map((name) => readFileSync(join(folder, `${name}.json`), 'utf8'))
    .join();

describe('C36: an export without secrets', () => {
  test('is readable, holds no secret, and comes in elsewhere with credentials to be entered again', async () => {
    const one = await filled();
    const { told, name, text } = await one.write(null);
    expect(told).toMatchObject({
      saved: true,
      place: name,
      workspaces: 1,
      environments: 1,
      apps: 1,
      secrets: 0,
    });
    expect(name).toMatch(/^s2s-console Contoso \d{4}-\d\d-\d\d\.json$/);
    for (const hidden of [SECRET, one.keyLine, 'PRIVATE KEY', 'journal-key', 'sign-in-'])
      expect(text).not.toContain(hidden);

    const other = await start();
    const { before, merge } = await other.bring(text);
    expect(merge).toEqual(before);
    expect(merge).toMatchObject({
      withSecrets: false,
      workspaces: [{ name: 'Contoso', merge: 'new', environmentsAdded: 1 }],
      apps: [{ name: 'Order sync', merge: 'new', credentials: [{ merge: 'enter' }, { merge: 'enter' }] }],
    });
    const { profiles } = await other.get(contract['appProfiles.list'], { workspaceId: one.workspace.id });
    expect(profiles[0]?.credentials.map(({ kept, label }) => `${label} ${kept}`)).toEqual([
      'main missing',
      'CN=first missing',
    ]);
    const { environments } = await other.get(contract['environments.list'], {
      workspaceId: one.workspace.id,
    });
    expect(environments).toMatchObject([{ name: 'Production', cloud: 'demo', source: 'manual' }]);
  });

  test('what stands in it is what docs/EXPORT-FORMAT.md says', async () => {
    const one = await filled();
    const { text } = await one.write(null);
    const page = readFileSync('docs/EXPORT-FORMAT.md', 'utf8');
    const names = (value: unknown): readonly string[] =>
      Array.isArray(value)
        ? value.flatMap(names)
        : value instanceof Object
          ? Object.entries(value).flatMap(([name, inner]: [string, unknown]) => [name, ...names(inner)])
          : [];
    const sealed = names(JSON.parse((await one.write(PASSPHRASE)).text));
    for (const name of new Set([...names(JSON.parse(text)), ...sealed]))
      expect(page).toContain(`\`${name}\``);
  });

  test('a first version of the file is read for ever', async () => {
    const text = readFileSync(join(import.meta.dirname, 'export-v1.json'), 'utf8');
    const { merge } = await (await start()).bring(text);
    expect(merge).toMatchObject({
      workspaces: [{ name: 'Adventure Works', merge: 'new', environmentsAdded: 1 }],
      apps: [{ name: 'Shipping', merge: 'new', credentials: [{ label: '2025', merge: 'enter' }] }],
    });
  });
});

describe('C7: an export with secrets', () => {
  test('is sealed, and everything works again where it is opened', async () => {
    const one = await filled();
    const { told, text } = await one.write(PASSPHRASE);
    expect(told).toMatchObject({ secrets: 2, leftOut: [] });
    for (const hidden of [SECRET, one.keyLine, PASSPHRASE, 'Order sync', CLIENT])
      expect(text).not.toContain(hidden);

    const other = await start();
    const { merge } = await other.bring(text, PASSPHRASE);
    expect(JSON.stringify(merge)).not.toContain(SECRET);
    expect(merge.apps[0]?.credentials.map(({ merge: how }) => how)).toEqual(['comes', 'comes']);
    const { profiles } = await other.get(contract['appProfiles.list'], { workspaceId: one.workspace.id });
    expect(profiles[0]?.credentials.map(({ kept, id }) => `${kept} ${id}`)).toEqual(
      one.profile.credentials.map(({ id }) => `keychain ${id}`),
    );
    expect(other.memory.entries.get(`value:${one.profile.credentials[0]?.id ?? ''}`)).toContain(SECRET);
    expect(documents(other.folder)).not.toContain(SECRET);
  });

  test('a certificate that was made here and is not in Entra yet is so elsewhere too', async () => {
    const one = await filled();
    await one.get(contract['appProfiles.makeCertificate'], {
      id: one.profile.id,
      label: 'new',
      subject: 'Order sync',
      bits: 2048,
      validUntil: new Date(Date.now() + 86_400_000).toISOString(),
    });
    const { text } = await one.write(PASSPHRASE);
    const other = await start();
    await other.bring(text, PASSPHRASE);
    const { profiles } = await other.get(contract['appProfiles.list'], { workspaceId: one.workspace.id });
    expect(profiles[0]?.credentials.map(({ label, notInEntraYet }) => [label, notInEntraYet])).toEqual([
      ['main', false],
      ['CN=first', false],
      ['new', true],
    ]);
  });

  test('a second time changes nothing', async () => {
    const one = await filled();
    const { text } = await one.write(PASSPHRASE);
    const other = await start();
    await other.bring(text, PASSPHRASE);
    const before = [documents(other.folder), new Map(other.memory.entries)];
    const { merge } = await other.bring(text, PASSPHRASE);
    expect([merge.workspaces[0]?.merge, merge.apps[0]?.merge]).toEqual(['same', 'same']);
    const after = [documents(other.folder), new Map(other.memory.entries)];
    const withoutJournal = (entries: unknown) =>
      entries instanceof Map ? [...entries].filter(([name]) => !String(name).includes('journal')) : entries;
    expect(after.map(withoutJournal)).toEqual(before.map(withoutJournal));
  });

  test('no credential is overwritten; one that was lost comes back', async () => {
    const one = await filled();
    const { text } = await one.write(PASSPHRASE);
    const [secret, certificate] = one.profile.credentials;
    const id = one.profile.id;
    const value = { kind: 'secret', secret: `${SECRET}-newer` } as const;
    await one.get(contract['appProfiles.reenter'], { id, credentialId: must(secret).id, value });
    one.memory.entries.delete(`value:${certificate?.id ?? ''}`);
    const { merge } = await one.bring(text, PASSPHRASE);
    expect(merge.apps[0]?.credentials.map(({ merge: how }) => how)).toEqual(['present', 'restored']);
    expect(one.memory.entries.get(`value:${secret?.id ?? ''}`)).toContain('-newer');
    const { profiles } = await one.get(contract['appProfiles.list'], { workspaceId: one.workspace.id });
    expect(profiles[0]?.credentials.map(({ kept }) => kept)).toEqual(['keychain', 'keychain']);
  });

  test('what the vault cannot read is left out and named', async () => {
    const one = await filled();
    one.memory.is('locked');
    const { told } = await one.write(PASSPHRASE);
    expect(told.secrets).toBe(0);
    expect(told.leftOut).toMatchObject([
      { app: 'Order sync', label: 'main', error: { code: 'vault-locked' } },
      { label: 'CN=first' },
    ]);
  });

  test.each([
    ['short', 'too-short'],
    ['password password', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ])('the passphrase %s is refused, and nothing is written', async (passphrase, strength) => {
    const one = await filled();
    expect(await one.ask('portability.export', { workspaceIds: [], passphrase })).toMatchObject({
      error: { code: 'passphrase-weak', params: { strength } },
    });
    expect(one.saved).toEqual([]);
  });

  test('a phrase of several words is the strongest', () => {
    expect(['violet otter walks backwards', 'kT9#mQ2!vX7p'].map(passphraseStrength)).toEqual([
      'strong',
      'fair',
    ]);
  });
});

describe('C36: a sealed file that is not as it was', () => {
  let text = '';
  beforeAll(async () => {
    text = await sealExport('{"a":1}', PASSPHRASE);
  });
  const opened = async (change: Record<string, unknown>, passphrase = PASSPHRASE) => {
    const answer = await openSealedExport({ ...parsed(text), ...change }, passphrase);
    return answer.ok
      ? answer.value
      : [answer.error.code, answer.error.params['problem'] ?? ''].join(' ').trim();
  };
  const kdf = (change: Record<string, unknown>) => {
    return { kdf: { ...z.record(z.string(), z.unknown()).parse(parsed(text)['kdf']), ...change } };
  };

  test('opens with its passphrase, however its letters were typed', async () => {
    expect(await opened({})).toBe('{"a":1}');
    const accents = await sealExport('x', 'cafe\u0301 au lait sans sucre');
    expect(await openSealedExport(JSON.parse(accents), 'caf\u00e9 au lait sans sucre')).toEqual({
      ok: true,
      value: 'x',
    });
  });
  test('says that the passphrase is another one', async () => {
    expect(await opened({}, 'another passphrase')).toBe('import-passphrase');
  });
  test('says that it is cut, changed or newer', async () => {
    expect(await opened({ data: '' })).toBe('import-unreadable truncated');
    expect(await opened({ data: Buffer.from('{"a":2}').toString('base64') })).toBe(
      'import-unreadable changed',
    );
    expect(await opened({ bytes: 3 })).toBe('import-unreadable changed');
    expect(await opened({ version: 2 })).toBe('import-unreadable newer');
    expect(await opened({ extra: 1 })).toBe('import-unreadable not-valid');
    expect(await opened(kdf({ name: 'md5' }))).toBe('import-unreadable not-valid');
  });
  test.each([
    { n: 2 ** 30 },
    { n: 2 ** 18, r: 16 },
    { p: 17 },
    { r: 65 },
    { n: 3 },
    { n: 2 ** 17, r: 8, p: 16 },
  ])('asks for what no file may ask for: %j', async (change) => {
    expect(await opened(kdf(change))).toBe('import-unreadable hostile');
  });
  test('any other value is refused by value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await openSealedExport(value, PASSPHRASE)).toMatchObject({ ok: false });
      }),
      { numRuns: 200 },
    );
  });
  test('a file that ends too early is known as ours', async () => {
    const rig = await start();
    expect(await rig.preview(text.slice(0, -40), PASSPHRASE)).toMatchObject({
      error: { code: 'import-unreadable', params: { problem: 'truncated' } },
    });
    expect(await rig.preview(text)).toMatchObject({ error: { code: 'import-passphrase-needed' } });
  });
});

describe('C36: an export made by somebody else', () => {
  const hostile = async (change: (document: Record<string, unknown>) => void) => {
    const one = await filled();
    const document = parsed((await one.write(null)).text);
    change(document);
    const other = await start();
    return { ...(await other.bring(JSON.stringify(document))), other, workspaceId: one.workspace.id };
  };
  const first = (document: Record<string, unknown>, list: string): Record<string, unknown> => {
    const all = document[list];
    return Array.isArray(all) && all[0] instanceof Object ? (all[0] as Record<string, unknown>) : {};
  };

  test('brings no environment of a foreign host, none of another tenant, and no hosts of its own', async () => {
    const { merge, other, workspaceId } = await hostile((document) => {
      const environment = first(document, 'environments');
      first(document, 'workspaces')['hosts'] = { authority: 'https://login.evil.example' };
      document['environments'] = [
        { ...environment, url: 'https://evil.example' },
        { ...environment, tenantId: CLIENT },
      ];
    });
    expect(merge.workspaces).toMatchObject([{ environmentsAdded: 0 }]);
    const { workspaces } = await other.get(contract['workspaces.list'], {});
    expect(workspaces.find(({ id }) => id === workspaceId)?.hosts).toEqual({});
  });

  test('brings no value that is not what the record says', async () => {
    const wrong = madeCertificate({ name: 'wrong' });
    const { merge } = await hostile((document) => {
      const [secret, certificate] = [first(document, 'apps')['credentials']].flat();
      const idOf = (one: unknown) => (one instanceof Object ? String(Reflect.get(one, 'id')) : '');
      document['values'] = {
        [idOf(secret)]: JSON.stringify({ kind: 'password', secret: 'x' }),
        [idOf(certificate)]: JSON.stringify({
          kind: 'certificate',
          ...wrong,
          thumbprintSha256: '00',
          notBefore: '2020-01-01T00:00:00Z',
          notAfter: '2030-01-01T00:00:00Z',
        }),
      };
    });
    expect(merge.apps[0]?.credentials.map(({ merge: how }) => how)).toEqual(['unreadable', 'unreadable']);
  });

  test('of a cloud that is not known here stays outside', async () => {
    const { merge } = await hostile((document) => {
      first(document, 'workspaces')['cloud'] = 'custom:elsewhere';
    });
    expect(merge.workspaces).toMatchObject([{ merge: 'cloud-unknown', environmentsAdded: 0 }]);
  });

  test('sealed by a newer console is refused before anybody is asked for its passphrase, and says which version it has', async () => {
    const rig = await start();
    const file = parsed(await sealExport('{}', PASSPHRASE));
    const put = (change: Record<string, unknown>) => rig.preview(JSON.stringify({ ...file, ...change }));
    expect(await put({})).toMatchObject({ error: { code: 'import-passphrase-needed' } });
    const newer = await put({ version: 3 });
    expect(newer).toMatchObject({ error: { params: { problem: 'newer', detail: '3' } } });
    expect(newer.ok ? '' : explain(newer.error).cause).toContain('version 3');
    expect(await put({ data: '' })).toMatchObject({ error: { params: { problem: 'truncated' } } });
    expect(await put({ tag: '' })).toMatchObject({ error: { params: { problem: 'not-valid' } } });
  });

  test.each([
    [{ version: 2 }, 'newer'],
    [{ workspaces: 'none' }, 'not-valid'],
    [{ apps: [{ name: '' }] }, 'not-valid'],
  ])('%j is refused', async (change, problem) => {
    const one = await filled();
    const document = { ...parsed((await one.write(null)).text), ...change };
    expect(await one.preview(JSON.stringify(document))).toMatchObject({
      error: { code: 'import-unreadable', params: { problem } },
    });
  });

  test('more than ten megabytes are not taken', async () => {
    const rig = await start();
    const piece = Buffer.alloc(380_000, 97).toString('base64');
    const begun = contract['portability.put'].output.parse(
      await rig.get(contract['portability.put'], { importId: null, piece }),
    );
    let last: unknown = null;
    for (let count = 0; count < 30 && last === null; count += 1) {
      const answer = await rig.ask('portability.put', { importId: begun.importId, piece });
      if (!answer.ok) last = answer.error;
    }
    expect(last).toMatchObject({ code: 'import-unreadable', params: { problem: 'too-large' } });
    expect(await rig.ask('portability.preview', { importId: begun.importId })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  test('what was forgotten is gone', async () => {
    const rig = await start();
    const importId = await rig.handOver('AuthType=ClientSecret');
    await rig.get(contract['portability.forget'], {});
    expect(await rig.ask('portability.preview', { importId })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

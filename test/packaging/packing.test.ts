import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll, listPackage } from '@electron/asar';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloudThread } from '../../main/hosts/demo-cloud.ts';
import { certificateReader } from '../../main/vault/read-certificate.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';
import { madeCertificate } from '../unit/vault/made-certificate.ts';
import { pack } from './support/pack.ts';
import type { Target } from './support/pack.ts';

const TARGETS: readonly (Target & { readonly magic: string })[] = [
  { platform: 'linux', arch: 'x64', magic: '\u007fELF' },
  { platform: 'linux', arch: 'arm64', magic: '\u007fELF' },
  { platform: 'win32', arch: 'x64', magic: 'MZ' },
];

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .toSorted();
};

/** What `out/` holds that the product runs: everything but the other host's entry. */
const expectedBuild = async (): Promise<readonly string[]> =>
  (await filesBelow(join(projectRoot, 'out')))
    .filter((path) => !['.built', 'main/chromium.js'].includes(path))
    .map((path) => `out/${path}`);

/** The built files that `entries` reach through their imports, which the build writes as relative paths. */
const reachedFrom = async (folder: string, entries: readonly string[]): Promise<ReadonlySet<string>> => {
  const reached = new Set(entries);
  for (const name of reached) {
    const source = await readFile(join(folder, name), 'utf8');
    for (const [, path = ''] of source.matchAll(/["'`]\.\/((?:chunks\/)?[\w-]+\.js)["'`]/g)) {
      const near = name.startsWith('chunks/') ? `chunks/${path}` : path;
      if (existsSync(join(folder, near))) reached.add(near);
    }
  }
  return reached;
};

describe.each(TARGETS)('the package for $platform $arch', ({ platform, arch, magic }) => {
  let folder = '';
  let resources = '';
  let listed: readonly string[] = [];
  const unpacked = () => join(resources, 'app.asar.unpacked');
  const prebuild = `node_modules/keytar/prebuilds/${platform}-${arch}/keytar.node`;
  const keytar = [
    'node_modules/keytar/LICENSE.md',
    'node_modules/keytar/lib/keytar.js',
    'node_modules/keytar/package.json',
    prebuild,
  ];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 's2s-console-packing-'));
    resources = await pack(folder, { platform, arch });
    const archive = join(resources, 'app.asar');
    const everything = listPackage(archive, { isPack: false }).map((path) =>
      path.split(sep).join('/').slice(1),
    );
    listed = everything.filter((path) => !everything.some((other) => other.startsWith(`${path}/`)));
    extractAll(archive, join(folder, 'extracted'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('holds the built console, its icon and keytar, and not one file more', async () => {
    expect(listed.toSorted()).toEqual(
      ['assets/icon.png', 'package.json', ...keytar, ...(await expectedBuild())].toSorted(),
    );
  });

  test('holds no chunk that only the other host uses, and both workers', async () => {
    const reached = await reachedFrom(join(projectRoot, 'out', 'main'), ['electron.js']);
    expect([...reached]).toEqual(expect.arrayContaining(['demo-cloud.js', 'certificate-worker.js']));
    const packed = listed.flatMap((path) =>
      path.startsWith('out/main/') ? [path.slice('out/main/'.length)] : [],
    );
    expect(packed.toSorted()).toEqual([...reached].toSorted());
  });

  test('has keytar beside the archive, with the prebuild of this platform alone', async () => {
    expect(await filesBelow(unpacked())).toEqual(keytar.toSorted());
    const content = await readFile(join(unpacked(), prebuild), 'latin1');
    expect(content.startsWith(magic)).toBe(true);
  });

  test('tells of no script, no development package, no source map and no folder of the machine that built it', async () => {
    const packageFile: unknown = JSON.parse(
      await readFile(join(folder, 'extracted', 'package.json'), 'utf8'),
    );
    expect(packageFile).toMatchObject({ name: 's2s-console', main: 'out/main/electron.js' });
    expect(packageFile).not.toHaveProperty('devDependencies');
    expect(packageFile).not.toHaveProperty('scripts');
    for (const path of listed.filter((name) => name !== prebuild && !name.endsWith('.png'))) {
      const content = await readFile(join(folder, 'extracted', path), 'utf8');
      expect(content.includes(projectRoot), path).toBe(false);
      expect(content.includes('sourceMappingURL='), path).toBe(false);
    }
  });

  test('asks no server for updates', () => {
    expect(existsSync(join(resources, 'app-update.yml'))).toBe(false);
  });

  test('its demo cloud and its certificate reader run from the packed files alone', async () => {
    const packed = (name: string): URL => pathToFileURL(join(folder, 'extracted', 'out', 'main', name));
    const cloud = await startDemoCloudThread(packed('demo-cloud.js'));
    try {
      const answer = await fetch(cloud.description.portal);
      expect(answer.status).toBe(200);
    } finally {
      await cloud.stop();
    }
    const read = certificateReader(packed('certificate-worker.js'));
    const { certificatePem, privateKeyPem } = madeCertificate({ name: 'packed' });
    const store = forge.pkcs12.toPkcs12Asn1(
      forge.pki.privateKeyFromPem(privateKeyPem),
      forge.pki.certificateFromPem(certificatePem),
      'right',
    );
    const base64 = Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1').toString('base64');
    expect(await read({ files: [base64], password: 'right' })).toMatchObject({ ok: true });
    expect(await read({ files: [base64], password: 'wrong' })).toMatchObject({
      ok: false,
      error: { code: 'certificate-password' },
    });
  });
});

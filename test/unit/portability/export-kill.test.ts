import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveFile } from '../../../main/hosts/save-file.ts';
import { openSealedExport } from '../../../main/portability/export/sealed-export.ts';
import { contract } from '../../../preload/contract/index.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { folderConsole } from '../fleet/support/folder-console.ts';
import { canFillDisk, fillDisk, freeDisk } from '../fleet/support/full-disk.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { killStandingStill } from '../fleet/support/kill-standing-still.ts';
import { startCloud } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import type { ExportingTask, ExportMoment } from './exporting-child.ts';

const PASSPHRASE = 'violet otter walks backwards';
const SECRET = 'Abc8Q~killed-export-canary-Zx91';

let cloud: RunningCloud;
let folder: string;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  cloud = await startCloud();
  folder = mkdtempSync(join(tmpdir(), 's2s-export-kill-'));
  const console = await folderConsole(folder, cloud, { account: '' });
  const { workspaces } = await console.get(contract['workspaces.exploreDemo'], {});
  workspaceId = must(workspaces[0]).id;
  const { id } = await console.get(contract['appProfiles.create'], {
    workspaceId,
    name: 'Order sync',
    clientId: must(parseClientId('11111111-2222-4333-8444-555555555555')),
    homeTenantId: null,
  });
  await console.get(contract['appProfiles.addSecret'], {
    id,
    label: 'main',
    secret: SECRET,
    expiresOn: null,
  });
  await console.close();
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills an export at that moment; what it left in the chosen folder, by name. */
const killedAt = async (moment: ExportMoment): Promise<ReadonlyMap<string, string>> => {
  const exports = join(folder, moment);
  mkdirSync(exports);
  const task: ExportingTask = { folder, exports, cloud: cloud.description, passphrase: PASSPHRASE, moment };
  await killStandingStill(new URL('exporting-child.ts', import.meta.url), task);
  return new Map(readdirSync(exports).map((name) => [name, readFileSync(join(exports, name), 'utf8')]));
};

/** What the journal tells of exports, newest first, and whether the secret stands in any file of the console. */
const afterwards = async () => {
  const console = await folderConsole(folder, cloud, { account: '' });
  const { entries } = await console.get(contract['activity.list'], { workspaceId, before: null, limit: 20 });
  await console.close();
  const files = readdirSync(console.dataFolder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'));
  return {
    told: entries
      .filter(({ kind }) => kind === 'exported')
      .map(({ summary, outcome }) => `${outcome}: ${summary.split(' ').slice(0, 3).join(' ')}`),
    leaks: files.filter((text) => text.includes(SECRET)).length,
  };
};

describe('C7, C36: kill -9 while everything is exported with secrets', () => {
  test('before the file: nothing is there, and the journal says that it was begun', async () => {
    expect([...(await killedAt('told')).keys()]).toEqual([]);
    expect(await afterwards()).toEqual({ told: ['none: Began to export'], leaks: 0 });
  });

  test('with half a file: it is called a part of one, is not taken for one, and holds nothing in plain text', async () => {
    const left = await killedAt('half');
    const [name = '', text = ''] = [...left][0] ?? [];
    expect(left.size).toBe(1);
    expect(name).toMatch(/ sealed\.json\.partial$/);
    expect(text).not.toContain('Order sync');
    expect(() => JSON.parse(text)).toThrow('JSON');
    expect((await afterwards()).told[0]).toBe('none: Began to export');
  });

  test('with a whole file that nobody was told of: it opens, and the journal says that it was begun', async () => {
    const [name = '', text = ''] = [...(await killedAt('whole'))][0] ?? [];
    expect(name).toMatch(/ sealed\.json$/);
    const opened = await openSealedExport(JSON.parse(text), PASSPHRASE);
    expect(opened.ok && opened.value.includes(SECRET)).toBe(true);
    expect(await afterwards()).toMatchObject({ leaks: 0 });
    expect((await afterwards()).told[0]).toBe('none: Began to export');
  });
});

describe('C7: a file that is saved', () => {
  test('is never put over another one, unless the person said so', async () => {
    const path = join(folder, 'notes.json');
    await saveFile(path, 'first', { over: false });
    await expect(saveFile(path, 'second', { over: false })).rejects.toMatchObject({
      error: { code: 'disk-refused', params: { what: 'file', reason: 'other' } },
    });
    expect(readFileSync(path, 'utf8')).toBe('first');
    await saveFile(path, 'third', { over: true });
    expect(readFileSync(path, 'utf8')).toBe('third');
    expect(readdirSync(folder).filter((name) => name.startsWith('notes'))).toEqual(['notes.json']);
  });

  test.skipIf(!canFillDisk)('leaves nothing on a disk that is full, and what was there', async () => {
    const path = join(folder, 'kept.json');
    await saveFile(path, 'kept', { over: false });
    fillDisk();
    const refused = saveFile(path, 'no room for this', { over: true }).finally(freeDisk);
    await expect(refused).rejects.toMatchObject({
      error: { code: 'disk-refused', params: { reason: 'full' } },
    });
    expect(readFileSync(path, 'utf8')).toBe('kept');
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept.json']);
  });
});

import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { growFile } from '../../../main/hosts/grow-file.ts';
import { canFillDisk, fillDisk, freeDisk } from '../fleet/support/full-disk.ts';

const folders: string[] = [];
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 's2s-grow-'));
  folders.push(folder);
});
afterAll(async () => {
  for (const one of folders) await rm(one, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

describe('C9: a file that grows', () => {
  test('has its name, and replaces the old one, only once it is whole', async () => {
    await writeFile(join(folder, 'rows.csv'), 'old');
    const file = await growFile(join(folder, 'rows.csv'), { over: true });
    await file.write(bytes('one\n'));
    await file.write(bytes('two\n'));
    expect(await text('rows.csv')).toBe('old');
    expect(await file.finish()).toBe(join(folder, 'rows.csv'));
    expect(await text('rows.csv')).toBe('one\ntwo\n');
    expect(await readdir(folder)).toEqual(['rows.csv']);
  });

  test('leaves nothing when it is dropped, and what was there as it was', async () => {
    await writeFile(join(folder, 'rows.csv'), 'old');
    const file = await growFile(join(folder, 'rows.csv'), { over: true });
    await file.write(bytes('half'));
    await file.drop();
    await file.drop();
    expect(await readdir(folder)).toEqual(['rows.csv']);
    expect(await text('rows.csv')).toBe('old');
  });

  test('is never put over another one where nobody was asked, not even over one that came meanwhile', async () => {
    const path = join(folder, 'rows.csv');
    const [first, second] = [await growFile(path, { over: false }), await growFile(path, { over: false })];
    await first.write(bytes('first'));
    await second.write(bytes('second'));
    await writeFile(path, 'of another program');
    expect(await first.finish()).toBe(join(folder, 'rows (2).csv'));
    expect(await second.finish()).toBe(join(folder, 'rows (3).csv'));
    expect(await text('rows.csv')).toBe('of another program');
    expect([await text('rows (2).csv'), await text('rows (3).csv')]).toEqual(['first', 'second']);
    expect(await readdir(folder)).toHaveLength(3);
  });

  test.skipIf(!canFillDisk)('on a full disk leaves nothing of itself and what was there', async () => {
    await writeFile(join(folder, 'rows.csv'), 'old');
    const file = await growFile(join(folder, 'rows.csv'), { over: true });
    await file.write(bytes('fits'));
    fillDisk();
    await expect(file.write(bytes('does not fit')).finally(freeDisk)).rejects.toMatchObject({
      error: { code: 'disk-refused', params: { what: 'file', reason: 'full' } },
    });
    expect(await readdir(folder)).toEqual(['rows.csv']);
    expect(await text('rows.csv')).toBe('old');
  });

  test.skipIf(process.getuid?.() === 0)('is refused where the account may not write', async () => {
    await chmod(folder, 0o500);
    const refused = growFile(join(folder, 'rows.csv'), { over: true });
    await expect(refused).rejects.toMatchObject({
      error: { code: 'disk-refused', params: { what: 'file', reason: 'denied' } },
    });
    await chmod(folder, 0o700);
  });

  test('is refused where there is no folder', async () => {
    await expect(growFile(join(folder, 'gone', 'rows.csv'), { over: true })).rejects.toMatchObject({
      error: { code: 'disk-refused', params: { what: 'file', reason: 'other' } },
    });
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDocument } from '../../../main/settings/open-document.ts';
import type { Notice } from '../../../preload/contract/app.ts';
import { realDocumentFiles } from './real-document-files.ts';

const schema = z.strictObject({ count: z.int(), names: z.array(z.string()) });
const defaults = { count: 0, names: [] };

let files: ReturnType<typeof realDocumentFiles>;
let notices: Notice[];
beforeEach(() => {
  files = realDocumentFiles();
  notices = [];
});
afterEach(() => files.remove());

const shape = { version: 1, defaults, migrations: [], notice: (notice: Notice) => void notices.push(notice) };
const openV1 = () => openDocument(files.open, 'things', schema, shape);
const openV3 = () =>
  openDocument(files.open, 'things', schema, {
    ...shape,
    version: 3,
    migrations: [
      (old) => ({ n: z.strictObject({ number: z.int() }).parse(old).number }),
      (old) => ({ count: z.strictObject({ n: z.int() }).parse(old).n, names: ['migrated'] }),
    ],
  });

describe('a document that can be used', () => {
  test('starts with its defaults and writes nothing until something changes', () => {
    expect(openV1().get()).toEqual(defaults);
    expect(existsSync(join(files.folder, 'things.json'))).toBe(false);
  });

  test('keeps what was changed for the next start', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer(), (names, count) => {
        openV1().update(() => ({ names, count }));
        expect(openV1().get()).toEqual({ names, count });
      }),
      { numRuns: 50 },
    );
    expect(notices).toEqual([]);
  });

  test('an empty object on disk counts as no document, as `conf` shows an absent file', () => {
    files.put('things', '{}');
    expect(openV1().get()).toEqual(defaults);
    expect(notices).toEqual([]);
  });

  test('is brought from any older version to the current one, and stored so', () => {
    files.put('things', JSON.stringify({ version: 1, value: { number: 7 } }));
    expect(openV3().get()).toEqual({ count: 7, names: ['migrated'] });
    expect(JSON.parse(files.bytes('things.json').toString())).toEqual({
      version: 3,
      value: { count: 7, names: ['migrated'] },
    });
    files.put('things', JSON.stringify({ version: 2, value: { n: 8 } }));
    expect(openV3().get()).toEqual({ count: 8, names: ['migrated'] });
    expect(notices).toEqual([]);
  });
});

describe('a document that cannot be used', () => {
  test('is moved aside byte for byte, whatever stands in it, and the defaults take its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        notices = [];
        // A first byte that no JSON text starts with makes sure that it is noise.
        const bytes = Buffer.concat([Buffer.from('!'), noise]);
        files.put('things', bytes);
        const document = openV1();
        expect(document.get()).toEqual(defaults);
        document.update((now) => ({ ...now, count: 1 }));
        const [notice] = notices;
        expect(notice?.params['reason']).toBe('not-readable');
        expect(files.bytes(notice?.params['movedTo'] ?? '').equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['another shape', { version: 1, value: { count: 'many', names: [] } }, 'not-valid'],
    ['an unknown field', { version: 1, value: { count: 1, names: [], more: 1 } }, 'not-valid'],
    ['no version', { count: 1, names: [] }, 'not-valid'],
    ['a list', [], 'not-valid'],
    ['a text', 'hello', 'not-valid'],
    ['version 0', { version: 0, value: {} }, 'not-valid'],
  ])('JSON with %s is set aside', (_what, content, reason) => {
    const text = JSON.stringify(content);
    files.put('things', text);
    expect(openV1().get()).toEqual(defaults);
    expect(notices.map(({ params }) => params)).toEqual([
      { file: 'things.json', reason, movedTo: 'things.unusable-1.json' },
    ]);
    expect(files.bytes('things.unusable-1.json').toString()).toBe(text);
  });

  test.each([
    ['a migration that throws', { number: 'seven' }],
    ['a value that no migration knows', {}],
  ])('%s loses nothing', (_what, value) => {
    const text = JSON.stringify({ version: 1, value });
    files.put('things', text);
    expect(openV3().get()).toEqual(defaults);
    expect(notices[0]?.params['reason']).toBe('migration-failed');
    expect(files.bytes('things.unusable-1.json').toString()).toBe(text);
  });

  test('one of a newer console stays untouched; changes last until the console closes', () => {
    const text = JSON.stringify({ version: 9, value: { future: true }, alsoNew: 1 });
    files.put('things', text);
    const document = openV3();
    document.update((now) => ({ ...now, count: 5 }));
    expect(document.get().count).toBe(5);
    expect(files.bytes('things.json').toString()).toBe(text);
    expect(notices).toEqual([
      { id: 'file-newer:things.json', kind: 'file-newer', params: { file: 'things.json' } },
    ]);
  });

  test('one that cannot even be moved is not overwritten', () => {
    files.put('things', 'broken');
    const stuck = (name: string) => ({
      ...files.open(name),
      quarantine: (): string => {
        throw new Error('EPERM');
      },
    });
    openDocument(stuck, 'things', schema, shape).update((now) => ({ ...now, count: 5 }));
    expect(files.bytes('things.json').toString()).toBe('broken');
    expect(notices[0]?.params['movedTo']).toBe('');
  });

  test('a notice names files, never folders', () => {
    files.put('things', 'broken');
    openV1();
    expect(JSON.stringify(notices)).not.toContain(files.folder);
  });
});

describe('changes', () => {
  test('of many callers at once are all kept', async () => {
    const document = openV1();
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        await Promise.resolve();
        document.update((now) => ({ ...now, count: now.count + 1 }));
      }),
    );
    expect(openV1().get().count).toBe(100);
  });

  test('that start inside another one are refused, because one of them would be lost', () => {
    const document = openV1();
    expect(() =>
      document.update((now) => ({ ...now, count: document.update((inner) => inner).count })),
    ).toThrow('update inside an update');
    expect(document.update((now) => ({ ...now, count: 2 })).count).toBe(2);
  });

  test('that do not fit the schema or the disk leave everything as it was', () => {
    const document = openV1();
    document.update((now) => ({ ...now, count: 3 }));
    const before = files.bytes('things.json');
    expect(() => document.update((now) => ({ ...now, count: 0.5 }))).toThrow('int');
    expect(files.bytes('things.json').equals(before)).toBe(true);
    files.remove();
    expect(() => document.update((now) => ({ ...now, count: 4 }))).toThrow('ENOENT');
    expect(document.get().count).toBe(3);
  });

  test('need one migration per version step', () => {
    expect(() => openDocument(files.open, 'things', schema, { ...shape, version: 2 })).toThrow('migrations');
  });
});

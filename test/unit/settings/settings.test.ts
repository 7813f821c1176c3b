import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settingsHandlers } from '../../../main/settings/handlers.ts';
import { openNotices } from '../../../main/settings/notices.ts';
import { DEFAULT_SETTINGS, openSettings } from '../../../main/settings/settings.ts';
import { realDocumentFiles } from './real-document-files.ts';

let files: ReturnType<typeof realDocumentFiles>;
beforeEach(() => {
  files = realDocumentFiles();
});
afterEach(() => files.remove());

const start = () => {
  const notices = openNotices(files.open);
  const settings = openSettings(files.open, notices.tell);
  const handlers = settingsHandlers({ settings, notices });
  const { signal } = new AbortController();
  return {
    notices,
    get: () => handlers['settings.get'].run({}, async () => {}, signal),
    update: (input: unknown) => handlers['settings.update'].run(input, async () => {}, signal),
    dismiss: (id: string) => handlers['settings.dismissNotice'].run({ id }, async () => {}, signal),
  };
};

describe('settings', () => {
  test('change field by field and survive a restart', async () => {
    const first = start();
    expect(await first.get()).toEqual({ ok: true, value: DEFAULT_SETTINGS });
    await first.update({ theme: 'dark' });
    await first.update({ parallelEnvironments: 4, navigationCollapsed: true });
    await first.update({ lastWorkspace: '5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11' });
    await first.update({ lastWorkspace: null });
    expect(await start().get()).toEqual({
      ok: true,
      value: { ...DEFAULT_SETTINGS, theme: 'dark', parallelEnvironments: 4, navigationCollapsed: true },
    });
  });

  test.each([
    [{ theme: 'pink' }, 'theme'],
    [{ parallelEnvironments: 0 }, 'parallelEnvironments'],
    [{ unknownKey: 1 }, ''],
  ])('refuse %o and stay as they are', async (input, path) => {
    const console = start();
    expect(await console.update(input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', params: { path } },
    });
    expect(await console.get()).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });
});

describe('settings of an earlier version', () => {
  test('version 1 had no reminders of credentials that end: they are on, everything else stays', async () => {
    const { remindOfExpiry: _new, ...old } = { ...DEFAULT_SETTINGS, theme: 'dark', parallelEnvironments: 3 };
    files.put('settings', JSON.stringify({ version: 1, value: old }));
    const { get, notices } = start();
    expect(await get()).toEqual({ ok: true, value: { ...old, remindOfExpiry: true } });
    expect(notices.list()).toEqual([]);
  });
});

describe('notices', () => {
  test('stay until they are dismissed, over restarts, and are not repeated', async () => {
    files.put('settings', '{ "theme": ');
    const [notice] = start().notices.list();
    expect(notice).toMatchObject({ kind: 'file-quarantined', params: { file: 'settings.json' } });
    const again = start();
    expect(again.notices.list()).toEqual([notice]);
    await again.dismiss(notice?.id ?? '');
    expect(again.notices.list()).toEqual([]);
    expect(start().notices.list()).toEqual([]);
  });

  test('about this run only are gone with it', () => {
    const first = start();
    first.notices.tell({ id: 'weaker-host', kind: 'weaker-host', params: {} });
    first.notices.tell({ id: 'weaker-host', kind: 'weaker-host', params: {} });
    expect(first.notices.list()).toHaveLength(1);
    expect(start().notices.list()).toEqual([]);
  });

  test('a file of a newer console is told for as long as it is so', () => {
    const text = JSON.stringify({ version: 99, value: { future: true } });
    files.put('settings', text);
    const notice = { id: 'file-newer:settings.json', kind: 'file-newer', params: { file: 'settings.json' } };
    expect(start().notices.list()).toEqual([notice]);
    expect(start().notices.list()).toEqual([notice]);
    expect(files.bytes('settings.json').toString()).toBe(text);
    files.put('settings', JSON.stringify({ version: 1, value: DEFAULT_SETTINGS }));
    expect(start().notices.list()).toEqual([]);
  });

  test('a damaged list of notices is set aside and says so itself', () => {
    files.put('notices', 'broken');
    expect(start().notices.list()).toMatchObject([{ params: { file: 'notices.json' } }]);
    expect(start().notices.list()).toHaveLength(1);
  });
});

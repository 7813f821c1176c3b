import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClipboard } from '../../../main/hosts/chromium/system-clipboard.ts';

let folder: string;
const path = process.env['PATH'] ?? '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 's2s-clipboard-'));
  process.env['PATH'] = `${folder}${delimiter}${path}`;
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true, force: true });
});

/** A program that keeps its arguments and what it is given, and gives it back when it is asked to read. */
const program = (name: string, readFlag: string): void => {
  const file = join(folder, name);
  writeFileSync(
    file,
    `#!/bin/sh\nprintf '%s ' "$@" >> '${folder}/arguments'\ncase "$*" in *${readFlag}*) cat '${folder}/held' ;; *) cat > '${folder}/held' ;; esac\n`,
  );
  chmodSync(file, 0o755);
};
const held = (): string => readFileSync(join(folder, 'held'), 'utf8');

describe.skipIf(process.platform === 'win32')(
  'the clipboard of a host whose page must not see a secret',
  () => {
    test('takes the secret by standard input, never as an argument', async () => {
      program('xclip', '-out');
      const clipboard = systemClipboard('linux', { DISPLAY: ':0' });
      expect(await clipboard.read()).toBe(null);
      expect(await clipboard.write('Abc8Q~secret')).toBe(true);
      expect(held()).toBe('Abc8Q~secret');
      expect(await clipboard.read()).toBe('Abc8Q~secret');
      await clipboard.clear();
      expect(held()).toBe(' ');
      expect(readFileSync(join(folder, 'arguments'), 'utf8')).not.toContain('Abc8Q');
    });

    test('on macOS it is pbcopy', async () => {
      program('pbcopy', '-never');
      expect(await systemClipboard('darwin', {}).write('x')).toBe(true);
      expect(held()).toBe('x');
    });

    test('without a display, or without a program, nothing is copied', async () => {
      program('xclip', '-out');
      expect(await systemClipboard('linux', {}).write('x')).toBe(false);
      process.env['PATH'] = mkdtempSync(join(folder, 'empty-'));
      expect(await systemClipboard('linux', { DISPLAY: ':0', WAYLAND_DISPLAY: 'w' }).write('x')).toBe(false);
      expect(existsSync(join(folder, 'held'))).toBe(false);
    });
  },
);

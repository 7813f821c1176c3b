import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'playwright/test';
import { projectRoot } from '../support/arrows/read-imports.ts';

/** True while any process of the group is there. */
const groupLives = (leader: number): boolean => {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`the built console starts, and ${signal} leaves no process behind`, async () => {
    test.skip(process.platform === 'win32', 'Windows has no process groups to look at');
    const folder = await mkdtemp(join(tmpdir(), 's2s-console-start-'));
    const entry = join(projectRoot, 'out', 'main', 'chromium.js');
    const child = spawn(process.execPath, [entry, '--headless', '--data-folder', join(folder, 'data')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const ended = once(child, 'close');
    const lines: string[] = [];
    const opened = new Promise<void>((resolve) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('The console is open')) resolve();
      });
    });
    await Promise.race([opened, ended]);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(lines).toEqual(['The console is open. Closing its window or Ctrl+C ends it.']);
    const leader = child.pid;
    await expect.poll(() => leader !== undefined && groupLives(leader)).toBe(false);
    await rm(folder, { recursive: true });
  });
}

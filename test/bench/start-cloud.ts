import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoCloudDescription } from '../../emulator/options.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';

/** A demo cloud in a process of its own, so that its work is not counted as the client's. */
export const startCloud = async (
  seed: string,
): Promise<{ readonly description: DemoCloudDescription; readonly stop: () => Promise<void> }> => {
  const cli = join(projectRoot, 'emulator', 'cli.ts');
  const child = spawn(process.execPath, [cli, '--json', '--port', '0', '--seed', seed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: readonly unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  const description: DemoCloudDescription = JSON.parse(String(line));
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { description, stop };
};

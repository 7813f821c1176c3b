import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Runs a program until it stands still, then kills it. */
export const killStandingStill = async (program: URL, task: unknown): Promise<void> => {
  const running = spawn(process.execPath, [fileURLToPath(program)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(running, 'exit');
  running.stdin.end(JSON.stringify(task));
  const said: string[] = [];
  for await (const line of createInterface({ input: running.stdout })) {
    said.push(line);
    running.kill('SIGKILL');
  }
  await gone;
  expect([said, running.signalCode]).toEqual([['standing still'], 'SIGKILL']);
};

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';

/** Runs a child of this folder until it stands still, then kills it. */
export const killStandingStill = async (child: string, task: unknown): Promise<void> => {
  const path = new URL(child, import.meta.url).pathname;
  const running = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] });
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

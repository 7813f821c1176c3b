import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { sessionCommand } from '../vault/real-keyring.ts';
import type { Session } from '../vault/real-keyring.ts';
import type { CanaryPlan } from './canary-plan.ts';

/** What a run of the app says of itself: the text of some screens, and what went wrong. */
const resultSchema = z.object({
  settings: z.string().optional(),
  app: z.string().optional(),
  panel: z.string().optional(),
  problems: z.array(z.string()).default([]),
  log: z.array(z.string()).default([]),
});
export type RunResult = z.infer<typeof resultSchema> & {
  /** Folder with a folder per kind of place in which was looked. */
  readonly evidence: string;
  /** Empty when it came to its end, else what the process wrote. */
  readonly failure: string;
  /** What came onto the clipboard for secrets, in turn. */
  readonly handed: readonly string[];
};

/** On a computer that does other things, too. */
const MOST_MILLISECONDS = 400_000;

/**
 * Splits what crossed the pipe to the browser: what main sent, and what it received. Playwright logs every message in both directions.
 * What this test itself puts on the keyboard goes the same way as main's messages and is left out.
 */
const splitPipe = async (log: string, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const toPage = createWriteStream(join(folder, 'to-page.txt'));
  const fromPage = createWriteStream(`${log}.received`);
  for await (const line of createInterface({ input: createReadStream(log), crlfDelay: Infinity })) {
    if (line.includes('SEND ►')) {
      if (!line.includes('"method":"Input.')) toPage.write(`${line}\n`);
    } else if (!line.includes('addHeapSnapshotChunk')) fromPage.write(`${line}\n`);
  }
  for (const stream of [toPage, fromPage]) await new Promise<void>((resolve) => stream.end(resolve));
};

/** Runs the whole app in a process of its own, within a session of its own, and collects everything that it leaves. */
export const runApp = async (
  session: Session,
  home: string,
  plan: Omit<CanaryPlan, 'evidence' | 'dataFolder' | 'handed'>,
): Promise<RunResult & { readonly received: string }> => {
  const run = join(home, `run-${randomBytes(4).toString('hex')}`);
  const evidence = join(run, 'evidence');
  const temporary = join(run, 'temporary');
  for (const folder of [join(evidence, 'output'), temporary]) mkdirSync(folder, { recursive: true });
  const planFile = join(run, 'plan.json');
  const handed = join(run, 'handed.json');
  const dataFolder = join(home, 'console');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  await writeFile(planFile, JSON.stringify({ ...plan, evidence, dataFolder, handed } satisfies CanaryPlan));
  const pipe = join(run, 'pipe.log');
  const program = new URL('./app-run.ts', import.meta.url).pathname;
  const { file, args, env } = sessionCommand(session, home, [process.execPath, program, planFile]);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(file, args, {
      env: { ...env, TMPDIR: temporary, DEBUG: 'pw:protocol', DEBUG_FILE: pipe },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    // All of its group: whoever outlives it would hold its output open, and nobody would hear of its end.
    const late = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, MOST_MILLISECONDS);
    child.stdout.pipe(createWriteStream(join(evidence, 'output', 'stdout.txt')));
    child.stderr.pipe(createWriteStream(join(evidence, 'output', 'stderr.txt')));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(late);
      resolve(code);
    });
  });
  await splitPipe(pipe, join(evidence, 'pipe'));
  await rm(pipe);
  const said = join(evidence, 'result.json');
  const result = resultSchema.parse(existsSync(said) ? JSON.parse(await readFile(said, 'utf8')) : {});
  const stderr = await readFile(join(evidence, 'output', 'stderr.txt'), 'utf8');
  const failure = exitCode === 0 ? '' : `${exitCode}: ${stderr}`;
  const copied = existsSync(handed)
    ? z.array(z.string()).parse(JSON.parse(await readFile(handed, 'utf8')))
    : [];
  return { ...result, handed: copied, evidence, failure, received: `${pipe}.received` };
};

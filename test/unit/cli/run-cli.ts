import { runProgram } from '../../../cli/program.ts';
import type { DemoCloud } from '../../../emulator/index.ts';

/** What a command line is run with. */
export type RunWith = {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly signal?: AbortSignal;
};

/** One command line, run to its end over a demo cloud that outlives it. */
export const runCli = async (cloud: DemoCloud, words: readonly string[], more: RunWith = {}) => {
  let out = '';
  let told = '';
  const code = await runProgram({
    words,
    env: more.env ?? {},
    terminal: {
      write: (text) => {
        out += text;
      },
      tell: (line) => {
        told += `${line}\n`;
      },
    },
    readInput: async () => more.input ?? '',
    openLink: () => Promise.reject(new Error('nobody is there')),
    startDemoCloud: async () => ({ ...cloud, close: async () => undefined }),
    certificateWorker: new URL('../../../main/vault/certificate-worker.ts', import.meta.url),
    signal: more.signal ?? new AbortController().signal,
  });
  return { code, out, told };
};

import { stdin } from 'node:process';
import open from 'open';
import { startDemoCloud } from '../emulator/index.ts';
import { runProgram } from './program.ts';
import { readAll } from './read-all.ts';

/** Runs this process's command line and sets its exit code. `certificateWorker` is the program of the thread that opens certificates. */
export const runProcess = async (certificateWorker: URL): Promise<void> => {
  const stopped = new AbortController();
  process.on('SIGINT', () => stopped.abort());
  process.on('SIGTERM', () => stopped.abort());
  // Whoever reads may stop reading (`| head`): nothing more is wanted then.
  process.stdout.on('error', () => stopped.abort());

  process.exitCode = await runProgram({
    words: process.argv.slice(2),
    env: process.env,
    terminal: {
      write: (output) => void process.stdout.write(output),
      tell: (line) => void process.stderr.write(`${line}\n`),
    },
    readInput: () => {
      // Whoever sees a cursor and nothing else does not know what is waited for.
      const end = process.platform === 'win32' ? 'Ctrl+Z and Enter' : 'Ctrl+D';
      if (stdin.isTTY) process.stderr.write(`Paste the text, then ${end}.\n`);
      return readAll(stdin, stopped.signal);
    },
    openLink: async (url) => void (await open(url)),
    startDemoCloud: () => startDemoCloud({}),
    certificateWorker,
    signal: stopped.signal,
  });
};

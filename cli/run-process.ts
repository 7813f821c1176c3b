import { text } from 'node:stream/consumers';
import open from 'open';
import { startDemoCloud } from '../emulator/index.ts';
import { runProgram } from './program.ts';

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
    readInput: () => text(process.stdin),
    openLink: async (url) => void (await open(url)),
    startDemoCloud: () => startDemoCloud({}),
    certificateWorker,
    signal: stopped.signal,
  });
};

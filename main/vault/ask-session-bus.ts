import { execFile } from 'node:child_process';

const LONGEST_MILLISECONDS = 3000;

/** What a program says, on either of its outputs; null when there is no such program. */
export const askProgram = (program: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C' };
    execFile(program, args, { env, timeout: LONGEST_MILLISECONDS }, (error, stdout, stderr) => {
      resolve(error !== null && error.code === 'ENOENT' ? null : `${stdout}\n${stderr}`);
    });
  });

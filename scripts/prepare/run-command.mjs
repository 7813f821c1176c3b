import { spawn } from 'node:child_process';

/**
 * Runs a command with its output shown, and resolves to its exit code. A signal to this process is handed on by the
 * terminal itself, so the child ends first and this waits for it.
 * @param {string} command @param {readonly string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export const runCommand = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    const forward = () => child.kill('SIGTERM');
    process.on('SIGTERM', forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });

/** Says what is being done, on standard error so that output meant for programs stays clean. @param {string} text */
export const say = (text) => process.stderr.write(`• ${text}\n`);

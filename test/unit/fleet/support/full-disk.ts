import { execFileSync, spawnSync } from 'node:child_process';

/** Whether this system can be told to refuse what a process writes (Linux, `prlimit` of util-linux). */
export const canFillDisk = spawnSync('prlimit', ['--version']).status === 0;

const limit = (bytes: string): void => {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
};

/** Unheard, the signal would end the process. */
const ignore = (): void => undefined;

/**
 * From here on the system lets this process write nothing into any file (RLIMIT_FSIZE, setrlimit(2): EFBIG), as a full disk does;
 * sockets and pipes still work.
 */
export const fillDisk = (): void => {
  process.on('SIGXFSZ', ignore);
  limit('0');
};
export const freeDisk = (): void => {
  limit('unlimited');
  process.off('SIGXFSZ', ignore);
};

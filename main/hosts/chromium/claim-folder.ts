import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A socket's path holds about a hundred bytes (Linux: unix(7), `sun_path`). */
const LONGEST = 100;

const addressOf = (folder: string, platform: NodeJS.Platform): string => {
  const name = `s2s-console-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (platform === 'win32') return String.raw`\\.\pipe\${name}`;
  const inside = join(folder, 'open.sock');
  return Buffer.byteLength(inside) <= LONGEST ? inside : join(tmpdir(), `${name}.sock`);
};

const isAnswered = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * Claims a data folder for as long as this process lives; null when another console has it open. Both would write down what each of them
 * remembers, and the later one would undo the earlier. A socket and no file of its own: the system frees it however the process ends.
 */
export const claimFolder = async (
  folder: string,
  platform: NodeJS.Platform,
): Promise<{ readonly release: () => Promise<void> } | null> => {
  const address = addressOf(folder, platform);
  if (await isAnswered(address)) return null;
  // What a process that was killed has left behind answers nobody.
  if (platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((socket) => socket.destroy());
  const refusal = await new Promise<string | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    server.listen(address, () => resolve(null));
  });
  if (refusal === 'EADDRINUSE') return null;
  // A file system without sockets keeps nobody from working.
  if (refusal !== null) return { release: () => Promise.resolve() };
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
};

import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
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

/** Null where the server listens now, else the code of what kept it from it. */
const listen = (server: Server, address: string): Promise<string | null> =>
  new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException): void => resolve(error.code ?? '');
    server.once('error', refused);
    server.listen(address, () => {
      server.off('error', refused);
      resolve(null);
    });
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
  const server = createServer((socket) => socket.destroy());
  let refusal = await listen(server, address);
  if (refusal === 'EADDRINUSE') {
    if (platform === 'win32' || (await isAnswered(address))) return null;
    // What a process that was killed has left behind answers nobody.
    rmSync(address, { force: true });
    refusal = await listen(server, address);
    if (refusal === 'EADDRINUSE') return null;
  }
  // A file system without sockets keeps nobody from working.
  if (refusal !== null) return { release: () => Promise.resolve() };
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
};

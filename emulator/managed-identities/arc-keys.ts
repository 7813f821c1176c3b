import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets in files that only privileged programs of a machine can read: who names one has read its file. */
export type ArcKeys = {
  /** Writes a new one; the path of its file, `null` where it cannot be written. */
  make(): string | null;
  /** True once for each secret that was written; its file is gone afterwards. */
  take(secret: string): boolean;
  /** Removes all files. */
  clear(): void;
};

/** Challenges that nobody has answered are forgotten beyond as many. */
const mostOpen = 16;

/** Makes them below a folder, which is made where it is missing. */
export function createArcKeys(folder: string): ArcKeys {
  mkdirSync(folder, { recursive: true });
  const open = new Map<string, string>();
  const forget = (secret: string, file: string): void => {
    open.delete(secret);
    rmSync(file, { force: true });
  };
  return {
    make: () => {
      const [oldest] = open;
      if (oldest !== undefined && open.size >= mostOpen) forget(...oldest);
      const [secret, file] = [randomBytes(32).toString('hex'), join(folder, `${randomUUID()}.key`)];
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, secret, { mode: 0o600 });
      } catch {
        return null;
      }
      open.set(secret, file);
      return file;
    },
    take: (secret) => {
      const file = open.get(secret);
      if (file === undefined) return false;
      forget(secret, file);
      return true;
    },
    clear: () => {
      for (const entry of open) forget(...entry);
    },
  };
}

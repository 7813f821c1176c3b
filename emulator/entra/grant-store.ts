import { randomBytes } from 'node:crypto';

/** Values behind unguessable keys, forgotten after a time or when there are too many. */
export type GrantStore<T> = {
  put(value: T): string;
  /** The value and whether it was taken before; `null` when the key was never given out, or was forgotten. */
  look(key: string): { readonly value: T; readonly taken: boolean; readonly expired: boolean } | null;
  /** Marks the value as taken. */
  take(key: string): void;
};

/** Makes a store for values that live `lifetime` milliseconds. */
export function createGrantStore<T>(
  prefix: string,
  lifetime: number,
  now: () => number,
  capacity = 10_000,
): GrantStore<T> {
  const entries = new Map<string, { readonly value: T; readonly until: number; taken: boolean }>();
  return {
    put: (value) => {
      const key = `${prefix}${randomBytes(48).toString('base64url')}`;
      const [oldest] = entries.keys();
      if (oldest !== undefined && entries.size >= capacity) {
        entries.delete(oldest);
      }
      entries.set(key, { value, until: now() + lifetime, taken: false });
      return key;
    },
    look: (key) => {
      const entry = entries.get(key);
      return entry === undefined
        ? null
        : { value: entry.value, taken: entry.taken, expired: entry.until <= now() };
    },
    take: (key) => {
      const entry = entries.get(key);
      if (entry !== undefined) {
        entry.taken = true;
      }
    },
  };
}

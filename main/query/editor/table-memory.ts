import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';

/** Something that was read, when and as whom. */
export type Remembered<Value> = {
  readonly value: Value;
  readonly asOf: string;
  readonly readAs: 'admin' | 'app';
};

/** Tables that a session works with in all its environments; what is beyond is read again. */
const MOST_KEPT = 500;

/**
 * Remembers definitions for this session, the oldest forgotten first. Two who ask at once ask the service once each: definitions are read, not
 * changed, so the later answer may win.
 */
export const createTableMemory = <Value>(now: () => string) => {
  const kept = new Map<string, Remembered<Value>>();
  return {
    read: async (
      key: string,
      refresh: boolean,
      ask: () => Promise<Result<{ readonly value: Value; readonly readAs: 'admin' | 'app' }>>,
    ): Promise<Result<Remembered<Value>>> => {
      const known = kept.get(key);
      if (known !== undefined && !refresh) return ok(known);
      const asked = await ask();
      if (!asked.ok) return asked;
      const fresh = { ...asked.value, asOf: now() };
      kept.delete(key);
      kept.set(key, fresh);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return ok(fresh);
    },
    /** Forgets everything whose key begins so. */
    forget: (prefix: string): void => {
      for (const key of kept.keys()) if (key.startsWith(prefix)) kept.delete(key);
    },
  };
};

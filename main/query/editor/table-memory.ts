import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';

/** Something that was read, when and as whom. */
export type Remembered<Value> = {
  readonly value: Value;
  readonly asOf: string;
  readonly readAs: 'admin' | 'app';
};

/** How something is found that an earlier session read, and kept for the next one. */
export type Recall<Value> = {
  readonly recall: () => Promise<Remembered<Value> | null>;
  readonly keep: (fresh: Remembered<Value>) => void;
};

/** Tables that a session works with in all its environments; what is beyond is read again. */
const MOST_KEPT = 500;

/**
 * Remembers definitions for this session, the oldest forgotten first. Two who ask at once ask the service once each: definitions are read, not
 * changed, so the later answer may win.
 */
export const createTableMemory = <Value>(now: () => string) => {
  const remembered = new Map<string, Remembered<Value>>();
  return {
    read: async (
      key: string,
      refresh: boolean,
      /** Where it is kept over the end of the console. */
      kept: Recall<Value>,
      ask: () => Promise<Result<{ readonly value: Value; readonly readAs: 'admin' | 'app' }>>,
    ): Promise<Result<Remembered<Value>>> => {
      const known = refresh ? null : (remembered.get(key) ?? (await kept.recall()));
      if (known !== null) {
        remembered.set(key, known);
        return ok(known);
      }
      const asked = await ask();
      if (!asked.ok) return asked;
      const fresh = { ...asked.value, asOf: now() };
      remembered.delete(key);
      remembered.set(key, fresh);
      const [oldest] = remembered.keys();
      if (remembered.size > MOST_KEPT && oldest !== undefined) remembered.delete(oldest);
      kept.keep(fresh);
      return ok(fresh);
    },
    /** Forgets everything whose key begins so. */
    forget: (prefix: string): void => {
      for (const key of remembered.keys()) if (key.startsWith(prefix)) remembered.delete(key);
    },
  };
};

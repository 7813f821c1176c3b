import type { KeptValues } from './kept-values.ts';

/** What a session holds in memory, by reference. */
export type SessionValues = {
  readonly values: Map<string, string>;
  /** Those that stand in memory only because the keychain was shut. */
  readonly waiting: Set<string>;
};

/** Keeps what waited for the keychain, but never over something that is there; what it does not take stays in memory. */
export const keepWaiting = async (
  { values: session, waiting }: SessionValues,
  values: Pick<KeptValues, 'read' | 'write'>,
  remember: (reference: string, kept: boolean) => Promise<void>,
): Promise<void> => {
  for (const reference of waiting) {
    const value = session.get(reference);
    try {
      if (value === undefined || (await values.read(reference)).kind !== 'absent') continue;
      await values.write(reference, value);
      await remember(reference, true);
    } catch {
      return;
    }
    session.delete(reference);
    waiting.delete(reference);
  }
};

import type { CredentialId } from '../../../preload/contract/words/ids.ts';

/** Credentials whose secret the console itself has just made: each may be copied once. In memory only. */
export type JustMade = {
  readonly mark: (id: CredentialId) => void;
  readonly has: (id: CredentialId) => boolean;
  /** True once for a marked credential; from then on it is like any other. */
  readonly take: (id: CredentialId) => boolean;
};

/** Somebody who needs the copy asks for it while the rotation is still on the screen. */
const LASTS_MILLISECONDS = 30 * 60_000;

/** Nothing is marked at first. */
export const createJustMade = (now: () => number): JustMade => {
  const made = new Map<CredentialId, number>();
  const has = (id: CredentialId): boolean => {
    const at = made.get(id);
    return at !== undefined && now() - at < LASTS_MILLISECONDS;
  };
  return {
    mark: (id) => void made.set(id, now()),
    has,
    take: (id) => {
      const fresh = has(id);
      made.delete(id);
      return fresh;
    },
  };
};

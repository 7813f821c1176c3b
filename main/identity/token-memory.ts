import type { AccessToken } from './token-source.ts';

/** Milliseconds before its expiry from which a token is asked anew: one in hand must outlive the request it is used for. */
const RENEW_BEFORE = 5 * 60_000;

/** Tokens of this session, in memory only. Keys are made by `tokenKey`. */
export type TokenMemory = {
  /** The token when it is still good for five minutes. */
  readonly find: (key: string) => AccessToken | null;
  readonly keep: (key: string, token: AccessToken) => void;
  /** Drops every token whose key has all of these parts. */
  readonly forget: (...parts: readonly string[]) => void;
};

/** A key of which each part is an id or a URL, so that no part can run into the next. */
export const tokenKey = (...parts: readonly string[]): string => parts.join(' ');

/** Makes an empty memory; `now` is in milliseconds since the epoch. */
export const createTokenMemory = (now: () => number): TokenMemory => {
  const tokens = new Map<string, AccessToken>();
  return {
    find: (key) => {
      const token = tokens.get(key);
      return token !== undefined && token.expiresAt - RENEW_BEFORE > now() ? token : null;
    },
    keep: (key, token) => void tokens.set(key, token),
    forget: (...parts) => {
      for (const key of tokens.keys()) {
        const has = key.split(' ');
        if (parts.every((part) => has.includes(part))) tokens.delete(key);
      }
    },
  };
};

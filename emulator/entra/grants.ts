import { randomBytes } from 'node:crypto';

/** A sign-in that waits at the sign-in page, and later what its code stands for. */
export type SignInRequest = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'fragment' | 'form_post';
  readonly state: string | null;
  readonly nonce: string | null;
  readonly scope: string;
  /** Segment of the authority: tenant id or domain, `common` or `organizations`. */
  readonly authority: string;
  readonly loginHint: string | null;
  readonly challenge: { readonly method: 'S256' | 'plain'; readonly value: string } | null;
};

/** What an authorization code stands for. */
export type CodeGrant = {
  readonly request: SignInRequest;
  readonly tenantId: string;
  readonly accountId: string;
};

/** What a refresh token stands for; it is good for every resource of the tenant. */
export type RefreshGrant = {
  readonly clientId: string;
  readonly tenantId: string;
  readonly accountId: string;
};

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

/** All that the sign-in service remembers between requests. */
export type Grants = {
  readonly pending: GrantStore<SignInRequest>;
  readonly codes: GrantStore<CodeGrant>;
  readonly refresh: GrantStore<RefreshGrant>;
};

const minute = 60_000;

/** Empty stores: ten minutes for a code, an hour for an open sign-in page, ninety days for a refresh token. */
export function createGrants(now: () => number): Grants {
  return {
    pending: createGrantStore('', 60 * minute, now),
    codes: createGrantStore('1.', 10 * minute, now),
    refresh: createGrantStore('1.', 90 * 24 * 60 * minute, now),
  };
}

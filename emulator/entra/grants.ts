import { randomBytes } from 'node:crypto';
import { createDeviceCodes } from './device-codes.ts';
import type { DeviceCodes } from './device-codes.ts';
import type { SignInRequest, Visit } from './sign-in/visit.ts';

/** What an authorization code stands for. */
export type CodeGrant = {
  readonly request: SignInRequest;
  readonly tenantId: string;
  readonly accountId: string;
  /** Which demands the sign-in has met (see demands.ts). */
  readonly round: number;
};

/** What a refresh token stands for; it is good for every resource of the tenant. */
export type RefreshGrant = {
  readonly clientId: string;
  /** Given out to a client that proved nothing, which proves nothing later either. */
  readonly asPublic: boolean;
  readonly tenantId: string;
  readonly accountId: string;
  readonly round: number;
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
  readonly visits: GrantStore<Visit>;
  readonly devices: DeviceCodes;
  readonly codes: GrantStore<CodeGrant>;
  readonly refresh: GrantStore<RefreshGrant>;
};

const minute = 60_000;

/** How device codes live, in seconds. */
export type DeviceCodeTimes = { readonly lifetimeSeconds: number; readonly intervalSeconds: number };

/** Empty stores: ten minutes for a code, an hour for an open sign-in page, ninety days for a refresh token. */
export function createGrants(now: () => number, times: DeviceCodeTimes): Grants {
  return {
    visits: createGrantStore('', 60 * minute, now),
    codes: createGrantStore('1.', 10 * minute, now),
    refresh: createGrantStore('1.', 90 * 24 * 60 * minute, now),
    devices: createDeviceCodes(now, times.lifetimeSeconds, times.intervalSeconds),
  };
}

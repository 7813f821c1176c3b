import { createDeviceCodes } from './device-codes.ts';
import type { DeviceCodes } from './device-codes.ts';
import { createGrantStore } from './grant-store.ts';
import type { GrantStore } from './grant-store.ts';
import { createSessions } from './sessions.ts';
import type { Sessions, SignedIn } from './sessions.ts';
import type { SignInRequest, Visit } from './sign-in/visit.ts';

/** What an authorization code stands for. */
export type CodeGrant = SignedIn & { readonly request: SignInRequest };

/** What a refresh token stands for; it is good for every resource of the tenant. */
export type RefreshGrant = SignedIn & {
  readonly clientId: string;
  /** Given out to a client that proved nothing, which proves nothing later either. */
  readonly asPublic: boolean;
  /** What it was given with, which a request without a scope asks for again. */
  readonly scope: string;
  /** When the person signed in to a single-page app, whose refresh tokens all end a day later; `null` for other apps. */
  readonly spaSince: number | null;
  /** Milliseconds since the epoch. */
  readonly issuedOn: number;
};

/** All that the sign-in service remembers between requests. */
export type Grants = {
  readonly sessions: Sessions;
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
    sessions: createSessions(now),
    visits: createGrantStore('', 60 * minute, now),
    codes: createGrantStore('1.', 10 * minute, now),
    refresh: createGrantStore('1.', 90 * 24 * 60 * minute, now),
    devices: createDeviceCodes(now, times.lifetimeSeconds, times.intervalSeconds),
  };
}

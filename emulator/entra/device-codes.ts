import { randomBytes, randomInt } from 'node:crypto';
import type { EntraError } from './entra-error.ts';
import type { SignedIn } from './sessions.ts';

/** What a device asked for (RFC 8628, 3.1). */
export type DeviceRequest = {
  readonly clientId: string;
  readonly scope: string;
  readonly authority: string;
  readonly claims: string | null;
};

/** Who signed in on the verification page. */
export type DeviceAnswer = SignedIn;

/** Why nobody signed in: the service kept the person out. Null when the person declined. */
export type DeviceRefusal = { readonly refusal: EntraError | null };

/** How far a device code is. */
export type DeviceState =
  | { readonly kind: 'pending' | 'declined' | 'expired' | 'too-fast' }
  | { readonly kind: 'refused'; readonly error: EntraError }
  | { readonly kind: 'answered'; readonly answer: DeviceAnswer };

type Entry = {
  readonly request: DeviceRequest;
  readonly userCode: string;
  readonly until: number;
  state: 'pending' | DeviceRefusal | DeviceAnswer;
  lastPoll: number | null;
};

/** Codes that devices wait with. */
export type DeviceCodes = {
  readonly lifetimeSeconds: number;
  readonly intervalSeconds: number;
  start(request: DeviceRequest): { readonly deviceCode: string; readonly userCode: string };
  /** The request of a code that a person typed, in any case and with spaces; `null` when there is none that waits. */
  byUserCode(text: string): { readonly deviceCode: string; readonly request: DeviceRequest } | null;
  settle(deviceCode: string, outcome: DeviceRefusal | DeviceAnswer): void;
  /** What a polling device is told; `null` for a code that was never given out or was redeemed. */
  poll(deviceCode: string): { readonly request: DeviceRequest; readonly state: DeviceState } | null;
  /** Ends a code: it is good for one answer. */
  redeem(deviceCode: string): void;
};

/** Letters and digits that cannot be taken for one another (RFC 8628, 6.1). */
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ23456789';
/** Clocks and networks are not exact: this much earlier is not too fast. */
const grace = 200;
const hour = 3_600_000;

/** No codes at first. Fifteen minutes and five seconds are the service's own (Learn: v2-oauth2-device-code). */
export function createDeviceCodes(
  now: () => number,
  lifetimeSeconds: number,
  intervalSeconds: number,
): DeviceCodes {
  const entries = new Map<string, Entry>();
  const newUserCode = (): string =>
    Array.from({ length: 9 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  const stateOf = (entry: Entry): DeviceState => {
    if (entry.until <= now()) {
      return { kind: 'expired' };
    }
    if (entry.state !== 'pending' && 'refusal' in entry.state) {
      const { refusal } = entry.state;
      return refusal === null ? { kind: 'declined' } : { kind: 'refused', error: refusal };
    }
    const { lastPoll } = entry;
    entry.lastPoll = now();
    if (entry.state !== 'pending') {
      return { kind: 'answered', answer: entry.state };
    }
    const tooFast = lastPoll !== null && now() - lastPoll < intervalSeconds * 1000 - grace;
    return { kind: tooFast ? 'too-fast' : 'pending' };
  };
  return {
    lifetimeSeconds,
    intervalSeconds,
    start: (request) => {
      const deviceCode = randomBytes(64).toString('base64url');
      const userCode = newUserCode();
      // Who still polls an hour after the end is told that the code is not known.
      for (const [old, { until: ended }] of entries) {
        if (ended + hour < now()) {
          entries.delete(old);
        }
      }
      const until = now() + lifetimeSeconds * 1000;
      entries.set(deviceCode, { request, userCode, until, state: 'pending', lastPoll: null });
      return { deviceCode, userCode };
    },
    byUserCode: (text) => {
      const typed = text.replaceAll(/[\s-]/g, '').toUpperCase();
      for (const [deviceCode, entry] of entries) {
        if (entry.userCode === typed && entry.state === 'pending' && entry.until > now()) {
          return { deviceCode, request: entry.request };
        }
      }
      return null;
    },
    settle: (deviceCode, outcome) => {
      const entry = entries.get(deviceCode);
      if (entry?.state === 'pending') {
        entry.state = outcome;
      }
    },
    poll: (deviceCode) => {
      const entry = entries.get(deviceCode);
      return entry === undefined ? null : { request: entry.request, state: stateOf(entry) };
    },
    redeem: (deviceCode) => {
      entries.delete(deviceCode);
    },
  };
}

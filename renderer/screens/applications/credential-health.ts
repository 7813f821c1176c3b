import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import { credentialOrder, isPastEnd } from '../../../preload/contract/words/credential-order.ts';
import { expiryOf, localTimeZone } from '../../../preload/contract/words/expiry.ts';

/** How a credential stands; `days` are the person's calendar days to (or since) its end. */
export type CredentialHealth =
  /** The vault no longer has it: it must be entered again. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'expired'; readonly days: number }
  | { readonly kind: 'expires-soon'; readonly days: number }
  | { readonly kind: 'valid'; readonly days: number }
  /** Usable, but nobody said when it ends. */
  | { readonly kind: 'no-end-known' };

/** Judges the end of a credential at an instant (milliseconds since the epoch), in the days and by the limits of the Expiry page. */
export const endHealth = (
  expiresOn: string | null,
  now: number,
  timeZone = localTimeZone(),
): CredentialHealth => {
  const { days, state } = expiryOf(expiresOn, now, timeZone);
  if (days === null) return { kind: 'no-end-known' };
  if (state === 'expired') return { kind: 'expired', days: Math.abs(days) };
  return { kind: state === 'week' || state === 'month' ? 'expires-soon' : 'valid', days };
};

/** Judges one credential of ours: it may be gone from the vault. */
export const credentialHealth = (
  { kept, expiresOn }: Pick<Credential, 'kept' | 'expiresOn'>,
  now: number,
): CredentialHealth => (kept === 'missing' ? { kind: 'missing' } : endHealth(expiresOn, now));

/** The credential that main takes when none is chosen; null when every one is gone or past its date. */
export const usableCredential = (profile: AppProfile, now: number): Credential | null => {
  const first = credentialOrder(profile, now).at(0);
  return first === undefined || isPastEnd(first, now) ? null : first;
};

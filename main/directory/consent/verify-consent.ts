import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { ConsentVerdict } from '../../../preload/contract/words/consent.ts';
import type { Clock } from '../../http/clock.ts';

/** What one token request told. */
export type ConsentCheck = { readonly verdict: ConsentVerdict; readonly error: AppError | null };

/** Refusals that tell about the service principal (Microsoft Learn: reference-error-codes). */
const VERDICTS: Readonly<Record<string, ConsentVerdict>> = {
  // No service principal: the tenant does not know the app, or knows only that it exists elsewhere.
  '700016': 'missing',
  '7000229': 'missing',
  '7000112': 'disabled',
  // Conditional Access for workload identities speaks of a service principal that is there.
  '53003': 'blocked',
};

/** What a token, or the refusal of one, says about the app's service principal. A wrong secret says nothing. */
export const verdictOf = (token: Result<unknown>): ConsentCheck => {
  if (token.ok) return { verdict: 'present', error: null };
  const { code, params } = token.error;
  const verdict = code === 'entra' ? (VERDICTS[String(params['aadsts'])] ?? 'unknown') : 'unknown';
  return { verdict, error: token.error };
};

/** Milliseconds between attempts while a consent reaches every part of the service: two minutes together. */
const PATIENCE = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000];

/** How a consent is waited for. */
export type AwaitConsent = {
  readonly check: (signal: AbortSignal) => Promise<ConsentCheck>;
  readonly clock: Pick<Clock, 'sleep'>;
  /** Told before each attempt, from 1. */
  readonly attempt: (number: number) => Promise<void>;
};

/**
 * Asks until the service principal is there or patience ends: after a consent it takes seconds to minutes until every server
 * knows it. Ends at once with an answer that will not change by waiting. Rejects when the signal aborts.
 */
export const awaitConsent = async (ports: AwaitConsent, signal: AbortSignal): Promise<ConsentCheck> => {
  await ports.attempt(1);
  let check = await ports.check(signal);
  for (const [index, pause] of PATIENCE.entries()) {
    if (check.verdict !== 'missing') return check;
    await ports.clock.sleep(pause, signal);
    await ports.attempt(index + 2);
    check = await ports.check(signal);
  }
  return check;
};

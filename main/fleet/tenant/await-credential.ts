import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { Clock } from '../../http/clock.ts';
import { waited } from '../apply/waited.ts';
import { failed } from '../../../preload/contract/words/errors.ts';

/**
 * Seconds between tries while a credential that Entra has just been given is not known everywhere in it: two minutes in
 * sum. Each refusal counts as a failed sign-in of the app, so there are few of them.
 */
const WAITS: readonly number[] = [2, 3, 5, 8, 12, 20, 30, 40];

/** Invalid secret, unknown certificate, app or service principal not found (Microsoft Learn: reference-error-codes). */
const NOT_YET: readonly number[] = [7_000_215, 700_027, 700_016, 7_000_229];

const notYet = (error: AppError): boolean =>
  error.retryable || (error.code === 'entra' && NOT_YET.includes(Number(error.params['aadsts'])));

/** Repeats a sign-in until Entra takes the credential, refuses it for another reason, or two minutes have passed. */
export const untilTaken = async <Value>(
  signIn: (signal: AbortSignal) => Promise<Result<Value>>,
  clock: Clock,
  cancel: AbortSignal,
): Promise<Result<Value>> => {
  for (const seconds of [...WAITS, null]) {
    const taken = await signIn(cancel);
    if (taken.ok || seconds === null || !notYet(taken.error)) return taken;
    if (!(await waited(clock, seconds, cancel))) break;
  }
  return failed('cancelled');
};

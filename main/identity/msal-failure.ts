import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { refusalError } from './entra-refusal.ts';
import type { RefusedRequest } from './entra-refusal.ts';
import type { Exchange } from './msal-network.ts';

/** MSAL's own short name of what went wrong; its message may quote what was sent and is not used. */
const reasonOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return 'unknown';
  return 'errorCode' in thrown && typeof thrown.errorCode === 'string' ? thrown.errorCode : thrown.name;
};

/** What MSAL threw, as an error value: what the network or the service said comes first, for MSAL rewords both. */
export const msalFailure = (thrown: unknown, exchange: Exchange, request: RefusedRequest): AppError => {
  const failure = exchange.failure();
  if (failure !== null) return failure;
  const refusal = exchange.refusal();
  if (refusal !== null) return refusalError(refusal, request);
  return appError('sign-in-failed', { reason: reasonOf(thrown) });
};

import type { AppError, ErrorCode } from '../../preload/contract/words/errors.ts';
import type { Status } from '../../preload/contract/words/status.ts';

const DENIED: ReadonlySet<ErrorCode> = new Set(['sign-in-needed', 'sign-in-failed', 'entra']);

const UNREACHABLE: ReadonlySet<ErrorCode> = new Set([
  'network-unreachable',
  'network-timeout',
  'tls-untrusted',
  'redirect-refused',
  'origin-mismatch',
  'service-unavailable',
  'circuit-open',
]);

/** A refusal of the environment itself: who we are, or the environment. */
const statusOfAnswer = (status: number): Status => {
  if (status === 401 || status === 403) return 'denied';
  return status >= 500 ? 'unreachable' : 'attention';
};

/** What the outcome of a check means in the console's one vocabulary; `unknown` rather than a guess. */
export const checkStatus = (error: AppError | null): Status => {
  if (error === null) return 'healthy';
  if (DENIED.has(error.code)) return 'denied';
  if (UNREACHABLE.has(error.code)) return 'unreachable';
  if (error.code === 'throttled') return 'attention';
  const status = error.params['status'];
  return (error.code === 'dataverse' || error.code === 'unexpected-answer') && typeof status === 'number'
    ? statusOfAnswer(status)
    : 'unknown';
};

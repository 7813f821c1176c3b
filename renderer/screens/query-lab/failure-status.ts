import type { AppError, ErrorCode } from '../../../preload/contract/words/errors.ts';
import type { Status } from '../../../preload/contract/words/status.ts';

const UNREACHABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'network-unreachable',
  'network-timeout',
  'tls-untrusted',
  'service-unavailable',
  'circuit-open',
  'timed-out',
]);
const ATTENTION: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['throttled', 'invalid-input']);

/** Whether an error means that the environment refused, could not be reached, or only asked to come back later. */
export const failureStatus = (error: AppError): Status => {
  if (UNREACHABLE.has(error.code)) return 'unreachable';
  return ATTENTION.has(error.code) ? 'attention' : 'denied';
};

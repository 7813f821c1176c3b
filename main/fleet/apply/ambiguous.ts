import type { AppError } from '../../../preload/contract/words/errors.ts';

/** Seconds between tries after a broken connection or a gateway's error; the HTTP client never repeats a change. */
export const NETWORK_WAITS: readonly number[] = [1, 4];

/** Whether the change may have happened although it was answered with this. */
export const isAmbiguous = (error: AppError): boolean => {
  switch (error.code) {
    case 'network-unreachable':
    case 'network-timeout':
    case 'service-unavailable':
    case 'unexpected-answer':
      return true;
    case 'dataverse':
      return Number(error.params['status']) >= 500;
    default:
      return false;
  }
};

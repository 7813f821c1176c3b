import type { AppError } from '../../../preload/contract/words/errors.ts';

/**
 * Refusals of whoever asks, whatever is asked for: not a member of the organization, Conditional Access by location, IP firewall
 * (Microsoft Learn: web-service-error-codes).
 */
const ASKER_REFUSED: readonly string[] = ['0x80072560', '0x80072561', '0x80095ffe'];

/**
 * Whether the failure is of the environment as a whole: it cannot be reached, asks to be left alone, or lets the admin not in. The next
 * app or role would fare no better there. Every other failure is of the one that was being changed.
 */
export const isOfEnvironment = ({ code, params }: AppError): boolean => {
  switch (code) {
    case 'network-unreachable':
    case 'network-timeout':
    case 'tls-untrusted':
    case 'redirect-refused':
    case 'origin-mismatch':
    case 'unexpected-answer':
    case 'service-unavailable':
    case 'throttled':
    case 'circuit-open':
    case 'sign-in-needed':
    case 'sign-in-cancelled':
    case 'sign-in-failed':
    case 'device-code-expired':
    case 'entra':
    case 'challenge-missing':
    case 'tenant-mismatch':
    case 'tenant-unknown':
    case 'cloud-mismatch':
    case 'cloud-unknown':
    case 'vault-locked':
    case 'vault-no-service':
    case 'vault-unsupported':
    case 'vault-unreadable':
      return true;
    case 'dataverse':
      return params['status'] === 401 || ASKER_REFUSED.includes(String(params['hex']).toLowerCase());
    default:
      return false;
  }
};

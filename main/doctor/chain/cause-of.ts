import type { CauseKind } from '../../../preload/contract/words/doctor.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';

/** Conditional Access, security defaults, tenant restrictions and cross-tenant policies (Microsoft Learn: reference-error-codes). */
const ENTRA_POLICY: ReadonlySet<string> = new Set(
  '53000 53001 53002 53003 53004 53009 53011 530031 530032 530034 530035 500021 500022 500212 500213 1000031'.split(
    ' ',
  ),
);

/** Admin-restricted location (Conditional Access), and the IP firewall of an environment (Microsoft Learn: ip-firewall). */
const DATAVERSE_POLICY: ReadonlySet<string> = new Set(['0X80072561', '0X80095FFE']);
/** The organization is switched off, its servers are, or something unexpected happened there (Microsoft Learn: web-service-error-codes). */
const DATAVERSE_SERVICE: ReadonlySet<string> = new Set(['0X8004A104', '0X8004A107', '0X80040216']);
/** What is wanting in roles, sharing or column security (same list; domain of `PrivilegeDenied` messages). */
const DATAVERSE_PERMISSION: ReadonlySet<string> = new Set([
  '0X80040220',
  '0X80040299',
  '0X80048306',
  '0X80048405',
  '0X80042F09',
  '0X80040204',
  '0X80044502',
  '0X8004A110',
  '0X8004F505',
  '0X8004F507',
  '0X8004F508',
  '0X8004F50C',
]);

const ofDataverse = ({ params }: AppError): CauseKind => {
  const hex = String(params['hex'] ?? '').toUpperCase();
  if (DATAVERSE_POLICY.has(hex)) return 'policy';
  if (DATAVERSE_PERMISSION.has(hex)) return 'permission';
  if (DATAVERSE_SERVICE.has(hex) || Number(params['status'] ?? 0) >= 500) return 'service';
  return 'configuration';
};

/** A web page where data was asked for: something on the road answered, a proxy or a filter, unless the service itself is down. */
const fromSomebodyElse = ({ params }: AppError): boolean =>
  params['what'] === 'html' && Number(params['status'] ?? 0) < 500;

/** What kind of thing an error is about. Everything that somebody has set up wrongly is `configuration`. */
export const causeOf = (error: AppError): CauseKind => {
  switch (error.code) {
    case 'network-unreachable':
    case 'network-timeout':
    case 'tls-untrusted':
    case 'redirect-refused':
      return 'network';
    case 'service-unavailable':
    case 'throttled':
    case 'circuit-open':
    case 'timed-out':
      return 'service';
    case 'unexpected-answer':
      return fromSomebodyElse(error) ? 'network' : 'service';
    case 'entra':
      if (ENTRA_POLICY.has(String(error.params['aadsts']).replace(/^AADSTS/i, ''))) return 'policy';
      return error.retryable ? 'service' : 'configuration';
    case 'dataverse':
      return ofDataverse(error);
    case 'user-no-roles':
    case 'privilege-lacking':
    case 'record-out-of-reach':
      return 'permission';
    case 'still-propagating':
      return 'propagation';
    default:
      return 'configuration';
  }
};

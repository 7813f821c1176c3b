import type { FindingKind, Touch } from '../../../preload/contract/words/finding.ts';
import { dataverseCode } from './catalogue/dataverse-catalogue.ts';
import { entraCode } from './catalogue/entra-catalogue.ts';

type Judged = { readonly kind: FindingKind; readonly touch: Touch };

/** Codes whose name alone would mislead (domain: who the caller is, what stands in the way). */
const CODES: Readonly<Record<string, Judged>> = {
  '0x80072560': { kind: 'permission', touch: 'application-user' },
  '0x80072561': { kind: 'policy', touch: 'policy' },
  '0x80072559': { kind: 'propagation', touch: 'wait' },
  '0x8004F510': { kind: 'propagation', touch: 'wait' },
  '0x80095FFE': { kind: 'policy', touch: 'policy' },
  '0x80042F09': { kind: 'permission', touch: 'security-role' },
  '0x80040225': { kind: 'permission', touch: 'application-user' },
  '0x8004A112': { kind: 'permission', touch: 'application-user' },
  '0x80044502': { kind: 'permission', touch: 'application-user' },
  '0x8004F511': { kind: 'client', touch: 'application-user' },
  '0x80041D48': { kind: 'client', touch: 'application-user' },
  '0x80040D40': { kind: 'client', touch: 'application-user' },
  '0x80041409': { kind: 'client', touch: 'security-role' },
  '0x8004140D': { kind: 'client', touch: 'security-role' },
  '0x80048350': { kind: 'client', touch: 'security-role' },
  '0x80041D49': { kind: 'sign-in', touch: 'app-registration' },
  '0x80048306': { kind: 'permission', touch: 'security-role' },
  '0x80048405': { kind: 'permission', touch: 'security-role' },
  '0x80040204': { kind: 'permission', touch: 'security-role' },
  '0x80040299': { kind: 'permission', touch: 'security-role' },
  '0x8004A104': { kind: 'service', touch: 'nothing' },
  '0x8004A106': { kind: 'sign-in', touch: 'request' },
  '0x8004A107': { kind: 'service', touch: 'nothing' },
  '0x8004A108': { kind: 'sign-in', touch: 'nothing' },
  '0x80072321': { kind: 'throttle', touch: 'wait' },
  '0x80072322': { kind: 'throttle', touch: 'wait' },
  '0x80072326': { kind: 'throttle', touch: 'wait' },
  '0x80040265': { kind: 'client', touch: 'nothing' },
  '0x80040224': { kind: 'client', touch: 'nothing' },
  '0x8004D24B': { kind: 'permission', touch: 'account' },
  '0x80040216': { kind: 'service', touch: 'wait' },
  '0x80044151': { kind: 'service', touch: 'request' },
  '0x80040217': { kind: 'client', touch: 'record' },
  '0x80060891': { kind: 'client', touch: 'record' },
};

/** The rest by its name, which is all that the list tells; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, Judged])[] = [
  [/AttributePermission|SecuredField|FieldSecurity/, { kind: 'permission', touch: 'column-profile' }],
  [/Thrott|TooManyRequests|LimitReached|QuotaExceeded/i, { kind: 'throttle', touch: 'wait' }],
  [
    /Privilege|AccessDenied|Permission|NotAuthorized|Unauthorized|ActOnBehalf/i,
    { kind: 'permission', touch: 'security-role' },
  ],
  [
    /AuthTicket|OAuthToken|NotAuthenticated|Authentication|InvalidToken|ExpiredToken|LogOn|Login|SignIn|Credential/,
    { kind: 'sign-in', touch: 'request' },
  ],
  [
    /Dlp|PolicyViolation|PolicyValidation|IpAddress|Firewall|AdminRestricted/i,
    { kind: 'policy', touch: 'policy' },
  ],
  [
    /SqlTimeout|SqlError|Unavailable|NotAvailable|ServerBusy|Deadlock|OrganizationDisabled|ServiceDown/i,
    { kind: 'service', touch: 'wait' },
  ],
];

const OTHERWISE: Judged = { kind: 'client', touch: 'request' };

const judge = (hex: string): Judged => {
  const name = dataverseCode(hex)?.name ?? '';
  return CODES[hex] ?? BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? OTHERWISE;
};

/** What a code of Dataverse is about. */
export const codeKind = (hex: string): FindingKind => judge(hex).kind;
/** What a code of Dataverse asks to touch. */
export const codeTouch = (hex: string): Touch => judge(hex).touch;

/** What a number of Entra is about. */
export const entraKind = (number: string): FindingKind => entraCode(number)?.kind ?? 'not-understood';

const among = (...numbers: readonly string[]): ReadonlySet<string> => new Set(numbers);
const TOUCHED: readonly (readonly [ReadonlySet<string>, Touch])[] = [
  [
    among(
      '7000215',
      '7000222',
      '7000218',
      '7000216',
      '70002',
      '700027',
      '50012',
      '50013',
      '50027',
      '700030',
      '700213',
      '70021',
      '700211',
      '700212',
      '7002138',
      '70025',
      '700021',
      '5002727',
      '5002738',
      '5002741',
      '700222',
      '700223',
    ),
    'credential',
  ],
  [
    among(
      '700016',
      '7000229',
      '700011',
      '90002',
      '900023',
      '50059',
      '50128',
      '50049',
      '90019',
      '50194',
      '9001023',
      '90124',
      '90130',
      '90038',
      '900382',
      '900432',
      '900434',
      '700038',
      '500011',
      '50001',
      '650052',
      '90051',
    ),
    'workspace',
  ],
  [
    among(
      '7000112',
      '70001',
      '50011',
      '700025',
      '650057',
      '650056',
      '65005',
      '65001',
      '65002',
      '90094',
      '90095',
      '90008',
      '65004',
      '500014',
      '501051',
      '700054',
      '700046',
      '9002326',
      '9002327',
      '9002331',
      '9002332',
      '9002346',
      '1000031',
      '50105',
    ),
    'app-registration',
  ],
  [
    among(
      '50020',
      '50034',
      '50053',
      '50055',
      '50057',
      '50126',
      '50076',
      '50079',
      '50074',
      '50072',
      '50078',
      '500121',
      '50173',
      '70008',
      '700082',
      '700084',
      '70043',
      '54005',
      '50058',
      '16000',
      '16003',
      '51004',
      '90072',
      '90099',
      '500341',
      '500342',
      '500571',
      '500200',
      '500201',
      '500207',
      '500208',
      '50014',
      '70018',
      '70019',
      '70020',
      '53010',
    ),
    'account',
  ],
];

/** What a number of Entra asks to touch. */
export const entraTouch = (number: string): Touch => {
  const found = TOUCHED.find(([numbers]) => numbers.has(number))?.[1];
  if (found !== undefined) return found;
  const kind = entraKind(number);
  return kind === 'policy' ? 'policy' : kind === 'throttle' || kind === 'service' ? 'wait' : 'request';
};

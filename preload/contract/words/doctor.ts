/** The links between an address and a row that an app reads, in the order in which one hangs on the other. */
export const DOCTOR_LINKS = [
  'url',
  'tenant',
  'authority',
  'credential',
  'token',
  'claims',
  'who-am-i',
  'application-user',
  'roles',
  'privileges',
  'query',
] as const;
export type DoctorLink = (typeof DOCTOR_LINKS)[number];

/** What kind of thing is wrong, and so whom it is for: the one who set it up, who gives rights, who makes policies, time, Microsoft, the network. */
export const CAUSE_KINDS = [
  'configuration',
  'permission',
  'policy',
  'propagation',
  'service',
  'network',
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** Why nothing can be said of a link. */
export const UNKNOWN_REASONS = [
  /** Nobody is signed in who could look. */
  'not-signed-in',
  /** Who is signed in may not look. */
  'admin-denied',
  /** What was read and what the service answers do not fit together, and nothing was changed lately. */
  'contradiction',
  /** The token cannot be read. */
  'token-opaque',
  /** What this link hangs on was not to be had. */
  'nothing-to-look-at',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** Why a link was not looked at. */
export const SKIP_REASONS = [
  /** An earlier one is broken. */
  'earlier-link',
  /** The run began further down. */
  'before-start',
  /** No question was asked. */
  'not-asked',
  /** Finding out would change something. */
  'would-change',
  'cancelled',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What a piece of evidence is about; its value is typed, never free text of a service. */
export const EVIDENCE_LABELS = [
  'url',
  'cloud',
  'cloud-of-workspace',
  'tenant',
  'tenant-of-workspace',
  'authority',
  'resource',
  'app',
  'home-tenant',
  'credential',
  'credential-kind',
  'credential-ends',
  'credential-kept',
  'audience',
  'issued-for-app',
  'service-principal',
  'signed-with',
  'token-ends',
  'user',
  'organization',
  'answered-in',
  'seen-by',
  'state',
  'business-unit',
  'role',
  'team-role',
  'system-administrator',
  'privileges',
  'needs',
  'reaches',
  'granted-by',
  'granted-by-team',
  'granted-by-sharing',
  'granted-otherwise',
  'sharing',
  'hidden-column',
  'column-by-team',
  'record',
  'owner',
  'rows',
  'status',
  'code',
  'last-change',
] as const;
export type EvidenceLabel = (typeof EVIDENCE_LABELS)[number];

/** How a run over one app in one environment came out. */
export const CHAIN_OUTCOMES = ['ok', 'failed', 'unknown', 'cancelled'] as const;
export type ChainOutcome = (typeof CHAIN_OUTCOMES)[number];

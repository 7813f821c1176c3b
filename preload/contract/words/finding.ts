/** What an error is about, in the order in which it is looked at. */
export const FINDING_KINDS = [
  'sign-in',
  'permission',
  'policy',
  'throttle',
  'service',
  'propagation',
  'network',
  'client',
  'not-understood',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What has to be touched to end an error. */
export const TOUCHES = [
  'credential',
  'app-registration',
  'workspace',
  'application-user',
  'security-role',
  'column-profile',
  'record',
  'directory-role',
  'policy',
  'network',
  'request',
  'account',
  'wait',
  'nothing',
] as const;
export type Touch = (typeof TOUCHES)[number];

/** Whom or what a message names. */
export const NAMED_THINGS = [
  'app',
  'app name',
  'account',
  'user',
  'team',
  'calling user',
  'owner',
  'business unit',
  'record',
  'tenant',
  'resource',
  'host',
  'environment',
  'thumbprint',
  'table code',
  'address',
] as const;
export type NamedThing = (typeof NAMED_THINGS)[number];

/** Ids and times that a support engineer asks for. */
export const SUPPORT_IDS = [
  'request',
  'correlation',
  'trace',
  'activity',
  'client request',
  'operation',
  'time',
] as const;
export type SupportId = (typeof SUPPORT_IDS)[number];

/** A pasted text may have this many characters. */
export const MAX_PASTE = 1024 * 1024;
/** So many findings are answered; more are only counted. */
export const MAX_FINDINGS = 200;

/** Longest baseline that is read, in characters of text: it crosses the border in one piece. */
export const LONGEST_BASELINE = 512 * 1024;

/** What can be wrong with the text of a baseline. */
export const BASELINE_FAULTS = [
  'too-large',
  'not-yaml',
  'too-deep',
  'several-documents',
  'tab-indent',
  'alias',
  'tag',
  'key',
  'duplicate-field',
  'unknown-field',
  'missing-field',
  'wrong-type',
  'wrong-version',
  'not-allowed',
  'client-id',
  'address',
  'group-name',
  'text',
  'too-short',
  'too-long',
  'too-many',
  'one-of',
  'business-unit',
  'unknown-group',
  'app-twice',
  'environment-twice',
  'name-twice',
  'absent-with',
] as const;
export type BaselineFaultKind = (typeof BASELINE_FAULTS)[number];

/** One fault of a baseline's text, where it stands. Lines and columns count from 1. */
export type BaselineFault = {
  readonly kind: BaselineFaultKind;
  readonly line: number;
  readonly column: number;
  /** What the text of the fault names: a field, a name, a limit. */
  readonly params: Readonly<Record<string, string | number>>;
};

/** How an application user differs from its baseline. */
export const DRIFT_KINDS = [
  'user-missing',
  'user-soft-deleted',
  'user-unwanted',
  'user-ambiguous',
  'disabled',
  'enabled',
  'business-unit',
  'business-unit-unknown',
  'role-missing',
  'role-extra',
  'role-unknown',
  'role-ambiguous',
  'team-missing',
  'team-extra',
  'team-unknown',
  'team-ambiguous',
  'profile-missing',
  'profile-extra',
  'profile-unknown',
  'profile-ambiguous',
  'not-in-baseline',
  'platform-user',
] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** Scripts that a baseline is exported as. */
export const BASELINE_EXPORTS = ['terraform', 'pac', 'powershell'] as const;
export type BaselineExport = (typeof BASELINE_EXPORTS)[number];

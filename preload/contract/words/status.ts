/** The one status vocabulary of the console; always shown as icon, word and colour. */
export const STATUSES = ['healthy', 'attention', 'denied', 'unreachable', 'unknown', 'working'] as const;
export type Status = (typeof STATUSES)[number];

/** Clouds that ship with the console; custom clouds are `custom:<name>`. */
export const BUILT_IN_CLOUDS = ['public', 'gcc', 'gcc-high', 'dod', 'china', 'demo'] as const;
export type CloudId = (typeof BUILT_IN_CLOUDS)[number] | `custom:${string}`;

/** Where secrets can be kept right now; `available` alone means the operating system's keychain works. */
export const VAULT_STATES = ['available', 'locked', 'no-service', 'unsupported'] as const;
export type VaultState = (typeof VAULT_STATES)[number];
/** Which keychain the operating system has. */
export const VAULT_BACKENDS = ['credential-manager', 'macos-keychain', 'secret-service'] as const;
/** What the vault keeps; `other` belongs to nothing that is known any more. */
export const VAULT_ITEM_KINDS = [
  'secret',
  'certificate',
  'sign-in',
  'journal',
  'snapshot',
  'inventory',
  'baseline',
  'queries',
  'other',
] as const;
/** Where a kept value is; `unknown` while the keychain is shut, `missing` when it must be entered again. */
export const VAULT_PLACES = ['entry', 'file', 'session', 'missing', 'unreadable', 'unknown'] as const;
export const VAULT_PROBLEMS = ['entry-damaged', 'file-missing', 'file-damaged'] as const;
/** What a person types before the vault is begun anew. */
export const START_ANEW = 'start anew';

/** Lengths of an RSA key that the console makes; Entra takes nothing shorter (Microsoft Learn: certificate-credentials). */
export const KEY_BITS = [2048, 3072, 4096] as const;

export const ENVIRONMENT_TYPES = [
  'Production',
  'Sandbox',
  'Developer',
  'Trial',
  'Default',
  'Teams',
  'Unknown',
] as const;
export type EnvironmentType = (typeof ENVIRONMENT_TYPES)[number];

/**
 * Types that count as production unless a workspace says otherwise: everything that is not known to be for trying things out. The
 * question costs a moment, a wrong guess costs more.
 */
export const PRODUCTION_TYPES = [
  'Production',
  'Default',
  'Teams',
  'Unknown',
] as const satisfies readonly EnvironmentType[];

/** Whether an environment counts as production: as the workspace says of its type, or as a person said of itself. */
export const GUARDS = ['by-type', 'production', 'not-production'] as const;
export type Guard = (typeof GUARDS)[number];

/** `systemuser.accessmode`; the place in the list is its number (Microsoft Learn: systemuser table). Any other number is `Unknown`. */
export const ACCESS_MODES = [
  'Read-Write',
  'Administrative',
  'Read',
  'Support User',
  'Non-interactive',
  'Delegated Admin',
  'Unknown',
] as const;

/** `team.teamtype`; the place in the list is its number (Microsoft Learn: team table). Any other number is `Unknown`. */
export const TEAM_TYPES = [
  'Owner',
  'Access',
  'Entra security group',
  'Microsoft 365 group',
  'Unknown',
] as const;

export const STEP_KINDS = [
  'create-user',
  'enable-user',
  'disable-user',
  'assign-role',
  'remove-role',
  'change-business-unit',
  'join-team',
  'leave-team',
  'reassign-records',
  'give-profile',
  'take-profile',
  'delete-user',
  'purge-user',
  // about a security role
  'create-role',
  'change-role',
  'set-privileges',
  'remove-privileges',
  'delete-role',
  'give-team-role',
  'take-team-role',
  // in a tenant's directory
  'create-application',
  'create-service-principal',
  'enable-service-principal',
  'disable-service-principal',
  'register-management-application',
  'unregister-management-application',
  'add-secret',
  'upload-certificate',
  'remove-secret',
  'remove-certificate',
  // on this machine
  'add-profile',
  'generate-certificate',
  'use-credential',
  'forget-credential',
  // asked, not changed
  'await-credential',
  'prove-credential',
  // a test of what an app may write
  'test-request',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * What a person should know before a step is done. `system-administrator`: gives the role that allows everything;
 * `loses-roles`: the service takes every role, and those wanted are given again; `not-undone`: nothing brings it back.
 */
export const STEP_RISKS = [
  'system-administrator',
  'last-administrator',
  'locks-app-out',
  'loses-roles',
  'not-undone',
  'administrator-width',
  'apps-rely-on-it',
  'role-gone',
  'app-stops-in-tenant',
  'last-credential',
  'in-use',
  'same-name',
  'not-found-in-entra',
  'kept-for-session',
  'administers-all-environments',
  'app-stops-administering',
  'owns-records',
  'records-stay-there',
  'members-get-it',
  'members-lose-it',
  'whole-business-unit',
  'entra-decides',
  'team-privileges-only',
] as const;
export type StepRisk = (typeof STEP_RISKS)[number];

/** How an operation can end. */
export const OPERATION_ENDS = ['succeeded', 'partly-failed', 'failed', 'cancelled'] as const;
export type OperationEnd = (typeof OPERATION_ENDS)[number];

export const CREDENTIAL_KINDS = ['secret', 'certificate'] as const;

/** Who may use an app (Microsoft Graph: application resource, `signInAudience`): one tenant, or any organisation's. */
export const SIGN_IN_AUDIENCES = ['AzureADMyOrg', 'AzureADMultipleOrgs'] as const;
export type SignInAudience = (typeof SIGN_IN_AUDIENCES)[number];

/** How far a rotation is: the new credential is not in the vault, not proved everywhere, in use beside the old one, alone. */
export const ROTATION_STAGES = ['adding', 'proving', 'switched', 'finished'] as const;
export type RotationStage = (typeof ROTATION_STAGES)[number];

/**
 * `already`: it was so before the step did anything, because of somebody else. `unrecorded`: the step was begun and nothing tells how
 * it ended; only the environment knows.
 */
export const STEP_STATES = [
  'pending',
  'running',
  'done',
  'verified',
  'already',
  'failed',
  'skipped',
  'cancelled',
  'unrecorded',
] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Whether a step in this state made a change. */
export const isMade = (state: StepState): boolean => state === 'done' || state === 'verified';

/** Whether it may have made one, which an undo takes back: where it has not, the opposite is so already and makes no step. */
export const mayBeMade = (state: StepState): boolean => isMade(state) || state === 'unrecorded';

/** Whether what a step in this state was for is so, whoever made it so. */
export const isReached = (state: StepState): boolean => isMade(state) || state === 'already';

export const THEMES = ['system', 'light', 'dark', 'high-contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Colours a workspace can carry, by name; the theme decides the shade. */
export const WORKSPACE_COLOURS = [
  'blue',
  'teal',
  'green',
  'gold',
  'orange',
  'red',
  'magenta',
  'purple',
] as const;
export type WorkspaceColour = (typeof WORKSPACE_COLOURS)[number];

/** As whom a query is asked beside the app itself: the app on behalf of a user, and the user. */
export const CALLERS = ['app', 'on-behalf', 'user'] as const;
export type CallerKind = (typeof CALLERS)[number];

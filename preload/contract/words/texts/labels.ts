import type { Depth, Verb } from '../depth.ts';
import type {
  CloudId,
  EnvironmentType,
  Status,
  StepKind,
  StepState,
  Theme,
  VaultState,
  WorkspaceColour,
} from '../status.ts';

/** The word that stands beside a status icon. */
export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  healthy: 'Healthy',
  attention: 'Attention',
  denied: 'Denied',
  unreachable: 'Unreachable',
  unknown: 'Unknown',
  working: 'Working',
};

/** Depths by the Web API's names, which product and documentation share. */
export const DEPTH_LABELS: Readonly<Record<Depth, string>> = {
  None: 'None',
  Basic: 'Basic',
  Local: 'Local',
  Deep: 'Deep',
  Global: 'Global',
};

/** What a depth means for the app that has it. */
export const DEPTH_MEANINGS: Readonly<Record<Depth, string>> = {
  None: 'no access',
  Basic: 'rows the app owns or that are shared with it',
  Local: 'rows of its business unit',
  Deep: 'rows of its business unit and those below',
  Global: 'all rows of the environment',
};

export const VERB_LABELS: Readonly<Record<Verb, string>> = {
  Create: 'Create',
  Read: 'Read',
  Write: 'Write',
  Delete: 'Delete',
  Append: 'Append',
  AppendTo: 'Append to',
  Assign: 'Assign',
  Share: 'Share',
  Other: 'Other',
};

export const ENVIRONMENT_TYPE_LABELS: Readonly<Record<EnvironmentType, string>> = {
  Production: 'Production',
  Sandbox: 'Sandbox',
  Developer: 'Developer',
  Trial: 'Trial',
  Default: 'Default',
  Teams: 'Dataverse for Teams',
  Unknown: 'Unknown type',
};

export const STEP_KIND_LABELS: Readonly<Record<StepKind, string>> = {
  'create-user': 'Create application user',
  'enable-user': 'Enable application user',
  'disable-user': 'Disable application user',
  'assign-role': 'Assign role',
  'remove-role': 'Remove role',
  'change-business-unit': 'Change business unit',
  'join-team': 'Add to team',
  'leave-team': 'Remove from team',
  'reassign-records': 'Reassign owned records',
  'give-profile': 'Assign column security profile',
  'take-profile': 'Remove column security profile',
  'delete-user': 'Delete application user',
  'purge-user': 'Delete permanently',
  'create-role': 'Create security role',
  'change-role': 'Change security role',
  'set-privileges': 'Set privileges',
  'remove-privileges': 'Remove privileges',
  'delete-role': 'Delete security role',
  'give-team-role': 'Give role to team',
  'take-team-role': 'Take role from team',
  'create-application': 'Register app',
  'create-service-principal': 'Create service principal',
  'enable-service-principal': 'Allow to sign in',
  'disable-service-principal': 'Block from signing in',
  'register-management-application': 'Register as management application',
  'unregister-management-application': 'Unregister as management application',
  'add-secret': 'Add client secret',
  'upload-certificate': 'Upload certificate',
  'remove-secret': 'Remove client secret',
  'remove-certificate': 'Remove certificate',
  'add-profile': 'Add app profile',
  'generate-certificate': 'Generate certificate',
  'use-credential': 'Put to use',
  'forget-credential': 'Remove from vault',
  'await-credential': 'Wait for Entra',
  'prove-credential': 'Prove',
  'test-request': 'Write test',
};

export const STEP_STATE_LABELS: Readonly<Record<StepState, string>> = {
  pending: 'Waiting',
  running: 'Running',
  done: 'Done',
  verified: 'Done and verified',
  already: 'Was so already',
  failed: 'Failed',
  skipped: 'Not done',
  cancelled: 'Cancelled',
  unrecorded: 'Not recorded',
};

export const THEME_LABELS: Readonly<Record<Theme, string>> = {
  system: 'Follow the system',
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
};

export const WORKSPACE_COLOUR_LABELS: Readonly<Record<WorkspaceColour, string>> = {
  blue: 'Blue',
  teal: 'Teal',
  green: 'Green',
  gold: 'Gold',
  orange: 'Orange',
  red: 'Red',
  magenta: 'Magenta',
  purple: 'Purple',
};

/** Title and meaning of each state of the vault. */
const VAULT_STATE_TEXTS: Readonly<Record<VaultState, { readonly title: string; readonly meaning: string }>> =
  {
    available: {
      title: 'Keychain available',
      meaning: 'Secrets and certificates are kept in the keychain of this computer and survive a restart.',
    },
    locked: {
      title: 'Keychain locked',
      meaning:
        'The keychain exists but is locked. Nothing stored there can be read or replaced until it is unlocked; what is added now lasts for this session only.',
    },
    'no-service': {
      title: 'No keychain service',
      meaning:
        'No keychain service answers on this computer. Secrets are held in memory and are gone when the console closes.',
    },
    unsupported: {
      title: 'Keychain not supported',
      meaning:
        'The keychain library does not work here. Secrets are held in memory and are gone when the console closes.',
    },
  };

const FOREIGN_KEYCHAIN = {
  title: 'Another keychain than before',
  meaning:
    'The keychain works, but the key to what this console keeps is not in it. Nothing was overwritten: with the keychain used before, everything is there again. What is added now lasts for this session only.',
} as const;

/** What the state of the vault is called and means. A keychain that works and yet keeps nothing is not the one used before. */
export const vaultTexts = (vault: {
  readonly state: VaultState;
  readonly keeps: 'keychain' | 'session';
}): { readonly title: string; readonly meaning: string } =>
  vault.state === 'available' && vault.keeps === 'session'
    ? FOREIGN_KEYCHAIN
    : VAULT_STATE_TEXTS[vault.state];

/** Name of a cloud as Microsoft writes it; a custom cloud is called by its own name. */
export const cloudLabel = (cloud: CloudId): string => {
  switch (cloud) {
    case 'public':
      return 'Public';
    case 'gcc':
      return 'GCC';
    case 'gcc-high':
      return 'GCC High';
    case 'dod':
      return 'DoD';
    case 'china':
      return 'China (21Vianet)';
    case 'demo':
      return 'Demo cloud';
    default:
      return cloud.slice('custom:'.length);
  }
};

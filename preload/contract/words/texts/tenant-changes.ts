import { many } from './count-words.ts';
import { CONSENT_REDIRECT } from '../consent.ts';

/** Words of the preview of a change in a tenant. */
export const CHANGE_TEXTS = {
  reading: 'Reading the tenant…',
  readingAgain: 'Reading what is so in the environments now…',
  readingEnvironments: (read: number, of: number) => `Reading environments: ${read} of ${of}`,
  streamTitle: 'Plan a change',
  applyTitle: 'Apply a change',
  nothing: 'Nothing to change',
  nothingText: 'Everything is already as it should be.',
  cancelled: 'Reading was cancelled. Nothing was changed.',
  again: 'Read again',
  apply: 'Apply',
  close: 'Close',
  back: 'Back',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  cancellingText: 'Cancelling: what was begun is brought to an end',
  typeName: (name: string) => `Type ${name} to confirm`,
  done: 'Done',
  doneText: 'The tenant was read again and shows it.',
  doneInEnvironments: 'The environments were read again and show it.',
  partly: 'Not everything was done',
  partlyText: 'The steps above say what is done and what is not.',
  stopped: 'Cancelled',
  stoppedText:
    'No further step was begun. What had been begun was brought to an end; Activity tells how it ended.',
  running: (done: number, of: number) => `Step ${Math.min(done + 1, of)} of ${of}`,
  readOnly: 'This workspace is read-only. Nothing can be changed in its tenant and its environments.',
} as const;

/** Words of a move whose roles could not be given again. */
export const ROLES_MISSING_TEXTS = {
  title: (app: string, environment: string, roles: number) =>
    `${app} lacks ${roles === 1 ? 'a role' : many(roles, 'role', 'roles')} in ${environment}`,
  text: (roles: readonly string[]) =>
    `The move to the other business unit has taken ${roles.join(', ')}, and ${roles.length === 1 ? 'it' : 'they'} could not be given again. Continue the operation: it plans what is left, and these roles with it.`,
  show: 'Go to the operation',
} as const;

/** Words of registering an app. */
export const REGISTER_APP_TEXTS = {
  tab: 'Register a new app',
  title: 'Register a new app',
  subtitle: 'A new app registration in the tenant of this workspace, with its service principal.',
  name: 'Name',
  nameHint: 'The display name in Microsoft Entra and here.',
  nameEmpty: 'Give it a name.',
  nameTaken: (name: string) =>
    `An app of this workspace is already called ${name}. Entra allows that; people will confuse the two.`,
  audience: 'Who may use it',
  audiences: {
    AzureADMyOrg: {
      title: 'Single-tenant',
      text: 'It signs in to this tenant only. Right for an integration of your own organisation.',
    },
    AzureADMultipleOrgs: {
      title: 'Multitenant',
      text: 'It can also sign in to other tenants, once an administrator there has given consent.',
    },
  },
  redirect: `Redirect URI for people on this computer (${CONSENT_REDIRECT})`,
  redirectText:
    'Needed only where people sign in to this console with this app, or where you wait here for a client’s consent. The app signing in as itself needs none. It can be added later in Entra: Authentication, Mobile and desktop applications.',
  next: 'Preview',
  done: (name: string) => `${name} was registered. Add a credential so that it can sign in.`,
} as const;

/** Words of a secret that the console just made. */
export const NEW_SECRET_TEXTS = {
  copy: 'Copy the new secret once',
  hint: 'The clipboard is cleared after 30 seconds. The secret cannot be shown or copied again.',
  copied: (seconds: number) => `The secret is on the clipboard for ${seconds} seconds.`,
} as const;

/** Words of making a secret in Entra. */
export const ENTRA_SECRET_TEXTS = {
  title: 'Create a secret in Entra',
  text: 'Entra makes the secret and it goes straight into the vault. Right afterwards you can copy it once, without seeing it.',
  label: 'Description',
  labelHint: 'Shown in Entra beside the secret.',
  labelStart: 'S2S Console',
  lasts: 'Valid for',
  months: (count: number) => many(count, 'month', 'months'),
  next: 'Preview',
  upload: 'Upload to Entra',
  remove: 'Remove from Entra and vault…',
  rotate: 'Rotate…',
  retiring: 'Retiring',
} as const;

/** Words of the page that rotates a credential. */
export const ROTATION_TEXTS = {
  title: 'Rotate a credential',
  titleOf: (app: string) => `Rotate a credential of ${app}`,
  purpose: 'A new credential beside the old one, proved in every environment before the old one goes.',
  steps: 'Steps of the rotation',
  noApp: 'This app is not in the workspace',
  noAppText: 'It was removed, or the link is from another workspace.',
  toApplications: 'Applications',
  choose: {
    retires: 'Credential to replace',
    none: 'None: the app gets its first one',
    make: 'New credential',
    secret: 'Client secret, made by Entra',
    certificate: 'Certificate, generated here',
    lasts: 'Valid for',
    begin: 'Preview the rotation',
    text: 'The old credential keeps working until you remove it in the last step.',
  },
  stages: {
    add: 'Add the new one',
    addHint: 'Entra and vault',
    accept: 'Wait for Entra',
    acceptHint: 'Until it signs in',
    prove: 'Prove it',
    proveHint: (proved: number, of: number) =>
      of === 0 ? 'No environment yet' : `${proved} of ${of} environments`,
    use: 'Put it to use',
    useHint: 'The old one stays',
    remove: 'Remove the old one',
    removeHint: 'Typed confirmation',
  },
  state: {
    adding: 'The new credential is not complete yet',
    proving: 'The new credential is not in use yet',
    provingText: (proved: number, of: number) =>
      of === 0
        ? 'Continue to put it to use.'
        : proved === of
          ? 'It is proved in every environment. Continue to put it to use.'
          : `It is proved in ${proved} of ${many(of, 'environment', 'environments')}. Continue to prove it in the others and put it to use.`,
    switched: 'The new credential is in use',
    switchedText: 'The old one still works. Remove it once nothing outside this console needs it any more.',
    finished: 'The rotation is finished',
    finishedText: 'The old credential is gone from Entra and from the vault.',
    running: 'At work',
  },
  newOne: 'New credential',
  oldOne: 'Old credential',
  started: 'Begun',
  proofs: 'Environments',
  proofState: { proved: 'Proved', failed: 'Failed', open: 'Not proved yet', leftOut: 'Left out' },
  noProofs:
    'The app has no application user in any environment that this console knows. There is nothing to prove.',
  leaveOut: 'May be left out',
  leaveOutText: (count: number) =>
    `${many(count, 'environment is', 'environments are')} left out: the new credential need not sign in there.`,
  goOn: 'Continue',
  removeOld: 'Remove the old one…',
  dismiss: 'Stop following this rotation',
  another: 'Rotate again',
  preview: { renew: 'Rotate', remove: 'Remove the old credential' },
  home: {
    title: 'Unfinished rotations',
    text: 'A new credential is on its way. It continues from what Entra and the vault hold now.',
    proved: (proved: number, of: number) => `proved in ${proved} of ${of}`,
  },
} as const;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Words of signing in and of the accounts of a workspace. */
export const SIGN_IN_TEXTS = {
  title: 'Sign in',
  graphTitle: 'Allow access to Microsoft Graph',
  graphText: (permission: string) =>
    `The sign-in page asks for ${permission} and for nothing else. An administrator can allow it for the whole organization there.`,
  browserHint:
    'Finish signing in there. If no page opened, or your browser cannot be used here, take a code instead. Waiting ends after five minutes.',
  useCode: 'Use a code instead',
  tryAgain: 'Try again',
  newCode: 'Get a new code',
  useBrowser: 'Use the browser instead',
  withCode: 'Sign in with a code',
  ways: 'Other ways to sign in',
  cancelled: 'The sign-in was cancelled',
  left: 'The sign-in was given up: its workspace was left',
  leftText: 'Its page in your browser can be closed. To sign in there, switch back and begin again.',
  code: {
    operation: 'Sign in with a code',
    asking: 'Asking for a code',
    open: 'On any device, open',
    type: 'Type this code there and sign in:',
    label: (code: string) => `Code ${code.split('').join(' ')}`,
    copy: 'Copy code',
    copied: 'Copied',
    openPage: 'Open the page',
    waiting: 'Waiting for you to sign in there.',
    left: (seconds: number) => `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)} left.`,
    publicClient:
      'A code works only where the app registration for signing in allows public client flows (Authentication).',
    warning: 'Give the code to nobody: whoever asks you for one wants to sign in as you.',
  },
  accounts: 'Accounts of this workspace',
  count: (count: number) => `${count} accounts are signed in. The current one is used for everything here.`,
  current: 'Current',
  signedIn: 'Signed in',
  expired: 'Expired',
  use: 'Use this account',
  useNamed: (username: string) => `Use this account: ${username}`,
  again: 'Sign in again',
  signOut: 'Sign out',
  signOutNamed: (username: string) => `Sign out ${username}`,
  another: 'Sign in another account',
  switchTo: (workspace: string) => `Switch to ${workspace}`,
  switched: (username: string) => `Now working as ${username}`,
} as const;

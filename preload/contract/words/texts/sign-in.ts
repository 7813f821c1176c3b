/** Words of signing in and of the accounts of a workspace. */
export const SIGN_IN_TEXTS = {
  accounts: 'Accounts of this workspace',
  count: (count: number) => `${count} accounts are signed in. The current one is used for everything here.`,
  current: 'Current',
  signedIn: 'Signed in',
  expired: 'Expired',
  use: 'Use this account',
  useNamed: (username: string) => `Use ${username}`,
  again: 'Sign in again',
  signOut: 'Sign out',
  signOutNamed: (username: string) => `Sign out ${username}`,
  another: 'Sign in another account',
  switched: (username: string) => `Now working as ${username}`,
} as const;

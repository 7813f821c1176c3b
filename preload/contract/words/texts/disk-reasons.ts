import type { Say } from './explanation-draft.ts';

const REASONS: Readonly<Record<string, string>> = {
  full: 'the disk is full',
  denied: 'its folder may not be written to',
  locked: 'the keychain is not open',
  gone: 'the application is not in this console any more',
};

const THINGS: Readonly<Record<string, string>> = {
  'app-profiles': 'The list of applications',
  workspaces: 'The list of workspaces',
  environments: 'The list of environments',
  settings: 'The settings',
  clouds: 'The list of clouds',
  consents: 'The record of consents',
  expiry: 'The record of expiry reminders',
  vault: 'The vault’s record',
  file: 'The file',
};

/** What could not be written, as the beginning of a sentence. */
export const diskThing = (what: string): string => THINGS[what] ?? 'A record of this console';

/** Why a disk refused, within a sentence or as its beginning. */
export const diskReason = (say: Say, begins = false): string => {
  const reason = REASONS[say('reason')] ?? 'the disk refused';
  return begins ? reason.charAt(0).toUpperCase() + reason.slice(1) : reason;
};

const REMEDIES: Readonly<Record<string, string>> = {
  denied: 'Allow your account to write to the folder of the console’s data.',
  locked: 'Unlock the keychain of your system, usually by signing in to the desktop again.',
  gone: 'Add the application to this console again.',
};

/** What helps where a person has chosen the place. */
const FILE_REMEDIES: Readonly<Record<string, string>> = {
  full: 'Make room on that disk, or choose another one.',
  denied: 'Choose a folder that your account may write to.',
};

/** What helps against it. */
export const diskRemedy = (say: Say): string => {
  if (say('what') === 'file') return FILE_REMEDIES[say('reason')] ?? 'Choose another place for the file.';
  return REMEDIES[say('reason')] ?? 'Make room on the disk that holds the console’s data.';
};

import type { JournalEntry } from './journal-line.ts';

/** The entry with which the journal goes on once it has its key: tells which entries, first to last, had to be written without it. */
export const vaultOpenedEntry = (first: number, last: number): JournalEntry => ({
  workspaceId: null,
  actor: '',
  kind: 'vault-opened',
  environment: '',
  summary:
    first === last
      ? `The vault opened. Entry ${first}, written without its key, is sealed by this one`
      : `The vault opened. Entries ${first} to ${last}, written without its key, are sealed by this one`,
  outcome: 'none',
  requestId: '',
  operation: null,
});

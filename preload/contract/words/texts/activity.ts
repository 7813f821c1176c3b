import { many } from './count-words.ts';

/** Words of the screen Activity. */
export const ACTIVITY_TEXTS = {
  audit: {
    ask: 'Show the environment’s own audit log',
    again: 'Ask again',
    asking: 'Asking the environment…',
    cancel: 'Cancel',
    none: 'The environment has recorded nothing about this app since then, or it does not audit users.',
    row: (action: string, by: string) => `${action}, by ${by}`,
  },
  export: {
    action: 'Export journal',
    hint: 'All entries of this workspace with the chain of digests that seals them, as JSON Lines.',
    /** `day` as YYYY-MM-DD. */
    fileName: (workspace: string, day: string) =>
      `journal ${workspace.replaceAll(/[^\p{L}\p{N} _.-]/gu, '-')} ${day}.jsonl`,
    recorded: (entries: number) => `Journal exported, ${many(entries, 'entry', 'entries')}`,
    savedTitle: 'Journal exported',
    saved: (entries: number, place: string) => `${many(entries, 'entry', 'entries')} in ${place}.`,
    savedBroken: (entries: number, place: string) =>
      `${many(entries, 'entry', 'entries')} in ${place}. The chain is broken, and the file says where.`,
  },
  continue: 'Continue…',
  continueTitle: 'Continue the operation',
  undo: 'Undo…',
  undoTitle: 'Undo the operation',
  title: 'Activity',
  purpose: 'Everything that was done from this workspace, newest first.',
  table: 'Activity',
  integrity: {
    intact: 'Journal intact',
    intactHint: 'Every entry carries a keyed digest of the one before it; all of them fit.',
    broken: (at: number | null) =>
      at === null
        ? 'The journal was changed from outside'
        : `The journal was changed from outside, first at entry ${at}`,
    brokenHint:
      'An entry does not fit the chain: it was edited, removed or damaged. Entries before it are as they were written.',
    'not-tamper-evident': 'Journal not tamper-evident',
    notTamperEvidentHint:
      'Without a keychain there is no key to seal entries with. They are written all the same, but a change from outside would not be noticed.',
  },
  columns: {
    seq: 'Entry',
    at: 'When',
    kind: 'What',
    summary: 'Summary',
    environment: 'Environment',
    actor: 'By',
    outcome: 'Outcome',
    requestId: 'Request ID',
  },
  kinds: {
    'console-started': 'Console started',
    'signed-in': 'Signed in',
    'signed-out': 'Signed out',
    'credential-added': 'Credential added',
    'credential-removed': 'Credential removed',
    'credential-reentered': 'Credential entered again',
    'credential-copied': 'Secret copied',
    exported: 'Exported',
    imported: 'Imported',
    'consent-asked': 'Consent asked for',
    'consent-answered': 'Consent answered',
    'operation-started': 'Operation started',
    'step-started': 'Step announced',
    'step-ended': 'Step ended',
    'operation-ended': 'Operation ended',
    'query-run': 'Query run',
    'workspace-changed': 'Workspace changed',
    'vault-started-anew': 'Vault started anew',
    'vault-opened': 'Vault opened',
    'vault-left-over-removed': 'Left-over values deleted',
  },
  outcomes: { ok: 'OK', partial: 'In part', failed: 'Failed', cancelled: 'Cancelled', none: '' },
  more: 'Load older entries',
  loadingMore: 'Loading older entries',
  emptyTitle: 'Nothing has happened yet',
  emptyText: 'Sign-ins, credentials, operations and queries of this workspace appear here.',
  operations: 'Operations',
  entries: 'Entries',
  views: 'What to show',
  operationsTable: 'Operations',
  operationColumns: {
    state: 'State',
    title: 'Operation',
    startedAt: 'Started',
    endedAt: 'Ended',
    done: 'Done',
    failed: 'Failed',
    notDone: 'Not done',
    unrecorded: 'Not recorded',
    notPlanned: 'Not planned',
  },
  noOperationsTitle: 'No change was made yet',
  noOperationsText: 'Plans that are applied appear here, step by step.',
  entry: (seq: number) => `Entry ${seq}`,
  steps: 'Steps',
  rolesMissing: 'The app lacks what the move has taken',
  notPlanned: 'Nothing could be planned here. Continue plans it again.',
  running: 'Still running',
  neverEnded: 'It was not finished',
  unrecordedHint:
    'A step that is not recorded was begun, and nothing tells how it ended. Continue reads the environments and plans only what is not so yet; Undo plans only what is still to be taken back.',
  unrecordedTenantHint:
    'A step that is not recorded was begun, and its result was not known when the console ended. Begin the same change again: its preview reads the tenant and shows what is left to do.',
  leftSecretHint:
    'Entra may have made the secret; no app here has its value. Create a secret for the app again: the preview removes what was left first.',
  leftAppHint:
    'Entra may have made the app registration. Register the app again under the same name: the preview finds what is there and makes no second one.',
  show: {
    applications: 'Look at applications',
    'application-users': 'Look at application users',
    'security-roles': 'Look at security roles',
  },
} as const;

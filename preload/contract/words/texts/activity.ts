/** Words of the screen Activity. */
export const ACTIVITY_TEXTS = {
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
    'operation-started': 'Operation started',
    'step-started': 'Step started',
    'step-ended': 'Step ended',
    'operation-ended': 'Operation ended',
    'query-run': 'Query run',
    'workspace-changed': 'Workspace changed',
  },
  outcomes: { ok: 'OK', failed: 'Failed', cancelled: 'Cancelled', none: '' },
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
  },
  noOperationsTitle: 'No change was made yet',
  noOperationsText: 'Plans that are applied appear here, step by step.',
  entry: (seq: number) => `Entry ${seq}`,
  steps: 'Steps',
  running: 'Still running',
  unrecordedHint:
    'A step that is not recorded was begun, and the console ended before its result was known. Check the environment to see which it is.',
  showUsers: 'Look at application users',
} as const;

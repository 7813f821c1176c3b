/** Words of the frame around every screen. */
export const SHELL_TEXTS = {
  product: 'S2S Console',
  skipToContent: 'Skip to content',
  starting: 'Starting',
  noDoorTitle: 'This page belongs to S2S Console',
  noDoorText: 'It works only inside the console. Start the console and use its window.',
  brokenTitle: 'This page stopped working',
  brokenText: 'Something in it failed. Other pages still work; reloading the window starts it again.',
  reload: 'Reload the window',
  goHome: 'Go to Home',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address does not lead anywhere in the console.',
  workspaceGoneTitle: 'This workspace is not here',
  workspaceGoneText: 'It was removed, or the link comes from another computer.',

  navigation: 'Navigation',
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  back: 'Back (Alt+Left)',
  forward: 'Forward (Alt+Right)',
  pages: {
    home: 'Home',
    environments: 'Environments',
    applications: 'Applications',
    'applications/rotate': 'Rotate a credential',
    'application-users': 'Application users',
    'application-users/new': 'Application users wizard',
    'application-users/map': 'Access map',
    baseline: 'Baseline',
    'security-roles': 'Security roles',
    query: 'Query lab',
    doctor: 'Doctor',
    activity: 'Activity',
    workspace: 'Workspace settings',
    start: 'Start',
    expiry: 'Expiry',
    'access-map': 'All clients’ access',
    settings: 'Settings',
    'workspaces/new': 'New workspace',
    workspaces: 'Workspaces',
    import: 'Import',
  },

  workspaces: 'Workspaces',
  noWorkspace: 'No workspace',
  switchWorkspace: (name: string) => `Workspace ${name}. Switch workspace`,
  findWorkspace: 'Find a workspace',
  findWorkspaceHint: 'Type a part of its name',
  findAmong: (count: number) => `Find among ${count}…`,
  allWorkspaces: 'All workspaces',
  newWorkspace: 'New workspace…',
  editWorkspace: 'Settings of this workspace…',
  readOnly: 'Read-only',
  readOnlyHint: 'Nothing can be changed in this workspace until read-only is switched off in its settings.',
  demo: 'Demo',

  search: 'Search or do something',
  searchHint: 'Ctrl+K',
  palette: {
    label: 'Command palette',
    placeholder: 'Type a page, workspace, environment, app or action',
    nothing: 'Nothing matches',
    groups: {
      pages: 'Pages',
      actions: 'Actions',
      environments: 'Environments',
      applications: 'Applications',
      workspaces: 'Workspaces',
    },
    actions: {
      discover: 'Find environments',
      check: 'Check all environments',
      addEnvironment: 'Add an environment by URL',
      wizard: 'Create or change application users',
      newRole: 'New security role',
      whoCan: 'Ask who can do something',
      addApp: 'Add an app',
      askConsent: 'Ask a client for consent',
      newWorkspace: 'New workspace',
      guide: 'Show or hide the guide',
      signIn: 'Sign in',
      light: 'Use the light theme',
      dark: 'Use the dark theme',
      highContrast: 'Use the high contrast theme',
      system: 'Use the theme of the system',
      navigation: 'Collapse or expand navigation',
      exploreDemo: 'Explore the demo cloud',
      import: 'Import an export, connections or connection strings',
      vault: 'Check the vault',
    },
  },

  operations: 'Operations',
  operationsRunning: (count: number) =>
    count === 0 ? 'Operations' : count === 1 ? 'Operations: 1 running' : `Operations: ${count} running`,
  operationsEmpty: 'Nothing has been started in this session.',
  operationCancel: (title: string) => `Cancel: ${title}`,
  operationsClear: 'Clear finished',
  operationStates: {
    running: 'Running',
    cancelling: 'Cancelling…',
    done: 'Finished',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  operationCount: (done: number, total: number | null) =>
    total === null ? `${done} so far` : `${done} of ${total}`,

  account: 'Account',
  signIn: 'Sign in',
  signingIn: 'Waiting for the sign-in in your browser',
  signingInHint: 'Finish signing in there. If no page opened, cancel and try again.',
  cancelSignIn: 'Stop waiting',
  signedIn: 'Signed in',
  signedOut: 'Signed out',
  tenant: 'Tenant',

  notices: {
    'file-quarantined': {
      title: 'A settings file could not be read and was set aside',
      text: (params: Readonly<Record<string, string>>) => {
        const file = params['file'] ?? 'The file';
        const movedTo = params['movedTo'] ?? '';
        return movedTo === ''
          ? `${file} could not be moved away and is left as it is; defaults are used and changes are not kept.`
          : `${file} is now called ${movedTo}; the console started with defaults. Nothing was deleted.`;
      },
    },
    'file-newer': {
      title: 'A settings file was written by a newer version of the console',
      text: (params: Readonly<Record<string, string>>) =>
        `${params['file'] ?? 'The file'} is left as it is. This version works with defaults in its place, and changes last until it is closed. Install the newer version to have it back.`,
    },
    'journal-unwritable': {
      title: 'The activity journal cannot be written',
      text: () =>
        'The disk of this computer refused it. The console changes nothing that it cannot write down; make room on the disk and start it again.',
    },
    'weaker-host': {
      title: 'This window runs in a browser, without the isolation of the desktop app',
      text: () =>
        'It is meant for trying out and for tests. Use the packaged desktop app for work on a real tenant.',
    },
    'update-off': {
      title: 'Automatic updates are off',
      text: () => 'No update source is configured for this build.',
    },
  },
  vaultLocked: 'The keychain is locked',
  vaultSession: 'Secrets last for this session only',
  vaultMore: 'What this means',
} as const;

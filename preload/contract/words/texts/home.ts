/** Words of the screen Home. */
export const HOME_TEXTS = {
  title: 'Home',
  purpose: (workspace: string) => `What needs attention in ${workspace}, and what to do next.`,
  attention: {
    title: 'Needs attention',
    calmTitle: 'Nothing needs attention',
    calmText: 'Every environment that was checked answers, and no operation is unfinished.',
    unchecked: 'The environments have not been checked in this session.',
    checkNow: 'Check now',
    checking: 'Checking environments',
    showAll: (count: number) => `Show all ${count}`,
    failing: (count: number, all: number) => `${count} of ${all} environments fail`,
  },
  operations: {
    title: 'Unfinished operations',
    text: 'The console ended before these were finished. The journal says what was done; only the environment knows about steps that are not recorded.',
    done: (count: number) => `${count} done`,
    failed: (count: number) => `${count} failed`,
    notDone: (count: number) => `${count} not done`,
    unrecorded: (count: number) => `${count} not recorded`,
    show: 'Show the steps',
    acknowledge: 'I have seen this',
    acknowledged: 'It stays in Activity',
    started: 'Started',
  },
  journey: {
    title: 'Give an app access and prove it',
    text: 'The way from an empty workspace to an app that reads data as itself.',
    steps: {
      signIn: { title: 'Sign in', text: 'As an admin of the tenant, in your browser.' },
      environments: { title: 'Find the environments', text: 'Those that your account can see.' },
      app: { title: 'Add the app', text: 'Its client ID and a secret or certificate.' },
      users: { title: 'Create application users', text: 'With the least role that works, where you choose.' },
      query: { title: 'Query as the app', text: 'The proof that it works, or why it does not.' },
    },
    signedInAs: (name: string) => `Signed in as ${name}`,
    environmentCount: (count: number) => (count === 1 ? '1 environment' : `${count} environments`),
    appCount: (count: number) => (count === 1 ? '1 app' : `${count} apps`),
    userCount: (count: number) => (count === 1 ? '1 change applied' : `${count} changes applied`),
    actions: {
      signIn: 'Sign in',
      environments: 'Find environments',
      app: 'Add an app',
      users: 'Open the wizard',
      query: 'Open Query lab',
    },
    done: 'Done',
    open: 'To do',
  },
  environments: {
    title: 'Environments',
    open: 'Open Environments',
    none: 'None yet',
    production: (count: number) => (count === 1 ? '1 production' : `${count} production`),
  },
  recent: {
    title: 'Recent operations',
    none: 'No change was made from this workspace yet.',
    open: 'Open Activity',
  },
} as const;

/** The state of an operation in a word. */
export const OPERATION_STATE_LABELS = {
  running: 'Running',
  succeeded: 'Succeeded',
  'partly-failed': 'Partly failed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
} as const;

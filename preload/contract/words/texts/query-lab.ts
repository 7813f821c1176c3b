import { formatNumber } from './format-number.ts';
const many = (count: number, one: string, more: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : more}`;

/** What each state of a run is called. */
export const RUN_STATE_LABELS = {
  queued: 'Waiting',
  token: 'Signing in',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const;

/** Words of the screen Query lab. */
export const QUERY_LAB_TEXTS = {
  title: 'Query lab',
  purpose: 'Run a query as the app itself and see what each environment lets it read.',
  streamTitle: 'Query as an app',
  app: 'App',
  chooseApp: 'Choose an app',
  credential: 'Credential',
  newestCredential: 'Newest usable',
  credentialMissing: 'must be entered again',
  environments: 'Environments',
  limit: 'Row limit',
  limitHint: 'Rows to read in each environment',
  editor: 'OData query',
  placeholder: 'accounts?$select=name&$top=50',
  presets: 'Examples',
  presetNames: {
    'who-am-i': 'Who am I',
    organization: 'Organization',
    accounts: 'Accounts',
    contacts: 'Contacts',
    users: 'Enabled users',
    'application-users': 'Application users',
    roles: 'Security roles',
    'business-units': 'Business units',
  },
  run: 'Run',
  runHint: 'Ctrl+Enter',
  runHintMac: '⌘ Enter',
  cancel: 'Cancel',
  runAs: (app: string, count: number) => `Runs as ${app} in ${many(count, 'environment', 'environments')}`,
  missing: {
    app: 'Choose an app to run as.',
    environments: 'Choose at least one environment.',
    query: 'Type a query or take an example.',
    credential: 'This app has no usable credential. Add one under Applications.',
  },
  notes: {
    'host-dropped': (host: string) =>
      `The host ${host} was left out: the query runs in the chosen environments.`,
    'skip-unsupported': 'The Web API refuses $skip. Pages are followed for you up to the row limit.',
    'method-refused': (method: string) =>
      `${method} is not run here: this screen only reads. Remove it to go on.`,
    'select-missing': 'Without $select every column is read, which is slow and wide.',
  },
  noAppsTitle: 'No app to run as',
  noAppsText: 'Add an app with a secret or certificate to this workspace, then come back.',
  goToApplications: 'Go to applications',
  noEnvironmentsTitle: 'No environment to ask',
  noEnvironmentsText: 'Find or add the environments of this workspace first.',
  goToEnvironments: 'Go to environments',

  tabs: 'Result',
  results: (count: number) => `Rows (${formatNumber(count)})`,
  perEnvironment: (count: number) => `Environments (${formatNumber(count)})`,
  resultsTable: 'Query result',
  environmentsTable: 'Run by environment',
  noMatch: 'No row matches the filter',
  neverTitle: 'Nothing run yet',
  neverText: 'Choose an app and environments, write a query or take an example, then run it.',
  emptyTitle: 'The query found nothing',
  emptyText: (count: number) =>
    `${many(count, 'environment', 'environments')} answered without a row. The app may be allowed to see none, or there is none.`,
  cancelled: (count: number) =>
    `The run was cancelled; ${many(count, 'environment', 'environments')} did not finish.`,
  progress: (ended: number, total: number) =>
    `${formatNumber(ended)} of ${many(total, 'environment', 'environments')}`,
  more: (count: number) =>
    `${many(count, 'environment has', 'environments have')} more rows than the limit. Raise the limit to read them.`,
  columns: {
    environment: 'Environment',
    state: 'State',
    rows: 'Rows',
    pages: 'Pages',
    first: 'First row',
    total: 'Total',
    retries: 'Retries',
    problem: 'Problem',
  },
  moreRows: 'There are more rows than the limit',
  milliseconds: (value: number) => `${formatNumber(Math.round(value))} ms`,
  nullValue: 'null',
  rawHint: (raw: string) => `Stored value: ${raw}`,
  record: {
    title: 'Record',
    fields: 'Fields',
    json: 'JSON',
    copy: 'Copy JSON',
    copied: 'Record copied',
    view: 'Show as',
  },
  runDetails: {
    title: 'How the query ran here',
    state: 'State',
    rows: 'Rows',
    pages: 'Pages',
    first: 'First row after',
    total: 'Total time',
    retries: 'Retries',
    more: 'Limit',
    none: 'Not known',
  },
} as const;

/** Words of the screen Environments. */
export const ENVIRONMENTS_TEXTS = {
  title: 'Environments',
  purpose:
    'The Dataverse environments of this workspace, and whether you can reach them as the signed-in admin.',
  table: 'Environments',
  columns: {
    status: 'Status',
    name: 'Name',
    url: 'URL',
    type: 'Type',
    region: 'Region',
    version: 'Version',
    time: 'Answer',
    source: 'Found by',
    organizationId: 'Organization ID',
    lastSeen: 'Last seen',
    checkedAt: 'Checked',
  },
  sources: {
    discovery: 'Global discovery',
    admin: 'Admin list',
    manual: 'Added by hand',
  },
  notChecked: 'Not checked',
  disabled: 'Disabled',
  milliseconds: (value: number) => `${Math.round(value)} ms`,

  discover: 'Find environments',
  discovering: 'Finding environments',
  discoverTitle: (workspace: string) => `Find environments of ${workspace}`,
  discovered: (added: number, gone: number, all: number) =>
    [
      added === 0 ? 'No new environment' : added === 1 ? '1 new environment' : `${added} new environments`,
      gone === 0 ? '' : gone === 1 ? '1 no longer listed' : `${gone} no longer listed`,
      `${all} in all`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  sourceFailed: {
    discovery: 'Global discovery did not answer',
    admin: 'The admin list did not answer',
  },
  sourceFailedHint: 'What the other list knows is shown.',
  check: 'Check',
  checkAll: 'Check all',
  checkTitle: (count: number) => (count === 1 ? 'Check 1 environment' : `Check ${count} environments`),
  stop: 'Stop',
  add: 'Add by URL',
  remove: 'Remove',
  removeTitle: (count: number) =>
    count === 1 ? 'Remove this environment?' : `Remove ${count} environments?`,
  removeText:
    'The console forgets the environment. Nothing changes in the environment itself, and it comes back when it is found again.',
  removed: (count: number) => (count === 1 ? 'Environment removed' : `${count} environments removed`),

  emptyTitle: 'No environment yet',
  emptySignedOut:
    'Sign in, and the environments that your account can see appear here. Or add one by its URL.',
  emptySignedIn: 'Find the environments that your account can see, or add one by its URL.',
  signIn: 'Sign in and find environments',
  deniedTitle: 'The environments could not be read',

  details: {
    status: 'Status',
    identity: 'Identity',
    service: 'Service',
    name: 'Name',
    url: 'URL',
    uniqueName: 'Unique name',
    organizationId: 'Organization ID',
    tenantId: 'Tenant ID',
    cloud: 'Cloud',
    region: 'Region',
    type: 'Type',
    version: 'Version',
    state: 'State',
    enabled: 'Enabled',
    source: 'Found by',
    lastSeen: 'Last seen',
    checkedAt: 'Checked',
    answer: 'Answered in',
    administrator: 'You are System Administrator',
    unknown: 'Not known',
    open: 'Open in browser',
    users: 'Application users',
    roles: 'Security roles',
    powerPlatformId: 'Environment ID',
  },
  guard: {
    title: 'Production guard',
    asks: 'Counts as production: a change here asks for the name of the environment to be typed.',
    doesNotAsk: 'Does not count as production: a change here is not asked for twice.',
    choices: {
      'by-type': (type: string) => `As the workspace says for the type ${type}`,
      production: (_type: string) => 'Production, whatever its type',
      'not-production': (_type: string) => 'Not production, whatever its type',
    },
  },
  addPanel: {
    title: 'Add environment',
    subtitle: 'Paste anything with the address of the environment in it.',
    text: 'URL',
    textHint:
      'For example contoso.crm4.dynamics.com, a link from the browser, the Web API address, a page of the maker portal or the admin center, or the ID.',
    name: 'Name',
    nameHint: 'Left empty, the name of the organization is used.',
    understood: (url: string) => `Understood as ${url}`,
    byId: 'An ID: it is looked up in the lists of environments that your account can read.',
    region: (region: string) => `Region ${region}`,
    cloud: (cloud: string) => `Cloud ${cloud}`,
    otherCloud: (cloud: string, workspaceCloud: string) =>
      `This address belongs to the cloud ${cloud}, the workspace to ${workspaceCloud}. It cannot be added here: sign-ins of one cloud are worth nothing in another.`,
    add: 'Add environment',
    adding: 'Finding its tenant',
    added: (name: string) => `${name} was added`,
  },
} as const;

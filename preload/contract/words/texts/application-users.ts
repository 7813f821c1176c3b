import { ACCESS_MAP_TEXTS } from './access-map.ts';
import { APPLICATION_USER_WIZARD_TEXTS } from './application-user-wizard.ts';
import { many } from './count-words.ts';
import { formatNumber } from './format-number.ts';
import { COLUMN_SECURITY_TEXTS } from './column-security.ts';
import { LEAST_PRIVILEGE_TEXTS } from './least-privilege.ts';

/** What a user's state in Dataverse is called. */
export const USER_STATE_LABELS = {
  enabled: 'Enabled',
  disabled: 'Disabled',
  'soft-deleted': 'Soft-deleted',
} as const;

/** Whether the service principal still exists in Entra. */
export const ENTRA_STATE_LABELS = {
  exists: 'Exists',
  'soft-deleted': 'Soft-deleted in Entra',
  'not-found': 'Not found in Entra',
  unknown: 'Unknown',
} as const;

/** Words of the screen Application users. */
export const APPLICATION_USERS_TEXTS = {
  title: 'Application users',
  purpose: 'Which app may work in which environment, with which roles.',
  table: 'Application users',
  giveAccess: 'Give an app access',
  resume: 'Resume where you left off',
  reading: (done: number, total: number) =>
    `Reading ${formatNumber(done)} of ${formatNumber(total)} environments`,
  stop: 'Cancel',
  streamTitle: 'Read application users',
  cancelled: (notAsked: number) =>
    `Reading was cancelled; ${many(notAsked, 'environment was', 'environments were')} not read.`,
  readRest: 'Read the rest',

  view: {
    label: 'Show',
    all: 'All',
    attention: 'Needs attention',
    administrators: 'System Administrators',
    orphaned: 'Orphaned',
    softDeleted: 'Soft-deleted',
    changed: 'Changed',
    changedSince: (day: string) => `Changed since ${day}`,
    platform: 'Platform users',
    platformHidden: (count: number) => `${many(count, 'platform user', 'platform users')} hidden`,
    group: 'Group by',
    groupNone: 'No grouping',
    groupApp: 'App',
    groupEnvironment: 'Environment',
    groupRole: 'Role',
    environments: 'Environments',
  },
  columns: {
    app: 'App',
    environment: 'Environment',
    state: 'State',
    roles: 'Roles',
    administrator: 'Administrator',
    businessUnit: 'Business unit',
    entra: 'Entra',
    accessMode: 'Access mode',
    modified: 'Modified',
    created: 'Created',
    clientId: 'Client ID',
    changed: 'Changed',
    credential: 'Credential ends',
    asOf: 'Read',
  },
  production: 'Production',
  changed: 'Changed',
  platform: 'Platform',
  platformHint: 'Made and maintained by Microsoft. It is shown and never changed.',
  administratorYes: 'Yes',
  administratorMark: 'System Administrator',
  administratorHint: 'Holds System Administrator: it may do everything in this environment.',
  noRole: 'No role',
  noRoleHint: 'Without a role the app is refused in this environment.',
  noOwnRole: 'No role of its own',
  noOwnRoleHint:
    'It holds no role itself. Whether it has one through a team is not known: the teams could not be read here.',
  throughTeam: (team: string) => `through the team ${team}`,
  moreRoles: (count: number) => `+${formatNumber(count)}`,
  orphaned: 'Orphaned',

  emptyTitle: 'No application user here',
  emptyText:
    'No app may work in these environments yet. Give one access to make its application user and choose its roles.',
  hiddenTitle: 'Only platform users here',
  hiddenText: (count: number) =>
    `${many(count, 'application user belongs', 'application users belong')} to the platform and ${count === 1 ? 'is' : 'are'} hidden.`,
  showPlatform: 'Show platform users',
  nothingMatchesTitle: 'Nothing needs attention',
  nothingMatchesText: 'No application user matches what you chose to show.',
  showAll: 'Show all',
  noEnvironmentsTitle: 'No environment yet',
  noEnvironmentsText:
    'Application users live in environments. Find or add the environments of this workspace first.',
  goToEnvironments: 'Go to environments',
  nothingChangedTitle: 'Nothing changed',
  nothingChangedText: 'No application user is different from when you last marked them as seen.',
  neverReadTitle: 'Not read yet',
  neverReadText: 'Read the application users of every environment of this workspace.',
  read: 'Read application users',

  /** What became different about application users since a person last looked. */
  differences: {
    title: (count: number, day: string, administrators: number) =>
      `${many(count, 'application user', 'application users')} changed since ${day}` +
      (administrators === 0 ? '' : `, ${formatNumber(administrators)} became System Administrator`),
    show: 'Show them',
    seen: 'Mark as seen',
    section: (moment: string) => `Changed since ${moment}`,
    goneWord: 'Gone',
    gone: (moment: string) =>
      `It was here on ${moment}, and its environment no longer has it. What is shown is from then.`,
    new: 'New',
    goneChange: 'Gone',
    state: { enabled: 'Enabled', disabled: 'Disabled', 'soft-deleted': 'Soft-deleted' },
    stateFrom: (before: string, after: string) => `${after}; was ${before.toLocaleLowerCase()}`,
    gained: (role: string) => `Gained ${role}`,
    lost: (role: string) => `Lost ${role}`,
    team: (change: string, team: string) => `${change} through the team ${team}`,
    unit: (before: string, after: string) => `Business unit ${after}; was ${before}`,
    none: 'none',
    entra: (before: string, after: string) =>
      `Service principal: ${after}; was ${before.toLocaleLowerCase()}`,
  },
  map: ACCESS_MAP_TEXTS,
  /** Rows of environments that did not answer this time. */
  kept: (moment: string) => `What they said before is shown, the oldest from ${moment}.`,

  summary: {
    environments: (count: number) => many(count, 'environment', 'environments'),
    attention: (count: number) => `${formatNumber(count)} to look at`,
    roles: (count: number) => many(count, 'role', 'roles'),
    administrators: (count: number) => formatNumber(count),
  },
  toolbar: {
    leftOut: (count: string) => `${count} left out`,
    unit: 'Change business unit…',
    join: 'Add to teams…',
    leave: 'Remove from teams…',
    delete: 'Delete…',
    enable: 'Enable',
    disable: 'Disable',
    assign: 'Assign roles',
    remove: 'Remove roles',
    excluded: (count: number) =>
      `${many(count, 'selected user is', 'selected users are')} left out: platform users and soft-deleted users cannot be changed.`,
  },
  details: {
    facts: 'Application user',
    environment: 'Environment',
    state: 'State',
    clientId: 'Client ID',
    objectId: 'Object ID',
    userId: 'User ID',
    entra: 'Service principal',
    accessMode: 'Access mode',
    businessUnit: 'Business unit',
    created: 'Created',
    modified: 'Modified',
    roles: (count: number) => `Roles (${formatNumber(count)})`,
    elsewhere: (count: number) => `Same app elsewhere (${formatNumber(count)})`,
    query: 'Run a query as this app',
    asOf: 'Read',
    credential: 'Credential ends',
    teamsUnknown: 'Roles through teams are not known: the teams could not be read here.',
    giveAgain: 'Give access again…',
    softDeleted:
      'This row is soft-deleted but still holds the client ID. A new application user for this app is refused here until it is purged.',
    orphaned: 'Its service principal no longer exists in Entra: the app cannot sign in to this tenant.',
    none: 'None',
  },

  missing: {
    panel: 'Application user',
    gone: {
      title: 'This application user is no longer here',
      text: 'The address names an application user that its environment does not have, or an environment that is not in this workspace. It may have been deleted.',
    },
    'not-read': {
      title: 'Whether it is still there is not known',
      text: 'Its environment was not read. Why is said above the list.',
    },
    back: 'Back to the list',
    again: 'Read again',
  },
  tabs: { details: 'Details', access: 'Effective access', record: 'One record', least: 'Least privilege' },
  access: {
    counted: (roles: number, throughTeams: number) =>
      throughTeams === 0
        ? `What ${many(roles, 'role allows', 'roles together allow')}, and how far. Choose a row to see what grants it.`
        : `What ${many(roles, 'role allows', 'roles together allow')}, and how far; ${formatNumber(throughTeams)} of them through a team. Choose a row to see what grants it.`,
    parts: 'Kinds of privileges',
    allTables: 'All tables',
    allOthers: 'All other privileges',
    noneTitle: 'Nothing is allowed',
    noneText:
      'The app holds no role, neither itself nor through a team: every request but WhoAmI is refused.',
    softDeleted: 'A soft-deleted application user holds no role and may do nothing.',
    disabled: 'The application user is disabled: until it is enabled again, the app is refused everything.',
    administrator: 'Among its roles is System Administrator: nothing is refused.',
    limitedMode: (mode: string) =>
      `Its access mode is ${mode}: the service takes away privileges that go beyond this mode.`,
    grants: (subject: string) => `Who grants what on ${subject}`,
    notGranted: 'Not granted:',
    direct: 'assigned directly',
    team: (name: string, type: string) => `through the team ${name} (${type})`,
    reach: {
      own: 'rows it owns, rows of its teams, and what is shared with it',
      ownAndTeam: (team: string) => `rows of the team ${team} and rows it owns`,
      teamOnly: (team: string) => `only rows that the team ${team} owns`,
      unit: (unit: string) => `rows of ${unit}`,
      unitAndBelow: (unit: string) => `rows of ${unit} and all business units below it`,
      all: 'all rows',
    },
  },
  record: {
    label: 'Record',
    hint: 'Paste its address from a model-driven app or the Web API, or type its table and id.',
    ask: 'Check access',
    asking: 'Asking the environment…',
    cancel: 'Cancel',
    nothingAsked:
      'Shows what the app may do with this one record, which role lets it, and what it lacks where it may not.',
    problems: {
      empty: 'Name the record first.',
      table: 'The table is missing: put its logical name before the id, such as account.',
      id: 'The id of the record is missing, or is no GUID.',
      both: 'No record was recognised in this. An address of a record holds its table (etn) and its id.',
      elsewhere: (host: string, expected: string) =>
        `This is a record of ${host}. Here it is about ${expected}: open the app’s user of that environment.`,
    },
    record: 'Record',
    table: 'Table',
    owner: 'Owner',
    team: (name: string) => `${name} (team)`,
    noOwner: 'Nobody: it belongs to the organization',
    ownedByUnit: 'Nobody: it belongs to its business unit',
    businessUnit: 'Business unit',
    noUnit: 'None',
    rights: 'What the app may do with it',
    noPrivileges: 'This table has no privileges of its own: access follows the record that it belongs to.',
    allowed: 'Allowed',
    denied: 'Denied',
    byShare: 'No role reaches this record. It is shared:',
    sharedWithUser: 'with the app itself',
    sharedWithTeam: (team: string) => `with the team ${team}`,
    otherwise: {
      'hierarchy-security':
        'No role reaches this record and it is not shared: hierarchy security is on in this environment, and it belongs to somebody below the app.',
      'owner-above':
        'No role reaches this record and it is not shared: it stands under a record that belongs to the app or a team of it.',
      'shared-above':
        'No role reaches this record: what it stands under is shared with the app or a team of it.',
      unknown:
        'No role reaches this record and it is not shared: it comes through a hierarchy, or a role changed within the last minute.',
    },
    sharingUnknown:
      'No role reaches this record: it is shared or comes through a hierarchy. Whom it is shared with is not told to your account.',
    despite:
      'Its roles would reach it, and the service refuses all the same: the user is disabled or limited by its access mode, or a role changed within the last minute.',
    notHeld: (privilege: string) => `No role grants ${privilege}.`,
    notFarEnough: (privilege: string, depth: string) =>
      `${privilege} is granted, at most at ${depth}, which does not reach this record.`,
    wouldDo: (changes: number) =>
      changes === 1 ? 'This role would have to grant it:' : 'One of these roles would have to grant it:',
    grant: 'Plan it…',
    grantTitle: (role: string) => `Change the role ${role}`,
    roleFirst: 'The app holds no role that could grant it: assign one first.',
  },

  columnSecurity: COLUMN_SECURITY_TEXTS,

  least: LEAST_PRIVILEGE_TEXTS,

  wizard: APPLICATION_USER_WIZARD_TEXTS,
} as const;

import { formatNumber } from './format-number.ts';
import type { StepRisk } from '../status.ts';

const many = (count: number, one: string, more: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : more}`;

/** The first names, and how many more there are. */
const listed = (names: readonly string[], most: number): string =>
  names.length > most
    ? `${names.slice(0, most).join(', ')} and ${formatNumber(names.length - most)} more`
    : names.join(', ');

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

/** What a risk of a step means for the person who applies it. */
export const RISK_TEXTS = {
  'system-administrator': {
    title: 'System Administrator',
    text: 'This role allows everything in the environment: all data, all settings, all users. Choose a smaller role if there is one.',
  },
  'last-administrator': {
    title: 'Last administrator',
    text: 'After this the environment may be left without anyone who is System Administrator.',
  },
  'locks-app-out': {
    title: 'Locks the app out',
    text: 'After this the app can no longer work in the environment.',
  },
  'loses-roles': {
    title: 'Without roles for a moment',
    text: 'The environment takes every role away when a business unit changes. The roles named in this plan are given again right after; until then the app is refused.',
  },
  'not-undone': {
    title: 'Cannot be undone',
    text: 'Nothing brings the row back. A new application user would have another ID.',
  },
  'administrator-width': {
    title: 'As wide as System Administrator',
    text: 'After this the role grants most of what there is over the whole organization. Whoever holds it can do nearly everything.',
  },
  'apps-rely-on-it': {
    title: 'Apps hold this role',
    text: 'Application users hold the role, and may need what is taken away. They are named below the step.',
  },
  'role-gone': {
    title: 'A new role would have another ID',
    text: 'The role can be made again from this plan, which keeps its privileges, but with another ID.',
  },
  'app-stops-in-tenant': {
    title: 'Stops the app',
    text: 'After this the app can no longer sign in to this tenant, in none of its environments and for nothing else.',
  },
  'last-credential': {
    title: 'Last working credential',
    text: 'Entra knows no other credential of this app that still works. After this the app can no longer sign in anywhere.',
  },
  'in-use': {
    title: 'In use here',
    text: 'This console signs in as the app with this credential. Whatever else uses it stops working too.',
  },
  'same-name': {
    title: 'Name already used',
    text: 'The tenant has another app of this name. Entra allows that; people will confuse the two.',
  },
  'not-found-in-entra': {
    title: 'Not found in Entra',
    text: 'Which of Entra’s secrets this is cannot be told. It is removed from the vault only; remove it in Entra under Credentials.',
  },
  'kept-for-session': {
    title: 'Kept for this session only',
    text: 'The keychain cannot be used, so the new credential is lost when the console closes. Nobody can enter it again: unlock the keychain first (Settings, Vault).',
  },
  'administers-all-environments': {
    title: 'Administers everything',
    text: 'After this the app is a Power Platform administrator of the whole tenant: it can list, create and delete environments and give itself access to each.',
  },
  'app-stops-administering': {
    title: 'Stops administering',
    text: 'Whatever uses this app to manage environments (pipelines, Terraform, scripts) fails from now on. Its application users stay.',
  },
} as const satisfies Readonly<Record<StepRisk, { readonly title: string; readonly text: string }>>;

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
  map: {
    title: 'Access map',
    purpose: 'Every app against every environment: who may work where, and as what.',
    list: 'Show as a list',
    administrator: 'Administrator',
    none: 'No access',
    give: 'give access here',
    notRead: 'Not read',
    reading: 'Reading…',
    noAnswer: 'No answer',
    read: 'read again',
    asOf: (moment: string) => `(as of ${moment})`,
    from: (moment: string) => `As of ${moment}`,
    cell: (app: string, environment: string) => `${app} in ${environment}`,
    counts: (of: {
      readonly apps: number;
      readonly environments: number;
      readonly attention: number;
      readonly administrators: number;
    }) =>
      [
        `${many(of.apps, 'app', 'apps')} in ${many(of.environments, 'environment', 'environments')}`,
        ...(of.attention === 0 ? [] : [`${formatNumber(of.attention)} to look at`]),
        ...(of.administrators === 0
          ? []
          : [many(of.administrators, 'System Administrator', 'System Administrators')]),
      ].join(' · '),
    view: { all: 'All', problems: 'Only problems', platform: 'Platform apps', groupType: 'Environment type' },
    noneTitle: 'Nothing matches',
    noneText: 'No app and no environment matches what you chose to show.',
  },
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
    otherwise:
      'No role reaches this record and it is not shared: it comes through a hierarchy, or a role changed within the last minute.',
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

  least: {
    parts: 'Least privilege',
    noneTitle: 'There is nothing to take away',
    noneText: 'No role counts for this application user.',
    found: (count: number) => (count === 0 ? 'Findings' : `Findings (${formatNumber(count)})`),
    nothingFound: 'Nothing stands out',
    through: (names: readonly string[]) => `Through ${listed(names, 6)}`,
    tables: (names: readonly string[]) => `${many(names.length, 'table', 'tables')}: ${listed(names, 8)}`,
    findings: {
      'system-administrator': {
        title: 'System Administrator',
        text: 'Allows everything, also what is added later. An app needs a role of its own with the privileges it uses.',
      },
      'acts-for-others': {
        title: 'May act on behalf of others',
        text: 'With it the app can do what any other user may, where both may do it. Only an app that impersonates needs it.',
      },
      'grants-rights': {
        title: 'May give rights',
        text: 'With it the app can give itself or others more than it has been given.',
      },
      'changes-everywhere': {
        title: 'Changes records of the whole organization',
        text: 'Create, Write, Delete, Assign or Share reach every record of these tables. Where the app works on its own records or on those of a business unit, less depth does.',
      },
      'adds-nothing': {
        title: 'Roles that add nothing',
        text: 'Everything that they grant, other roles grant as far. They can be removed without any effect today.',
      },
    },
    without: {
      title: 'Without a role',
      role: 'Suppose it did not hold',
      remove: 'Plan its removal…',
      removeTitle: (role: string) => `Remove ${role}`,
      lost: (count: number) =>
        count === 0
          ? 'No privilege would be lost.'
          : `${many(count, 'privilege', 'privileges')} would be lost or reach less far.`,
      nothingTitle: 'Nothing would stop working',
      nothingText: 'Other roles grant all of it, as far.',
      table: 'What would be lost',
      privilege: 'Privilege',
      before: 'Now',
      after: 'Then',
    },
    needs: {
      title: 'What it needs',
      label: 'Queries and refusals',
      hint: 'OData requests a line each, FetchXML, or the messages of refused calls. Tables that $expand reaches are not read: paste the refusal.',
      placeholder: 'GET accounts?$select=name',
      ask: 'Work it out',
      asking: 'Reading the tables…',
      cancel: 'Cancel',
      notUnderstood: (count: number) => `${many(count, 'line was', 'lines were')} not understood`,
      lines: (lines: readonly number[]) =>
        `${lines.length === 1 ? 'Line' : 'Lines'} ${listed(lines.map(String), 12)}`,
      unknownTables: (names: readonly string[]) => `The environment does not have ${listed(names, 6)}.`,
      reach: 'Reach of what does not say how far',
      reachHint:
        'A query does not say it. With less than Global it answers only the part that the app reaches, without an error.',
      summary: (needed: number, unused: number) =>
        `${many(needed, 'privilege is', 'privileges are')} needed; the app holds ${formatNumber(unused)} others.`,
      table: 'Needed privileges',
      columns: { privilege: 'Privilege', wanted: 'Needed', held: 'Has', verdict: 'Verdict' },
      verdicts: { held: 'Held', 'not-far-enough': 'Not far enough', 'not-held': 'Not held' },
      create: 'Plan a role of these…',
      createTitle: (name: string) => `New role ${name}`,
      roleName: (app: string) => `${app} – least privilege`,
      roleDescription: 'What its calls need and nothing more, worked out with S2S Console.',
    },
  },

  wizard: {
    purpose: 'Nothing is changed before you have seen the plan and applied it.',
    steps: 'Steps',
    titles: {
      'give-access': 'Give an app access',
      'assign-roles': 'Assign roles',
      'remove-roles': 'Remove roles',
      'change-unit': 'Change business unit',
      'join-teams': 'Add to teams',
      'leave-teams': 'Remove from teams',
      enable: 'Enable application users',
      disable: 'Disable application users',
      delete: 'Delete application users',
    },
    stepLabels: {
      unit: 'Business unit',
      teams: 'Teams',
      deletion: 'How far',
      app: 'App',
      environments: 'Environments',
      roles: 'Roles',
      plan: 'Plan',
      apply: 'Apply',
      result: 'Result',
    },
    next: 'Next',
    back: 'Back',
    leave: 'Back to application users',
    discard: 'Start over',
    kept: 'You can leave this page; what you chose is kept while the console is open.',
    nothingChosen: 'Not chosen',

    app: {
      title: 'Which app?',
      text: 'The application user stands for this app in every environment that you choose next.',
      profiles: 'Apps of this workspace',
      paste: 'Another app',
      pasteHint:
        'Its application (client) ID. The service principal must exist in the tenant of the environments.',
      clientId: 'Application (client) ID',
      search: 'Search apps',
      none: 'This workspace has no app yet. Add one under Applications, or paste a client ID below.',
      addApp: 'Add app',
      chosen: 'Chosen',
    },
    environments: {
      title: 'In which environments?',
      text: 'An environment that already has the application user is adopted: nothing is created twice.',
      has: (count: number) =>
        count === 0
          ? 'None of the environments that were read has this app yet.'
          : `${many(count, 'environment already has', 'environments already have')} this app.`,
      hasNot: 'Not there',
      notKnown: 'Not known',
      hasIt: (state: string, roles: number) =>
        roles === 0 ? state : `${state}, ${many(roles, 'role', 'roles')}`,
      chosen: (count: number) => many(count, 'environment', 'environments'),
      columns: { name: 'Environment', has: 'This app there', type: 'Type', url: 'Address' },
      production: (count: number) =>
        `${many(count, 'production environment', 'production environments')} chosen. You will be asked to type ${count === 1 ? 'its name' : 'their names'} before anything is changed.`,
      onlyMissing: 'Only those without it',
    },
    roles: {
      title: 'With which roles?',
      titleRemove: 'Which roles shall be taken away?',
      text: 'The copy of the role that belongs to the business unit of the user is chosen for you.',
      textRemove: 'These are the roles that the chosen application users hold.',
      search: 'Search roles',
      list: 'Roles',
      columns: { name: 'Role', where: 'Where it exists', power: 'Warning' },
      allowsEverything: 'Allows everything',
      again: 'Read again',
      noRolesText: 'Nothing to choose from was read. Read again, or go on without a role.',
      reading: (done: number, total: number) =>
        `Reading roles of ${formatNumber(done)} of ${formatNumber(total)} environments`,
      streamTitle: 'Read role names',
      chosen: (count: number) => (count === 0 ? 'No role chosen' : `${many(count, 'role', 'roles')} chosen`),
      clear: 'Clear',
      everywhere: (count: number) =>
        count === 1 ? 'In the environment' : `In all ${formatNumber(count)} environments`,
      soFar: (have: number) => `In all ${formatNumber(have)} read so far`,
      some: (have: number, all: number) => `In ${formatNumber(have)} of ${formatNumber(all)} environments`,
      missing: (names: string) => `Missing in ${names}`,
      held: (have: number, all: number) => `Held by ${formatNumber(have)} of ${formatNumber(all)}`,
      administratorTitle: 'System Administrator allows everything',
      administratorText:
        'An app with this role can read, change and delete all data and settings, and make itself other users. Choose it only where nothing smaller works.',
      noMatch: 'No role matches.',
      noRoles: 'No role was found in the chosen environments.',
      onlyEverywhere: 'Only roles that exist in all of them',
      partly: 'Environments without a chosen role are shown as a problem in the plan.',
    },
    unit: {
      title: 'Which business unit?',
      text: 'What an app reaches at Local and Deep depth starts from its business unit.',
    },
    teams: {
      title: 'Which teams?',
      text: 'A member has the roles of its teams, for what the team owns and, where a role says so, for its own records.',
    },
    placement: {
      streamTitle: 'Read business units and teams',
      reading: (done: number, total: number) =>
        `Reading ${formatNumber(done)} of ${formatNumber(total)} environments`,
      root: 'Root business unit',
      columns: { unit: 'Business unit', teams: 'Team' },
      noteTitle: { unit: 'Roles are given again', teams: 'Only teams whose members people choose' },
      note: {
        unit: 'An environment takes every role away when the business unit changes. The plan gives the same roles again in the new one.',
        teams:
          'Default teams and teams of Entra groups are not listed: the business unit and Entra decide who is in them.',
      },
      partly: 'Where it does not exist, the plan says so and nothing is changed there.',
      none: { unit: 'No business unit was read', teams: 'There is no team to choose' },
      noneText: 'Read again, or look at the environments whose reading failed.',
      chosen: (count: number) => many(count, 'team', 'teams'),
    },
    deletion: {
      title: 'How far shall the deletion go?',
      text: 'Dataverse deletes a user in two steps, and only a disabled one: the plan disables it first.',
      how: 'Delete',
      soft: 'The first step: soft-deleted',
      permanent: 'Both steps: deleted permanently',
      softTitle: 'The row is kept',
      softText:
        'Roles and teams are taken away. Undo makes a new application user with the same roles and teams, under another ID.',
      permanentTitle: 'The row is gone',
      permanentText: 'Nothing brings it back; a new application user would have another ID.',
      recordsTitle: 'Records that it owns',
      records:
        'Records that the application user owns stay where they are and keep it as their owner. Reassign them first if somebody has to work with them.',
    },
    plan: {
      title: 'Plan',
      noRoleTitle: 'No role was chosen',
      noRoleText: 'A new application user without a role is refused everything until it holds one.',
      text: 'What exists was read just now. Nothing has been changed yet.',
      streamTitle: 'Make a plan',
      list: 'Plan by environment',
      working: (done: number, total: number) => `Reading ${formatNumber(done)} of ${formatNumber(total)}`,
      again: 'Read again',
      summary: (steps: number, environments: number) =>
        `${many(steps, 'change', 'changes')} in ${many(environments, 'environment', 'environments')}`,
      nothingSummary: 'Everything is already as you want it',
      nothingText: 'There is nothing to do in any of the environments.',
      change: (count: number) => many(count, 'change', 'changes'),
      nothing: 'Nothing to do',
      problem: 'Cannot be planned',
      alreadySo: (count: number) => `${formatNumber(count)} already so`,
      problems: (count: number) => many(count, 'problem', 'problems'),
      production: (count: number) => `${formatNumber(count)} in production`,
      lacksTitle: 'You may not be allowed to do all of this',
      lacksText: (names: readonly string[]) =>
        `Your account lacks ${listed(names, 8)} in this environment. The environment will refuse what needs ${names.length === 1 ? 'it' : 'them'}.`,
      loses: (names: readonly string[]) => `Taken away with it: ${listed(names, 12)}`,
      becomes: 'becomes',
      before: 'Before',
      after: 'After',
      expandAll: 'Expand all',
      collapseAll: 'Collapse all',
      blocked: (count: number) =>
        `${many(count, 'environment', 'environments')} cannot be planned. Solve the problem and read again, or leave ${count === 1 ? 'it' : 'them'} out.`,
      twins: (count: number) =>
        `In ${many(count, 'environment', 'environments')} a deleted application user is in the way.`,
      purgeTwins: 'Delete it permanently first',
      purging: 'Deleted application users that are in the way are deleted permanently first.',
      keepTwins: 'Leave them',
      leaveOut: (count: number) => (count === 1 ? 'Leave it out' : `Leave those ${formatNumber(count)} out`),
      leftOut: (count: number) => `${many(count, 'environment is', 'environments are')} left out.`,
      bringBack: 'Bring back',
      apply: (steps: number) => `Apply ${many(steps, 'change', 'changes')}`,
      stale: 'What you chose has changed since this plan was made.',
      failedTitle: 'No plan could be made',
      cancelled: 'Planning was cancelled.',
      readOnly: 'This workspace is read-only. The plan can be seen, not applied.',
    },
    confirm: {
      title: 'Change production?',
      titlePlain: 'Apply this plan?',
      text: (steps: number, environments: number) =>
        `${many(steps, 'change', 'changes')} in ${many(environments, 'environment', 'environments')}. Type the name of each production environment to confirm.`,
      confirm: 'Apply',
    },
    apply: {
      title: 'Applying',
      streamTitle: 'Apply a plan',
      progress: 'Progress',
      text: 'Every step is written to the journal before and after. Cancel stops before the next step.',
      running: (done: number, total: number) =>
        `${formatNumber(done)} of ${many(total, 'environment', 'environments')} done`,
      steps: (done: number, total: number) => `${formatNumber(done)} of ${many(total, 'step', 'steps')}`,
      cancel: 'Cancel',
      cancelling: 'Stopping before the next step',
    },
    result: {
      title: 'Result',
      text: 'What was reached, environment by environment.',
      success: (count: number) => `Done and verified in ${many(count, 'environment', 'environments')}`,
      successText: 'Each environment was read again and is as the plan says.',
      partly: (failed: number, total: number) =>
        `${formatNumber(failed)} of ${many(total, 'environment', 'environments')} did not get there`,
      partlyText:
        'What was reached stays. Solve the cause and retry: a new plan is made for those environments only.',
      cancelled: 'Cancelled',
      cancelledText: 'What was done before you cancelled stays and is listed below.',
      failed: 'The plan was not applied',
      retry: (count: number) =>
        count === 1 ? 'Retry it with a new plan' : `Retry those ${formatNumber(count)} with a new plan`,
      query: 'Run a query as this app',
      again: 'Give another app access',
      users: 'Show application users',
      activity: 'Show in activity',
      environments: 'Result by environment',
    },
  },
} as const;

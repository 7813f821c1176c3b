import { listed, many } from './count-words.ts';
import { formatNumber } from './format-number.ts';

/** Words of the wizard that gives access and changes application users. */
export const APPLICATION_USER_WIZARD_TEXTS = {
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
    columns: { name: 'Role', where: 'Where it exists', grants: 'Grants it with', power: 'Warning' },
    onlyGranting: (privilege: string) => `Only roles that grant ${privilege}`,
    grantingStream: (privilege: string) => `Find roles that grant ${privilege}`,
    noneGrants: (privilege: string) =>
      `No role of the chosen environments grants ${privilege}. Add it to a role in Security roles, or show all roles.`,
    allowsEverything: 'Allows everything',
    again: 'Read again',
    noRolesText: 'Nothing to choose from was read. Read again, or go on without a role.',
    noRolesToAssign: 'Nothing to choose from was read. Read again.',
    noRolesToTake:
      'The chosen application users hold no role of their own. What a team gives is taken by leaving the team.',
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
      unit: 'An environment takes every role away when the business unit changes. The plan gives the same roles again in the new one, and says which have no copy there.',
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
      'The plan counts them. They stay where they are and keep the deleted application user as their owner, unless a team gets them first.',
    recordsStay: 'Leave them as they are',
    recordsToTeam: 'Reassign them to a team first',
    recordsTeam: 'Team',
    recordsTeamHint:
      'By name, in every chosen environment. A team can own records only of tables that its roles let it read. Undo does not give them back.',
    recordsTeams:
      'Teams could not all be read. Type the name of a team; where it does not exist, the plan says so.',
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
    loses: (roles: readonly string[], teams: readonly string[], profiles: readonly string[]) =>
      `Taken away with it: ${[
        [many(roles.length, 'role', 'roles'), roles] as const,
        [many(teams.length, 'team', 'teams'), teams] as const,
        [many(profiles.length, 'column security profile', 'column security profiles'), profiles] as const,
      ]
        .flatMap(([what, names]) => (names.length === 0 ? [] : [`${what} (${listed(names, 12)})`]))
        .join(', ')}`,
    notGivenAgain: (names: readonly string[]) => `Not given again: ${listed(names, 12)}`,
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
    leftOut: (count: number) => `${many(count, 'environment was', 'environments were')} left out`,
    leftOutText: 'The new plan of a retry reads them again.',
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
} as const;

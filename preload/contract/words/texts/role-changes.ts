import { listed, many } from './count-words.ts';
import type { RoleTemplateId } from '../role-templates.ts';
import { formatNumber } from './format-number.ts';

/** Dataverse counts no further (Microsoft Learn: "Query data using the Web API", count of rows). */
const MOST_COUNTED = 5000;

/** What a plan says of the privileges of a role. */
export const ROLE_PLAN_TEXTS = {
  grants: 'Privileges that change',
  becomes: 'becomes',
  more: (count: number) => `Show ${many(count, 'more privilege', 'more privileges')}`,
  affects: (names: readonly string[]) => `Held by ${listed(names, 6)}`,
  reaches: (apps: readonly string[], people: number) => {
    const all = [...apps, ...(people === 0 ? [] : [many(people, 'person', 'people')])];
    return all.length === 0 ? 'Nobody is in the team yet' : `In the team: ${listed(all, 6)}`;
  },
  owns: (records: readonly { readonly table: string; readonly count: number }[], unread: number) => {
    const counts = records.map(
      ({ count, table }) => `${formatNumber(count)}${count >= MOST_COUNTED ? ' or more' : ''} ${table}`,
    );
    return [
      counts.length === 0 ? 'Owns no record' : `Owns ${listed(counts, 8)}`,
      ...(unread === 0 ? [] : [`${many(unread, 'table', 'tables')} could not be counted`]),
    ].join('. ');
  },
  ownsUnknown: 'What it owns could not be counted.',
  leftOutTitle: (count: number) => `${many(count, 'privilege is', 'privileges are')} not there and left out`,
  leftOutText: (names: readonly string[]) =>
    `The environment does not have ${listed(names, 8)}, or not this far. Install what they belong to first if the role needs them.`,
} as const;

/** Words for creating, editing, cloning and deleting a role. */
export const ROLE_EDIT_TEXTS = {
  newRole: 'New role',
  edit: 'Edit',
  clone: 'Clone',
  delete: 'Delete',
  fixed: {
    system: 'System Administrator cannot be changed. Clone it if you need something narrower.',
    managed:
      'A solution brought this role, and its next version would change it again. Clone it and change the clone.',
    locked: 'Its publisher does not let it be customised. Clone it and change the clone.',
  },
  fixedTitle: 'Read-only',
  readOnlyWorkspace: 'This workspace is read-only: nothing can be changed in it.',
  titles: {
    new: 'New security role',
    edit: (name: string) => `Edit ${name}`,
    clone: (name: string) => `Clone ${name}`,
    delete: (name: string) => `Delete ${name}`,
  },
  name: 'Name',
  nameTaken: 'A role of this name is there already.',
  nameNeeded: 'A role needs a name of at most 100 characters.',
  description: 'Description',
  descriptionHint: 'Why the role exists and who uses it. Optional.',
  descriptionKept: 'Leave it empty to keep what is there.',
  cloneHint:
    'The clone gets every privilege of the original, by name. What an environment does not have is left out, and the preview says what.',
  environments: 'Environments',
  editHint: 'In other environments the role of the same name is changed.',
  template: 'Begin with',
  templates: {
    blank: { name: 'Nothing', text: 'Choose every privilege yourself.' },
    'read-only': {
      name: 'Read only integration',
      text: 'Reads all rows of the chosen tables and changes nothing. Reading needs no other privilege.',
    },
    'read-write': {
      name: 'Read and write chosen tables',
      text: 'Creates, reads and changes all rows of the chosen tables. Append and Append to let it set lookups between them. It cannot delete, assign or share.',
    },
    'own-rows': {
      name: 'Own rows of chosen tables',
      text: 'Does everything with rows that the app itself owns and sees no others. Append and Append to let it set lookups between them.',
    },
  } satisfies Readonly<Record<RoleTemplateId, { readonly name: string; readonly text: string }>>,
  tables: 'Tables',
  tablesHint: 'Type to find a table.',
  tablesChosen: (names: readonly string[]) =>
    names.length === 0 ? 'No table chosen yet' : `Chosen: ${listed(names, 6)}`,
  tabs: 'Parts of the role',
  tablesTab: (count: number) => `Tables (${formatNumber(count)})`,
  miscTab: (count: number) => `Other (${formatNumber(count)})`,
  changesTab: (count: number) => `Changes (${formatNumber(count)})`,
  onlyGranted: 'Only what is granted or changes',
  nextReach: 'Click for the next reach',
  keys: 'By keyboard: Enter goes into a row, arrow keys from circle to circle, Enter turns one.',
  cellWas: (before: string) => `was ${before}`,
  changes: 'Changes',
  changesColumns: { privilege: 'Privilege', before: 'Before', after: 'After', revert: '' },
  revert: 'Revert',
  noChangesTitle: 'Nothing changes yet',
  noChangesText: 'Click a circle under Tables or Other to change how far a privilege reaches.',
  nothingGrantedTitle: 'Nothing is granted yet',
  nothingGrantedText: 'Turn the filter off to see every table, or begin with a template.',
  preview: (changes: number) => (changes === 0 ? 'Preview' : `Preview ${many(changes, 'change', 'changes')}`),
  cancel: 'Cancel',
  catalogue: 'Privileges of the environment',
} as const;

/** Words for the roles of teams. */
export const ROLE_TEAM_TEXTS = {
  tab: 'Teams',
  table: 'Teams that can hold the role',
  columns: { name: 'Team', type: 'Type', unit: 'Business unit', change: 'Change' },
  holds: 'Holds it',
  defaultTeam: 'Default team',
  give: 'Give',
  take: 'Take',
  giveTo: (team: string) => `Give to ${team}`,
  takeFrom: (team: string) => `Take from ${team}`,
  giveToTeams: (count: number) => (count === 1 ? 'Give to 1 team' : `Give to ${count} teams`),
  takeFromTeams: (count: number) => (count === 1 ? 'Take from 1 team' : `Take from ${count} teams`),
  giveTitle: (role: string, teams: readonly string[]) =>
    `Give ${role} to ${teams.length === 1 ? (teams[0] ?? '') : `${teams.length} teams`}`,
  takeTitle: (role: string, teams: readonly string[]) =>
    `Take ${role} from ${teams.length === 1 ? (teams[0] ?? '') : `${teams.length} teams`}`,
  chosenTeams: 'Teams',
  tooMany: (most: number) => `A plan takes ${most} changes at most: choose fewer environments or teams.`,
  takeFromTeam: (team: string) => `Take it from ${team}`,
  giveThroughTeam: 'Give a role through a team',
  inherits:
    'Members of a team inherit this role: they have it as if it were assigned to them, also for rows they own themselves (Direct User (Basic) access level and Team privileges).',
  inheritsNot:
    'Members of a team do not inherit this role (Team privileges only): at user level they reach only what the team owns, and cannot own a row through it themselves.',
  environmentsHint: 'In other environments it is the team of the same name and the role of the same name.',
  noneTitle: 'No team can hold it',
  noneText: 'The environment answered without any owner team or group team.',
} as const;

/** Words of the question who may do something. */
export const WHO_TEXTS = {
  tab: 'Who can…',
  rolesTab: 'Roles',
  views: 'Views of security roles',
  purpose: 'Which roles allow something, how far, and which application users hold them.',
  question: 'Who can',
  placeholder: 'delete account, export to excel, prvBulkDelete …',
  noMatch: 'No privilege is called like that. Try a verb and a table, such as “write contact”.',
  streamTitle: (what: string) => `Who can: ${what}`,
  table: (what: string) => `Roles that allow ${what}`,
  columns: {
    environment: 'Environment',
    role: 'Role',
    depth: 'Reach',
    apps: 'Application users',
    kind: 'Kind',
  },
  administrator: 'System Administrator',
  startTitle: 'Ask who can do something',
  startText:
    'Type what you want to know, such as “delete account” or “export to excel”, and choose a privilege from the list.',
  nobodyTitle: 'No role allows it',
  nobodyText: 'None of the environments that answered has a role with this privilege.',
  asking: (done: number, total: number) =>
    `Asked ${formatNumber(done)} of ${many(total, 'environment', 'environments')}`,
  absent: (count: number) =>
    `${many(count, 'environment does', 'environments do')} not have this privilege at all.`,
  nobodyHolds: 'No application user',
  through: (app: string, team: string) => `${app} (team ${team})`,
  ask: 'Ask again',
  more: (count: number) => `+${formatNumber(count)}`,
  details: {
    holders: 'Application users that hold this role',
    holderColumns: { name: 'Application user', through: 'Through' },
    direct: 'Held directly',
    team: (name: string) => `Team ${name}`,
    noneTitle: 'No application user holds it',
    noneText: 'People may hold it all the same: only application users are asked about here.',
    openRole: 'Show the role',
  },
} as const;

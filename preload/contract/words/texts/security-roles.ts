import { formatNumber } from './format-number.ts';

/** Words of the screen Security roles. */
export const SECURITY_ROLES_TEXTS = {
  title: 'Security roles',
  purpose: 'What a role allows, table by table and how far.',
  table: 'Security roles',
  environment: 'Environment',
  chooseEnvironment: 'Choose an environment',
  columns: {
    name: 'Role',
    kind: 'Kind',
    customizable: 'Customizable',
    administrator: 'System Administrator',
    copies: 'Copies',
    inherit: 'Team members inherit',
  },
  managed: 'Managed',
  unmanaged: 'Unmanaged',
  yes: 'Yes',
  no: 'No',
  administrator: 'Allows everything',
  administratorHint: 'System Administrator, known by its role template and not by its name.',
  copiesHint: (count: number) =>
    count === 1
      ? 'This role exists in one business unit.'
      : `One role, ${formatNumber(count)} copies: one for each business unit. Assigning picks the copy of the user's own.`,
  inheritHint:
    'A team that holds this role gives it to its members directly, also for rows they own themselves.',
  emptyTitle: 'No security role was read',
  emptyText:
    'The environment answered without any role. That is unusual: check that the signed-in admin may read roles.',
  noEnvironmentsTitle: 'No environment yet',
  noEnvironmentsText: 'Roles live in environments. Find or add the environments of this workspace first.',
  goToEnvironments: 'Go to environments',
  areas: {
    auditing: 'Auditing',
    clients: 'Clients',
    customization: 'Customization',
    data: 'Data and documents',
    integration: 'Mail and integration',
    processes: 'Processes',
    sales: 'Sales and service',
    security: 'Users and security',
    other: 'Other',
  },
  compare: {
    open: (count: number) =>
      count === 1 ? 'Compare with another environment' : `Compare ${formatNumber(count)} roles`,
    atMost: (most: number) => `At most ${formatNumber(most)} roles are compared at once.`,
    title: 'Compare roles',
    with: 'Compare with environment',
    privilege: 'Privilege',
    roleIn: (role: string, environment: string) => `${role} (${environment})`,
    onlyDifferences: (differing: number, all: number) =>
      `Only differences (${formatNumber(differing)} of ${formatNumber(all)})`,
    missing: (names: string, environment: string) => `Not in ${environment}: ${names}`,
    notRead: (names: string) => `Could not be read: ${names}`,
    oneTitle: 'Nothing to compare with yet',
    oneText: 'Choose another environment above, or close this and choose more roles in the list.',
    alikeTitle: 'No difference',
    alikeText: (count: number) =>
      count === 1
        ? 'The one privilege reaches equally far.'
        : `All ${formatNumber(count)} privileges reach equally far.`,
    showAll: 'Show all privileges',
  },
  details: {
    tabs: 'Details of the role',
    copies: (count: number) => `Business units (${formatNumber(count)})`,
    misc: (count: number) => `Other (${formatNumber(count)})`,
    tables: (count: number) => `Tables (${formatNumber(count)})`,
    matrix: 'Privileges by table',
    tableColumn: 'Table',
    miscTable: 'Privileges without a table',
    miscColumns: { area: 'Area', name: 'Privilege', depth: 'Reach' },
    noPrivileges: 'This role has no privilege',
    noPrivilegesText: 'An app that holds only this role is refused everything.',
    copiesTable: 'Copies by business unit',
    copyColumns: { businessUnit: 'Business unit', roleId: 'Role ID' },
    root: 'Original',
    legend: 'Reach',
  },
} as const;

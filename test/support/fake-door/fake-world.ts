import { BUILT_IN_CLOUD_ROWS } from '../../../main/clouds/cloud-table.ts';
import type { ActivityEntry } from '../../../preload/contract/activity.ts';
import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import type { RolePrivilege, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { DEPTHS, VERBS } from '../../../preload/contract/words/depth.ts';
import { PRODUCTION_TYPES, WORKSPACE_COLOURS } from '../../../preload/contract/words/status.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { fakeId } from './fake-ids.ts';

const DAY = 86_400_000;

/** An instant some days before (or after) now. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

export const workspaces: readonly Workspace[] = [
  {
    id: fakeId.workspace(1),
    name: 'Northwind Traders',
    colour: 'teal',
    cloud: 'public',
    tenantId: fakeId.tenant(1),
    readOnly: false,
    adminClientId: fakeId.client(90),
    demo: false,
    hosts: {},
    productionTypes: [...PRODUCTION_TYPES],
  },
  {
    id: fakeId.workspace(2),
    name: 'Contoso (demo)',
    colour: 'purple',
    cloud: 'demo',
    tenantId: fakeId.tenant(2),
    readOnly: false,
    adminClientId: null,
    demo: true,
    hosts: {},
    productionTypes: [...PRODUCTION_TYPES],
  },
  {
    id: fakeId.workspace(3),
    name: 'Fabrikam Government',
    colour: 'red',
    cloud: 'gcc-high',
    tenantId: fakeId.tenant(3),
    readOnly: true,
    adminClientId: fakeId.client(91),
    demo: false,
    hosts: {},
    productionTypes: [...PRODUCTION_TYPES],
  },
];

/** As many clients as a consultant looks after. */
export const manyWorkspaces: readonly Workspace[] = [
  ...workspaces,
  ...Array.from({ length: 37 }, (_, at): Workspace => ({
    id: fakeId.workspace(100 + at),
    name: `Client ${at + 4}`,
    colour: WORKSPACE_COLOURS[at % WORKSPACE_COLOURS.length] ?? 'blue',
    cloud: at % 9 === 0 ? 'gcc-high' : 'public',
    tenantId: fakeId.tenant(100 + at),
    readOnly: at % 6 === 0,
    adminClientId: fakeId.client(92),
    demo: false,
    hosts: {},
    productionTypes: [...PRODUCTION_TYPES],
  })),
];

const CITIES = [
  'Sales',
  'Service',
  'Field Service',
  'Finance',
  'Marketing',
  'Portal',
  'Integration',
  'Training',
];
const STAGES = ['Production', 'Test', 'Development', 'UAT', 'Hotfix'] as const;
const REGIONS = [
  ['crm4', 'EMEA'],
  ['crm', 'NA'],
  ['crm11', 'UK'],
  ['crm6', 'OCE'],
] as const;

const environment = (index: number): Environment => {
  const stage = STAGES[Math.floor(index / CITIES.length) % STAGES.length] ?? 'Test';
  const city = CITIES[index % CITIES.length] ?? 'Sales';
  const [host, region] = REGIONS[index % REGIONS.length] ?? ['crm4', 'EMEA'];
  const short = `nw-${city.toLowerCase().replace(' ', '')}${stage === 'Production' ? '' : `-${stage.toLowerCase().slice(0, 4)}`}`;
  return {
    id: fakeId.environment(index),
    workspaceId: fakeId.workspace(1),
    name: `${city} ${stage}`,
    url: fakeId.orgUrl(`https://${short}.${host}.dynamics.com`),
    uniqueName: `unq${(index * 7919).toString(16)}`,
    organizationId: fakeId.organization(index),
    tenantId: fakeId.tenant(1),
    // One of the demo cloud, the last.
    cloud: index === 39 ? 'demo' : 'public',
    region,
    type: stage === 'Production' ? 'Production' : stage === 'Development' ? 'Developer' : 'Sandbox',
    production: stage === 'Production',
    guard: 'by-type',
    powerPlatformId: fakeId.organization(index + 500),
    version: '9.2.26104.187',
    enabled: index !== 37,
    source: index % 9 === 8 ? 'manual' : index % 2 === 0 ? 'discovery' : 'admin',
    isSystemAdministrator: index % 5 === 4 ? null : index % 7 !== 6,
    lastSeen: daysAgo(index / 10),
  };
};

export const environments: readonly Environment[] = Array.from({ length: 40 }, (_, index) =>
  environment(index),
);

const FLEET: readonly Environment[] = Array.from({ length: 200 }, (_, index) => {
  const one = environment(index);
  return index < 40 ? one : { ...one, name: `${one.name} ${Math.floor(index / 40) + 1}` };
});

/** The environments of a scenario. */
export const fleetOf = (scenario: { readonly fleet: boolean }): readonly Environment[] =>
  scenario.fleet ? FLEET : environments;

const correlation = {
  requestId: '3f0c1a52-7d5e-4f0b-9c75-1c2a0f3b7e10',
  correlationId: 'f1a9d2c4-0b3e-4c44-8f51-93a1c0f8b7aa',
  traceId: '9be3c8f0-6c2d-4f7d-b0a5-0e5ab7a51200',
  timestamp: '2026-11-23 09:12:44Z',
};

/** How asking an environment fails; null for those that answer. */
export const failureOf = (index: number): AppError | null => {
  switch (index) {
    case 3:
      return appError(
        'dataverse',
        {
          hex: '0x80072560',
          name: 'UserNotMemberOfOrg',
          message: 'The user is not a member of the organization.',
          status: 403,
        },
        { correlation },
      );
    case 9:
      return appError(
        'network-timeout',
        { host: 'nw-service-test.crm.dynamics.com', seconds: 30 },
        { retryable: true },
      );
    case 17:
      return appError(
        'dataverse',
        {
          hex: '0x80072561',
          name: 'CAPolicyValidationFailedLateBind',
          message: 'The user is in an admin restricted location.',
          status: 403,
        },
        { correlation },
      );
    case 22:
      return appError(
        'throttled',
        { host: 'nw-integration-deve.crm11.dynamics.com', limit: 'number', retryAfterSeconds: 42 },
        { retryable: true },
      );
    case 31:
      return appError(
        'entra',
        {
          aadsts: '53003',
          error: 'invalid_grant',
          clientId: fakeId.client(90),
          tenantId: fakeId.tenant(1),
          resource: 'https://nw-training-uat.crm6.dynamics.com',
        },
        { correlation },
      );
    default:
      return null;
  }
};

/** What an app is told that may not read a table. */
export const PRIVILEGE_MISSING: AppError = appError(
  'dataverse',
  {
    hex: '0x80040220',
    name: 'PrivilegeDenied',
    message:
      'Principal user (Id=00000008-5b1c-4c2e-9a3d-00a1b2c3d4e5, type=8) is missing prvReadAccount privilege (Id=886b280c-6396-4d56-a0a3-2c1b0a50ceb0) on OTC=1 for entity account.',
    status: 403,
    privilege: 'prvReadAccount',
    table: 'account',
    depth: 'Basic',
  },
  { correlation },
);

const credential = (
  n: number,
  kind: Credential['kind'],
  label: string,
  days: number | null,
  kept: Credential['kept'],
): Credential => ({
  id: fakeId.credential(n),
  kind,
  label,
  addedOn: daysAgo(200),
  expiresOn: days === null ? null : daysAgo(-days),
  thumbprintSha1: kind === 'certificate' ? '9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F7' : null,
  thumbprintSha256:
    kind === 'certificate' ? '5A1B9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F75A1B9F3C2A7BD1E04C58' : null,
  keyId: null,
  retiring: false,
  notInEntraYet: false,
  kept,
});

export const profiles: readonly AppProfile[] = [
  {
    id: fakeId.profile(1),
    name: 'Order sync',
    clientId: fakeId.client(1),
    homeTenantId: fakeId.tenant(1),
    credentials: [credential(1, 'secret', 'rotation 2026', 120, 'keychain')],
    current: null,
    workspaces: [fakeId.workspace(1)],
    demo: false,
  },
  {
    id: fakeId.profile(2),
    name: 'Data warehouse loader',
    clientId: fakeId.client(2),
    homeTenantId: fakeId.tenant(1),
    credentials: [
      credential(2, 'certificate', 'CN=dwh-loader', 12, 'keychain'),
      credential(3, 'secret', 'old', -4, 'keychain'),
    ],
    current: null,
    workspaces: [fakeId.workspace(1)],
    demo: false,
  },
  {
    id: fakeId.profile(3),
    name: 'Portal backend',
    clientId: fakeId.client(3),
    homeTenantId: fakeId.tenant(5),
    credentials: [credential(4, 'secret', 'portal', 300, 'missing')],
    current: null,
    workspaces: [fakeId.workspace(1)],
    demo: false,
  },
  {
    id: fakeId.profile(4),
    name: 'Invoice robot',
    clientId: fakeId.client(4),
    homeTenantId: null,
    credentials: [],
    current: null,
    workspaces: [fakeId.workspace(1)],
    demo: false,
  },
];

export const linkable: readonly AppProfile[] = [
  {
    id: fakeId.profile(9),
    name: 'Contoso Connector',
    clientId: fakeId.client(9),
    homeTenantId: fakeId.tenant(2),
    credentials: [credential(9, 'secret', 'main', 90, 'keychain')],
    current: null,
    workspaces: [fakeId.workspace(2)],
    demo: true,
  },
];

const ROLES = [
  'System Administrator',
  'Order Sync Integration',
  'Basic User',
  'Account Reader',
  'Portal Service',
  'Support User',
  'Export Data',
];

export const roleNames: readonly string[] = [
  ...ROLES,
  ...Array.from(
    { length: 53 },
    (_, index) =>
      `${CITIES[index % CITIES.length] ?? ''} ${['Manager', 'Representative', 'Reader', 'Approver', 'Operator', 'Auditor', 'Planner'][index % 7] ?? ''} ${Math.floor(index / 8) + 1}`,
  ),
];

const STATES = ['enabled', 'enabled', 'enabled', 'disabled', 'enabled', 'soft-deleted', 'enabled'] as const;

/** In some environments the second app has a role through a team, and the fourth System Administrator. */
const teamRolesOf = (env: number, index: number): NonNullable<ApplicationUser['teamRoles']> => {
  const through = (n: number, team: string, role: number, name: string) => ({
    roleId: fakeId.role(env * 10 + 5 + n),
    rootRoleId: fakeId.role(role),
    name,
    systemAdministrator: role === 1,
    team: { id: fakeId.team(n), name: team, type: 'Owner' as const },
  });
  if (index === 1 && env % 2 === 0) return [through(1, 'Stewards of the north', 4, 'Account Reader')];
  return index === 3 && env % 8 === 2 ? [through(2, 'Break glass', 1, 'System Administrator')] : [];
};

const applicationUser = (env: number, index: number): ApplicationUser => {
  const role = ROLES[(env + index) % ROLES.length] ?? 'Basic User';
  const state = STATES[(env * 3 + index) % STATES.length] ?? 'enabled';
  const profile = profiles[index];
  const platform = index > 5;
  const teamRoles = teamRolesOf(env, index);
  return {
    environmentId: fakeId.environment(env),
    systemUserId: fakeId.user(env * 100 + index),
    clientId: profile?.clientId ?? fakeId.client(20 + index),
    name:
      profile?.name ??
      (platform
        ? (['# Power Pages Runtime', '# Dataverse Search', '# Copilot'][index - 6] ?? '# Flow-RP')
        : (['Legacy import', 'Old reporting'][index - 4] ?? 'Scratch')),
    servicePrincipalId: fakeId.servicePrincipal(index),
    state,
    entraState: index === 5 ? 'not-found' : index === 4 ? 'unknown' : 'exists',
    accessMode: 'Non-interactive',
    businessUnit: { id: fakeId.businessUnit(1), name: 'Northwind' },
    roles:
      (env + index) % 6 === 5
        ? []
        : [
            {
              roleId: fakeId.role(env * 10),
              rootRoleId: fakeId.role(1),
              name: role,
              systemAdministrator: role === 'System Administrator',
            },
            ...(index % 2 === 0
              ? [
                  {
                    roleId: fakeId.role(env * 10 + 1),
                    rootRoleId: fakeId.role(2),
                    name: 'Basic User',
                    systemAdministrator: false,
                  },
                ]
              : []),
          ],
    teamRoles,
    systemAdministrator:
      role === 'System Administrator' || teamRoles.some(({ systemAdministrator }) => systemAdministrator),
    platform,
    createdOn: daysAgo(300 + index),
    modifiedOn: daysAgo(index),
  };
};

export const usersOf = (env: number): readonly ApplicationUser[] =>
  Array.from({ length: 9 }, (_, index) => applicationUser(env, index));

export const roles: readonly SecurityRole[] = roleNames.map((name, index) => ({
  rootRoleId: fakeId.role(index + 1),
  name,
  copies: Array.from({ length: 1 + (index % 3) }, (_, copy) => ({
    roleId: fakeId.role(1000 + index * 10 + copy),
    businessUnitId: fakeId.businessUnit(copy + 1),
    businessUnitName: ['Northwind', 'Europe', 'Americas'][copy] ?? 'Northwind',
  })),
  managed: index % 3 === 0,
  customizable: index % 5 !== 0,
  systemAdministrator: index === 0,
  membersInherit: index % 4 !== 0,
}));

const TABLES = [
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'Incident',
  'Task',
  'Email',
  'Appointment',
  'Invoice',
  'SalesOrder',
  'Quote',
  'Product',
  'PriceLevel',
  'Campaign',
  'Competitor',
  'Contract',
  'msdyn_WorkOrder',
  'msdyn_Agreement',
  'nw_Shipment',
  'nw_Carrier',
];

export const privileges: readonly RolePrivilege[] = [
  ...TABLES.flatMap((table, row) =>
    VERBS.filter((verb) => verb !== 'Other').map((verb, column) => ({
      privilegeId: fakeId.privilege(row * 10 + column),
      name: `prv${verb}${table}`,
      verb,
      table,
      depth: DEPTHS[(row * 3 + column * 2) % 5] ?? 'None',
    })),
  ),
  ...['prvExportToExcel', 'prvActOnBehalfOfAnotherUser', 'prvBulkDelete'].map((name, index) => ({
    privilegeId: fakeId.privilege(900 + index),
    name,
    verb: 'Other' as const,
    table: null,
    depth: 'Global' as const,
  })),
];

export const clouds: readonly Cloud[] = [
  ...BUILT_IN_CLOUD_ROWS,
  {
    id: 'custom:contoso-air-gap',
    name: 'Contoso air gap',
    authority: 'https://login.eaglex.example',
    portal: 'https://portal.eaglex.example',
    graph: 'https://graph.eaglex.example',
    discovery: 'https://globaldisco.crm.eaglex.example',
    admin: 'https://api.bap.eaglex.example',
    adminResource: 'https://service.powerapps.eaglex.example',
    powerApps: null,
    powerPlatform: null,
    adminCenter: null,
    maker: null,
    environmentSuffixes: ['.crm.eaglex.example'],
    pacName: null,
  },
];

const operation = (
  n: number,
  title: string,
  state: OperationSummary['state'],
  counts: Partial<OperationSummary['counts']>,
  days: number,
): OperationSummary => ({
  id: fakeId.operation(n),
  workspaceId: fakeId.workspace(1),
  title,
  startedAt: daysAgo(days),
  endedAt: state === 'interrupted' || state === 'running' ? null : daysAgo(days - 0.001),
  state,
  acknowledged: false,
  rotationId: null,
  counts: { total: 12, done: 12, failed: 0, notDone: 0, unrecorded: 0, ...counts },
  notPlanned: n === 3 ? 2 : 0,
});

export const operations: readonly OperationSummary[] = [
  operation(
    1,
    'Order sync: application user with Order Sync Integration in 3 environments',
    'interrupted',
    { done: 4, notDone: 7, unrecorded: 1 },
    0.02,
  ),
  operation(2, 'Portal backend: Portal Service in 8 environments', 'succeeded', {}, 1.2),
  operation(
    3,
    'Data warehouse loader: remove System Administrator in 5 environments',
    'partly-failed',
    { done: 9, failed: 3 },
    2.4,
  ),
  operation(4, 'Legacy import: disable in 12 environments', 'cancelled', { done: 6, notDone: 6 }, 6),
];

const KINDS = [
  'step-ended',
  'step-started',
  'query-run',
  'signed-in',
  'credential-added',
  'operation-ended',
  'operation-started',
] as const;
const SUMMARIES: Readonly<Record<(typeof KINDS)[number], string>> = {
  'step-ended': 'Assigned role Order Sync Integration to Order sync',
  'step-started': 'Assign role Order Sync Integration to Order sync',
  'query-run': 'accounts?$select=name&$top=50 as Order sync: 50 rows',
  'signed-in': 'Signed in',
  'credential-added': 'Secret “rotation 2026” added to Order sync',
  'operation-ended': 'Operation ended: 12 of 12 steps done',
  'operation-started': 'Operation started: Order sync in 3 environments',
};

export const activity: readonly ActivityEntry[] = Array.from({ length: 640 }, (_, index) => {
  const kind = KINDS[index % KINDS.length] ?? 'query-run';
  const at = environments[index % 40];
  const perEnvironment = kind.startsWith('step') || kind === 'query-run';
  return {
    seq: 640 - index,
    at: daysAgo(index / 20),
    workspaceId: fakeId.workspace(1),
    actor: 'ada.admin@northwind.example',
    kind,
    environment: perEnvironment ? (at?.name ?? '') : '',
    summary: SUMMARIES[kind],
    outcome: kind.endsWith('started')
      ? 'none'
      : index % 11 === 0
        ? 'failed'
        : index % 17 === 0
          ? 'cancelled'
          : 'ok',
    requestId: perEnvironment ? '3f0c1a52-7d5e-4f0b-9c75-1c2a0f3b7e10' : '',
  };
});

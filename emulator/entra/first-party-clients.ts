import type { AppRegistration } from '../directory/records.ts';
import type { FirstParty } from './resources.ts';

/** Tenant in which Microsoft's own apps are registered (Learn: verify-first-party-apps-sign-in). */
export const microsoftServices = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** Microsoft's tenant, whose apps ask for consent as anybody's (Learn: verify-first-party-apps-sign-in, "Microsoft tenant-owned applications"). */
export const microsoftTenant = '72f988bf-86f1-41af-91ab-2d7cd011db47';

/** Whether an app is one of Microsoft's own services and their tools. */
export const isFirstParty = (app: Pick<AppRegistration, 'tenantId'>): boolean =>
  app.tenantId === microsoftServices;

type Given = Readonly<Partial<Record<FirstParty, readonly string[]>>>;

/** Scopes of Graph in tokens that the Azure CLI is given, as seen. */
const seenInGraph = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'AuditLog.Read.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Directory.AccessAsUser.All',
  'Group.ReadWrite.All',
  'User.Read.All',
  'User.ReadWrite.All',
] as const;

const dataverse = ['user_impersonation'] as const;

/**
 * What owners of Microsoft's services let Microsoft's own command-line tools do without anybody's consent: seen in tokens of the Azure CLI
 * (Azure/azure-cli, issue 18946, for Dataverse; scripts that ask for `service.powerapps.com`) and in requests of the Power Platform CLI.
 */
const given: ReadonlyMap<string, Given> = new Map<string, Given>([
  // Microsoft Azure CLI, Microsoft Azure PowerShell.
  ...['04b07795-8ddb-461a-bbee-02f9e1bf7b46', '1950a258-227b-4e31-a9cf-717495945fc2'].map(
    (appId) =>
      [
        appId,
        {
          adminCentre: ['user_impersonation'],
          azure: ['user_impersonation'],
          dataverse,
          discovery: dataverse,
          graph: seenInGraph,
          powerApps: ['User'],
        },
      ] as const,
  ),
  // Power Platform CLI.
  [
    '9cee029c-6210-4654-90bb-17e6e9d36617',
    {
      dataverse,
      discovery: dataverse,
      powerApps: ['User'],
      powerPlatform: [
        'Authorization.RBAC.Manage',
        'Authorization.RBAC.Read',
        'EnvironmentManagement.Environments.Read',
      ],
      graph: ['User.Read'],
    },
  ],
]);

/** Permissions of a service that one of Microsoft's own clients has, whoever uses it. */
export const preAuthorizedByOwner = (appId: string, resource: FirstParty): readonly string[] =>
  given.get(appId)?.[resource] ?? [];

import type { RequiredResourceAccess, SignInAudience } from '../directory/records.ts';
import { guidOf } from './deterministic.ts';
import type { TenantName } from './tenants.ts';

/** A credential's validity in days from the start of the run; negative is in the past. */
export type Validity = { readonly fromDay: number; readonly toDay: number };

/** An app of the story, before keys are made for it. */
export type AppPlan = {
  readonly appId: string;
  readonly displayName: string;
  readonly home: TenantName | 'microsoft' | 'microsoftTenant';
  readonly audience: SignInAudience;
  /** Tenants that have a service principal, with its state. */
  readonly principals: Readonly<Partial<Record<TenantName, 'enabled' | 'disabled' | 'blocked'>>>;
  readonly secrets: readonly (Validity & { readonly name: string })[];
  readonly certificates: readonly (Validity & { readonly name: string })[];
  /** Who is called when a secret expires; nobody for an app that was forgotten. Without it, the administrator. */
  readonly owners?: readonly ('admin' | 'user')[];
  /** Where answers to the app may go; loopback addresses count with any port (Learn: reply-url). */
  readonly redirectUris: readonly string[];
  /** What its registration asks for; nothing is enough for an app without a user. */
  readonly requires?: readonly RequiredResourceAccess[];
  readonly note: string;
  readonly kind: 'client' | 'public' | 'platform';
};

type Details = Omit<AppPlan, 'appId' | 'displayName' | 'kind'>;

const everywhere = { contoso: 'enabled', fabrikam: 'enabled', adventureWorks: 'enabled' } as const;
/** Compared without its port, so that a listener on any port of this computer is meant. */
const loopback = ['http://localhost'] as const;
const publicLoopback = [
  'http://localhost',
  'http://localhost/',
  'http://127.0.0.1',
  'http://127.0.0.1/',
] as const;
/** Delegated permissions by their ids in the services' own registrations (Learn: permissions-reference). */
const asUser: RequiredResourceAccess = {
  resourceAppId: '00000007-0000-0000-c000-000000000000',
  resourceAccess: [{ id: '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4', type: 'Scope' }],
};
const readProfile: RequiredResourceAccess = {
  resourceAppId: '00000003-0000-0000-c000-000000000000',
  resourceAccess: [{ id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' }],
};
const twoYears = { fromDay: -120, toDay: 610 } as const;

function app(displayName: string, details: Details, kind: AppPlan['kind'] = 'client', id?: string): AppPlan {
  return { appId: id ?? guidOf('app', displayName), displayName, kind, ...details };
}

const signInOnly = {
  home: 'microsoft',
  audience: 'AzureADMultipleOrgs',
  principals: everywhere,
  secrets: [],
  certificates: [],
  redirectUris: [],
} as const;

/** Every app of the demo cloud by the name that the seed uses. */
export const appPlans = {
  hub: app('Contoso Integration Hub', {
    home: 'contoso',
    audience: 'AzureADMultipleOrgs',
    principals: everywhere,
    secrets: [{ name: 'Rollout', ...twoYears }],
    certificates: [{ name: 'CN=Contoso Integration Hub', ...twoYears }],
    redirectUris: ['http://localhost', 'https://apps.contoso.demo.test/consented'],
    requires: [asUser, readProfile],
    note: 'Healthy, with a secret and a certificate. Some environments have no application user for it yet.',
  }),
  dataExport: app('Contoso Data Export', {
    home: 'contoso',
    audience: 'AzureADMultipleOrgs',
    principals: everywhere,
    secrets: [{ name: 'Nightly export', fromDay: -742, toDay: -12 }],
    certificates: [],
    redirectUris: [],
    note: 'Its only secret has expired.',
  }),
  portalSync: app('Contoso Portal Sync', {
    home: 'contoso',
    audience: 'AzureADMultipleOrgs',
    principals: { contoso: 'enabled', fabrikam: 'enabled', adventureWorks: 'blocked' },
    secrets: [{ name: 'Portal', fromDay: -702, toDay: 28 }],
    certificates: [],
    owners: ['user', 'admin'],
    redirectUris: ['https://portal.contoso.demo.test/consented'],
    requires: [asUser],
    note: 'System Administrator in two environments, a secret about to expire, blocked by policy at Adventure Works.',
  }),
  legacyLoader: app('Contoso Legacy Loader', {
    home: 'contoso',
    audience: 'AzureADMultipleOrgs',
    principals: everywhere,
    secrets: [{ name: 'Loader', fromDay: -300, toDay: 65 }],
    certificates: [{ name: 'CN=Contoso Legacy Loader', fromDay: -800, toDay: -70 }],
    owners: [],
    redirectUris: [],
    note: 'Disabled in one environment, soft-deleted in another; its certificate has expired.',
  }),
  retiredConnector: app('Contoso Retired Connector', {
    home: 'contoso',
    audience: 'AzureADMultipleOrgs',
    principals: { contoso: 'enabled', fabrikam: 'disabled' },
    secrets: [{ name: 'Connector', ...twoYears }],
    certificates: [],
    redirectUris: loopback,
    note: 'Fabrikam has disabled its service principal.',
  }),
  invoiceBot: app('Fabrikam Invoice Bot', {
    home: 'fabrikam',
    audience: 'AzureADMyOrg',
    principals: { fabrikam: 'enabled' },
    secrets: [{ name: 'Bot', ...twoYears }],
    certificates: [],
    redirectUris: [],
    note: 'Single-tenant: only Fabrikam knows it. Without a role in one environment.',
  }),
  warehouse: app('Adventure Works Warehouse', {
    home: 'adventureWorks',
    audience: 'AzureADMultipleOrgs',
    principals: { adventureWorks: 'enabled' },
    secrets: [{ name: 'Warehouse', ...twoYears }],
    certificates: [],
    redirectUris: loopback,
    requires: [asUser],
    note: 'Multi-tenant, but no other tenant has consented to it.',
  }),
  console: app(
    'S2S Console',
    {
      ...signInOnly,
      home: 'contoso',
      redirectUris: publicLoopback,
      note: 'The public client through which people sign in to the console.',
    },
    'public',
  ),
  sample: app(
    'Dynamics 365 Development Tools',
    { ...signInOnly, redirectUris: publicLoopback, note: 'The public client of development samples.' },
    'public',
    '51f81489-12ee-4a9e-aaae-a2591f45987d',
  ),
  azureCli: app(
    'Microsoft Azure CLI',
    { ...signInOnly, redirectUris: publicLoopback, note: '' },
    'public',
    '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  ),
  azurePowerShell: app(
    'Microsoft Azure PowerShell',
    { ...signInOnly, redirectUris: publicLoopback, note: '' },
    'public',
    '1950a258-227b-4e31-a9cf-717495945fc2',
  ),
  // Of the Graph module for PowerShell and of scripts that sign in as it does; nothing of it is in a tenant until somebody consents.
  graphCommandLine: app(
    'Microsoft Graph Command Line Tools',
    { ...signInOnly, home: 'microsoftTenant', principals: {}, redirectUris: publicLoopback, note: '' },
    'public',
    '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  ),
  powerPlatformCli: app(
    'Power Platform CLI - pac',
    { ...signInOnly, redirectUris: publicLoopback, note: '' },
    'public',
    '9cee029c-6210-4654-90bb-17e6e9d36617',
  ),
  powerApps: app(
    'PowerApps Service',
    { ...signInOnly, note: '' },
    'platform',
    '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
  ),
  flow: app(
    'Microsoft Flow Service',
    { ...signInOnly, note: '' },
    'platform',
    '7df0a125-d3be-4c96-aa54-591f83ff541c',
  ),
  dataverse: app(
    'Dataverse',
    { ...signInOnly, note: '' },
    'platform',
    '00000007-0000-0000-c000-000000000000',
  ),
  azure: app(
    'Windows Azure Service Management API',
    { ...signInOnly, note: '' },
    'platform',
    '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  ),
  graph: app(
    'Microsoft Graph',
    { ...signInOnly, note: '' },
    'platform',
    '00000003-0000-0000-c000-000000000000',
  ),
  search: app('Dataverse Search', { ...signInOnly, note: '' }, 'platform'),
} as const satisfies Readonly<Record<string, AppPlan>>;

/** An app whose registration is gone and whose service principal nobody can find any more: what it left behind are orphans. */
export const survey: AppPlan = app('Litware Survey Connector', {
  home: 'contoso',
  audience: 'AzureADMultipleOrgs',
  principals: {},
  secrets: [],
  certificates: [],
  redirectUris: [],
  note: '',
});

/** Object id of an app's service principal in a tenant. */
export function principalIdOf(tenantId: string, plan: Pick<AppPlan, 'appId'>): string {
  return guidOf('service principal', tenantId, plan.appId);
}

import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { apiHostOf, hostOf } from '../gateway/environment-record.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import type { BareEnvironment } from '../seed/bare-environments.ts';
import { hosts } from '../server/address.ts';
import type { ServiceRequest } from '../server/exchange.ts';
import { capacityOf } from './environment-capacity.ts';
import { permissionsOf } from './environment-permissions.ts';
import type { Standing } from './environment-permissions.ts';
import { membershipOf } from './membership.ts';

/** Who asks, when, and for what besides what every answer shows. */
type Shown = {
  readonly admin: boolean;
  readonly now: number;
  readonly request: ServiceRequest;
  /** As whom the caller is let in, where permissions were asked for. */
  readonly permissions: Standing | null;
  readonly capacity: boolean;
  readonly addons: boolean;
};

/** What every environment says of itself, with a database and without. */
type Described = Pick<EnvironmentRecord, 'location' | 'azureRegion' | 'createdOn' | 'sku' | 'isDefault'> & {
  readonly environmentId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly ready: boolean;
  readonly hasDatabase: boolean;
  /** What it says of its database (as clients read it: one without has `databaseType` None and nothing linked). */
  readonly database: Readonly<Record<string, unknown>>;
};

/** Where parts of Power Platform answer; here the admin API alone does, the others are names. */
const endpoints = (request: ServiceRequest, location: string): Readonly<Record<string, string>> => ({
  'microsoft.BusinessAppPlatform': request.links.to(hosts.bap),
  'microsoft.CommonDataModel': `https://${location}.api.cds.demo.test`,
  'microsoft.PowerApps': `https://${location}.api.powerapps.demo.test`,
  'microsoft.PowerAppsAdvisor': `https://${location}.api.advisor.powerapps.demo.test`,
  'microsoft.PowerVirtualAgents': `https://powervamg.${location}.gateway.demo.test`,
  'microsoft.ApiManagement': `https://management.${location}.apihub.demo.test`,
  'microsoft.Flow': `https://${location}.api.flow.demo.test`,
});

const day = 86_400_000;

/** Since when there are backups: seven days, by whole days. */
const firstBackup = (now: number): number => (Math.floor(now / day) - 7) * day;

const wire = (time: number): string => new Date(time).toISOString();

function describe(environment: Described, shown: Shown): unknown {
  const { admin, now, request } = shown;
  const { environmentId, tenantId, name, ready, location, createdOn } = environment;
  const scope = admin ? '/scopes/admin' : '';
  return {
    id: `/providers/Microsoft.BusinessAppPlatform${scope}/environments/${environmentId}`,
    type: `Microsoft.BusinessAppPlatform${scope === '' ? '' : '/scopes'}/environments`,
    location,
    name: environmentId,
    properties: {
      tenantId,
      azureRegion: environment.azureRegion,
      displayName: name,
      createdTime: wire(createdOn),
      createdBy: { id: 'SYSTEM', displayName: 'SYSTEM', type: 'NotSpecified' },
      provisioningState: 'Succeeded',
      creationType: environment.isDefault ? 'DefaultTenant' : 'User',
      environmentSku: environment.isDefault ? 'Default' : environment.sku,
      isDefault: environment.isDefault,
      ...(shown.capacity ? { capacity: environment.hasDatabase ? capacityOf(environmentId, now) : [] } : {}),
      ...(shown.addons ? { addons: [] } : {}),
      ...(shown.permissions === null ? {} : { permissions: permissionsOf(shown.permissions) }),
      clientUris: {
        admin: `https://admin.powerplatform.demo.test/environments/environment/${environmentId}/hub`,
        maker: `https://make.powerapps.demo.test/environments/${environmentId}/home`,
      },
      runtimeEndpoints: endpoints(request, location),
      ...environment.database,
      trialScenarioType: 'None',
      retentionPeriod: 'P7D',
      states: {
        management: { id: 'Ready' },
        runtime: {
          runtimeReasonCode: 'NotSpecified',
          requestedBy: { displayName: 'SYSTEM', type: 'NotSpecified' },
          id: ready ? 'Enabled' : 'Disabled',
        },
      },
      updateCadence: { id: 'Moderate' },
      retentionDetails: {
        retentionPeriod: 'P7D',
        backupsAvailableFromDateTime: wire(Math.max(createdOn, firstBackup(now))),
      },
      protectionStatus: { keyManagedBy: 'Microsoft' },
      cluster: {
        category: 'Prod',
        number: '100',
        uriSuffix: `${location}.gateway.demo.test`,
        geoShortName: location.slice(0, 2).toUpperCase(),
        environment: 'Prod',
      },
      connectedGroups: [],
      lifecycleOperationsEnforcement: { allowedOperations: [{ type: { id: 'Move' } }] },
      governanceConfiguration: { protectionLevel: environment.sku === 'Production' ? 'Standard' : 'Basic' },
    },
  };
}

function describeRecord(record: EnvironmentRecord, shown: Shown): unknown {
  const { request } = shown;
  const { seed } = record;
  const ready = record.availability === 'ready';
  const { environmentId, tenantId, name } = seed;
  const database = {
    databaseType: 'CommonDataService',
    linkedEnvironmentMetadata: {
      resourceId: seed.organizationId,
      friendlyName: name,
      uniqueName: seed.uniqueName,
      domainName: seed.urlName,
      version: seed.version,
      instanceUrl: `${request.links.to(hostOf(record))}/`,
      instanceApiUrl: request.links.to(apiHostOf(record)),
      baseLanguage: 1033,
      instanceState: ready ? 'Ready' : 'Disabled',
      createdTime: new Date(record.createdOn).toISOString(),
      backgroundOperationsState: 'Enabled',
      scaleGroup: 'DEMOLIVESG001',
      platformSku: 'Standard',
      schemaType: record.sku === 'Developer' ? 'Basic' : 'Standard',
    },
  };
  return describe({ ...record, environmentId, tenantId, name, ready, hasDatabase: true, database }, shown);
}

const describeBare = (environment: BareEnvironment, shown: Shown): unknown =>
  describe(
    {
      ...environment,
      sku: 'Production',
      isDefault: false,
      ready: true,
      hasDatabase: false,
      database: { databaseType: 'None' },
    },
    shown,
  );

/** A management application sees what a Power Platform administrator sees. */
export function visible(cloud: Cloud, caller: Caller, admin: boolean): readonly EnvironmentRecord[] {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  return cloud.environments.records
    .filter((record) => record.seed.tenantId === caller.tenantId)
    .filter((record) =>
      admin
        ? caller.kind === 'app' ||
          account?.kind === 'administrator' ||
          membershipOf(cloud, record, caller) === 'administrator'
        : caller.kind === 'app' || membershipOf(cloud, record, caller) !== null,
    );
}

/** Those without a database have no members of their own: administrators of the tenant and management applications see them. */
export function visibleBare(cloud: Cloud, caller: Caller): readonly BareEnvironment[] {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  return caller.kind === 'app' || account?.kind === 'administrator'
    ? cloud.bareEnvironments.filter(({ tenantId }) => tenantId === caller.tenantId)
    : [];
}

/** An environment that the caller may see, described when it is asked for. */
type Listed = {
  readonly id: string;
  readonly isDefault: boolean;
  readonly describe: () => unknown;
};

/** Environments of the caller as administrators see them, or as makers do; `expand` is the option of that name. */
export function environmentsOf(
  cloud: Cloud,
  caller: Caller,
  request: ServiceRequest,
  { admin, expand }: { readonly admin: boolean; readonly expand: string },
): readonly Listed[] {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  const everywhere = caller.kind === 'app' || account?.kind === 'administrator';
  // Clients write it in all these ways (the module for PowerShell, Power Automate, Learn's "Tutorial: Create a daily capacity report").
  const asked = new Set(
    expand.split(',').map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/^properties[./]/, ''),
    ),
  );
  const now = cloud.now();
  const shown = (administers: boolean): Shown => ({
    admin,
    now,
    request,
    permissions: asked.has('permissions') ? (administers ? 'administrator' : 'maker') : null,
    capacity: asked.has('capacity'),
    addons: asked.has('addons'),
  });
  return [
    ...visible(cloud, caller, admin).map((one) => ({
      id: one.seed.environmentId,
      isDefault: one.isDefault,
      describe: () =>
        describeRecord(one, shown(everywhere || membershipOf(cloud, one, caller) === 'administrator')),
    })),
    ...visibleBare(cloud, caller).map((one) => ({
      id: one.environmentId,
      isDefault: false,
      describe: () => describeBare(one, shown(true)),
    })),
  ];
}

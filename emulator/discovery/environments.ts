import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { apiHostOf, hostOf } from '../gateway/environment-record.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import type { BareEnvironment } from '../seed/bare-environments.ts';
import type { ServiceRequest } from '../server/exchange.ts';
import { permissionsOf } from './environment-permissions.ts';
import type { Standing } from './environment-permissions.ts';
import { membershipOf } from './membership.ts';

/** What was asked for besides what every answer shows. */
type Shown = {
  /** As whom the caller is let in, where permissions were asked for. */
  readonly permissions: Standing | null;
};

/** What every environment says of itself, with a database and without. */
type Described = Pick<EnvironmentRecord, 'location' | 'azureRegion' | 'createdOn' | 'sku' | 'isDefault'> & {
  readonly environmentId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly ready: boolean;
  /** What it says of its database (as clients read it: one without has `databaseType` None and nothing linked). */
  readonly database: Readonly<Record<string, unknown>>;
};

function describe(environment: Described, admin: boolean, shown: Shown): unknown {
  const { environmentId, tenantId, name, ready } = environment;
  const scope = admin ? '/scopes/admin' : '';
  return {
    id: `/providers/Microsoft.BusinessAppPlatform${scope}/environments/${environmentId}`,
    type: `Microsoft.BusinessAppPlatform${scope === '' ? '' : '/scopes'}/environments`,
    location: environment.location,
    name: environmentId,
    properties: {
      tenantId,
      azureRegion: environment.azureRegion,
      displayName: name,
      createdTime: new Date(environment.createdOn).toISOString(),
      createdBy: { id: 'SYSTEM', displayName: 'SYSTEM', type: 'NotSpecified' },
      provisioningState: 'Succeeded',
      creationType: environment.isDefault ? 'DefaultTenant' : 'User',
      environmentSku: environment.sku,
      isDefault: environment.isDefault,
      ...(shown.permissions === null ? {} : { permissions: permissionsOf(shown.permissions) }),
      ...environment.database,
      states: {
        management: { id: 'Ready' },
        runtime: { id: ready ? 'Enabled' : 'Disabled', runtimeReasonCode: 'NotSpecified' },
      },
      updateCadence: { id: 'Moderate' },
      retentionPeriod: 'P7D',
      governanceConfiguration: { protectionLevel: environment.sku === 'Production' ? 'Standard' : 'Basic' },
    },
  };
}

function describeRecord(
  record: EnvironmentRecord,
  request: ServiceRequest,
  admin: boolean,
  shown: Shown,
): unknown {
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
      platformSku: 'Standard',
      schemaType: record.sku === 'Developer' ? 'Basic' : 'Standard',
    },
  };
  return describe({ ...record, environmentId, tenantId, name, ready, database }, admin, shown);
}

const describeBare = (environment: BareEnvironment, admin: boolean, shown: Shown): unknown =>
  describe(
    { ...environment, sku: 'Production', isDefault: false, ready: true, database: { databaseType: 'None' } },
    admin,
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
function visibleBare(cloud: Cloud, caller: Caller): readonly BareEnvironment[] {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  return caller.kind === 'app' || account?.kind === 'administrator'
    ? cloud.bareEnvironments.filter(({ tenantId }) => tenantId === caller.tenantId)
    : [];
}

/** An environment that the caller may see, described when it is asked for. */
type Listed = { readonly id: string; readonly describe: () => unknown };

/** Environments of the caller as administrators see them, or as makers do; `expand` is the option of that name. */
export function environmentsOf(
  cloud: Cloud,
  caller: Caller,
  request: ServiceRequest,
  { admin, expand }: { readonly admin: boolean; readonly expand: string },
): readonly Listed[] {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  const everywhere = caller.kind === 'app' || account?.kind === 'administrator';
  // Clients write it in both ways (the module for PowerShell, Power Automate).
  const asked = expand.split(',').some((name) => name.trim().toLowerCase() === 'permissions');
  const shown = (administers: boolean): Shown => ({
    permissions: asked ? (administers ? 'administrator' : 'maker') : null,
  });
  return [
    ...visible(cloud, caller, admin).map((one) => ({
      id: one.seed.environmentId,
      describe: () =>
        describeRecord(
          one,
          request,
          admin,
          shown(everywhere || membershipOf(cloud, one, caller) === 'administrator'),
        ),
    })),
    ...visibleBare(cloud, caller).map((one) => ({
      id: one.environmentId,
      describe: () => describeBare(one, admin, shown(true)),
    })),
  ];
}

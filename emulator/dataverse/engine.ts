import type { EnvironmentSeed } from './environment-seed.ts';
import type { DataverseEnvironment, DataversePorts, DataverseRequest } from './seam.ts';

export type * from './environment-seed.ts';
export type * from './seam.ts';

/** Builds one environment from its seed. Nothing is generated before the first request that needs it. */
export function createDataverseEnvironment(
  seed: EnvironmentSeed,
  ports: DataversePorts,
): DataverseEnvironment {
  void ports;
  const { organizationId, environmentId, tenantId, name, urlName, uniqueName, version, geo } = seed;
  return {
    organization: { organizationId, environmentId, tenantId, name, urlName, uniqueName, version, geo },
    handle: (request: DataverseRequest) => ({
      status: 200,
      headers: { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0' },
      body: JSON.stringify({
        '@odata.context': `${request.serviceRoot}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
        BusinessUnitId: organizationId,
        UserId: request.caller.objectId,
        OrganizationId: organizationId,
      }),
    }),
  };
}

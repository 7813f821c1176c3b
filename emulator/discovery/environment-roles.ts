import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { guidOf } from '../seed/deterministic.ts';
import { json } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { bapPermissionMissing } from './bap-failure.ts';

/**
 * `GET …/scopes/admin/environments/{id}/roleAssignments` (recorded by Microsoft's Terraform provider; what
 * `Get-AdminPowerAppEnvironmentRoleAssignment` reads): who administers an environment without a database, which its tenant's administrators
 * do here. With Dataverse its security roles take their place (Learn: database-security), and administrators are refused
 * (MicrosoftDocs/power-platform, issue 2154; Learn: Set-AdminPowerAppEnvironmentRoleAssignment) without anybody quoting the words; the
 * template is that of other permissions.
 */
export function answerEnvironmentRoles(
  cloud: Cloud,
  caller: Caller,
  environmentId: string,
  hasDatabase: boolean,
): ServiceResponse {
  if (hasDatabase && cloud.rules.of('rolesBesideDatabase') === 'forbidden') {
    return bapPermissionMissing(caller, 'ReadEnvironmentRoleAssignments', environmentId);
  }
  const environment = `environments/${environmentId}`;
  const admin = `/providers/Microsoft.BusinessAppPlatform/scopes/admin/${environment}`;
  const type = 'Microsoft.BusinessAppPlatform/scopes/environments';
  const people = hasDatabase
    ? []
    : cloud.directory.records.accounts.filter(
        (one) => one.tenantId === caller.tenantId && one.kind === 'administrator',
      );
  return json(200, {
    value: people.map(({ objectId, displayName, username }) => {
      const name = guidOf('environment role assignment', environmentId, objectId);
      return {
        id: `${admin}/roleAssignments/${name}`,
        type: `${type}/roleAssignments`,
        name,
        properties: {
          scope: `/providers/Microsoft.BusinessAppPlatform/${environment}`,
          roleDefinition: {
            id: `${admin}/roleDefinitions/EnvironmentAdmin`,
            type: `${type}/roleDefinitions`,
            name: 'EnvironmentAdmin',
          },
          principal: { id: objectId, displayName, email: username, type: 'User', tenantId: caller.tenantId },
        },
      };
    }),
  });
}

import { implement, implementStream } from '../../preload/contract/implement.ts';
import {
  businessUnits,
  catalogue,
  effectiveAccess,
  granting,
  list,
  names,
  needed,
  privileges,
  recordAccess,
  teams,
} from '../../preload/contract/security-roles.ts';
import { columnAccess } from '../../preload/contract/column-security.ts';
import { DEPTHS } from '../../preload/contract/words/depth.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { readBusinessUnits } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import { parsePrivilegeName } from '../dataverse/privilege-name.ts';
import { readNeeds } from './needs/read-needs.ts';
import { readColumnAccess } from './read-column-access.ts';
import { readEffectiveAccess } from './read-effective-access.ts';
import { readGrantingRoles } from './read-granting-roles.ts';
import { readCatalogue } from './read-privilege-set.ts';
import { readRecordAccess } from './read-record-access.ts';
import { readRoleNames } from './read-role-names.ts';
import { readRolePrivileges } from './read-role-privileges.ts';
import { readRoleTeams } from './read-role-teams.ts';
import { readSecurityRoles } from './read-security-roles.ts';

export type SecurityRolesPorts = { readonly environments: EnvironmentAccess };

/** The methods that the security-roles room answers. */
export const securityRolesHandlers = ({ environments }: SecurityRolesPorts) => {
  const clientOf = (input: {
    readonly workspaceId: WorkspaceId;
    readonly environmentId: EnvironmentId;
  }): Result<DataverseClient> => {
    const chosen = environments.choose(input.workspaceId, [input.environmentId]);
    if (!chosen.ok) return chosen;
    const [environment] = chosen.value;
    return environment === undefined
      ? failed('not-found', { what: 'environment', id: input.environmentId })
      : ok(environments.asAdmin(environment));
  };

  return {
    'securityRoles.list': implement(list, async (input, signal) => {
      const client = clientOf(input);
      const roles = client.ok ? await readSecurityRoles(client.value, signal) : client;
      return roles.ok ? ok({ roles: [...roles.value] }) : roles;
    }),

    'securityRoles.privileges': implement(privileges, async (input, signal) => {
      const client = clientOf(input);
      const read = client.ok ? await readRolePrivileges(client.value, input.roleId, signal) : client;
      return read.ok ? ok({ privileges: [...read.value] }) : read;
    }),

    'securityRoles.businessUnits': implement(businessUnits, async (input, signal) => {
      const client = clientOf(input);
      const read = client.ok ? await readBusinessUnits(client.value, signal) : client;
      return read.ok ? ok({ businessUnits: [...read.value] }) : read;
    }),

    'securityRoles.teams': implement(teams, async (input, signal) => {
      const client = clientOf(input);
      const read = client.ok ? await readRoleTeams(client.value, input.rootRoleId, signal) : client;
      return read.ok ? ok({ teams: [...read.value] }) : read;
    }),

    'securityRoles.effectiveAccess': implement(effectiveAccess, async (input, signal) => {
      const client = clientOf(input);
      const read = client.ok ? await readEffectiveAccess(client.value, input.systemUserId, signal) : client;
      return read.ok ? ok({ roles: [...read.value.roles], privileges: [...read.value.privileges] }) : read;
    }),

    'securityRoles.recordAccess': implement(recordAccess, async (input, signal) => {
      const client = clientOf(input);
      return client.ok ? readRecordAccess(client.value, input, signal) : client;
    }),

    'securityRoles.columnAccess': implement(columnAccess, async (input, signal) => {
      const client = clientOf(input);
      return client.ok ? readColumnAccess(client.value, input, signal) : client;
    }),

    'securityRoles.catalogue': implement(catalogue, async (input, signal) => {
      const client = clientOf(input);
      const read = client.ok ? await readCatalogue(client.value, signal) : client;
      if (!read.ok) return read;
      const privileges = read.value.map(({ depths, name }) => ({
        name,
        ...parsePrivilegeName(name),
        depths: depths.map((depth) => DEPTHS.indexOf(depth)).join(''),
      }));
      return ok({ privileges });
    }),

    'securityRoles.granting': implementStream(granting, async (input, emit, signal) => {
      const chosen = environments.choose(input.workspaceId, input.environmentIds);
      if (!chosen.ok) return chosen;
      const counts = await fanOut({
        items: chosen.value,
        parallel: environments.parallel(),
        signal,
        work: (environment, signal) =>
          readGrantingRoles(environments.asAdmin(environment), input.privileges, signal),
        settled: async ({ id: environmentId }, result) => {
          await emit(
            result.ok
              ? {
                  kind: 'roles',
                  environmentId,
                  roles: [...result.value.roles],
                  absent: [...result.value.absent],
                }
              : { kind: 'failed', environmentId, error: result.error },
          );
        },
      });
      return ok(counts);
    }),

    'securityRoles.needed': implement(needed, async (input, signal) => {
      const client = clientOf(input);
      return client.ok ? readNeeds(client.value, input.text, signal) : client;
    }),

    'securityRoles.names': implementStream(names, async (input, emit, signal) => {
      const chosen = environments.choose(input.workspaceId, input.environmentIds);
      if (!chosen.ok) return chosen;
      const counts = await fanOut({
        items: chosen.value,
        parallel: environments.parallel(),
        signal,
        work: (environment, signal) => readRoleNames(environments.asAdmin(environment), signal),
        settled: async ({ id: environmentId }, result) => {
          await emit(
            result.ok
              ? { kind: 'names', environmentId, roles: [...result.value] }
              : { kind: 'failed', environmentId, error: result.error },
          );
        },
      });
      return ok(counts);
    }),
  };
};

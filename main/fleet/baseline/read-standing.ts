import type { Standing } from '../../../preload/contract/baseline.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ClientId, EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { oneApplicationUser } from '../../application-users/one-application-user.ts';
import type { BaselinePorts } from './baseline-ports.ts';
import { readReality } from './read-reality.ts';
import { distinctNames } from './write-from-reality.ts';

/**
 * Reads how one application user stands, as a baseline would say it: names instead of ids, which differ between environments. Fails with
 * `user-missing`, `user-ambiguous`, `user-soft-deleted`, or as the environment does.
 */
export const readStanding = async (
  { environments }: BaselinePorts,
  input: {
    readonly workspaceId: WorkspaceId;
    readonly environmentId: EnvironmentId;
    readonly clientId: ClientId;
  },
  signal: AbortSignal,
): Promise<Result<Standing>> => {
  const { clientId, environmentId, workspaceId } = input;
  const chosen = environments.choose(workspaceId, [environmentId]);
  if (!chosen.ok) return chosen;
  const [environment] = chosen.value;
  if (environment === undefined) return failed('not-found', { what: 'environment', id: environmentId });
  const reality = await readReality(environments.asAdmin(environment), environment.url, 'if-allowed', signal);
  if (!reality.ok) return reality;
  const { profiles, teamsOf, units, users } = reality.value;
  const user = oneApplicationUser(users, clientId, environment.name);
  if (!user.ok) return user;
  if (user.value === null) return failed('user-missing', { clientId, environment: environment.name });
  const { businessUnit: unit, roles, state, systemUserId } = user.value;
  const isRoot = units.some(({ id, parentId }) => id === unit?.id && parentId === null);
  return ok({
    enabled: state === 'enabled',
    businessUnit: unit === null ? null : isRoot ? { kind: 'root' } : { kind: 'named', name: unit.name },
    businessUnitName: unit?.name ?? '',
    roles: distinctNames(roles.map(({ name }) => name)),
    teams: distinctNames(teamsOf.get(systemUserId) ?? []),
    profiles: distinctNames(profiles?.of.get(systemUserId) ?? []),
  });
};

import type { ClientPlaces, PlacedUser } from '../../../preload/contract/all-clients.ts';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import * as world from './fake-world.ts';
import type { Scenario } from './scenario.ts';

const APPS = 40;
const STAGES = ['Production', 'Test', 'Development', 'UAT'] as const;

const named = ({ name, systemAdministrator }: ApplicationUser['roles'][number]) => ({
  name,
  systemAdministrator,
});
const placed = (user: ApplicationUser): PlacedUser => ({
  systemUserId: user.systemUserId,
  clientId: user.clientId,
  name: user.name,
  state: user.state,
  entraState: user.entraState,
  systemAdministrator: user.systemAdministrator,
  platform: user.platform,
  roles: user.roles.map(named),
  teamRoles: user.teamRoles?.map(named) ?? null,
});

/** Forty apps of a client, some of which are in this environment. */
const manyUsers = (env: number): readonly PlacedUser[] => {
  const kinds = world.usersOf(env).slice(0, 6).map(placed);
  return Array.from({ length: APPS }, (_, index) => index)
    .filter((index) => (env + index) % 4 !== 0)
    .flatMap((index) =>
      kinds.slice(index % 6, (index % 6) + 1).map((user) => ({
        ...user,
        clientId: fakeId.client(1000 + index),
        systemUserId: fakeId.user(10_000 + env * 100 + index),
        name: `Integration ${String(index + 1).padStart(2, '0')}`,
      })),
    );
};

/** What is kept of the workspace at a place of the list: the first was read in part, the third never. */
const placesOf = (scenario: Scenario, at: number): ClientPlaces['environments'] => {
  if (at === 0 && !scenario.many)
    return world.environments.slice(0, 12).map(({ id, name, production }, env) => {
      const read = env % 5 !== 4 && !scenario.empty;
      const users = read ? world.usersOf(env).map(placed) : [];
      return {
        environmentId: id,
        name,
        production,
        asOf: read ? world.daysAgo(env === 9 ? 6 : 2) : null,
        users,
      };
    });
  const read = !scenario.empty && at !== 2;
  return STAGES.map((stage, index) => {
    const env = at * STAGES.length + index;
    const users = scenario.many ? manyUsers(env) : world.usersOf(env).slice(0, 4).map(placed);
    return {
      environmentId: fakeId.environment(500 + env),
      name: stage,
      production: stage === 'Production',
      asOf: read ? world.daysAgo(at + 1) : null,
      users: read ? [...users] : [],
    };
  });
};

/** What is kept of every workspace of the scenario, at its pace. */
export const fakeAllClients =
  (scenario: Scenario, workspaces: readonly { readonly id: ClientPlaces['workspaceId'] }[]) =>
  async (
    emit: (event: ClientPlaces) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Result<OutputOf<'applicationUsers.allClients'>>> => {
    const all = scenario.firstRun ? [] : workspaces;
    const error = scenario.vault === 'locked' ? appError('vault-locked', {}, { retryable: true }) : null;
    for (const [at, { id }] of all.entries()) {
      if (scenario.pace > 0) await new Promise((resolve) => setTimeout(resolve, scenario.pace));
      if (signal.aborted) return failed('cancelled');
      const environments = placesOf(error === null ? scenario : { ...scenario, empty: true }, at);
      await emit({ workspaceId: id, environments, error });
    }
    return ok({ workspaces: all.length });
  };

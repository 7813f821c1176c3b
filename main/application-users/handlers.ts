import { inventory, placement } from '../../preload/contract/application-users.ts';
import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import { implementStream } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import { MOST_KEPT } from './inventory-snapshots.ts';
import type { InventorySnapshots } from './inventory-snapshots.ts';
import { readPlacement } from './read-placement.ts';
import { applicationUserPages } from './read-application-users.ts';
import { snapshotHandlers } from './snapshot-handlers.ts';
import type { InventoryUser } from './to-application-user.ts';

export type ApplicationUsersPorts = {
  readonly environments: EnvironmentAccess;
  readonly snapshots: InventorySnapshots;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Users in one event: with a hundred, whose text is longer than 128 KB, `npm run bench -- inventory` took longer; why is not proved. */
const MOST_AT_ONCE = 60;

/** A complete reading of one environment; of more users than are kept only their number is known. */
type Read = { readonly count: number; readonly users: readonly InventoryUser[] };

/** The methods that the application-users room answers. */
export const applicationUsersHandlers = (ports: ApplicationUsersPorts) => {
  const { environments, now, snapshots } = ports;
  return {
    ...snapshotHandlers(ports),
    'applicationUsers.inventory': implementStream(inventory, async (input, emit, signal) => {
      const { workspaceId } = input;
      const chosen = environments.choose(workspaceId, input.environmentIds);
      if (!chosen.ok) return chosen;

      const readOne = async (environment: Environment, signal: AbortSignal): Promise<Result<Read>> => {
        const environmentId = environment.id;
        const read: InventoryUser[] = [];
        let count = 0;
        for await (const page of applicationUserPages(environments.asAdmin(environment), signal)) {
          if (!page.ok) return page;
          count += page.value.length;
          if (count <= MOST_KEPT.environment) read.push(...page.value);
          else read.length = 0;
          for (let from = 0; from < page.value.length; from += MOST_AT_ONCE) {
            const users = page.value
              .slice(from, from + MOST_AT_ONCE)
              .map((user): ApplicationUser => ({ ...user, environmentId }));
            await emit({ kind: 'users', environmentId, users });
          }
        }
        return ok({ count, users: read });
      };

      const counts = await fanOut({
        items: chosen.value,
        parallel: environments.parallel(),
        signal,
        work: readOne,
        settled: async ({ id: environmentId }, result) => {
          const asOf = new Date(now()).toISOString();
          if (!result.ok) return emit({ kind: 'failed', environmentId, asOf, error: result.error });
          const { count, users } = result.value;
          const kept = count > users.length ? null : users;
          await snapshots.note(workspaceId, { environmentId, asOf, users: kept });
          return emit({ kind: 'done', environmentId, asOf, count });
        },
      });
      // Written behind the answer: nobody waits for it. A workspace that was removed meanwhile is not written down again.
      const there = environments.choose(workspaceId, []);
      if (there.ok) void snapshots.keep(workspaceId, new Set(there.value.map(({ id }) => id)));
      return ok(counts);
    }),

    'applicationUsers.placement': implementStream(placement, async (input, emit, signal) => {
      const chosen = environments.choose(input.workspaceId, input.environmentIds);
      if (!chosen.ok) return chosen;
      const counts = await fanOut({
        items: chosen.value,
        parallel: environments.parallel(),
        signal,
        work: (environment, signal) => readPlacement(environments.asAdmin(environment), signal),
        settled: async ({ id: environmentId }, result) => {
          if (!result.ok) return emit({ kind: 'failed', environmentId, error: result.error });
          const [units, teams] = [[...result.value.units], [...result.value.teams]];
          return emit({ kind: 'placement', environmentId, units, teams });
        },
      });
      return ok(counts);
    }),
  };
};

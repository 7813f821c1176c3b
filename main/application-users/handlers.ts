import { inventory } from '../../preload/contract/application-users.ts';
import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import { implementStream } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import { applicationUserPages } from './read-application-users.ts';

export type ApplicationUsersPorts = {
  readonly environments: EnvironmentAccess;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** The methods that the application-users room answers. */
export const applicationUsersHandlers = ({ environments, now }: ApplicationUsersPorts) => ({
  'applicationUsers.inventory': implementStream(inventory, async (input, emit, signal) => {
    const chosen = environments.choose(input.workspaceId, input.environmentIds);
    if (!chosen.ok) return chosen;

    const readOne = async (environment: Environment, signal: AbortSignal): Promise<Result<number>> => {
      const environmentId = environment.id;
      let count = 0;
      for await (const page of applicationUserPages(environments.asAdmin(environment), signal)) {
        if (!page.ok) return page;
        const users = page.value.map((user): ApplicationUser => ({ ...user, environmentId }));
        count += users.length;
        if (users.length > 0) await emit({ kind: 'users', environmentId, users });
      }
      return ok(count);
    };

    const counts = await fanOut({
      items: chosen.value,
      parallel: environments.parallel(),
      signal,
      work: readOne,
      settled: async ({ id: environmentId }, result) => {
        const asOf = new Date(now()).toISOString();
        await emit(
          result.ok
            ? { kind: 'done', environmentId, asOf, count: result.value }
            : { kind: 'failed', environmentId, asOf, error: result.error },
        );
      },
    });
    return ok(counts);
  }),
});

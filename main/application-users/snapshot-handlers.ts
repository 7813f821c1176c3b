import * as contract from '../../preload/contract/application-users.ts';
import type { UserChange, UserDifference } from '../../preload/contract/application-users.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { differencesOf } from './kept-environment.ts';
import type { ApplicationUsersPorts } from './handlers.ts';
import { snapshotEvents } from './snapshot-events.ts';
import type { KeptEnvironment } from './snapshot-text.ts';

/** Differences per answer that the wire allows. */
const MOST_DIFFERENCES = 2000;

const becameAdministrator = (change: UserChange): boolean =>
  change.kind === 'role-gained' && change.systemAdministrator;

/** What a person should look at first: who may do everything now. */
const rank = ({ changes }: UserDifference): number => (changes.some(becameAdministrator) ? 0 : 1);

const differencesOfAll = (environments: readonly KeptEnvironment[]): readonly UserDifference[] =>
  environments
    .flatMap((kept) =>
      differencesOf(kept).flatMap(({ systemUserId, before, after, changes }): UserDifference[] => {
        const { environmentId, seenAt: since } = kept;
        const gone = after === null && before !== null ? { ...before, environmentId } : null;
        return changes.length === 0
          ? []
          : [{ environmentId, systemUserId, since, gone, changes: [...changes] }];
      }),
    )
    .toSorted((a, b) => rank(a) - rank(b));

/** Answers what is known without asking an environment, and what became different. */
export const snapshotHandlers = ({ environments, now, snapshots }: ApplicationUsersPorts) => {
  /** Of environments that are in the workspace now, in its order. */
  const known = async (workspaceId: WorkspaceId): Promise<Result<readonly KeptEnvironment[]>> => {
    const there = environments.choose(workspaceId, []);
    if (!there.ok) return there;
    const all = await snapshots.load(workspaceId);
    const byId = new Map(all.map((one) => [one.environmentId, one]));
    return ok(there.value.flatMap(({ id }) => byId.get(id) ?? []));
  };
  return {
    'applicationUsers.snapshot': implementStream(contract.snapshot, async ({ workspaceId }, emit) => {
      const kept = await known(workspaceId);
      if (!kept.ok) return kept;
      for (const event of snapshotEvents(kept.value)) await emit([...event]);
      return ok({ environments: kept.value.length });
    }),
    'applicationUsers.differences': implement(contract.differences, async ({ workspaceId }) => {
      const kept = await known(workspaceId);
      if (!kept.ok) return kept;
      const all = differencesOfAll(kept.value);
      return ok({
        asOf: new Date(now()).toISOString(),
        since: all.map(({ since }) => since).toSorted()[0] ?? null,
        total: all.length,
        differences: all.slice(0, MOST_DIFFERENCES),
      });
    }),
    'applicationUsers.markSeen': implement(contract.markSeen, async ({ workspaceId, asOf }) => {
      const kept = await known(workspaceId);
      if (!kept.ok) return kept;
      await snapshots.markSeen(workspaceId, asOf);
      return ok({});
    }),
  };
};

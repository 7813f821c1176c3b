import { implement } from '../../preload/contract/implement.ts';
import { clearHistory, history } from '../../preload/contract/query-history.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import type { QueryHistory } from './query-history.ts';

/** Answers what was run in a workspace. */
export const historyHandlers = (ports: {
  readonly history: QueryHistory;
  readonly environments: Pick<EnvironmentAccess, 'choose'>;
}) => ({
  'query.history': implement(history, async ({ workspaceId }) => {
    const there = ports.environments.choose(workspaceId, []);
    if (!there.ok) return there;
    const entries = await ports.history.of(workspaceId);
    return entries.ok ? ok({ entries: [...entries.value] }) : entries;
  }),
  'query.clearHistory': implement(clearHistory, async ({ workspaceId }) => {
    const there = ports.environments.choose(workspaceId, []);
    if (!there.ok) return there;
    const cleared = await ports.history.forget(workspaceId);
    return cleared.ok ? ok({}) : cleared;
  }),
});

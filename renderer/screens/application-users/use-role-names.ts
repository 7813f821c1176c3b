import { useCallback, useEffect } from 'react';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { useStream } from '../../bridge/index.ts';
import type { RoleNames } from './role-offers.ts';
import { NO_ROLE_NAMES, roleNamesWith } from './role-offers.ts';

/** Role names of the chosen environments; reads those that are not known yet while `wanted` is true. */
export const useRoleNames = (
  workspaceId: WorkspaceId,
  environmentIds: readonly EnvironmentId[],
  wanted: boolean,
): Stream<'securityRoles.names', RoleNames> & {
  readonly read: (ids: readonly EnvironmentId[]) => void;
} => {
  const stream = useStream('securityRoles.names', {
    scope: workspaceId,
    title: APPLICATION_USERS_TEXTS.wizard.roles.streamTitle,
    initial: NO_ROLE_NAMES,
    reduce: roleNamesWith,
    begin: (previous) => previous,
    count: (names) => ({ done: names.roles.size + names.errors.size, total: null }),
  });
  const { data, running, start, state } = stream;
  const read = useCallback(
    (ids: readonly EnvironmentId[]) => void start({ workspaceId, environmentIds: [...ids] }),
    [start, workspaceId],
  );
  useEffect(() => {
    if (!wanted || running || state === 'cancelled' || state === 'failed') return;
    const missing = environmentIds.filter((id) => !data.roles.has(id) && !data.errors.has(id));
    if (missing.length > 0) read(missing);
  }, [data, environmentIds, read, running, state, wanted]);
  return { ...stream, read };
};

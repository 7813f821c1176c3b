import { useEffect } from 'react';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { useStream } from '../../bridge/index.ts';
import type { GrantingRoles } from './granting-roles.ts';
import { grantingRolesWith, NO_GRANTING_ROLES } from './granting-roles.ts';

/** Which roles of the chosen environments grant a privilege; asks nothing where none is wanted. */
export const useGrantingRoles = (
  workspaceId: WorkspaceId,
  environmentIds: readonly EnvironmentId[],
  privilege: string | null,
): Stream<'securityRoles.granting', GrantingRoles> => {
  const stream = useStream('securityRoles.granting', {
    scope: `${workspaceId} ${privilege ?? ''} ${environmentIds.join()}`,
    title: APPLICATION_USERS_TEXTS.wizard.roles.grantingStream(privilege ?? ''),
    initial: NO_GRANTING_ROLES,
    reduce: grantingRolesWith,
    count: (roles) => ({ done: roles.size, total: environmentIds.length }),
  });
  const { start, state } = stream;
  useEffect(() => {
    if (privilege === null || state !== 'idle') return;
    void start({ workspaceId, environmentIds: [...environmentIds], privileges: [privilege] });
  }, [environmentIds, privilege, start, state, workspaceId]);
  return stream;
};

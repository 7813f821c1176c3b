import { useEffect, useMemo } from 'react';
import type { UserDifference } from '../../preload/contract/application-users.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { useAction, useCall } from '../bridge/index.ts';

/** Which application user a row, a cell or a difference is about. */
export const userKey = (user: Pick<UserDifference, 'environmentId' | 'systemUserId'>): string =>
  `${user.environmentId}/${user.systemUserId}`;

/** What became different since a person last looked. */
export type Differences = {
  readonly total: number;
  /** Became System Administrator. */
  readonly administrators: number;
  /** The oldest moment that is compared with; null when nothing is different. */
  readonly since: string | null;
  /** By user; as many as have room. */
  readonly of: ReadonlyMap<string, UserDifference>;
  readonly marking: boolean;
  readonly markSeen: () => void;
};

const NONE: readonly UserDifference[] = [];

/** Differences of a workspace, told again each time a reading has ended (`endedAt`). */
export const useDifferences = (workspaceId: WorkspaceId, endedAt: Date | null): Differences => {
  const { data, refresh } = useCall('applicationUsers.differences', { workspaceId });
  const marking = useAction('applicationUsers.markSeen', { invalidates: ['applicationUsers.differences'] });
  const ended = endedAt?.getTime() ?? null;
  useEffect(() => {
    if (ended !== null) refresh();
  }, [ended, refresh]);
  const differences = data?.differences ?? NONE;
  const of = useMemo(() => new Map(differences.map((one) => [userKey(one), one])), [differences]);
  const administrators = useMemo(
    () =>
      differences.filter(({ changes }) =>
        changes.some((change) => change.kind === 'role-gained' && change.systemAdministrator),
      ).length,
    [differences],
  );
  return {
    total: data?.total ?? 0,
    administrators,
    since: data?.since ?? null,
    of,
    marking: marking.busy,
    markSeen: () => {
      if (data !== undefined) void marking.run({ workspaceId, asOf: data.asOf });
    },
  };
};

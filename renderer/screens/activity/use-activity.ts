import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ActivityEntry } from '../../../preload/contract/activity.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { appErrorOf, callKey, CallFailed, useBridge } from '../../bridge/index.ts';

const PAGE = 200;

/** The journal of a workspace as far as it was read, newest first. */
export type Activity = {
  readonly entries: readonly ActivityEntry[];
  readonly integrity: OutputOf<'activity.list'>['integrity'] | null;
  readonly more: boolean;
  readonly loading: boolean;
  readonly loadingMore: boolean;
  readonly refreshing: boolean;
  readonly error: AppError | null;
  readonly asOf: Date | null;
  readonly loadMore: () => void;
  readonly refresh: () => void;
};

/** Reads the journal page by page, back in time. */
export const useActivity = (workspaceId: WorkspaceId): Activity => {
  const { bridge } = useBridge();
  const query = useInfiniteQuery({
    queryKey: [...callKey('activity.list'), 'pages', workspaceId],
    queryFn: async ({ pageParam, signal }) => {
      const result = await bridge.call(
        'activity.list',
        { workspaceId, before: pageParam, limit: PAGE },
        signal,
      );
      if (!result.ok) throw new CallFailed(result.error);
      return result.value;
    },
    initialPageParam: firstPage(),
    getNextPageParam: (last) => (last.more ? (last.entries.at(-1)?.seq ?? null) : null),
    staleTime: 0,
  });
  const { data } = query;
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data]);
  return {
    entries,
    integrity: data?.pages[0]?.integrity ?? null,
    more: query.hasNextPage,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    refreshing: query.isFetching,
    error: query.error === null ? null : appErrorOf(query.error),
    asOf: query.dataUpdatedAt === 0 ? null : new Date(query.dataUpdatedAt),
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void query.refetch(),
  };
};

/** The newest entries; later pages begin before the last entry seen. */
const firstPage = (): number | null => null;

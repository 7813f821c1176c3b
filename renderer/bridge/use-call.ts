import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { InputOf, OutputOf } from '../../preload/contract/index.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { CallName } from '../../preload/contract/words/methods.ts';
import { useBridge } from './bridge-context.tsx';
import { appErrorOf } from './call-failed.ts';
import { callQuery } from './call-query.ts';

/** The answer of a call as a screen needs it. Data already seen stays while it is refreshed or when a refresh fails. */
export type CallState<Output> = {
  readonly data: Output | undefined;
  readonly error: AppError | null;
  /** True only while there is nothing to show yet: the moment for a skeleton. */
  readonly loading: boolean;
  readonly refreshing: boolean;
  /** When the shown data was received; null before the first answer. */
  readonly asOf: Date | null;
  readonly refresh: () => void;
};

const stateOf = <Output>(query: UseQueryResult<Output>, refresh: () => void): CallState<Output> => ({
  data: query.data,
  error: query.error === null ? null : appErrorOf(query.error),
  loading: query.isPending && query.fetchStatus !== 'idle',
  refreshing: query.isFetching,
  asOf: query.dataUpdatedAt === 0 ? null : new Date(query.dataUpdatedAt),
  refresh,
});

/**
 * Reads from main and keeps the answer fresh. Input `null` (or `enabled: false`) waits; `keepPrevious` shows the last answer
 * while the input changes (paging), which must never be used when the workspace is what changes.
 */
export const useCall = <Name extends CallName>(
  name: Name,
  input: InputOf<Name> | null,
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): CallState<OutputOf<Name>> => {
  const { bridge } = useBridge();
  const query = useQuery({
    ...(input === null ? { queryKey: [name, null], queryFn: skipToken } : callQuery(bridge, name, input)),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
  const { refetch } = query;
  const refresh = useCallback(() => void refetch(), [refetch]);
  return stateOf(query, refresh);
};

/** One function for all renders, so that the states stay the same objects until an answer comes. */
const statesOf = <Output>(queries: readonly UseQueryResult<Output>[]): readonly CallState<Output>[] =>
  queries.map((query) => stateOf(query, () => void query.refetch()));

/** The same call with several inputs beside each other; the states stand in the order of the inputs. */
export const useCalls = <Name extends CallName>(
  name: Name,
  inputs: readonly InputOf<Name>[],
): readonly CallState<OutputOf<Name>>[] => {
  const { bridge } = useBridge();
  return useQueries({
    queries: inputs.map((input) => callQuery(bridge, name, input)),
    combine: statesOf<OutputOf<Name>>,
  });
};

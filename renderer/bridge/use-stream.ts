import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { EventOf, InputOf, OutputOf } from '../../preload/contract/index.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { StreamName } from '../../preload/contract/words/methods.ts';
import { useBridge } from './bridge-context.tsx';
import type { StreamCount, StreamEntry, StreamState } from './stream-runner.ts';
import { streamKey, STREAMS_KEY } from './stream-runner.ts';

/** What a screen says about its stream. Functions must be pure; their identity does not matter. */
export type StreamOptions<Name extends StreamName, Data> = {
  /** What the data belongs to (a workspace id, with more if needed): scopes never see each other's data. */
  readonly scope: string;
  /** Shown in the operations pane. */
  readonly title: string | ((input: InputOf<Name>) => string);
  readonly initial: Data;
  readonly reduce: (data: Data, event: EventOf<Name>) => Data;
  /** Data that a new run starts from; the initial data unless given. `(previous) => previous` keeps what was seen. */
  readonly begin?: (previous: Data, input: InputOf<Name>) => Data;
  readonly count?: (data: Data) => StreamCount;
};

/** A stream as a screen sees it; it goes on (and stays visible in the operations pane) when the screen is left. */
export type Stream<Name extends StreamName, Data> = {
  readonly data: Data;
  readonly state: StreamState<Data, OutputOf<Name>>['state'];
  readonly running: boolean;
  readonly output: OutputOf<Name> | null;
  readonly error: AppError | null;
  readonly count: StreamCount;
  readonly asOf: Date | null;
  readonly start: (input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>;
  readonly cancel: () => void;
};

const UNKNOWN_COUNT: StreamCount = { done: 0, total: null };

/** The one way to run a stream: `start` it, watch `data` grow, `cancel` it. */
export const useStream = <Name extends StreamName, Data>(
  name: Name,
  options: StreamOptions<Name, Data>,
): Stream<Name, Data> => {
  const { streams } = useBridge();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const idle: StreamState<Data, OutputOf<Name>> = {
    data: options.initial,
    state: 'idle',
    output: null,
    error: null,
    count: UNKNOWN_COUNT,
    asOf: null,
    runId: null,
  };
  const { data } = useQuery({
    queryKey: streamKey(name, options.scope),
    queryFn: () => idle,
    enabled: false,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const shown = data ?? idle;

  const start = useCallback(
    (input: InputOf<Name>) => {
      const now = latest.current;
      return streams.start(
        {
          name,
          scope: options.scope,
          title: typeof now.title === 'string' ? now.title : now.title(input),
          begin: now.begin ?? (() => now.initial),
          reduce: now.reduce,
          count: now.count ?? (() => UNKNOWN_COUNT),
        },
        now.initial,
        input,
      );
    },
    [name, options.scope, streams],
  );
  const runId = shown.runId;
  const cancel = useCallback(() => {
    if (runId !== null) streams.cancel(runId);
  }, [runId, streams]);

  return {
    data: shown.data,
    state: shown.state,
    running: shown.state === 'running',
    output: shown.output,
    error: shown.error,
    count: shown.count,
    asOf: shown.asOf === null ? null : new Date(shown.asOf),
    start,
    cancel,
  };
};

const NO_ENTRIES: readonly StreamEntry[] = [];

/** Every stream of this page, newest first: what the operations pane shows. */
export const useStreams = (): readonly StreamEntry[] => {
  const { data } = useQuery({
    queryKey: STREAMS_KEY,
    queryFn: () => NO_ENTRIES,
    enabled: false,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? NO_ENTRIES;
};

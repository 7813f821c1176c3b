import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { EventOf, InputOf, OutputOf } from '../../preload/contract/index.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { StreamName } from '../../preload/contract/words/methods.ts';
import type { Bridge } from './bridge.ts';

/** How far a stream is; `total` is null when nobody can know. */
export type StreamCount = { readonly done: number; readonly total: number | null };

/** A stream as the operations pane lists it. */
export type StreamEntry = {
  readonly id: string;
  readonly name: StreamName;
  readonly scope: string;
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly state: 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled';
  readonly count: StreamCount;
  readonly error: AppError | null;
};

/** What one stream has brought so far, and how it ended. Kept in the query cache per method and scope. */
export type StreamState<Data, Output> = {
  readonly data: Data;
  readonly state: 'idle' | StreamEntry['state'];
  readonly output: Output | null;
  readonly error: AppError | null;
  readonly count: StreamCount;
  /** Epoch milliseconds of the last end; null before the first. */
  readonly asOf: number | null;
  readonly runId: string | null;
};

/** How a screen turns a stream's events into data. */
export type StreamPlan<Name extends StreamName, Data> = {
  readonly name: Name;
  /** What the data belongs to, e.g. a workspace id: two scopes never see each other's data. */
  readonly scope: string;
  readonly title: string;
  readonly begin: (previous: Data, input: InputOf<Name>) => Data;
  readonly reduce: (data: Data, event: EventOf<Name>) => Data;
  readonly count: (data: Data) => StreamCount;
};

/** Runs streams for the whole page, so that leaving a screen does not stop its work. */
export type StreamRunner = {
  readonly start: <Name extends StreamName, Data>(
    plan: StreamPlan<Name, Data>,
    initial: Data,
    input: InputOf<Name>,
  ) => Promise<Result<OutputOf<Name>>>;
  readonly cancel: (entryId: string) => void;
  readonly forgetEnded: () => void;
};

export const streamKey = (name: StreamName, scope: string): QueryKey => ['stream', name, scope];
export const STREAMS_KEY: QueryKey = ['streams'];

const KEPT_ENTRIES = 50;

/** Makes the runner of one page. A new start for the same method and scope cancels the one before it. */
export const createStreamRunner = (bridge: Bridge, client: QueryClient): StreamRunner => {
  const running = new Map<string, AbortController>();

  const entries = (): readonly StreamEntry[] =>
    client.getQueryData<readonly StreamEntry[]>(STREAMS_KEY) ?? [];
  const setEntries = (next: readonly StreamEntry[]) => client.setQueryData(STREAMS_KEY, next);
  const patchEntry = (id: string, change: Partial<StreamEntry>) =>
    setEntries(entries().map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));

  return {
    start: async <Name extends StreamName, Data>(
      plan: StreamPlan<Name, Data>,
      initial: Data,
      input: InputOf<Name>,
    ) => {
      type State = StreamState<Data, OutputOf<Name>>;
      const key = streamKey(plan.name, plan.scope);
      const id = crypto.randomUUID();
      const controller = new AbortController();
      const before = client.getQueryData<State>(key);
      if (before?.runId != null) running.get(before.runId)?.abort();
      running.set(id, controller);

      let data = plan.begin(before?.data ?? initial, input);
      const publish = (change: Partial<State>) =>
        client.setQueryData<State>(key, (current) => {
          // A newer run has taken over: what this one still says is late and dropped.
          if (current !== undefined && current.runId !== id && change.runId !== id) return current;
          const base = current ?? {
            data,
            state: 'running',
            output: null,
            error: null,
            count: plan.count(data),
            asOf: null,
            runId: id,
          };
          return { ...base, ...change };
        });
      publish({ data, state: 'running', output: null, error: null, count: plan.count(data), runId: id });
      const entry: StreamEntry = {
        id,
        name: plan.name,
        scope: plan.scope,
        title: plan.title,
        startedAt: Date.now(),
        endedAt: null,
        state: 'running',
        count: plan.count(data),
        error: null,
      };
      setEntries([entry, ...entries()].slice(0, KEPT_ENTRIES));

      const onEvent = (event: EventOf<Name>) => {
        data = plan.reduce(data, event);
        const count = plan.count(data);
        publish({ data, count });
        patchEntry(id, { count });
      };
      const result = await bridge.stream(plan.name, input, { onEvent }, controller.signal);
      running.delete(id);
      const cancelled = controller.signal.aborted;
      const error = result.ok || cancelled ? null : result.error;
      const state = cancelled ? 'cancelled' : result.ok ? 'done' : 'failed';
      const endedAt = Date.now();
      publish({ state, error, output: result.ok ? result.value : null, asOf: endedAt });
      patchEntry(id, { state, error, endedAt });
      return result;
    },
    cancel: (entryId) => {
      const controller = running.get(entryId);
      if (controller === undefined) return;
      patchEntry(entryId, { state: 'cancelling' });
      controller.abort();
    },
    forgetEnded: () => setEntries(entries().filter((entry) => entry.endedAt === null)),
  };
};

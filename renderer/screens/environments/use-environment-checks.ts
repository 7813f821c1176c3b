import { useCallback, useMemo } from 'react';
import type { EnvironmentCheck } from '../../../preload/contract/environments.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { ENVIRONMENTS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useStream } from '../../bridge/index.ts';

/** What is known from asking environments: last answers, and which are being asked. */
type Checks = {
  readonly results: ReadonlyMap<EnvironmentId, EnvironmentCheck>;
  readonly pending: ReadonlySet<EnvironmentId>;
  readonly asked: number;
};

const NO_CHECKS: Checks = { results: new Map(), pending: new Set(), asked: 0 };

const take = (checks: Checks, event: EnvironmentCheck): Checks => {
  const pending = new Set(checks.pending);
  pending.delete(event.environmentId);
  return { ...checks, pending, results: new Map(checks.results).set(event.environmentId, event) };
};

/** The status checks of a workspace: one run, seen by every screen that asks for it. */
export type EnvironmentChecks = {
  readonly results: ReadonlyMap<EnvironmentId, EnvironmentCheck>;
  readonly isWorking: (id: EnvironmentId) => boolean;
  readonly running: boolean;
  readonly everRun: boolean;
  readonly cancelled: boolean;
  readonly done: number;
  readonly asked: number;
  readonly asOf: Date | null;
  /** The check as a whole failed, before or beside single environments. */
  readonly error: AppError | null;
  readonly start: (ids: readonly EnvironmentId[]) => void;
  readonly cancel: () => void;
};

/** Asks environments who we are there; answers seen before stay until newer ones come. */
export const useEnvironmentChecks = (workspaceId: WorkspaceId): EnvironmentChecks => {
  const { data, running, state, asOf, error, start, cancel } = useStream('environments.check', {
    scope: workspaceId,
    title: (input) => ENVIRONMENTS_TEXTS.checkTitle(input.environmentIds.length),
    initial: NO_CHECKS,
    begin: (previous, input) => ({
      results: previous.results,
      pending: new Set(input.environmentIds),
      asked: input.environmentIds.length,
    }),
    reduce: take,
    count: (checks) => ({ done: checks.asked - checks.pending.size, total: checks.asked }),
  });
  const startIds = useCallback(
    (ids: readonly EnvironmentId[]) => {
      if (ids.length > 0) void start({ workspaceId, environmentIds: [...ids] });
    },
    [start, workspaceId],
  );
  const asOfTime = asOf?.getTime() ?? null;
  // One identity per change: tables hang on it.
  return useMemo(
    () => ({
      results: data.results,
      isWorking: (id: EnvironmentId) => running && data.pending.has(id),
      running,
      everRun: state !== 'idle',
      cancelled: state === 'cancelled' && data.pending.size > 0,
      done: data.asked - data.pending.size,
      asked: data.asked,
      asOf: asOfTime === null ? null : new Date(asOfTime),
      error,
      start: startIds,
      cancel,
    }),
    [asOfTime, cancel, data, error, running, startIds, state],
  );
};

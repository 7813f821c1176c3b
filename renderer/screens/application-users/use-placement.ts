import { useCallback, useEffect } from 'react';
import type { EventOf } from '../../../preload/contract/index.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { useStream } from '../../bridge/index.ts';

/** Business units and teams by environment, as far as they have been read. */
export type Placement = {
  readonly units: ReadonlyMap<EnvironmentId, readonly string[]>;
  readonly teams: ReadonlyMap<EnvironmentId, readonly string[]>;
  readonly errors: ReadonlyMap<EnvironmentId, AppError>;
};

const NONE_READ: Placement = { units: new Map(), teams: new Map(), errors: new Map() };

const placementWith = (
  { units, teams, errors }: Placement,
  event: EventOf<'applicationUsers.placement'>,
): Placement => {
  const { environmentId: id } = event;
  const failures = new Map(errors);
  failures.delete(id);
  return event.kind === 'failed'
    ? { units, teams, errors: failures.set(id, event.error) }
    : {
        units: new Map(units).set(id, event.units),
        teams: new Map(teams).set(id, event.teams),
        errors: failures,
      };
};

/** Where the users of these environments can be put; reads those that are not known yet. */
export const usePlacement = (
  workspaceId: WorkspaceId,
  environmentIds: readonly EnvironmentId[],
): Stream<'applicationUsers.placement', Placement> & {
  readonly read: (ids: readonly EnvironmentId[]) => void;
} => {
  const stream = useStream('applicationUsers.placement', {
    scope: workspaceId,
    title: APPLICATION_USERS_TEXTS.wizard.placement.streamTitle,
    initial: NONE_READ,
    reduce: placementWith,
    begin: (previous) => previous,
    count: ({ units, errors }) => ({ done: units.size + errors.size, total: null }),
  });
  const { data, running, start, state } = stream;
  const read = useCallback(
    (ids: readonly EnvironmentId[]) => void start({ workspaceId, environmentIds: [...ids] }),
    [start, workspaceId],
  );
  useEffect(() => {
    if (running || state === 'cancelled' || state === 'failed') return;
    const missing = environmentIds.filter((id) => !data.units.has(id) && !data.errors.has(id));
    if (missing.length > 0) read(missing);
  }, [data, environmentIds, read, running, state]);
  return { ...stream, read };
};

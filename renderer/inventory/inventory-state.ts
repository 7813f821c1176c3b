import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { EventOf } from '../../preload/contract/index.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';

/** What one environment has answered so far. */
export type EnvironmentAnswer = {
  readonly users: readonly ApplicationUser[];
  /** `reading`: users have come, the end has not. */
  readonly state: 'reading' | 'done' | 'failed';
  /** When it last answered fully or failed; ISO 8601. */
  readonly asOf: string | null;
  readonly error: AppError | null;
  /** Number of the run that last touched it: a new run replaces, the same run appends. */
  readonly run: number;
};

/** Application users by environment, kept over runs so that what was seen stays while it is read again. */
export type Inventory = {
  readonly run: number;
  /** Environments that the present run asked for; null means all of the workspace. */
  readonly asked: ReadonlySet<EnvironmentId> | null;
  readonly answers: ReadonlyMap<EnvironmentId, EnvironmentAnswer>;
};

export const EMPTY_INVENTORY: Inventory = { run: 0, asked: null, answers: new Map() };

/** The inventory from which a new run goes on. */
export const nextRun = (previous: Inventory, asked: readonly EnvironmentId[] | null): Inventory => ({
  ...previous,
  run: previous.run + 1,
  asked: asked === null ? null : new Set(asked),
});

/** Takes in one event. What a failed environment showed before stays visible beside its error. */
export const inventoryWith = (
  inventory: Inventory,
  event: EventOf<'applicationUsers.inventory'>,
): Inventory => {
  const before = inventory.answers.get(event.environmentId);
  const ofThisRun = before?.run === inventory.run ? before.users : [];
  const { run } = inventory;
  const answer = ((): EnvironmentAnswer => {
    switch (event.kind) {
      case 'users':
        return {
          users: [...ofThisRun, ...event.users],
          state: 'reading',
          asOf: before?.asOf ?? null,
          error: null,
          run,
        };
      case 'done':
        return { users: ofThisRun, state: 'done', asOf: event.asOf, error: null, run };
      case 'failed':
        return { users: before?.users ?? [], state: 'failed', asOf: event.asOf, error: event.error, run };
    }
  })();
  return { ...inventory, answers: new Map(inventory.answers).set(event.environmentId, answer) };
};

/** How many environments have ended in the present run. */
export const answeredCount = (inventory: Inventory): number =>
  [...inventory.answers.values()].filter(
    (answer) => answer.run === inventory.run && answer.state !== 'reading',
  ).length;

/** Every user seen, of whichever environment. */
export const allUsers = (inventory: Inventory): readonly ApplicationUser[] =>
  [...inventory.answers.values()].flatMap((answer) => answer.users);

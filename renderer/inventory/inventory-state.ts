import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { EventOf } from '../../preload/contract/index.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';

/** What is known of one environment. */
export type EnvironmentAnswer = {
  /** Those that are shown: of the last complete reading, or what has come so far where there was none yet. */
  readonly users: readonly ApplicationUser[];
  /** What the present run has brought. */
  readonly coming: readonly ApplicationUser[];
  /** `known`: from an earlier session, not asked yet in this one; `reading`: users have come, the end has not. */
  readonly state: 'known' | 'reading' | 'done' | 'failed';
  /** When it said so that these are its users; null while it has never answered fully. ISO 8601. */
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

const NOT_ASKED: EnvironmentAnswer = {
  users: [],
  coming: [],
  state: 'known',
  asOf: null,
  error: null,
  run: 0,
};

/** The inventory from which a new run goes on. */
export const nextRun = (previous: Inventory, asked: readonly EnvironmentId[] | null): Inventory => ({
  ...previous,
  run: previous.run + 1,
  asked: asked === null ? null : new Set(asked),
});

/** Takes in one event. What an environment said before stays until it has answered again, and beside the error when it fails. */
export const inventoryWith = (
  inventory: Inventory,
  event: EventOf<'applicationUsers.inventory'>,
): Inventory => {
  const before = inventory.answers.get(event.environmentId) ?? NOT_ASKED;
  const { run } = inventory;
  const coming = before.run === run ? before.coming : [];
  const answer = ((): EnvironmentAnswer => {
    switch (event.kind) {
      case 'users': {
        const so = [...coming, ...event.users];
        const users = before.asOf === null ? so : before.users;
        return { ...before, users, coming: so, state: 'reading', error: null, run };
      }
      case 'done':
        return { users: coming, coming: [], state: 'done', asOf: event.asOf, error: null, run };
      case 'failed': {
        const users = before.asOf === null ? [] : before.users;
        return { ...before, users, coming: [], state: 'failed', error: event.error, run };
      }
    }
  })();
  return { ...inventory, answers: new Map(inventory.answers).set(event.environmentId, answer) };
};

/** What environments said in an earlier session, by environment. */
export type Known = ReadonlyMap<
  EnvironmentId,
  { readonly asOf: string; readonly users: readonly ApplicationUser[] }
>;

/** Takes in one event of what was kept. */
export const knownWith = (known: Known, event: EventOf<'applicationUsers.snapshot'>): Known => {
  const next = new Map(known);
  for (const { asOf, environmentId, users } of event)
    next.set(environmentId, { asOf, users: [...(next.get(environmentId)?.users ?? []), ...users] });
  return next;
};

/** Puts what was kept where this session has no full answer yet. */
export const inventoryOver = (known: Known, inventory: Inventory): Inventory => {
  const answers = new Map(inventory.answers);
  for (const [id, { asOf, users }] of known) {
    const now = answers.get(id) ?? NOT_ASKED;
    if (now.asOf === null) answers.set(id, { ...now, users, asOf });
  }
  return { ...inventory, answers };
};

/** How many environments have ended in the present run. */
export const answeredCount = (inventory: Inventory): number =>
  [...inventory.answers.values()].filter(
    (answer) => answer.run === inventory.run && answer.state !== 'reading',
  ).length;

/** Every user seen, of whichever environment. */
export const allUsers = (inventory: Inventory): readonly ApplicationUser[] =>
  [...inventory.answers.values()].flatMap((answer) => answer.users);

/** How old the oldest of what is shown is; null when nothing is. */
export const oldestAnswer = (inventory: Inventory): Date | null => {
  const [oldest] = [...inventory.answers.values()].flatMap(({ asOf }) => asOf ?? []).toSorted();
  return oldest === undefined ? null : new Date(oldest);
};

import type { EventOf } from '../../../preload/contract/index.ts';
import type { ExpiryPlace, ExpiryRow } from '../../../preload/contract/expiry.ts';
import type { ClientId, WorkspaceId } from '../../../preload/contract/words/ids.ts';

/** What the stream has brought: rows by app, and how each workspace's directory stands. */
export type ExpiryData = {
  readonly apps: ReadonlyMap<ClientId, readonly ExpiryRow[]>;
  readonly places: ReadonlyMap<WorkspaceId, ExpiryPlace>;
  /** Apps that this run spoke of; null once those that it did not are gone. */
  readonly seen: ReadonlySet<ClientId> | null;
};

export const NO_EXPIRY: ExpiryData = { apps: new Map(), places: new Map(), seen: new Set() };

/** A new run: what was seen stays until the run has told all that is known. */
export const nextExpiryRun = (previous: ExpiryData): ExpiryData => ({ ...previous, seen: new Set() });

/** A run that asks nobody must not wipe out what an earlier one of this session found. */
const placeWith = (before: ExpiryPlace | undefined, now: ExpiryPlace): ExpiryPlace =>
  before !== undefined && (now.state === 'known' || now.state === 'never-asked') && before.state !== 'asking'
    ? before
    : now;

/** Takes in one event. Everything that is known comes before the first workspace, so that then the rest can go. */
export const expiryWith = (data: ExpiryData, event: EventOf<'expiry.list'>): ExpiryData => {
  if (event.kind === 'rows') {
    const apps = new Map(data.apps);
    for (const id of event.clientIds) apps.set(id, []);
    const byApp = Map.groupBy(event.rows, ({ clientId }) => clientId);
    for (const [id, rows] of byApp) apps.set(id, rows);
    return { ...data, apps, seen: data.seen === null ? null : new Set([...data.seen, ...event.clientIds]) };
  }
  const { seen } = data;
  const apps = seen === null ? data.apps : new Map([...data.apps].filter(([id]) => seen.has(id)));
  const places = new Map(data.places);
  places.set(event.workspaceId, placeWith(places.get(event.workspaceId), event));
  return { apps, places, seen: null };
};

/** How many directories of a run have answered, and how many it asks. */
export const expiryCount = ({ places }: ExpiryData): { readonly done: number; readonly total: number } => {
  const states = [...places.values()].map(({ state }) => state);
  const done = states.filter((state) => state === 'answered' || state === 'failed').length;
  return { done, total: done + states.filter((state) => state === 'asking').length };
};

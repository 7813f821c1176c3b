import type { ClientPlaces, PlacedUser } from '../../../../preload/contract/all-clients.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../../../preload/contract/words/ids.ts';

type Place = ClientPlaces['environments'][number];

/** What has been told of a workspace: its environments, and why what is kept of them does not open. */
export type ClientAnswer = {
  readonly places: ReadonlyMap<EnvironmentId, Place>;
  readonly error: AppError | null;
};

/** What the stream has brought, by workspace. */
export type AllClients = ReadonlyMap<WorkspaceId, ClientAnswer>;

export const NO_CLIENTS: AllClients = new Map();

const together = (before: readonly PlacedUser[] | undefined, more: readonly PlacedUser[]): PlacedUser[] =>
  before === undefined ? [...more] : [...before, ...more];

/** Takes in one event; a large environment comes in several. */
export const allClientsWith = (data: AllClients, event: ClientPlaces): AllClients => {
  const places = new Map(data.get(event.workspaceId)?.places);
  for (const place of event.environments) {
    const before = places.get(place.environmentId);
    places.set(place.environmentId, { ...place, users: together(before?.users, place.users) });
  }
  return new Map(data).set(event.workspaceId, { places, error: event.error });
};

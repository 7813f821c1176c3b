import { setImmediate } from 'node:timers/promises';
import { allClients } from '../../preload/contract/all-clients.ts';
import type { ClientPlaces, PlacedUser } from '../../preload/contract/all-clients.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import { implementStream } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { inParts } from './in-parts.ts';
import type { InventorySnapshots } from './inventory-snapshots.ts';
import type { KeptEnvironment } from './snapshot-text.ts';
import type { InventoryUser } from './to-application-user.ts';

/** What the map of all clients is made of: neither a sign-in nor a way to an environment. */
export type AllClientsPorts = {
  readonly workspaces: () => readonly Pick<Workspace, 'id'>[];
  readonly environments: Pick<EnvironmentAccess, 'choose'>;
  readonly snapshots: Pick<InventorySnapshots, 'look'>;
};

/** Rows per event that the wire allows. */
const MOST_ROWS = 2000;

const atAGlance = ({ name, systemAdministrator }: InventoryUser['roles'][number]) => ({
  name,
  systemAdministrator,
});

/** As much of an application user as the map shows. */
const placed = (user: InventoryUser): PlacedUser => ({
  systemUserId: user.systemUserId,
  clientId: user.clientId,
  name: user.name,
  state: user.state,
  entraState: user.entraState,
  systemAdministrator: user.systemAdministrator,
  platform: user.platform,
  roles: user.roles.map(atAGlance),
  teamRoles: user.teamRoles?.map(atAGlance) ?? null,
});

/** One workspace in as few events as fit; one without environments says that it has none. */
const eventsOf = (
  workspaceId: WorkspaceId,
  environments: readonly Environment[],
  kept: readonly KeptEnvironment[],
  error: AppError | null,
): readonly ClientPlaces[] => {
  const byId = new Map(kept.map((one) => [one.environmentId, one]));
  const parts = inParts(
    environments.map(({ id, name, production }) => ({
      about: { environmentId: id, name, production, asOf: byId.get(id)?.asOf ?? null },
      users: byId.get(id)?.users.map(placed) ?? [],
    })),
    MOST_ROWS,
  );
  const places = parts.map((part) => part.map(({ about, users }) => ({ ...about, users: [...users] })));
  return (places.length === 0 ? [[]] : places).map((some) => ({ workspaceId, environments: some, error }));
};

/** Tells what is kept of every workspace; of environments that are still in it. */
export const allClientsHandlers = ({ environments, snapshots, workspaces }: AllClientsPorts) => ({
  'applicationUsers.allClients': implementStream(allClients, async (_input, emit, signal) => {
    const all = workspaces();
    for (const { id } of all) {
      // Opening a large one takes a moment: others have their turn between two.
      await setImmediate();
      if (signal.aborted) return failed('cancelled');
      const there = environments.choose(id, []);
      // Removed meanwhile.
      if (!there.ok) continue;
      const { environments: kept, error } = await snapshots.look(id);
      for (const event of eventsOf(id, there.value, kept, error)) await emit(event);
    }
    return ok({ workspaces: all.length });
  }),
});

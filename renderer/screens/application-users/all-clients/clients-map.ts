import type { PlacedUser } from '../../../../preload/contract/all-clients.ts';
import type { EnvironmentId } from '../../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../../preload/contract/workspaces.ts';
import type { AccessMap } from '../access-map.ts';
import { accessMap } from '../access-map.ts';
import type { AllClients } from './all-clients-state.ts';

/** An environment of some client. */
export type ClientPlace = {
  readonly id: EnvironmentId;
  readonly name: string;
  readonly production: boolean;
  /** When it was read; null: never. */
  readonly asOf: string | null;
  readonly workspace: Workspace;
};

/** An application user of some client. */
export type ClientRow = {
  readonly user: PlacedUser & { readonly environmentId: EnvironmentId };
  readonly asOf: string | null;
  readonly difference: null;
};

/** Apps against the environments of all clients. */
export type ClientsMap = {
  readonly map: AccessMap<ClientRow, ClientPlace>;
  /** Those of which something is kept, in their order. */
  readonly workspaces: readonly Workspace[];
  /** Those that were told of, and of which nothing is kept. */
  readonly neverRead: readonly Workspace[];
};

/** Puts what is kept into a map; workspaces of which nothing is kept are told apart. An app of several clients is one column. */
export const clientsMap = (data: AllClients, workspaces: readonly Workspace[]): ClientsMap => {
  const places: ClientPlace[] = [];
  const rows: ClientRow[] = [];
  const kept: Workspace[] = [];
  const neverRead: Workspace[] = [];
  for (const workspace of workspaces) {
    const answer = data.get(workspace.id);
    // What does not open is told elsewhere, and nothing is known of one that was not told of yet.
    if (answer === undefined) continue;
    const own = [...answer.places.values()];
    if (own.every(({ asOf }) => asOf === null)) {
      if (answer.error === null) neverRead.push(workspace);
      continue;
    }
    kept.push(workspace);
    for (const { asOf, environmentId: id, name, production, users } of own) {
      places.push({ id, name, production, asOf, workspace });
      for (const user of users) rows.push({ user: { ...user, environmentId: id }, asOf, difference: null });
    }
  }
  const answers = new Map(places.map(({ asOf, id }) => [id, { state: 'known' as const, asOf, error: null }]));
  return { map: accessMap(rows, places, { answers }, false), workspaces: kept, neverRead };
};

import type { ClientId } from '../../preload/contract/words/ids.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { Workspaces } from '../workspaces/directory.ts';

/** The name of the app profile with this client id, among those that a workspace uses; null when there is none. */
export const appNameOf =
  (workspaces: Workspaces, identity: Pick<Identity, 'profilesOf'>) =>
  (clientId: ClientId): string | null =>
    workspaces
      .all()
      .flatMap(({ id }) => identity.profilesOf(id))
      .find((one) => one.clientId === clientId)?.name ?? null;

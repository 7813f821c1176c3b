import type { Settings } from '../../preload/contract/settings.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { ConsentBook } from '../directory/consent/consent-book.ts';
import type { Registry } from '../environments/registry.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { QueryRuns } from '../query/query-runs.ts';
import type { Document } from '../settings/document.ts';

/** The rooms that keep something for a workspace. */
type Keepers = {
  readonly identity: Pick<Identity, 'forgetWorkspace'>;
  readonly runs: QueryRuns;
  readonly consents: ConsentBook;
  readonly registry: Registry;
  readonly settings: Document<Settings>;
};

/** Deletes what the rooms keep for a workspace; fails, with all of it left, when the vault does not let go of the sign-in. */
export const forgetWorkspace =
  ({ consents, identity, runs, registry, settings }: Keepers) =>
  async (id: WorkspaceId): Promise<Result<null>> => {
    // The sign-in first: when the vault refuses, the workspace stays whole.
    const forgotten = await identity.forgetWorkspace(id);
    if (!forgotten.ok) return forgotten;
    runs.closeWorkspace(id);
    registry.forget(id);
    consents.forget(id);
    settings.update((now) => ({
      ...now,
      lastWorkspace: now.lastWorkspace === id ? null : now.lastWorkspace,
    }));
    return forgotten;
  };

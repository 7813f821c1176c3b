import type { Settings } from '../../preload/contract/settings.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { ApplicationUsers } from '../application-users/create-application-users.ts';
import type { ConsentBook } from '../directory/consent/consent-book.ts';
import type { Registry } from '../environments/registry.ts';
import type { BaselineBook } from '../fleet/baseline/baseline-book.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { Document } from '../settings/document.ts';
import type { Queries } from './open-queries.ts';

/** The rooms that keep something for a workspace. */
type Keepers = {
  readonly identity: Pick<Identity, 'forgetWorkspace'>;
  readonly queries: Pick<Queries, 'forget'>;
  readonly applicationUsers: Pick<ApplicationUsers, 'forget'>;
  readonly consents: ConsentBook;
  readonly registry: Registry;
  readonly settings: Document<Settings>;
  readonly baselines: Pick<BaselineBook, 'forget'>;
};

/** Deletes what the rooms keep for a workspace; fails, with all of it left, when the vault does not let go of the sign-in. */
export const forgetWorkspace =
  ({ consents, identity, queries, registry, settings, applicationUsers, baselines }: Keepers) =>
  async (id: WorkspaceId): Promise<Result<null>> => {
    // What the vault keeps first: when it refuses, the workspace stays. An inventory can be read again, so it goes before the sign-in.
    const left = await applicationUsers.forget(id);
    if (!left.ok) return left;
    const forgotten = await identity.forgetWorkspace(id);
    if (!forgotten.ok) return forgotten;
    const baseline = await baselines.forget(id);
    if (!baseline.ok) return baseline;
    const asked = await queries.forget(id);
    if (!asked.ok) return asked;
    registry.forget(id);
    consents.forget(id);
    settings.update((now) => ({
      ...now,
      lastWorkspace: now.lastWorkspace === id ? null : now.lastWorkspace,
    }));
    return forgotten;
  };

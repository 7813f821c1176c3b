import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { ExpiryRow } from '../../preload/contract/expiry.ts';
import type { ClientId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { StoredProfile } from '../identity/app-profiles/document.ts';
import type { Profiles } from '../identity/app-profiles/profiles.ts';
import type { Document } from '../settings/document.ts';
import type { ExpiryDocument } from './document.ts';
import { expiryRows } from './expiry-rows.ts';
import type { Snapshot } from './snapshot.ts';

/** Where the rows of the dashboard come from. */
export type CredentialSources = {
  readonly profiles: Pick<Profiles, 'all' | 'show'>;
  readonly workspaces: () => readonly Workspace[];
  readonly document: Document<ExpiryDocument>;
  readonly snapshot: Snapshot;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Rows of one app. */
export type RowsOfApp = { readonly profile: AppProfile; readonly rows: readonly ExpiryRow[] };

/** All credentials that are known at this moment, by app; asks no directory. `only`: of these apps. */
export type KnownCredentials = (only?: ReadonlySet<ClientId>) => Promise<readonly RowsOfApp[]>;

/** Makes the reader over its sources. A snooze that is over counts as none. */
export const knownCredentials =
  ({ document, now, profiles, snapshot, workspaces }: CredentialSources): KnownCredentials =>
  async (only) => {
    const answers = await snapshot.load();
    const directory = new Map(
      // The latest answer wins where two workspaces are of the same tenant.
      answers
        .toSorted((a, b) => a.asOf.localeCompare(b.asOf))
        .flatMap(({ apps }) => apps.map((app) => [app.clientId, app] as const)),
    );
    // Only the tenant that an app is said to be registered in can say that it is no more.
    const tenants = new Map(workspaces().map(({ id, tenantId }) => [id, tenantId]));
    const unregistered = ({ clientId, homeTenantId }: StoredProfile): boolean =>
      homeTenantId !== null &&
      !directory.has(clientId) &&
      answers.some(
        ({ absent, workspaceId }) => tenants.get(workspaceId) === homeTenantId && absent.includes(clientId),
      );
    const at = now();
    const snoozes = new Map(
      document
        .get()
        .snoozes.filter(({ until }) => Date.parse(until) > at)
        .map(({ id, until, note }) => [id, { until, note }]),
    );
    const asked = profiles.all().filter(({ clientId }) => only === undefined || only.has(clientId));
    return Promise.all(
      asked.map(async (stored) => {
        const profile = await profiles.show(stored);
        return {
          profile,
          rows: expiryRows(profile, directory.get(profile.clientId) ?? null, unregistered(stored), snoozes),
        };
      }),
    );
  };

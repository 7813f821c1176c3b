import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Vault } from '../vault/vault.ts';
import { seen, withReading } from './kept-environment.ts';
import type { Reading } from './kept-environment.ts';
import { readSnapshotText, snapshotReference, snapshotText } from './snapshot-text.ts';
import type { KeptEnvironment } from './snapshot-text.ts';

/** What environments said last about their application users, by workspace. */
export type InventorySnapshots = {
  /** Read from the vault at the first call, and again at each as long as the vault is shut: until then it is what this session has read. */
  readonly load: (workspaceId: WorkspaceId) => Promise<readonly KeptEnvironment[]>;
  /** As `load`, for a look from outside the workspace: holds nothing of it in memory, and tells why the vault tells nothing. */
  readonly look: (
    workspaceId: WorkspaceId,
  ) => Promise<{ readonly environments: readonly KeptEnvironment[]; readonly error: AppError | null }>;
  /** Takes the place of what the environment said before, in memory; without users (there are too many) of nothing. */
  readonly note: (
    workspaceId: WorkspaceId,
    reading: Omit<Reading, 'users'> & { readonly users: Reading['users'] | null },
  ) => Promise<void>;
  /** Writes down what was noted, of environments that are still `there`. */
  readonly keep: (workspaceId: WorkspaceId, there: ReadonlySet<EnvironmentId>) => Promise<void>;
  /** What was known at `asOf` is no difference any more. */
  readonly markSeen: (workspaceId: WorkspaceId, asOf: string) => Promise<void>;
  /** The workspace is removed: what its environments said goes with it. Fails as the vault does. */
  readonly forget: (workspaceId: WorkspaceId) => Promise<Result<null>>;
  /** Resolves when everything is written. */
  readonly settled: () => Promise<void>;
};

/** Users that are kept of one environment and of one workspace; what is beyond is read again instead of being held. */
export const MOST_KEPT = { environment: 10_000, workspace: 50_000 } as const;

type Known = {
  fromVault: boolean;
  readonly environments: Map<EnvironmentId, KeptEnvironment>;
  /** Marked as seen while the vault was shut. */
  readonly marked: Set<EnvironmentId>;
};

const sizeOf = (kept: KeptEnvironment): number => kept.users.length + kept.before.length;

/** Keeps it sealed in the vault: it names a client's apps and what they may do. */
export const createInventorySnapshots = (
  vault: Pick<Vault, 'get' | 'put' | 'remove'>,
): InventorySnapshots => {
  const workspaces = new Map<WorkspaceId, Known>();
  const loading = new Map<WorkspaceId, Promise<Known>>();

  const read = async (workspaceId: WorkspaceId): Promise<Known> => {
    const kept = await vault.get(snapshotReference(workspaceId));
    const known = workspaces.get(workspaceId) ?? {
      fromVault: false,
      environments: new Map(),
      marked: new Set(),
    };
    workspaces.set(workspaceId, known);
    const shut = !kept.ok && kept.error.code !== 'secret-missing' && kept.error.code !== 'vault-unreadable';
    if (shut || known.fromVault) return known;
    known.fromVault = true;
    for (const before of kept.ok ? readSnapshotText(kept.value) : []) {
      const { environmentId } = before;
      const now = known.environments.get(environmentId);
      // Read while the vault was shut: it is compared with what the vault says was seen.
      if (now !== undefined && known.marked.has(environmentId)) continue;
      known.environments.set(environmentId, now === undefined ? before : withReading(before, now));
    }
    return known;
  };
  const load = async (workspaceId: WorkspaceId): Promise<Known> => {
    const known = workspaces.get(workspaceId);
    if (known?.fromVault === true) return known;
    const reading = loading.get(workspaceId) ?? read(workspaceId);
    loading.set(workspaceId, reading);
    try {
      return await reading;
    } finally {
      loading.delete(workspaceId);
    }
  };
  let written: Promise<unknown> = Promise.resolve();
  const write = async (workspaceId: WorkspaceId, known: Known): Promise<void> => {
    // Over what cannot be read now nothing is written.
    if (!known.fromVault) return;
    written = written.then(async () => {
      const text = await snapshotText([...known.environments.values()]);
      if (workspaces.get(workspaceId) === known) await vault.put(snapshotReference(workspaceId), text);
    });
    await written;
  };

  return {
    load: async (workspaceId) => [...(await load(workspaceId)).environments.values()],
    look: async (workspaceId) => {
      const known = workspaces.has(workspaceId) ? await load(workspaceId) : null;
      const held = known === null ? [] : [...known.environments.values()];
      if (known?.fromVault === true) return { environments: held, error: null };
      const kept = await vault.get(snapshotReference(workspaceId));
      if (!kept.ok)
        return { environments: held, error: kept.error.code === 'secret-missing' ? null : kept.error };
      return { environments: known === null ? readSnapshotText(kept.value) : held, error: null };
    },
    note: async (workspaceId, { asOf, environmentId, users }) => {
      const { environments } = await load(workspaceId);
      const before = environments.get(environmentId);
      environments.delete(environmentId);
      if (users === null || users.length > MOST_KEPT.environment) return;
      const kept = withReading(before, { asOf, environmentId, users });
      let size = sizeOf(kept);
      for (const other of environments.values()) size += sizeOf(other);
      if (size <= MOST_KEPT.workspace) environments.set(environmentId, kept);
    },
    keep: async (workspaceId, there) => {
      const known = await load(workspaceId);
      for (const id of known.environments.keys()) if (!there.has(id)) known.environments.delete(id);
      await write(workspaceId, known);
    },
    markSeen: async (workspaceId, asOf) => {
      const known = await load(workspaceId);
      for (const [id, one] of known.environments) {
        if (one.asOf > asOf) continue;
        known.environments.set(id, seen(one));
        if (!known.fromVault) known.marked.add(id);
      }
      await write(workspaceId, known);
    },
    forget: async (workspaceId) => {
      await written;
      const removed = await vault.remove(snapshotReference(workspaceId));
      if (removed.ok) workspaces.delete(workspaceId);
      return removed;
    },
    settled: async () => {
      await written;
    },
  };
};

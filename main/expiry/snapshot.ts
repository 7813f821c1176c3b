import { z } from 'zod';
import { clientId, instant, workspaceId } from '../../preload/contract/schemas.ts';
import type { Vault } from '../vault/vault.ts';
import { directoryAppSchema } from './directory-app.ts';

/** Under which the snapshot stands in the vault. */
export const EXPIRY_SNAPSHOT = 'expiry-snapshot';

const snapshotSchema = z.strictObject({
  version: z.literal(1),
  workspaces: z.array(
    z.strictObject({
      workspaceId,
      asOf: instant,
      apps: z.array(directoryAppSchema),
      /** Apps that it was asked for and has not; older versions did not note them. */
      absent: z.array(clientId).default([]),
    }),
  ),
});
/** What the directory of one workspace said, and when. */
export type WorkspaceAnswer = z.infer<typeof snapshotSchema>['workspaces'][number];

/** What the directories said last, so that the page opens at once and a reminder needs no network. */
export type Snapshot = {
  /** Reads it at the first call. What cannot be opened or understood counts as nothing said yet. */
  readonly load: () => Promise<readonly WorkspaceAnswer[]>;
  /** Takes the place of what the workspace said before, in memory. */
  readonly note: (answer: WorkspaceAnswer) => Promise<void>;
  /** Writes down what was noted. It lasts for this session when the vault cannot keep it. */
  readonly keep: () => Promise<void>;
};

const decode = (text: string): readonly WorkspaceAnswer[] => {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data?.workspaces ?? [];
  } catch {
    return [];
  }
};

/** Keeps it sealed in the vault: it names a client's apps and people. `exists` tells which workspaces are still there. */
export const createSnapshot = (
  vault: Pick<Vault, 'get' | 'put'>,
  exists: (id: WorkspaceAnswer['workspaceId']) => boolean,
): Snapshot => {
  let known: Promise<readonly WorkspaceAnswer[]> | null = null;
  const read = async (): Promise<readonly WorkspaceAnswer[]> => {
    const kept = await vault.get(EXPIRY_SNAPSHOT);
    return kept.ok ? decode(kept.value) : [];
  };
  const write = (workspaces: readonly WorkspaceAnswer[]) =>
    vault.put(EXPIRY_SNAPSHOT, JSON.stringify({ version: 1, workspaces }));
  const load = async () => {
    known ??= read();
    const all = await known;
    const there = all.filter((one) => exists(one.workspaceId));
    if (there.length === all.length) return all;
    // A workspace was removed: what its directory said goes with it.
    known = Promise.resolve(there);
    await write(there);
    return there;
  };
  return {
    load,
    note: async (answer) => {
      // Each note waits for the one before it: directories answer at the same time.
      known = load().then((now) => [...now.filter((one) => one.workspaceId !== answer.workspaceId), answer]);
      await known;
    },
    keep: async () => {
      await write(await load());
    },
  };
};

import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Account } from '../../preload/contract/identity.ts';
import type { Vault } from '../vault/vault.ts';
import { createMsalCache, storedSignIn } from './admin-session.ts';
import type { MsalCache, SignInScope, StoredSignIn } from './admin-session.ts';

/** The sign-in of one workspace while it lasts. */
export type AdminSession = {
  readonly scope: SignInScope;
  readonly account: Account;
  readonly homeAccountId: string;
  readonly cache: MsalCache;
  /** True after another sign-in took its place or it was signed out: what still runs for it must be thrown away. */
  readonly ended: () => boolean;
  /** True after the service said that the person must sign in again. */
  readonly expired: () => boolean;
  readonly expire: () => void;
};

/** The sign-ins of all workspaces: one each, kept in the vault so that they survive a restart. */
export type AdminSessions = {
  /** The workspace's sign-in when there is one for exactly this scope; fails when the vault cannot tell. */
  readonly find: (workspaceId: WorkspaceId, scope: SignInScope) => Promise<Result<AdminSession | null>>;
  /** Puts a new sign-in in the place of the workspace's present one; on return it is in the vault. */
  readonly begin: (workspaceId: WorkspaceId, signIn: StoredSignIn) => Promise<AdminSession>;
  /** Forgets the workspace's sign-in, here and in the vault. */
  readonly end: (workspaceId: WorkspaceId) => Promise<Result<null>>;
  /** Resolves when the newest state of every sign-in is in the vault. */
  readonly settled: () => Promise<void>;
  /** User name of the admin, as far as known without asking the vault. */
  readonly userOf: (workspaceId: WorkspaceId) => string | null;
};

type Held = {
  readonly session: AdminSession;
  /** Resolves when the newest state is in the vault. */
  readonly save: () => Promise<void>;
  /** Resolves when nothing is being written. */
  readonly saved: () => Promise<void>;
  /** Ends the session; resolves when nothing of it will be written any more. */
  readonly stop: () => Promise<void>;
};

const reference = (workspaceId: WorkspaceId): string => `sign-in-${workspaceId}`;

const sameScope = (a: SignInScope, b: SignInScope): boolean =>
  a.cloud === b.cloud && a.tenantId === b.tenantId && a.clientId === b.clientId;

const readStored = (text: string): StoredSignIn | null => {
  try {
    return storedSignIn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** Makes the sessions over the vault; nothing is read before the first question. */
export const createAdminSessions = (vault: Vault): AdminSessions => {
  const held = new Map<WorkspaceId, Held>();
  let ends = 0;

  const hold = (workspaceId: WorkspaceId, signIn: StoredSignIn): Held => {
    let ended = false;
    let expired = false;
    let unsaved = false;
    let saving: Promise<void> | null = null;

    const write = async (): Promise<void> => {
      while (unsaved && !session.ended()) {
        unsaved = false;
        const text = JSON.stringify({ ...signIn, cache: cache.text() } satisfies StoredSignIn);
        const kept = await vault.put(reference(workspaceId), text);
        // A vault that cannot keep it leaves the sign-in to this session.
        if (!kept.ok && !session.ended()) await vault.put(reference(workspaceId), text, { session: true });
      }
      saving = null;
    };
    // Renewals come in bursts, one per environment: they wait for no disk, and what is written is the newest state.
    const save = (): Promise<void> => {
      unsaved = true;
      saving ??= write();
      return saving;
    };
    const cache = createMsalCache(signIn.cache, () => void save());
    const session: AdminSession = {
      scope: signIn.scope,
      account: signIn.account,
      homeAccountId: signIn.homeAccountId,
      cache,
      ended: () => ended,
      expired: () => expired,
      expire: () => {
        expired = true;
      },
    };
    const entry: Held = {
      session,
      save,
      saved: async () => {
        await saving;
      },
      stop: async () => {
        ended = true;
        await saving;
      },
    };
    held.set(workspaceId, entry);
    return entry;
  };

  const load = async (workspaceId: WorkspaceId): Promise<Result<AdminSession | null>> => {
    const before = ends;
    const stored = await vault.get(reference(workspaceId));
    const now = held.get(workspaceId);
    if (now !== undefined) return ok(now.session);
    if (ends !== before) return ok(null);
    if (!stored.ok) return stored.error.code === 'secret-missing' ? ok(null) : stored;
    const signIn = readStored(stored.value);
    return ok(signIn === null ? null : hold(workspaceId, signIn).session);
  };

  return {
    find: async (workspaceId, scope) => {
      const now = held.get(workspaceId);
      const found = now === undefined ? await load(workspaceId) : ok(now.session);
      if (!found.ok || found.value === null) return found;
      return ok(sameScope(found.value.scope, scope) ? found.value : null);
    },
    begin: async (workspaceId, signIn) => {
      await held.get(workspaceId)?.stop();
      const entry = hold(workspaceId, signIn);
      await entry.save();
      return entry.session;
    },
    end: async (workspaceId) => {
      ends += 1;
      const now = held.get(workspaceId);
      held.delete(workspaceId);
      await now?.stop();
      const removed = await vault.remove(reference(workspaceId));
      return removed.ok || removed.error.code !== 'secret-missing' ? removed : ok(null);
    },
    settled: async () => {
      await Promise.all([...held.values()].map(({ saved }) => saved()));
    },
    userOf: (workspaceId) => held.get(workspaceId)?.session.account.username ?? null,
  };
};

/** The error of everything that needs a sign-in which is not there. */
export const signInNeeded = (workspace: string) => failed('sign-in-needed', { workspace });

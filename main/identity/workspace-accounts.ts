import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { Vault } from '../vault/vault.ts';
import { createAdminSession } from './admin-session.ts';
import type { AdminSession } from './admin-session.ts';
import { readSignIns } from './stored-sign-ins.ts';
import type { SignInScope, StoredSignIn, StoredSignIns } from './stored-sign-ins.ts';

/** The signed-in accounts of one workspace, kept in the vault as one sealed text. */
export type WorkspaceAccounts = {
  /** Reads the vault unless that is done; fails when the vault cannot tell. */
  readonly read: () => Promise<Result<null>>;
  /** Those for exactly this scope, in the order in which they signed in. */
  readonly of: (scope: SignInScope) => readonly AdminSession[];
  /** The one of them that is used. */
  readonly current: (scope: SignInScope) => AdminSession | null;
  /** Adds an account, in the place of itself when it is there, and uses it; on return it is in the vault. */
  readonly add: (signIn: StoredSignIn) => Promise<AdminSession>;
  /** Uses another account; `not-found` when it is not signed in. */
  readonly choose: (scope: SignInScope, accountId: string) => Promise<Result<AdminSession>>;
  /** Forgets one account, here and in the vault. */
  readonly remove: (accountId: string) => Promise<Result<null>>;
  /** Forgets all of them, and whatever the vault still has. */
  readonly clear: () => Promise<Result<null>>;
  /** Resolves when nothing is being written. */
  readonly saved: () => Promise<void>;
  /** User name of the account that is used, as far as known without asking the vault. */
  readonly user: () => string | null;
  /** User names of all accounts, or of one, as far as known without asking the vault. */
  readonly users: (accountId?: string) => readonly string[];
};

const sameScope = (a: SignInScope, b: SignInScope): boolean =>
  a.cloud === b.cloud && a.tenantId === b.tenantId && a.clientId === b.clientId;

/** Makes them over the vault; nothing is read before the first question. */
export const createWorkspaceAccounts = (vault: Vault, reference: string): WorkspaceAccounts => {
  const sessions = new Map<string, AdminSession>();
  const gone = new Set<string>();
  let current: string | null = null;
  let known = false;
  let reading: Promise<Result<null>> | null = null;
  let unsaved = false;
  let saving: Promise<Result<null>> | null = null;

  const hold = (signIn: StoredSignIn): AdminSession => {
    // Renewals come in bursts, one per environment: they wait for no disk, and what is written is the newest state.
    const session = createAdminSession(signIn, () => void save());
    sessions.set(signIn.homeAccountId, session);
    return session;
  };

  const take = (text: string): void => {
    const stored = readSignIns(text);
    if (known || stored === null) return;
    for (const signIn of stored.accounts)
      if (!sessions.has(signIn.homeAccountId) && !gone.has(signIn.homeAccountId)) hold(signIn);
    current ??= stored.current;
  };

  const readNow = async (): Promise<Result<null>> => {
    const stored = await vault.get(reference);
    if (stored.ok) take(stored.value);
    else if (stored.error.code !== 'secret-missing') return stored;
    known = true;
    return ok(null);
  };
  const read = async (): Promise<Result<null>> => {
    if (known) return ok(null);
    reading ??= readNow().finally(() => {
      reading = null;
    });
    return reading;
  };

  const contents = (): string =>
    JSON.stringify({
      version: 2,
      current,
      accounts: [...sessions.values()].map((session) => session.stored()),
    } satisfies StoredSignIns);

  const removeAll = async (): Promise<Result<null>> => {
    const removed = await vault.remove(reference);
    return removed.ok || removed.error.code !== 'secret-missing' ? removed : ok(null);
  };

  const writeOnce = async (): Promise<Result<null>> => {
    // What the vault could not tell before must not be overwritten by what came meanwhile.
    const before = await read();
    if (sessions.size === 0) return before.ok ? removeAll() : before;
    const kept = before.ok ? await vault.put(reference, contents()) : before;
    if (kept.ok) return ok(null);
    // A vault that cannot keep it leaves the sign-ins to this session.
    await vault.put(reference, contents(), { session: true });
    return kept;
  };
  const write = async (): Promise<Result<null>> => {
    let result: Result<null> = ok(null);
    while (unsaved) {
      unsaved = false;
      result = await writeOnce();
    }
    saving = null;
    return result;
  };
  const save = (): Promise<Result<null>> => {
    unsaved = true;
    saving ??= write();
    return saving;
  };

  const forget = (accountId: string): void => {
    sessions.get(accountId)?.end();
    sessions.delete(accountId);
    gone.add(accountId);
    if (current === accountId) current = null;
  };
  const of = (scope: SignInScope) => [...sessions.values()].filter((one) => sameScope(one.scope, scope));

  return {
    read,
    of,
    current: (scope) => {
      const all = of(scope);
      return all.find((one) => one.homeAccountId === current) ?? all[0] ?? null;
    },
    add: async (signIn) => {
      await read();
      for (const one of [...sessions.values()])
        if (one.homeAccountId === signIn.homeAccountId || !sameScope(one.scope, signIn.scope))
          forget(one.homeAccountId);
      gone.delete(signIn.homeAccountId);
      const session = hold(signIn);
      current = signIn.homeAccountId;
      await save();
      return session;
    },
    choose: async (scope, accountId) => {
      const chosen = of(scope).find((one) => one.homeAccountId === accountId);
      if (chosen === undefined) return failed('not-found', { what: 'account', id: accountId });
      current = accountId;
      await save();
      return ok(chosen);
    },
    remove: async (accountId) => {
      forget(accountId);
      return save();
    },
    clear: async () => {
      for (const accountId of [...sessions.keys()]) forget(accountId);
      known = true;
      await saving;
      return removeAll();
    },
    saved: async () => {
      await saving;
    },
    user: () => {
      const all = [...sessions.values()];
      return (all.find((one) => one.homeAccountId === current) ?? all[0])?.account.username ?? null;
    },
    users: (accountId) =>
      [...sessions.values()]
        .filter((one) => accountId === undefined || one.homeAccountId === accountId)
        .map((one) => one.account.username),
  };
};

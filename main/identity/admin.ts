import type { Account } from '../../preload/contract/identity.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { TenantId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import type { AdminContext } from './admin-context.ts';
import type { AdminSessions } from './admin-sessions.ts';
import { signInWithBrowser } from './admin-sign-in.ts';
import type { SignInPorts } from './admin-sign-in.ts';
import { adminTokenKey } from './admin-tokens.ts';
import type { TokenMemory } from './token-memory.ts';

/** Who is signed in to a workspace, and whether a token can be had without the person. */
type AccountState = {
  readonly account: Account | null;
  readonly state: 'signed-out' | 'signed-in' | 'expired';
};

/** Signing admins in and out. */
export type Admin = {
  /** Waits for the person in the browser; a second sign-in takes the place of a pending one, which ends as cancelled. */
  readonly signIn: (
    workspaceId: WorkspaceId,
    loginHint: string | undefined,
    signal: AbortSignal,
  ) => Promise<Result<AccountState>>;
  /** Forgets account and tokens, and ends a sign-in that waits for the person; fails when the vault cannot delete them, and then nothing is usable all the same. */
  readonly signOut: (workspaceId: WorkspaceId) => Promise<Result<null>>;
  readonly account: (workspaceId: WorkspaceId) => Promise<Result<AccountState>>;
};

/** What signing in and out needs. */
export type AdminPorts = SignInPorts & {
  readonly contextOf: (workspaceId: WorkspaceId) => Result<AdminContext>;
  readonly sessions: AdminSessions;
  readonly memory: TokenMemory;
  readonly recordActivity: RecordActivity;
  /** Told when a workspace without a tenant found out by signing in. */
  readonly tenantFound: (workspaceId: WorkspaceId, tenantId: TenantId) => void;
};

const SIGNED_OUT: AccountState = { account: null, state: 'signed-out' };

/** Makes it; nothing happens before the first call. */
export const createAdmin = (ports: AdminPorts): Admin => {
  let pending: {
    readonly workspaceId: WorkspaceId;
    readonly controller: AbortController;
    readonly done: Promise<unknown>;
  } | null = null;

  const record = (workspaceId: WorkspaceId, kind: 'signed-in' | 'signed-out', summary: string) =>
    ports.recordActivity({ workspaceId, kind, environment: '', summary, outcome: 'ok', requestId: '' });

  const run = async (
    workspaceId: WorkspaceId,
    loginHint: string | undefined,
    signal: AbortSignal,
  ): Promise<Result<AccountState>> => {
    const context = ports.contextOf(workspaceId);
    if (!context.ok) return context;
    const done = await signInWithBrowser(ports, context.value, loginHint, signal);
    if (!done.ok) return done;
    const { signIn, resource, token } = done.value;
    ports.memory.forget(workspaceId);
    const session = await ports.sessions.begin(workspaceId, signIn);
    const key = adminTokenKey(workspaceId, context.value.cloud, session.scope, resource);
    if (token !== null) ports.memory.keep(key, token);
    if (context.value.workspace.tenantId === null) ports.tenantFound(workspaceId, session.scope.tenantId);
    await record(workspaceId, 'signed-in', `Signed in as ${session.account.username}`);
    return ok({ account: session.account, state: 'signed-in' });
  };

  return {
    signIn: async (workspaceId, loginHint, signal) => {
      const controller = new AbortController();
      const before = pending;
      before?.controller.abort();
      const work = async (): Promise<Result<AccountState>> => {
        await before?.done;
        return run(workspaceId, loginHint, AbortSignal.any([signal, controller.signal]));
      };
      const done = work();
      const mine = { workspaceId, controller, done: done.catch(() => null) };
      pending = mine;
      try {
        return await done;
      } finally {
        if (pending === mine) pending = null;
      }
    },
    signOut: async (workspaceId) => {
      if (pending?.workspaceId === workspaceId) {
        // A sign-in that ends after this would leave behind what is about to be forgotten.
        pending.controller.abort();
        await pending.done;
      }
      const user = ports.sessions.userOf(workspaceId);
      ports.memory.forget(workspaceId);
      const removed = await ports.sessions.end(workspaceId);
      ports.memory.forget(workspaceId);
      if (user !== null) await record(workspaceId, 'signed-out', `Signed out ${user}`);
      return removed;
    },
    account: async (workspaceId) => {
      const context = ports.contextOf(workspaceId);
      // A workspace without a client id for signing in is signed out, which is no error.
      if (!context.ok) return context.error.code === 'not-found' ? context : ok(SIGNED_OUT);
      const { workspace, cloud, clientId } = context.value;
      if (workspace.tenantId === null) return ok(SIGNED_OUT);
      const scope = { cloud: cloud.id, tenantId: workspace.tenantId, clientId };
      const session = await ports.sessions.find(workspaceId, scope);
      if (!session.ok) return session;
      if (session.value === null) return ok(SIGNED_OUT);
      const { account, expired } = session.value;
      return ok({ account, state: expired() ? 'expired' : 'signed-in' });
    },
  };
};

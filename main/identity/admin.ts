import type { AccountOutput, SignInPurpose } from '../../preload/contract/identity.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { TenantId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import { accountState, SIGNED_OUT } from './account-state.ts';
import type { AdminContext } from './admin-context.ts';
import type { AdminSessions } from './admin-sessions.ts';
import { signInWithBrowser } from './admin-sign-in.ts';
import type { SignInPorts } from './admin-sign-in.ts';
import { adminTokenKey } from './admin-tokens.ts';
import { signInWithDeviceCode } from './device-code.ts';
import type { DeviceCode, DeviceCodePorts } from './device-code.ts';
import { createOneSignIn } from './one-sign-in.ts';
import { signInRequest } from './sign-in-request.ts';
import type { SignInRequest } from './sign-in-request.ts';
import type { SignedIn } from './signed-in.ts';
import type { SignInScope } from './stored-sign-ins.ts';
import type { TokenMemory } from './token-memory.ts';

/** What a person asks for when signing in. */
export type SignInWish = { readonly purpose: SignInPurpose; readonly loginHint: string | null };

/** Signing admins in and out of workspaces, several accounts each. */
export type Admin = {
  /** Waits for the person in the browser; a second sign-in takes the place of a pending one, which ends as cancelled. */
  readonly signIn: (
    workspaceId: WorkspaceId,
    wish: SignInWish,
    signal: AbortSignal,
  ) => Promise<Result<AccountOutput>>;
  /** As `signIn`, by a code that the person types elsewhere; `show` is told it. */
  readonly signInWithCode: (
    workspaceId: WorkspaceId,
    wish: SignInWish,
    show: (code: DeviceCode) => void,
    signal: AbortSignal,
  ) => Promise<Result<AccountOutput>>;
  /** Makes another signed-in account the current one; `not-found` when it is not there. */
  readonly switchAccount: (workspaceId: WorkspaceId, accountId: string) => Promise<Result<AccountOutput>>;
  /**
   * Forgets one account (all for null) with its tokens, and ends a sign-in that waits for the person; fails when the vault cannot delete
   * them, and then nothing is usable all the same.
   */
  readonly signOut: (workspaceId: WorkspaceId, accountId: string | null) => Promise<Result<null>>;
  readonly account: (workspaceId: WorkspaceId) => Promise<Result<AccountOutput>>;
};

/** What signing in and out needs. */
export type AdminPorts = SignInPorts &
  DeviceCodePorts & {
    readonly contextOf: (workspaceId: WorkspaceId) => Result<AdminContext>;
    readonly sessions: AdminSessions;
    readonly memory: TokenMemory;
    readonly recordActivity: RecordActivity;
    /** Told when a workspace without a tenant found out by signing in. */
    readonly tenantFound: (workspaceId: WorkspaceId, tenantId: TenantId) => void;
  };

type Interaction = (
  context: AdminContext,
  request: SignInRequest,
  signal: AbortSignal,
) => Promise<Result<SignedIn>>;

/** Makes it; nothing happens before the first call. */
export const createAdmin = (ports: AdminPorts): Admin => {
  const one = createOneSignIn();

  const record = (workspaceId: WorkspaceId, kind: 'signed-in' | 'signed-out', summary: string) =>
    ports.recordActivity({ workspaceId, kind, environment: '', summary, outcome: 'ok', requestId: '' });

  const scopeOfWorkspace = (workspaceId: WorkspaceId): Result<SignInScope | null> => {
    const context = ports.contextOf(workspaceId);
    // A workspace without a client id for signing in is signed out, which is no error.
    if (!context.ok) return context.error.code === 'not-found' ? context : ok(null);
    const { workspace, cloud, clientId } = context.value;
    return ok(
      workspace.tenantId === null ? null : { cloud: cloud.id, tenantId: workspace.tenantId, clientId },
    );
  };

  const account: Admin['account'] = async (workspaceId) => {
    const scope = scopeOfWorkspace(workspaceId);
    if (!scope.ok) return scope;
    if (scope.value === null) return ok(SIGNED_OUT);
    const accounts = ports.sessions.of(workspaceId);
    const read = await accounts.read();
    return read.ok ? ok(accountState(accounts, scope.value)) : read;
  };

  const keep = async (workspaceId: WorkspaceId, context: AdminContext, done: SignedIn) => {
    const { signIn, request, token } = done;
    ports.memory.forget(workspaceId, signIn.homeAccountId);
    const session = await ports.sessions.of(workspaceId).add(signIn);
    if (token !== null) ports.memory.keep(adminTokenKey(workspaceId, context.cloud, session, request), token);
    if (context.workspace.tenantId === null) ports.tenantFound(workspaceId, session.scope.tenantId);
    await record(workspaceId, 'signed-in', `Signed in as ${session.account.username}`);
    return ok(accountState(ports.sessions.of(workspaceId), session.scope));
  };

  const interact = async (
    workspaceId: WorkspaceId,
    { purpose, loginHint }: SignInWish,
    interaction: Interaction,
    signal: AbortSignal,
  ): Promise<Result<AccountOutput>> => {
    const context = ports.contextOf(workspaceId);
    if (!context.ok) return context;
    const accounts = ports.sessions.of(workspaceId);
    // A vault that cannot tell who is signed in does not keep anybody from signing in.
    await accounts.read();
    const request = signInRequest(context.value, accounts, purpose, loginHint);
    if (!request.ok) return request;
    const done = await interaction(context.value, request.value, signal);
    return done.ok ? keep(workspaceId, context.value, done.value) : done;
  };

  return {
    account,
    signIn: (workspaceId, wish, signal) =>
      one.run(workspaceId, signal, (shared) =>
        interact(
          workspaceId,
          wish,
          (context, request, ended) => signInWithBrowser(ports, context, request, ended),
          shared,
        ),
      ),
    signInWithCode: (workspaceId, wish, show, signal) =>
      one.run(workspaceId, signal, (shared) =>
        interact(
          workspaceId,
          wish,
          (context, request, ended) => signInWithDeviceCode(ports, context, request, show, ended),
          shared,
        ),
      ),
    switchAccount: async (workspaceId, accountId) => {
      const scope = scopeOfWorkspace(workspaceId);
      if (!scope.ok) return scope;
      const accounts = ports.sessions.of(workspaceId);
      const read = await accounts.read();
      if (!read.ok) return read;
      if (scope.value === null) return failed('not-found', { what: 'account', id: accountId });
      const chosen = await accounts.choose(scope.value, accountId);
      return chosen.ok ? ok(accountState(accounts, scope.value)) : chosen;
    },
    signOut: async (workspaceId, accountId) => {
      // A sign-in that ends after this would leave behind what is about to be forgotten.
      await one.giveUp(workspaceId);
      const accounts = ports.sessions.of(workspaceId);
      const who = accountId === null ? accounts.users() : accounts.users(accountId);
      const parts = accountId === null ? [workspaceId] : [workspaceId, accountId];
      ports.memory.forget(...parts);
      const removed = await (accountId === null ? accounts.clear() : accounts.remove(accountId));
      ports.memory.forget(...parts);
      for (const username of who) await record(workspaceId, 'signed-out', `Signed out ${username}`);
      return removed;
    },
  };
};

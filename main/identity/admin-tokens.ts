import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { AdminContext } from './admin-context.ts';
import { signInNeeded } from './admin-sessions.ts';
import type { AdminSession, AdminSessions } from './admin-sessions.ts';
import { authorityOf, scopeOf } from './authority.ts';
import { needsPerson } from './entra-refusal.ts';
import { msalFailure } from './msal-failure.ts';
import type { OpenExchange } from './msal-network.ts';
import { publicClient } from './public-client.ts';
import { createSingleFlight } from './single-flight.ts';
import { tokenKey } from './token-memory.ts';
import type { TokenMemory } from './token-memory.ts';
import type { AccessToken, TokenSource } from './token-source.ts';

/** What tokens for signed-in admins are made from. */
export type AdminTokenPorts = {
  readonly contextOf: (workspaceId: WorkspaceId) => Result<AdminContext>;
  readonly sessions: AdminSessions;
  readonly openExchange: OpenExchange;
  readonly memory: TokenMemory;
};

const renew = async (
  ports: AdminTokenPorts,
  context: AdminContext,
  session: AdminSession,
  resource: string,
  signal: AbortSignal,
): Promise<Result<AccessToken>> => {
  const { InteractionRequiredAuthError } = await import('@azure/msal-node');
  const authority = authorityOf(context.cloud, session.scope.tenantId);
  const exchange = ports.openExchange(authority.url, signal);
  const again = signInNeeded(context.workspace.name);
  try {
    const client = await publicClient(context.clientId, authority, session.cache.plugin, exchange);
    const account = await client.getTokenCache().getAccountByHomeId(session.homeAccountId);
    if (account === null) return again;
    const answer = await client.acquireTokenSilent({ account, scopes: [scopeOf(resource)] });
    // A token that arrives after the person signed out is nobody's any more.
    if (session.ended() || answer.expiresOn === null) return again;
    return ok({ token: answer.accessToken, expiresAt: answer.expiresOn.getTime() });
  } catch (thrown) {
    const refusal = exchange.refusal();
    const person = refusal === null ? thrown instanceof InteractionRequiredAuthError : needsPerson(refusal);
    if (exchange.failure() === null && person) {
      session.expire();
      return refusal === null
        ? again
        : failed('sign-in-needed', again.error.params, { correlation: refusal.correlation });
    }
    const { clientId, tenantId } = session.scope;
    return { ok: false, error: msalFailure(thrown, exchange, { clientId, tenantId, resource }) };
  }
};

/** The memory key of an admin's token. With the authority: a workspace can be sent to another one. */
export const adminTokenKey = (
  workspaceId: WorkspaceId,
  cloud: AdminContext['cloud'],
  scope: AdminSession['scope'],
  resource: string,
): string => {
  const { origin } = new URL(cloud.authority);
  return tokenKey('admin', workspaceId, scope.cloud, origin, scope.tenantId, scope.clientId, resource);
};

/**
 * Silent tokens for the admin of a workspace: one sign-in serves every resource, because its refresh token is exchanged for a token
 * per resource (Microsoft Learn: v2-oauth2-auth-code-flow, "Refresh the access token"). Never opens a page.
 */
export const createAdminTokens = (ports: AdminTokenPorts): TokenSource['forAdmin'] => {
  const join = createSingleFlight<AccessToken>();
  return async (workspaceId, resource, signal) => {
    const context = ports.contextOf(workspaceId);
    if (!context.ok) return context;
    const { workspace, cloud, clientId } = context.value;
    if (workspace.tenantId === null) return signInNeeded(workspace.name);
    const scope = { cloud: cloud.id, tenantId: workspace.tenantId, clientId };
    const key = adminTokenKey(workspaceId, cloud, scope, resource);
    const known = ports.memory.find(key);
    if (known !== null) return ok(known);
    return join(key, signal, async (shared) => {
      const session = await ports.sessions.find(workspaceId, scope);
      if (!session.ok) return session;
      if (session.value === null) return signInNeeded(workspace.name);
      const renewed = await renew(ports, context.value, session.value, resource, shared);
      if (renewed.ok) ports.memory.keep(key, renewed.value);
      return renewed;
    });
  };
};

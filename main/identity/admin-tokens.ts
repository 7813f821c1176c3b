import { appError, failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { GraphPermission } from '../../preload/contract/words/graph-permission.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { AdminContext } from './admin-context.ts';
import type { AdminSession } from './admin-session.ts';
import { signInNeeded } from './admin-sessions.ts';
import type { AdminSessions } from './admin-sessions.ts';
import { authorityOf, scopeOf } from './authority.ts';
import { needsConsent, needsPerson } from './entra-refusal.ts';
import type { EntraRefusal } from './entra-refusal.ts';
import { msalFailure } from './msal-failure.ts';
import type { OpenExchange } from './msal-network.ts';
import { publicClient } from './public-client.ts';
import { createSingleFlight } from './single-flight.ts';
import { tokenKey } from './token-memory.ts';
import type { TokenMemory } from './token-memory.ts';
import type { AccessToken, AdminTokenNeeds, TokenSource } from './token-source.ts';

/** What tokens for signed-in admins are made from. */
export type AdminTokenPorts = {
  readonly contextOf: (workspaceId: WorkspaceId) => Result<AdminContext>;
  readonly sessions: AdminSessions;
  readonly openExchange: OpenExchange;
  readonly memory: TokenMemory;
};

/** What a token is for: a resource, and the one scope that is asked of it. */
type Target = { readonly resource: string; readonly scope: string };
type Wanted = Target & { readonly needs: AdminTokenNeeds };

/** What a refused renewal means for the account, and what is said of it. */
const refused = (
  context: AdminContext,
  session: AdminSession,
  { resource, needs }: Wanted,
  refusal: EntraRefusal | null,
): AppError => {
  const more = { correlation: refusal?.correlation ?? {} };
  if (refusal?.claims != null) session.setChallenge({ resource, claims: refusal.claims });
  const aadsts = refusal?.aadsts ?? '';
  const error = appError('sign-in-needed', { workspace: context.workspace.name, aadsts }, more);
  session.setTrouble({ error, expired: needs.claims === undefined });
  return error;
};

const renew = async (
  ports: AdminTokenPorts,
  context: AdminContext,
  session: AdminSession,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Result<AccessToken>> => {
  const { InteractionRequiredAuthError } = await import('@azure/msal-node');
  const authority = authorityOf(context.cloud, session.scope.tenantId);
  const exchange = ports.openExchange(authority.url, signal);
  const again = signInNeeded(context.workspace.name);
  const { resource, needs } = wanted;
  try {
    const client = await publicClient(context.clientId, authority, session.cache.plugin, exchange);
    const account = await client.getTokenCache().getAccountByHomeId(session.homeAccountId);
    if (account === null) return again;
    const answer = await client.acquireTokenSilent({
      account,
      scopes: [wanted.scope],
      ...(needs.claims === undefined ? {} : { claims: needs.claims }),
    });
    // A token that arrives after the person signed out is nobody's any more.
    if (session.ended() || answer.expiresOn === null) return again;
    session.setTrouble(null);
    if (session.challenge()?.resource === resource) session.setChallenge(null);
    return ok({ token: answer.accessToken, expiresAt: answer.expiresOn.getTime() });
  } catch (thrown) {
    const refusal = exchange.refusal();
    if (needs.permission !== undefined && refusal !== null && needsConsent(refusal))
      return failed(
        'graph-consent-needed',
        { permission: needs.permission, account: session.account.username },
        { correlation: refusal.correlation },
      );
    const person = refusal === null ? thrown instanceof InteractionRequiredAuthError : needsPerson(refusal);
    if (exchange.failure() === null && person)
      return { ok: false, error: refused(context, session, wanted, refusal) };
    const { clientId, tenantId } = session.scope;
    const error = msalFailure(thrown, exchange, {
      clientId,
      tenantId,
      resource,
      person: { way: 'silent', workspace: context.workspace.name },
    });
    if (refusal !== null) session.setTrouble({ error, expired: false });
    return { ok: false, error };
  }
};

/** The memory key of an account's token. With the authority: a workspace can be sent to another one. */
export const adminTokenKey = (
  workspaceId: WorkspaceId,
  cloud: AdminContext['cloud'],
  { scope, homeAccountId }: Pick<AdminSession, 'scope' | 'homeAccountId'>,
  target: Target,
): string =>
  tokenKey(
    'admin',
    workspaceId,
    scope.cloud,
    new URL(cloud.authority).origin,
    scope.tenantId,
    scope.clientId,
    homeAccountId,
    target.resource,
    target.scope,
  );

/** A permission that includes another (Microsoft Learn: permissions-reference); null when there is none. */
const widerThan = (permission: GraphPermission | undefined): GraphPermission | null =>
  permission === 'Application.Read.All' ? 'Application.ReadWrite.All' : null;

/**
 * Silent tokens for the current admin of a workspace: one sign-in serves every resource, because its refresh token is exchanged for a
 * token per resource (Microsoft Learn: v2-oauth2-auth-code-flow, "Refresh the access token"). Never opens a page.
 */
export const createAdminTokens = (ports: AdminTokenPorts): TokenSource['forAdmin'] => {
  const join = createSingleFlight<AccessToken>();
  return async (workspaceId, resource, signal, needs = {}) => {
    const context = ports.contextOf(workspaceId);
    if (!context.ok) return context;
    const { workspace, cloud, clientId } = context.value;
    if (workspace.tenantId === null) return signInNeeded(workspace.name);
    const accounts = ports.sessions.of(workspaceId);
    const read = await accounts.read();
    if (!read.ok) return read;
    if (signal.aborted) return failed('cancelled');
    const session = accounts.current({ cloud: cloud.id, tenantId: workspace.tenantId, clientId });
    if (session === null) return signInNeeded(workspace.name);
    const target = { resource, scope: scopeOf(resource, needs.permission) };
    const key = adminTokenKey(workspaceId, cloud, session, target);
    if (needs.claims !== undefined) {
      // What the resource does not take any more is of no use to anybody.
      ports.memory.forget(workspaceId, session.homeAccountId, resource);
      session.setChallenge({ resource, claims: needs.claims });
    }
    const known = ports.memory.find(key);
    if (known !== null) return ok(known);
    return join(needs.claims === undefined ? key : `${key} ${needs.claims}`, signal, async (shared) => {
      const ask = (wanted: Wanted) => renew(ports, context.value, session, wanted, shared);
      const exact = await ask({ ...target, needs });
      const wider = widerThan(needs.permission);
      // Who may change may read: nobody is asked for less than what was consented to already.
      const renewed =
        exact.ok || exact.error.code !== 'graph-consent-needed' || wider === null
          ? exact
          : await ask({ resource, scope: scopeOf(resource, wider), needs: { ...needs, permission: wider } });
      if (renewed.ok) ports.memory.keep(key, renewed.value);
      return renewed.ok ? renewed : exact;
    });
  };
};

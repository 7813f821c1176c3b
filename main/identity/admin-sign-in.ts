import type { AuthenticationResult } from '@azure/msal-node';
import { appError, failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import { parseTenantId } from '../../preload/contract/words/ids.ts';
import type { AdminContext } from './admin-context.ts';
import { createMsalCache } from './admin-session.ts';
import type { StoredSignIn } from './admin-session.ts';
import { authorityOf, scopeOf } from './authority.ts';
import { readPostedRefusal, refusalError } from './entra-refusal.ts';
import { declineSignIn, loopbackOf } from './loopback.ts';
import type { Loopback } from './loopback.ts';
import { msalFailure } from './msal-failure.ts';
import type { Exchange, OpenExchange } from './msal-network.ts';
import { publicClient } from './public-client.ts';
import { ANSWERED_PAGE, REFUSED_PAGE } from './sign-in-pages.ts';
import type { AccessToken } from './token-source.ts';

/** Seconds that a person has for the sign-in page. */
export const SIGN_IN_SECONDS = 5 * 60;

/** What the interactive sign-in needs from outside. */
export type SignInPorts = {
  readonly openExchange: OpenExchange;
  /** Opens the sign-in page in the system's browser; the host refuses what its allow-list does not know. */
  readonly openBrowser: (url: string) => Promise<Result<null>>;
  /** A signal that aborts after so many milliseconds: `AbortSignal.timeout` outside tests. */
  readonly deadline: (milliseconds: number) => AbortSignal;
};

/** What a completed sign-in brings: what to keep, and the first token. */
export type SignedIn = {
  readonly signIn: StoredSignIn;
  readonly resource: string;
  readonly token: AccessToken | null;
};

const postedRefusal = (thrown: unknown, context: AdminContext, resource: string): AppError | null => {
  if (!(thrown instanceof Error) || !('errorCode' in thrown) || !('errorMessage' in thrown)) return null;
  const refusal = readPostedRefusal(String(thrown.errorCode), String(thrown.errorMessage));
  // RFC 6749, 4.1.2.1; Entra adds a code when it was the consent page that the person left.
  if (refusal.error === 'access_denied' && [null, 65004].includes(refusal.aadsts))
    return appError('sign-in-cancelled', {}, { correlation: refusal.correlation });
  if (refusal.aadsts === null) return null;
  const { clientId, workspace } = context;
  return refusalError(refusal, { clientId, tenantId: workspace.tenantId ?? 'organizations', resource });
};

const signedIn = (
  answer: AuthenticationResult,
  context: AdminContext,
  cache: string,
  resource: string,
): Result<SignedIn> => {
  const tenantId = parseTenantId(answer.tenantId);
  if (answer.account === null || tenantId === null)
    return failed('sign-in-failed', { reason: 'answer without an account' });
  const expected = context.workspace.tenantId;
  if (expected !== null && expected !== tenantId)
    return failed('tenant-mismatch', { expected, actual: tenantId });
  const { username, name, homeAccountId } = answer.account;
  return ok({
    signIn: {
      version: 1,
      scope: { cloud: context.cloud.id, tenantId, clientId: context.clientId },
      account: { username, name: name ?? username, tenantId },
      homeAccountId,
      cache,
    },
    resource,
    token:
      answer.expiresOn === null ? null : { token: answer.accessToken, expiresAt: answer.expiresOn.getTime() },
  });
};

const failureOf = (
  thrown: unknown,
  exchange: Exchange,
  context: AdminContext,
  resource: string,
): AppError => {
  const asked = {
    clientId: context.clientId,
    tenantId: context.workspace.tenantId ?? 'organizations',
    resource,
  };
  const said = exchange.failure() ?? exchange.refusal();
  return (
    (said === null ? postedRefusal(thrown, context, resource) : null) ?? msalFailure(thrown, exchange, asked)
  );
};

/**
 * Signs a person in by authorization code with PKCE in the system's browser; MSAL listens on a random loopback port, checks
 * `state` and takes the answer by form_post only (Microsoft Learn: v2-oauth2-auth-code-flow; RFC 8252, 7.3). Fails with
 * `sign-in-cancelled` when the signal aborts or the person declines, with `timed-out` after five minutes; the listener is closed
 * when this returns.
 */
export const signInWithBrowser = async (
  ports: SignInPorts,
  context: AdminContext,
  loginHint: string | undefined,
  signal: AbortSignal,
): Promise<Result<SignedIn>> => {
  if (signal.aborted) return failed('sign-in-cancelled');
  const late = ports.deadline(SIGN_IN_SECONDS * 1000);
  const ended = AbortSignal.any([signal, late]);
  const authority = authorityOf(context.cloud, context.workspace.tenantId ?? 'organizations');
  const exchange = ports.openExchange(authority.url, ended);
  const cache = createMsalCache('', () => {});
  // Discovery is asked first in any case, and its consent is that of every environment: both are the app "Dynamics CRM".
  const resource = new URL(context.cloud.discovery).origin;
  let notOpened: AppError | null = null;
  let loopback: Loopback | null = null;
  const decline = (): void => {
    if (loopback !== null) void declineSignIn(loopback);
  };

  const openBrowser = async (url: string): Promise<void> => {
    ended.throwIfAborted();
    const opened = await ports.openBrowser(url);
    if (!opened.ok) {
      notOpened = opened.error;
      throw new Error(opened.error.code);
    }
    ended.throwIfAborted();
    loopback = loopbackOf(url);
    if (loopback === null) throw new Error('no loopback address');
  };

  ended.addEventListener('abort', decline, { once: true });
  try {
    const client = await publicClient(context.clientId, authority, cache.plugin, exchange);
    const answer = await client.acquireTokenInteractive({
      scopes: [scopeOf(resource)],
      ...(loginHint === undefined ? { prompt: 'select_account' } : { loginHint }),
      openBrowser,
      successTemplate: ANSWERED_PAGE,
      errorTemplate: REFUSED_PAGE,
    });
    if (signal.aborted) return failed('sign-in-cancelled');
    return signedIn(answer, context, cache.text(), resource);
  } catch (thrown) {
    if (signal.aborted) return failed('sign-in-cancelled');
    if (late.aborted) return failed('timed-out', { what: 'sign-in', seconds: SIGN_IN_SECONDS });
    return { ok: false, error: notOpened ?? failureOf(thrown, exchange, context, resource) };
  } finally {
    ended.removeEventListener('abort', decline);
  }
};

import { appError, failed } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { AdminContext } from './admin-context.ts';
import { authorityOf } from './authority.ts';
import { readPostedRefusal, refusalError } from './entra-refusal.ts';
import type { RefusedRequest } from './entra-refusal.ts';
import { declineSignIn, loopbackOf } from './loopback.ts';
import type { Loopback } from './loopback.ts';
import { createMsalCache } from './msal-cache.ts';
import { msalFailure } from './msal-failure.ts';
import type { Exchange, OpenExchange } from './msal-network.ts';
import { publicClient } from './public-client.ts';
import { ANSWERED_PAGE, REFUSED_PAGE } from './sign-in-pages.ts';
import type { SignInRequest } from './sign-in-request.ts';
import { signedIn } from './signed-in.ts';
import type { SignedIn } from './signed-in.ts';

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

const askedFor = (context: AdminContext, { resource }: SignInRequest): RefusedRequest => ({
  clientId: context.clientId,
  tenantId: context.workspace.tenantId ?? 'organizations',
  resource,
  person: { way: 'browser', workspace: context.workspace.name },
});

const postedRefusal = (thrown: unknown, context: AdminContext, request: SignInRequest): AppError | null => {
  if (!(thrown instanceof Error) || !('errorCode' in thrown) || !('errorMessage' in thrown)) return null;
  const refusal = readPostedRefusal(String(thrown.errorCode), String(thrown.errorMessage));
  // RFC 6749, 4.1.2.1; Entra adds its code for a declined consent also when the person only left the page.
  const declined = refusal.error === 'access_denied' && [null, 65004].includes(refusal.aadsts);
  if (declined && (request.purpose !== 'graph' || refusal.aadsts === null))
    return appError('sign-in-cancelled', {}, { correlation: refusal.correlation });
  return refusal.aadsts === null ? null : refusalError(refusal, askedFor(context, request));
};

const failureOf = (
  thrown: unknown,
  exchange: Exchange,
  context: AdminContext,
  request: SignInRequest,
): AppError => {
  const said = exchange.failure() ?? exchange.refusal();
  return (
    (said === null ? postedRefusal(thrown, context, request) : null) ??
    msalFailure(thrown, exchange, askedFor(context, request))
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
  request: SignInRequest,
  signal: AbortSignal,
): Promise<Result<SignedIn>> => {
  if (signal.aborted) return failed('sign-in-cancelled');
  const late = ports.deadline(SIGN_IN_SECONDS * 1000);
  const ended = AbortSignal.any([signal, late]);
  const authority = authorityOf(context.cloud, context.workspace.tenantId ?? 'organizations');
  const exchange = ports.openExchange(authority.url, ended);
  const cache = createMsalCache('', () => {});
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
      scopes: [request.scope],
      ...(request.claims === null ? {} : { claims: request.claims }),
      ...(request.loginHint === null ? { prompt: 'select_account' } : { loginHint: request.loginHint }),
      openBrowser,
      successTemplate: ANSWERED_PAGE,
      errorTemplate: REFUSED_PAGE,
    });
    if (signal.aborted) return failed('sign-in-cancelled');
    return signedIn(answer, context, cache.text(), request);
  } catch (thrown) {
    if (signal.aborted) return failed('sign-in-cancelled');
    if (late.aborted) return failed('timed-out', { what: 'sign-in', seconds: SIGN_IN_SECONDS });
    return { ok: false, error: notOpened ?? failureOf(thrown, exchange, context, request) };
  } finally {
    ended.removeEventListener('abort', decline);
  }
};

import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { appError, failed } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { AdminContext } from './admin-context.ts';
import { authorityOf } from './authority.ts';
import { msalFailure } from './msal-failure.ts';
import { createMsalCache } from './msal-cache.ts';
import type { Exchange, OpenExchange } from './msal-network.ts';
import { publicClient } from './public-client.ts';
import type { SignInRequest } from './sign-in-request.ts';
import { signedIn } from './signed-in.ts';
import type { SignedIn } from './signed-in.ts';

/** What the person types on which page, and until when (milliseconds since the epoch). */
export type DeviceCode = {
  readonly userCode: string;
  readonly verificationUrl: string;
  readonly expiresAt: number;
};

/** What signing in by device code needs from outside. */
export type DeviceCodePorts = {
  readonly openExchange: OpenExchange;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects when the signal aborts first. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** RFC 8628, 3.5: this much longer between polls for every `slow_down`. */
const SLOWER = 5000;

const errorOf = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
    ? body.error
    : null;

/** Whether a declined sign-in was the person's own doing: no number, the one of a declined consent, one of the device flow (700xx). */
const byPerson = (aadsts: number | null): boolean =>
  aadsts === null || aadsts === 65_004 || Math.floor(aadsts / 100) === 700;

/** MSAL takes `slow_down` for an end; here it waits longer and goes on waiting, as the protocol has it. */
const patient = (exchange: Exchange, ports: DeviceCodePorts, signal: AbortSignal): INetworkModule => ({
  sendGetRequestAsync: exchange.network.sendGetRequestAsync,
  sendPostRequestAsync: async <Body>(url: string, options?: NetworkRequestOptions) => {
    const answer: NetworkResponse<Body> = await exchange.network.sendPostRequestAsync<Body>(url, options);
    if (errorOf(answer.body) !== 'slow_down') return answer;
    await ports.sleep(SLOWER, signal);
    return { ...answer, body: { ...answer.body, error: 'authorization_pending' } };
  },
});

const failureOf = (
  thrown: unknown,
  exchange: Exchange,
  context: AdminContext,
  resource: string,
): AppError => {
  const refusal = exchange.failure() === null ? exchange.refusal() : null;
  const more = { correlation: refusal?.correlation ?? {} };
  const gaveUp =
    thrown instanceof Error && 'errorCode' in thrown && thrown.errorCode === 'device_code_expired';
  // The last answer before MSAL itself gives up is "pending", which is no reason.
  if (gaveUp || refusal?.error === 'expired_token' || refusal?.error === 'code_expired')
    return appError('device-code-expired', {}, more);
  if (refusal?.error === 'authorization_declined' && byPerson(refusal.aadsts))
    return appError('sign-in-cancelled', {}, more);
  const { clientId, workspace } = context;
  return msalFailure(thrown, exchange, {
    clientId,
    tenantId: workspace.tenantId ?? 'organizations',
    resource,
    person: { way: 'code', workspace: workspace.name },
  });
};

/**
 * Signs a person in with a code that they type on another device or in another browser (Microsoft Learn: v2-oauth2-device-code; RFC
 * 8628). `show` is told the code once it is there. Fails with `device-code-expired` when nobody came in time, `sign-in-cancelled` when the
 * signal aborts or the person declines. MSAL looks for a cancel only between two polls, so that its last timer may outlive this by a few
 * seconds; it sends nothing any more.
 */
export const signInWithDeviceCode = async (
  ports: DeviceCodePorts,
  context: AdminContext,
  request: SignInRequest,
  show: (code: DeviceCode) => void,
  signal: AbortSignal,
): Promise<Result<SignedIn>> => {
  if (signal.aborted) return failed('sign-in-cancelled');
  const authority = authorityOf(context.cloud, context.workspace.tenantId ?? 'organizations');
  const exchange = ports.openExchange(authority.url, signal);
  const cache = createMsalCache('', () => {});
  const asked = {
    scopes: [request.scope],
    cancel: false,
    deviceCodeCallback: ({
      userCode,
      verificationUri,
      expiresIn,
    }: {
      readonly userCode: string;
      readonly verificationUri: string;
      readonly expiresIn: number;
    }) => show({ userCode, verificationUrl: verificationUri, expiresAt: ports.now() + expiresIn * 1000 }),
    ...(request.claims === null ? {} : { claims: request.claims }),
  };
  const left = Promise.withResolvers<null>();
  const leave = (): void => {
    asked.cancel = true;
    left.resolve(null);
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    const client = await publicClient(context.clientId, authority, cache.plugin, {
      ...exchange,
      network: patient(exchange, ports, signal),
    });
    const waiting = client.acquireTokenByDeviceCode(asked);
    // What it says after it was left interests nobody.
    waiting.catch(() => null);
    const answer = await Promise.race([waiting, left.promise]);
    if (signal.aborted) return failed('sign-in-cancelled');
    return answer === null
      ? failed('sign-in-failed', { reason: 'answer without an account' })
      : signedIn(answer, context, cache.text(), request);
  } catch (thrown) {
    if (signal.aborted) return failed('sign-in-cancelled');
    return { ok: false, error: failureOf(thrown, exchange, context, request.resource) };
  } finally {
    signal.removeEventListener('abort', leave);
  }
};

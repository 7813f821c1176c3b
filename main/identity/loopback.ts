import { request } from 'node:http';

/** Where MSAL waits for the answer of the sign-in page, read from the address that it opens. */
export type Loopback = { readonly port: number; readonly state: string };

/** Null when the address does not name a loopback listener. */
export const loopbackOf = (authorizeUrl: string): Loopback | null => {
  const { searchParams } = new URL(authorizeUrl);
  const redirect = searchParams.get('redirect_uri') ?? '';
  const state = searchParams.get('state');
  const port = URL.canParse(redirect) ? Number(new URL(redirect).port) : 0;
  return state === null || port === 0 ? null : { port, state };
};

/**
 * Ends MSAL's waiting: it has no way to be cancelled and would keep its listener open for ever, so it is sent the answer that a
 * sign-in page sends when the person declines (RFC 6749, 4.1.2.1). Stays on this machine and goes through no proxy. Resolves also
 * when nobody listens any more.
 */
export const declineSignIn = (loopback: Loopback): Promise<void> => {
  const body = new URLSearchParams({ error: 'access_denied', state: loopback.state }).toString();
  return new Promise((resolve) => {
    const sending = request({
      host: '127.0.0.1',
      port: loopback.port,
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    });
    sending.on('response', (answer) => answer.resume().on('close', resolve));
    sending.on('error', () => resolve());
    sending.end(body);
  });
};

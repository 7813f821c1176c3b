import type { ClientRequest, IncomingMessage, Session } from 'electron';
import type { Transport } from '../../http/transport.ts';
import { readParts, textOf } from '../../http/read-body.ts';

/** What this needs of Electron: `net.request`, which uses the system's proxy and certificate roots. */
export type NetRequest = (options: {
  readonly method: string;
  readonly url: string;
  readonly session: Session;
  readonly redirect: 'manual';
  readonly useSessionCookies: false;
  readonly credentials: 'omit';
}) => ClientRequest;

const headersOf = (message: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

/**
 * A transport over Electron's own network stack. `session` must not be the page's: its rules cancel what leaves for the
 * network, requests of main included (Electron: webRequest). A redirect is handed back as the answer that it is, never followed. */
export const netTransport =
  (request: NetRequest, session: Session): Transport =>
  ({ method, url, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const sent = request({
        method,
        url,
        session,
        redirect: 'manual',
        useSessionCookies: false,
        credentials: 'omit',
      });
      const abort = (): void => {
        sent.abort();
        reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
      };
      if (signal.aborted) {
        abort();
        return;
      }
      signal.addEventListener('abort', abort, { once: true });
      sent.on('close', () => signal.removeEventListener('abort', abort));
      for (const [name, value] of Object.entries(headers)) sent.setHeader(name, value);
      sent.on('redirect', (status, _method, location) => {
        sent.abort();
        resolve({ status, headers: { location }, text: () => Promise.resolve('') });
      });
      sent.on('response', (message) => {
        const parts = (): Promise<readonly Buffer[]> =>
          readParts(message, message.statusCode, () => sent.abort());
        resolve({
          status: message.statusCode,
          headers: headersOf(message),
          text: async () => textOf(await parts()),
          parts,
        });
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });

import type { Protocol } from 'electron';
import { answerFromRenderer } from '../page/renderer-files.ts';

/** The page's own scheme; `file:` is never used. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://console`;

/** Must run before the app is ready (Electron: protocol.registerSchemesAsPrivileged). */
export const registerAppScheme = (protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
};

/**
 * Answers `app://console/…` from the built renderer with the page's policy as headers; anything else is refused. It must be
 * the protocol of the page's own session: a handler of the default session answers no other (Electron: protocol, *Using
 * protocol with a custom partition or session*).
 */
export const serveAppScheme = (protocol: Pick<Protocol, 'handle'>, rendererFolder: string): void => {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'console' || request.method !== 'GET') return new Response('Not found', { status: 404 });
    const answer = await answerFromRenderer(rendererFolder, url.pathname);
    return new Response(new Uint8Array(answer.body), {
      status: answer.status,
      headers: { ...answer.headers },
    });
  });
};

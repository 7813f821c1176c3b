import type { Session, WebContents } from 'electron';
import { APP_ORIGIN } from './app-scheme.ts';

/** The session of the page asks for nothing and reaches nothing but our own scheme. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(`${APP_ORIGIN}/`) && !details.url.startsWith('devtools://') });
  });
  // A file leaves through the save dialog of `app.saveText` only.
  session.on('will-download', (event) => event.preventDefault());
};

/** The page goes nowhere and opens nothing: links leave through `app.openExternal` only. */
export const guardContents = (contents: WebContents): void => {
  const stayHere = (event: { preventDefault: () => void }, url: string): void => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stayHere(event, event.url));
  contents.on('will-redirect', (event) => stayHere(event, event.url));
  contents.on('will-frame-navigate', (event) => stayHere(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** True for a message of the window's own main frame on our own page. */
export const isTrustedSender = (
  frame: { readonly url: string; readonly parent: unknown } | null,
  isOurWindow: boolean,
): boolean => {
  if (frame === null || frame.parent !== null || !isOurWindow || !URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  return url.protocol === 'app:' && url.host === 'console';
};

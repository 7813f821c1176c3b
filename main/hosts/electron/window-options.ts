import type { BrowserWindowConstructorOptions, Session } from 'electron';

/** How the one window is made: sandboxed, isolated, without Node, with developer tools only when not packaged. */
export const windowOptions = (ports: {
  readonly preloadFile: string;
  readonly session: Session;
  readonly dark: boolean;
  readonly packaged: boolean;
  readonly icon: string;
}): BrowserWindowConstructorOptions => ({
  title: 'S2S Console',
  width: 1280,
  height: 800,
  minWidth: 960,
  minHeight: 640,
  show: false,
  icon: ports.icon,
  // The page's own background, so that nothing flashes before the first paint.
  backgroundColor: ports.dark ? '#1f1f1f' : '#fafafa',
  webPreferences: {
    preload: ports.preloadFile,
    session: ports.session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: !ports.packaged,
  },
});

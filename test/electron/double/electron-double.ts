import { EventEmitter } from 'node:events';
import { AppDouble } from './app-double.ts';
import type { Start } from './app-double.ts';
import { NoteDouble } from './note-double.ts';
import { RequestDouble } from './request-double.ts';
import type { RequestOptions } from './request-double.ts';
import { SessionDouble } from './session-double.ts';
import { WindowDouble } from './window-double.ts';
import type { WindowOptions } from './window-double.ts';

type Handler = (event: unknown, text: unknown) => unknown;

/** Who sends a message: the frame as Electron describes it, and whether it is a frame of the console's own window. */
export type Sender = {
  readonly frame: { readonly url: string; readonly parent: unknown } | null;
  readonly own: boolean;
};

/**
 * A stand-in for the module `electron` that records what it is told. It holds what the console uses and no more: a call of
 * anything else fails the test that made it.
 */
export class ElectronDouble {
  readonly app: AppDouble;
  readonly sessions = new Map<string, SessionDouble>();
  readonly requests: RequestOptions[] = [];
  readonly opened: string[] = [];
  readonly shown: string[] = [];
  readonly copied: string[] = [];
  clipboardText = '';
  readonly errorBoxes: string[] = [];
  readonly handlers = new Map<string, Handler>();
  readonly listeners = new EventEmitter();
  /** Every channel beside the console's own that was ever listened on. */
  readonly listenedOn: string[] = [];
  /** What keytar keeps: service, then account, then value. */
  readonly keychain = new Map<string, Map<string, string>>();
  /** Origins that lead elsewhere for main's requests, as a name server and a network could have it. */
  readonly routes = new Map<string, string>();
  privileged: unknown = null;
  menu: unknown = null;
  saveTo: string | null = null;
  readonly saveDialogs: unknown[] = [];
  /** Notes on the desktop, in order; `emit('click')` is the person's click. */
  readonly notes: NoteDouble[] = [];
  notesSupported = true;

  /** What `import … from 'electron'` gives. */
  readonly exported: Readonly<Record<string, unknown>>;
  /** Resolves once the page was loaded or the program has ended. */
  readonly settled: Promise<void>;
  readonly #settle: () => void;
  readonly #windows: WindowDouble[] = [];

  constructor(start: Start) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.settled = promise;
    this.#settle = resolve;
    this.app = new AppDouble(start);
    this.app.once('test:ended', resolve);
    this.exported = this.#exports();
  }

  get window(): WindowDouble {
    const [window] = this.#windows;
    if (window === undefined || this.#windows.length > 1) throw new Error(`${this.#windows.length} windows`);
    return window;
  }
  get windowCount(): number {
    return this.#windows.length;
  }

  /** One message of a page over the console's channel; answers as the page would see it. */
  async invoke(channel: string, text: unknown, sender: Sender): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const answer: unknown = await handler(
      { senderFrame: sender.frame, sender: sender.own ? this.window.webContents : {} },
      text,
    );
    return answer;
  }

  #notification(): unknown {
    const { notes } = this;
    const supported = (): boolean => this.notesSupported;
    return class Notification extends NoteDouble {
      static isSupported(): boolean {
        return supported();
      }
      override show(): void {
        super.show();
        notes.push(this);
      }
    };
  }

  #exports(): Readonly<Record<string, unknown>> {
    const { app, handlers, listeners } = this;
    const open = (options: WindowOptions): WindowDouble => {
      const window = new WindowDouble(options);
      this.#windows.push(window);
      app.windows.push(window);
      window.once('ready-to-show', this.#settle);
      window.on('closed', () => {
        if (this.#windows.every((one) => one.isDestroyed())) app.allWindowsClosed();
      });
      return window;
    };
    const sessionNamed = (name: string, options?: unknown): SessionDouble => {
      const session = this.sessions.get(name) ?? new SessionDouble(name, options);
      this.sessions.set(name, session);
      return session;
    };
    return {
      app,
      BrowserWindow: function BrowserWindow(options: WindowOptions) {
        return open(options);
      },
      clipboard: {
        writeText: (text: string) => {
          this.copied.push(text);
          this.clipboardText = text;
          return Promise.resolve();
        },
        readText: () => Promise.resolve(this.clipboardText),
        clear: () => {
          this.clipboardText = '';
        },
      },
      dialog: {
        showSaveDialog: (_window: unknown, options: unknown) => {
          this.saveDialogs.push(options);
          return Promise.resolve({ canceled: this.saveTo === null, filePath: this.saveTo ?? '' });
        },
        showErrorBox: (title: string, content: string) => void this.errorBoxes.push(`${title}: ${content}`),
      },
      ipcMain: {
        handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
        on: (channel: string, listener: () => void) => {
          this.listenedOn.push(channel);
          listeners.on(channel, listener);
        },
        removeAllListeners: (channel: string) => void listeners.removeAllListeners(channel),
      },
      Menu: {
        buildFromTemplate: (template: unknown) => template,
        setApplicationMenu: (menu: unknown) => {
          this.menu = menu;
        },
      },
      nativeTheme: { shouldUseDarkColors: false },
      net: {
        request: (options: RequestOptions) => {
          this.requests.push(options);
          return new RequestDouble(options, this.routes);
        },
      },
      Notification: this.#notification(),
      protocol: {
        registerSchemesAsPrivileged: (schemes: unknown) => {
          app.beforeReady('registerSchemesAsPrivileged');
          this.privileged = schemes;
        },
        handle: sessionNamed('default').protocol.handle,
      },
      session: { fromPartition: sessionNamed, defaultSession: sessionNamed('default') },
      shell: {
        showItemInFolder: (path: string) => {
          this.shown.push(path);
        },
        openExternal: (url: string) => {
          this.opened.push(url);
          return Promise.resolve();
        },
      },
    };
  }
}

import { EventEmitter } from 'node:events';
import type { SessionDouble } from './session-double.ts';

/** What the page of a window was told; it has a main frame and sends nothing by itself. */
export class ContentsDouble extends EventEmitter {
  readonly sent: { readonly channel: string; readonly text: string }[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;

  setWindowOpenHandler(handler: ContentsDouble['openHandler']): void {
    this.openHandler = handler;
  }
  send(channel: string, text: string): void {
    this.sent.push({ channel, text });
    this.emit('test:sent');
  }
}

/** The part of the options that the double acts on; the rest is recorded as it came. */
export type WindowOptions = {
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly session: SessionDouble };
};

/** A window that loads its page through its own session, as Electron does, and records what else is done to it. */
export class WindowDouble extends EventEmitter {
  readonly options: WindowOptions;
  readonly webContents = new ContentsDouble();
  readonly calls: string[] = [];
  loaded: Response | null = null;
  minimized = false;
  #destroyed = false;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false });
    this.loaded = await this.options.webPreferences.session.request(url);
    this.emit('ready-to-show');
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
    this.minimized = false;
  }
  setContentProtection(on: boolean): void {
    this.calls.push(on ? 'protect' : 'unprotect');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  close(): void {
    this.#destroyed = true;
    this.emit('closed');
  }
}

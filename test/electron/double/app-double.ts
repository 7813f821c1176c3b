import { EventEmitter } from 'node:events';

/** How the program was started, as `app` tells it. */
export type Start = {
  readonly packaged: boolean;
  readonly switches: readonly string[];
  readonly firstInstance: boolean;
  readonly appPath: string;
  readonly userData: string;
  /** The folder of all programs' data; by itself Electron makes `userData` there, by the program's name. */
  readonly appData: string;
};

/** `app`: becomes ready a turn after it is asked, and quits in Electron's order (before-quit, windows, will-quit). */
export class AppDouble extends EventEmitter {
  readonly isPackaged: boolean;
  readonly commandLine: { readonly hasSwitch: (name: string) => boolean };
  /** What was called before the app was ready, and how it ended. */
  readonly early: string[] = [];
  ready = false;
  /** Null while it runs. */
  ended: 'quit' | 'exit' | null = null;
  readonly windows: { readonly close: () => void; readonly isDestroyed: () => boolean }[] = [];
  readonly #start: Start;

  constructor(start: Start) {
    super();
    this.#start = start;
    this.isPackaged = start.packaged;
    this.commandLine = { hasSwitch: (name) => start.switches.includes(name) };
  }

  beforeReady(call: string): void {
    if (this.ready) throw new Error(`${call} must be called before the app is ready`);
    this.early.push(call);
  }
  requestSingleInstanceLock(): boolean {
    return this.#start.firstInstance;
  }
  setAppUserModelId(id: string): void {
    this.beforeReady(`setAppUserModelId ${id}`);
  }
  enableSandbox(): void {
    this.beforeReady('enableSandbox');
  }
  async whenReady(): Promise<void> {
    await Promise.resolve();
    this.ready = true;
  }
  getAppPath(): string {
    return this.#start.appPath;
  }
  getPath(name: string): string {
    switch (name) {
      case 'userData':
        return this.#start.userData;
      case 'appData':
        return this.#start.appData;
      default:
        throw new Error(`The double knows no path ${name}`);
    }
  }
  getName(): string {
    return 'S2S Console';
  }
  getVersion(): string {
    return '1.2.3';
  }

  /** The person closes the last window. */
  allWindowsClosed(): void {
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
  quit(): void {
    if (this.ended !== null) return;
    for (const window of this.windows) if (!window.isDestroyed()) window.close();
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.#end('quit');
  }
  exit(): void {
    this.#end('exit');
  }
  #end(how: 'quit' | 'exit'): void {
    this.ended ??= how;
    this.emit('test:ended');
  }
}

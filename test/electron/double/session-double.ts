import { EventEmitter } from 'node:events';

type Answer = (request: Request) => Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;

/** What one session was told, and how it would treat requests: like Electron's, each has schemes and rules of its own. */
export class SessionDouble extends EventEmitter {
  readonly name: string;
  readonly options: unknown;
  readonly schemes = new Map<string, Answer>();
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void)
    | null = null;
  permissionCheck: (() => boolean) | null = null;
  devicePermission: (() => boolean) | null = null;
  beforeRequest: BeforeRequest | null = null;

  constructor(name: string, options?: unknown) {
    super();
    this.name = name;
    this.options = options;
  }

  readonly protocol = {
    handle: (scheme: string, answer: Answer): void => void this.schemes.set(scheme, answer),
  };
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: SessionDouble['permissionRequest']): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: SessionDouble['permissionCheck']): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: SessionDouble['devicePermission']): void {
    this.devicePermission = handler;
  }

  /** Whether the session's rules let a request out; they are asked for requests of main too (Electron: webRequest). */
  allows(url: string): boolean {
    let cancelled = false;
    this.beforeRequest?.({ url }, (verdict) => {
      cancelled = verdict.cancel;
    });
    return !cancelled;
  }

  /** A request of a page in this session. */
  request(url: string, method = 'GET'): Promise<Response> {
    if (!this.allows(url)) return Promise.reject(new Error('ERR_BLOCKED_BY_CLIENT'));
    const answer = this.schemes.get(new URL(url).protocol.slice(0, -1));
    if (answer === undefined) return Promise.reject(new Error('ERR_UNKNOWN_URL_SCHEME'));
    return answer(new Request(url, { method }));
  }
}

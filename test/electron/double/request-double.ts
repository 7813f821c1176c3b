import { EventEmitter } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { SessionDouble } from './session-double.ts';

/** Headers that Electron's `net` refuses to set (Electron: ClientRequest.setHeader). */
const REFUSED = /^(content-length|host|trailer|te|upgrade|cookie2|keep-alive|transfer-encoding)$/i;

/** What `net.request` was asked for. */
export type RequestOptions = {
  readonly method: string;
  readonly url: string;
  readonly session: SessionDouble;
  readonly redirect: string;
  readonly useSessionCookies: boolean;
  readonly credentials: string;
};

/** `net.request` over real HTTP, under the rules of its session. */
export class RequestDouble extends EventEmitter {
  readonly #options: RequestOptions;
  readonly #headers = new Map<string, string>();
  readonly #routes: ReadonlyMap<string, string>;
  #sent: ClientRequest | null = null;

  constructor(options: RequestOptions, routes: ReadonlyMap<string, string>) {
    super();
    this.#options = options;
    this.#routes = routes;
  }

  setHeader(name: string, value: string): void {
    if (REFUSED.test(name)) throw new Error(`${name} cannot be set`);
    this.#headers.set(name, value);
  }
  end(body?: string): void {
    const { url, method, session } = this.#options;
    if (!session.allows(url)) {
      queueMicrotask(() => this.emit('error', new Error('net::ERR_BLOCKED_BY_CLIENT')));
      return;
    }
    const { origin, pathname, search } = new URL(url);
    const sentTo = `${this.#routes.get(origin) ?? origin}${pathname}${search}`;
    this.#sent = httpRequest(sentTo, { method, headers: Object.fromEntries(this.#headers) }, (message) => {
      const { location } = message.headers;
      if (location === undefined) this.#answer(message);
      else this.emit('redirect', message.statusCode, method, location);
    });
    this.#sent.on('error', (error) => this.emit('error', error));
    this.#sent.on('close', () => this.emit('close'));
    this.#sent.end(body);
  }
  abort(): void {
    this.#sent?.on('error', () => undefined).destroy();
    this.emit('abort');
  }
  #answer(message: IncomingMessage): void {
    this.emit('response', message);
  }
}

import { createServer } from 'node:http';
import { afterAll } from 'vitest';
import { systemClock } from '../../../main/http/clock.ts';
import { createHttpClient } from '../../../main/http/create-http-client.ts';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import { createRequestLog } from '../../../main/http/request-log.ts';
import { createDataverseClient } from '../../../main/dataverse/create-dataverse-client.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { parseOrgUrl } from '../../../preload/contract/words/ids.ts';

export type Asked = {
  readonly method: string;
  readonly host: string;
  /** Path and query below `/api/data/v9.2/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};
export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is text. */
  readonly body?: unknown;
  /** Breaks the connection in the middle of the body. */
  readonly cut?: boolean;
};

const PREFIX = '/key/';

export const orgUrl = (text: string) => {
  const url = parseOrgUrl(text);
  if (url === null) throw new Error(`${text} is no origin`);
  return url;
};
export const contoso = orgUrl('https://contoso.crm.demo.test');

/** A Web API on loopback that answers as the test says, behind the console's own HTTP client. */
export const localService = async (answer: (asked: Asked) => Answer | Promise<Answer>) => {
  const asked: Asked[] = [];
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const [host = '', ...rest] = (request.url ?? '').slice(PREFIX.length).split('/');
      const path = rest.join('/').replace(/^api\/data\/v9\.2\//, '');
      const one = { method: request.method ?? '', host, path, headers: request.headers, body };
      asked.push(one);
      const { status = 200, headers = {}, body: content = '', cut = false } = await answer(one);
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      if (cut) {
        response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(text) + 10) });
        response.write(text, () => response.destroy());
        return;
      }
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(text);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
  afterAll(close);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const http = createHttpClient({
    transport: nodeTransport(),
    clock: systemClock,
    random: () => 0,
    log: createRequestLog(10),
    demoCloud: { origin: `http://127.0.0.1:${address.port}`, key: 'key' },
    limits: { ...DEFAULT_HTTP_LIMITS, retriesAfterFailure: 1, backoffBase: 1 },
  });
  const bearer = async () => ok('token-of-the-test');
  return { asked, http, clientFor: (origin = contoso) => createDataverseClient({ http, origin, bearer }) };
};

export const signal = (): AbortSignal => new AbortController().signal;

/** The error of a result, failing the test when there is none. */
export const errorOf = (result: { readonly ok: boolean }) => {
  if (result.ok || !('error' in result)) throw new Error('expected a failure');
  return result.error;
};

/** The value of a result, failing the test when it is an error. */
export const valueOf = <Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value => {
  if (result.ok) return result.value;
  throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
};

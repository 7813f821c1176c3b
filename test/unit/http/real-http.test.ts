import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../main/http/clock.ts';
import { createHttpClient } from '../../../main/http/create-http-client.ts';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { HttpRequest } from '../../../main/http/http-client.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import { createRequestLog } from '../../../main/http/request-log.ts';
import { madeCertificate } from '../vault/made-certificate.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const listen = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const isOpen = (value: typeof address): value is AddressInfo => value !== null && typeof value === 'object';
  if (!isOpen(address)) throw new Error('not listening');
  return address.port;
};

const read = async (request: IncomingMessage) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};
const log = createRequestLog(10);
type Limited = { readonly maxBodyBytes?: number; readonly timeout?: number };

/** A client whose demo hosts all stand at one small server. */
const clientOf = (port: number, { maxBodyBytes, timeout }: Limited = {}) =>
  createHttpClient({
    transport: nodeTransport(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
    clock: systemClock,
    random: () => 0,
    log,
    demoCloud: { origin: `http://127.0.0.1:${port}`, key: 'key' },
    limits: {
      ...DEFAULT_HTTP_LIMITS,
      retriesAfterFailure: 1,
      timeout: timeout ?? DEFAULT_HTTP_LIMITS.timeout,
    },
  });
const get = (change: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url: 'https://contoso.crm.demo.test/x',
  pinnedOrigin: 'https://contoso.crm.demo.test',
  headers: { authorization: 'Bearer canary' },
  retry: 'safe',
  signal: new AbortController().signal,
  ...change,
});
const serve = async (listener: RequestListener, limited: Limited = {}) =>
  clientOf(await listen(createServer({ maxHeaderSize: 65_536 }, listener)), limited);

describe('over real HTTP', () => {
  test('request and answer arrive as they were, in path form with the forwarded host', async () => {
    const seen: { method?: string; url?: string; host: unknown; body: string }[] = [];
    const client = await serve((request, response) => {
      void read(request).then((body) => {
        const { method = '', url = '' } = request;
        seen.push({ method, url, host: request.headers['x-forwarded-host'], body });
        return response.writeHead(201, { 'OData-EntityId': 'here' }).end('{"größe":"ß"}');
      });
    });
    const url = `https://contoso.crm.demo.test/api/data/v9.2/accounts?$filter=${'a'.repeat(30_000)}`;
    const result = await client.send(get({ method: 'POST', url, body: '{"ä":1}' }));
    expect(result).toMatchObject({
      ok: true,
      value: { status: 201, body: '{"größe":"ß"}', headers: { 'odata-entityid': 'here' }, retries: 0 },
    });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: `/key/contoso.crm.demo.test${url.slice('https://contoso.crm.demo.test'.length)}`,
        host: 'contoso.crm.demo.test',
        body: '{"ä":1}',
      },
    ]);
  });

  test('a redirect is refused, and nothing follows it', async () => {
    let elsewhere = 0;
    const port = await listen(
      createServer((_request, response) => {
        elsewhere += 1;
        response.end();
      }),
    );
    const client = await serve((_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/steal?code=1` }).end();
    });
    expect(await client.send(get())).toMatchObject({
      error: { code: 'redirect-refused', params: { to: `127.0.0.1:${port}` }, retryable: false },
    });
    expect(elsewhere).toBe(0);
  });

  test('compressed, empty and cut answers', async () => {
    const client = await serve((request, response) => {
      const coding = request.url?.split('/').at(-1) ?? '';
      const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[coding];
      if (pack !== undefined)
        response.writeHead(200, { 'content-encoding': coding }).end(pack('x'.repeat(100_000)));
      else if (coding === 'torn')
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync('x'.repeat(100_000)).subarray(0, 90));
      else if (coding === 'none') response.writeHead(204).end();
      else {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
        response.socket?.destroy();
      }
    });
    const at = (path: string) => client.send(get({ url: `https://contoso.crm.demo.test/${path}` }));
    for (const coding of ['gzip', 'deflate', 'br'])
      expect(await at(coding)).toMatchObject({ value: { body: 'x'.repeat(100_000) } });
    expect(await at('torn')).toMatchObject({ error: { code: 'network-unreachable', retryable: true } });
    expect(await at('none')).toMatchObject({ value: { status: 204, body: '' } });
    expect(await at('cut')).toMatchObject({
      error: { code: 'network-unreachable', params: { reason: 'reset' }, retryable: true },
    });
  });

  test.each([
    ['declared', (bytes: Buffer) => ({ 'content-length': bytes.length }), (bytes: Buffer) => bytes],
    ['chunked', () => ({}), (bytes: Buffer) => bytes],
    ['compressed', () => ({ 'content-encoding': 'gzip' }), (bytes: Buffer) => gzipSync(bytes)],
  ])('a %s body over the limit is refused', async (_kind, headers, encode) => {
    const bytes = Buffer.alloc(200_000, 'x');
    const client = await serve(
      (_request, response) => {
        response.writeHead(200, headers(bytes));
        response.write(encode(bytes));
        response.end();
      },
      { maxBodyBytes: 100_000 },
    );
    expect(await client.send(get())).toMatchObject({
      error: { code: 'unexpected-answer', params: { what: 'too-large', status: 200 } },
    });
  });

  test('a dropped connection is tried again once and then works', async () => {
    let count = 0;
    const client = await serve((request, response) => {
      count += 1;
      if (count === 1) request.socket.destroy();
      else response.end('ok');
    });
    expect(await client.send(get())).toMatchObject({ value: { body: 'ok', retries: 1 } });
  });

  test('cancel and time-out end a request that the service never answers', async () => {
    const abort = new AbortController();
    const client = await serve(() => abort.abort());
    expect(await client.send(get({ signal: abort.signal }))).toMatchObject({ error: { code: 'cancelled' } });
    const hasty = await serve(() => undefined, { timeout: 30 });
    expect(await hasty.send(get())).toMatchObject({
      error: { code: 'network-timeout', params: { host: 'contoso.crm.demo.test', seconds: 1 } },
    });
  });

  test('nobody listening is told from a name that does not exist', async () => {
    const port = await listen(createServer());
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await clientOf(port).send(get())).toMatchObject({
      error: { code: 'network-unreachable', params: { reason: 'refused' } },
    });
    const pinnedOrigin = 'https://nobody.invalid';
    expect(await clientOf(port).send(get({ url: `${pinnedOrigin}/`, pinnedOrigin }))).toMatchObject({
      error: { code: 'network-unreachable', params: { host: 'nobody.invalid', reason: 'dns' } },
    });
  });

  test('a certificate that nobody trusts is told as such', async () => {
    const { certificatePem, privateKeyPem } = madeCertificate();
    const server = createSecureServer({ cert: certificatePem, key: privateKeyPem });
    const pinnedOrigin = `https://127.0.0.1:${await listen(server)}`;
    expect(await clientOf(1).send(get({ url: `${pinnedOrigin}/`, pinnedOrigin }))).toMatchObject({
      error: {
        code: 'tls-untrusted',
        params: { host: '127.0.0.1', reason: 'self-signed' },
        retryable: false,
      },
    });
  });
});

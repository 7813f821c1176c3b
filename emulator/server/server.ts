import { TLSSocket } from 'node:tls';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher, Incoming } from './dispatcher.ts';
import { openTunnels } from './tunnels.ts';
import type { ProxyPort, Tunnels } from './tunnels.ts';

/** Certificate and key of the https listener, in PEM. */
export type TlsIdentity = { readonly certificatePem: string; readonly privateKeyPem: string };

/** A listener on the loopback address. */
export type Listener = { readonly port: number; close(): Promise<void> };

/** Largest request body, in bytes. */
const largestBody = 16 * 1024 * 1024;
/** Node's limit for the request line and headers together; URLs of Dataverse reach 32 KB. */
const largestHead = 65_536;

function headersOf(request: FastifyRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function incomingOf(request: FastifyRequest, scheme: Incoming['scheme'], tunnels: Tunnels | null): Incoming {
  const headers = headersOf(request);
  const { originalUrl } = request;
  const tunnel = tunnels?.hostOf(request.raw.socket) ?? null;
  const asked = tunnel === null ? (tunnels?.askedFor(originalUrl) ?? null) : null;
  return {
    scheme,
    tunnel: asked?.host ?? tunnel,
    // The address counts, whatever `Host` says (RFC 9112, 3.2.2).
    authority: asked?.host ?? headers['host'],
    target: asked?.target ?? originalUrl,
    forwardedHost: headers['x-forwarded-host'],
    method: request.method,
    headers,
    body: typeof request.body === 'string' ? request.body : '',
  };
}

async function respond(
  reply: FastifyReply,
  request: FastifyRequest,
  answerTo: (request: FastifyRequest) => ReturnType<Dispatcher>,
): Promise<void> {
  const answer = await answerTo(request);
  // Written by hand, because the framework would rewrite content types and add one to empty bodies.
  reply.hijack();
  if (answer.reset === true) {
    const { socket } = request.raw;
    // A connection with TLS cannot be reset, and breaks off without a farewell instead.
    if (socket instanceof TLSSocket) socket.destroy();
    else socket.resetAndDestroy();
    return;
  }
  const body = Buffer.from(answer.body);
  const length = answer.status === 204 || answer.status === 304 ? {} : { 'content-length': body.byteLength };
  const cookies = answer.cookies === undefined ? {} : { 'set-cookie': [...answer.cookies] };
  reply.raw.writeHead(answer.status, { ...answer.headers, ...cookies, ...length });
  reply.raw.end(request.method === 'HEAD' ? undefined : body);
}

function build(tls: TlsIdentity | null): FastifyInstance {
  const common = {
    bodyLimit: largestBody,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // Every path is ours to read: the router sees one route, and cannot stumble over a broken percent sign.
    rewriteUrl: () => '/',
  };
  return tls === null
    ? fastify({ ...common, http: { maxHeaderSize: largestHead } })
    : fastify({
        ...common,
        https: {
          maxHeaderSize: largestHead,
          cert: tls.certificatePem,
          key: tls.privateKeyPem,
          ALPNProtocols: ['http/1.1', 'http/1.0'],
        },
      });
}

/** A body as text: UTF-8, or UTF-16 where its type says so (ASP.NET's media type formatters); a byte order mark is no part of it. */
const textOf = (contentType: string, body: Buffer | string): string =>
  typeof body === 'string'
    ? body
    : new TextDecoder(/;\s*charset\s*=\s*"?utf-16\b/i.test(contentType) ? 'utf-16le' : 'utf-8').decode(body);

function statusOf(error: unknown): number {
  return typeof error === 'object' &&
    error !== null &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

/** How a listener is set up. */
export type ListenerOptions = {
  /** 0 for any. */
  readonly port: number;
  readonly tls: TlsIdentity | null;
  /** Makes it a proxy as well; only without TLS. */
  readonly proxy: ProxyPort | null;
};

/**
 * Listens on 127.0.0.1 only. The transport knows nothing of paths: whatever the method or content type, the request
 * goes to `dispatch`, which is set once ports are known.
 */
export async function listen(dispatch: Dispatcher, { port, tls, proxy }: ListenerOptions): Promise<Listener> {
  const app = build(tls);
  const tunnels = proxy === null ? null : openTunnels(app.server, proxy);
  const scheme = tls === null ? 'http' : 'https';
  // The framework would pass over what a client sends with GET.
  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    done(null, textOf(request.headers['content-type'] ?? '', body));
  });
  app.setErrorHandler(async (error, _request, reply) => {
    const status = statusOf(error);
    const message = status < 500 && error instanceof Error ? error.message : 'Internal error';
    await reply.code(status).send({ error: { code: String(status), message } });
  });
  const answerTo = (request: FastifyRequest): ReturnType<Dispatcher> =>
    dispatch(incomingOf(request, scheme, tunnels));
  app.all('/', (request, reply) => respond(reply, request, answerTo));
  app.setNotFoundHandler((request, reply) => respond(reply, request, answerTo));
  await app.listen({ host: '127.0.0.1', port });
  const address = app.server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port');
  }
  return {
    port: address.port,
    close: async () => {
      tunnels?.close();
      await app.close();
    },
  };
}

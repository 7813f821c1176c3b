import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { CertificateAuthority } from './certificate-authority.ts';

/** What the proxy needs to know. */
export type ProxyPort = {
  /** Whether this demo cloud answers as that host, in lower case. */
  readonly plays: (host: string) => boolean;
  readonly authority: CertificateAuthority;
};

/** Connections that clients opened through the proxy. */
export type Tunnels = {
  /** The host that a connection was opened to; `null` where it came by itself. */
  hostOf(socket: Socket): string | null;
  /** Host and path of an https address that stands in the request itself; `null` for any other target. */
  askedFor(target: string): { readonly host: string; readonly target: string } | null;
  close(): void;
};

function refuse(socket: Socket, status: string, text: string): void {
  const length = Buffer.byteLength(text);
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${text}`,
  );
}

/** The host of `<host>:443` (RFC 9110, 9.3.6), in lower case; `null` for anything else. */
const targetOf = ({ url = '' }: IncomingMessage): string | null =>
  /^([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?):443$/i.exec(url)?.[1]?.toLowerCase() ?? null;

/**
 * Makes an http server a proxy as well, for programs that know a host and nothing else: it answers CONNECT for the hosts of this demo
 * cloud and ends TLS itself, so that requests arrive as at any other listener. It connects to nobody: every other host is refused.
 */
export function openTunnels(server: Server, { plays, authority }: ProxyPort): Tunnels {
  const hosts = new WeakMap<Socket, string>();
  const sockets = new Set<Socket>();

  const open = async (socket: Socket, head: Buffer, host: string): Promise<void> => {
    const { certificatePem, privateKeyPem } = await authority.certificateFor(host);
    if (socket.destroyed) return;
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    const secure = new TLSSocket(socket, {
      isServer: true,
      secureContext: createSecureContext({ cert: certificatePem, key: privateKeyPem }),
      ALPNProtocols: ['http/1.1', 'http/1.0'],
    });
    hosts.set(secure, host);
    secure.on('error', () => secure.destroy());
    // The server's own limits of time and size count from here, also while the client is still shaking hands.
    server.emit('connection', secure);
  };

  server.on('connect', (request: IncomingMessage, _stream, head: Buffer) => {
    const { socket } = request;
    // A client that leaves has nobody to tell.
    socket.on('error', () => socket.destroy());
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const host = targetOf(request);
    if (host === null || hosts.has(socket)) {
      refuse(socket, '400 Bad Request', 'CONNECT takes a host and port 443.\n');
    } else if (plays(host)) {
      void open(socket, head, host);
    } else {
      const text = `The demo cloud has no host '${host}', and passes nothing on to other servers.\n`;
      refuse(socket, '403 Not a host of the demo cloud', text);
    }
  });
  return {
    hostOf: (socket) => hosts.get(socket) ?? null,
    // RFC 9112, 3.2.2. Clients with older versions of axios let the proxy open the connection with TLS (axios/axios, issue 925).
    askedFor: (target) => {
      const [, host = '', path = ''] =
        /^https:\/\/([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?)(?::443)?((?:[/?].*)?)$/i.exec(target) ?? [];
      return plays(host.toLowerCase())
        ? { host: host.toLowerCase(), target: path.startsWith('/') ? path : `/${path}` }
        : null;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

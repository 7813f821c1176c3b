import { badRequest, notImplemented } from '../errors/request-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';

/** One request inside a batch. */
export type BatchPart = {
  readonly method: string;
  /** As it stands there: absolute, from the root of the host, or relative to the Web API. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Most requests of a batch, and the longest address in one (Learn: "Execute batch operations using the Web API"). */
const mostParts = 1000;
const longestUrl = 65_536;

const broken = (detail: string): ServiceFault => new ServiceFault(400, '0x80048d19', detail);

function headersOf(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

function readPart(text: string): BatchPart {
  const [head = '', request = ''] = text.split(/\r\n\r\n/, 2);
  const outer = headersOf(head.split('\r\n'));
  if (outer['content-type']?.startsWith('multipart/mixed') === true)
    throw notImplemented('A change set in a batch');
  if (outer['content-type'] !== 'application/http')
    throw broken('The content type of a part of the batch is not application/http.');
  const [line = '', ...rest] = request.split('\r\n');
  const match = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(line);
  if (match === null) throw broken('The request line of a part of the batch is not valid.');
  const [, method = '', url = ''] = match;
  if (url.length > longestUrl) throw badRequest('The address of a part of the batch is too long.');
  if (method !== 'GET') throw notImplemented(`${method} in a batch`);
  return { method, url, headers: headersOf(rest) };
}

/**
 * Splits the body of a batch into its requests. Lines end with CRLF, which the service insists on
 * (Learn: "Execute batch operations using the Web API", line endings).
 */
export function readBatch(contentType: string, body: string): readonly BatchPart[] {
  const boundary = /^multipart\/mixed\s*;\s*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw broken('The content type of a batch is multipart/mixed with a boundary.');
  if (!body.includes('\r\n')) throw broken('The lines of a batch end with CRLF.');
  const [, ...rest] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const end = rest.findIndex((it) => it.startsWith('--'));
  if (end < 1) throw broken('The batch has no part or does not end.');
  if (end > mostParts) throw badRequest('The number of requests in a batch is more than 1000.');
  return rest.slice(0, end).map((it) => readPart(it.replace(/^\r\n/, '')));
}

import {
  headerTwice,
  invalidContentLength,
  invalidHeaderLine,
  invalidHttpVersion,
  invalidRequestLine,
} from '../errors/batch-faults.ts';
import { badRequest } from '../errors/request-faults.ts';

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** One request inside a batch. */
export type BatchOperation = {
  readonly method: string;
  /** As it stands there: absolute, from the root of the host, relative to the Web API, or from a reference. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly contentId: string | null;
};

/** Longest address in a batch (Learn: "Execute batch operations using the Web API"). */
const longestUrl = 65_536;

const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** Headers up to the first empty line, and what follows it. */
export function readHeaders(text: string): { readonly headers: Headers; readonly rest: string } {
  const headers = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\r\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 2;
    if (line === '') break;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!token.test(name) || /[\r\n]/.test(line)) throw invalidHeaderLine(line);
    if (headers.has(name)) throw headerTwice(name);
    headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers: Object.fromEntries(headers), rest: text.slice(at) };
}

/** A length that is given counts bytes, and cuts off what is more. */
function bodyOf(headers: Headers, text: string): string {
  const length = headers['content-length'];
  if (length === undefined) return text;
  if (!/^\d{1,10}$/.test(length) || Number(length) > 2_147_483_647) throw invalidContentLength(length);
  const bytes = Buffer.from(text);
  return Number(length) < bytes.length ? bytes.subarray(0, Number(length)).toString() : text;
}

/** Reads what stands in a part of the type `application/http` (OData 4.0 protocol, 11.7.2). */
export function readOperation(text: string, outer: Headers): BatchOperation {
  const start = /^(?:\r\n)*/.exec(text)?.[0].length ?? 0;
  const end = text.indexOf('\r\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  const match = /^(\S+) (\S.*) (\S+)$/.exec(line);
  if (match === null) throw invalidRequestLine(line);
  const [, method = '', url = '', version = ''] = match;
  if (version !== 'HTTP/1.1') throw invalidHttpVersion(version);
  if (url.length > longestUrl) throw badRequest('The address of a part of the batch is too long.');
  const { headers, rest } = readHeaders(end < 0 ? '' : text.slice(end + 2));
  const contentId = outer['content-id'] ?? headers['content-id'] ?? null;
  return { method, url, headers, body: bodyOf(headers, rest), contentId };
}

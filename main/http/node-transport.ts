import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { request } from 'undici';
import { readParts, textOf } from './read-body.ts';
import type { Transport } from './transport.ts';

/** The body without its coding; what is cut or is not what it says ends it with an error. */
const decoded = (body: Readable, coding: string): Readable => {
  // A service may call it `x-gzip` (RFC 9110, 8.4.1.3); `deflate` comes in zlib's wrapping, which unzip recognises.
  const decoder = /^(x-)?gzip$|^deflate$/i.test(coding)
    ? createUnzip()
    : coding.toLowerCase() === 'br'
      ? createBrotliDecompress()
      : null;
  return decoder === null ? body : pipeline(body, decoder, () => undefined);
};

/**
 * A transport over undici, the client beneath Node's own `fetch`, at a quarter of its cost per request. It goes through Node's global
 * dispatcher, so a proxy that Node was told of is its proxy, too. No cookies, no cache, no redirects; a body larger than `maxBodyBytes`
 * is refused with BodyTooLargeError.
 */
export const nodeTransport =
  (options: { readonly maxBodyBytes?: number } = {}): Transport =>
  async ({ method, url, headers, body, signal }) => {
    const answer = await request(url, {
      method,
      headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
      body,
      signal,
    });
    const plain = Object.entries(answer.headers).map(([name, value = '']) => [
      name,
      typeof value === 'string' ? value : value.join(', '),
    ]);
    const parts = (): Promise<readonly Buffer[]> => {
      const content = decoded(answer.body, String(answer.headers['content-encoding'] ?? ''));
      return readParts(content, answer.statusCode, () => answer.body.destroy(), options.maxBodyBytes);
    };
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(plain),
      text: async () => textOf(await parts()),
      parts,
    };
  };

import { BodyTooLargeError } from './transport.ts';
import type { Transport } from './transport.ts';

/** An answer's body may be this long unless said otherwise: metadata of a large environment is several MB. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

const readText = async (response: Response, maxBytes: number): Promise<string> => {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > maxBytes) {
    await response.body?.cancel();
    throw new BodyTooLargeError(response.status);
  }
  if (declared > 0 && !response.headers.has('content-encoding')) return response.text();
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  // Leaving the loop by throwing cancels the stream.
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new BodyTooLargeError(response.status);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

/**
 * A transport over a `fetch`: Node's own, or Electron's `net.fetch`, which brings the system's proxy and certificates.
 * No cookies, no cache, no redirects; a body larger than `maxBodyBytes` is refused with BodyTooLargeError.
 */
export const fetchTransport = (options: {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly maxBodyBytes?: number;
}): Transport => {
  const maxBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  return async ({ method, url, headers, body, signal }) => {
    const response = await options.fetch(url, {
      method,
      headers: { ...headers },
      body,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: () => readText(response, maxBytes),
    };
  };
};

import { deflateRawSync } from 'node:zlib';

/**
 * Below this many characters a text goes as it is. The debugging pipe moves some 15 MB a second, so rows are deflated
 * once they are worth the time.
 */
const LONG = 32 * 1024;
const LEVEL = 3;

/** Marks a deflated text. JSON never begins so. */
export const DEFLATED = 'z';

/**
 * A JSON text as it goes through the pipe: itself, or `z` and its deflated bytes (RFC 1951) in base64. Deflates at once: handed to
 * a worker thread, the answers of a burst would all be made before the first is sent.
 */
export const shorten = (text: string): string =>
  text.length < LONG
    ? text
    : DEFLATED + deflateRawSync(text, { level: LEVEL, chunkSize: 256 * 1024 }).toString('base64');

/**
 * Source of a function `(text) => string | Promise<string>` that undoes `shorten` in the page. It reads the stream itself:
 * `Response.text()` takes four times as long for the same bytes.
 */
export const LENGTHEN_SOURCE = `(text) => {
    if (!text.startsWith(${JSON.stringify(DEFLATED)})) return text;
    const base64 = text.slice(1);
    const bytes = Uint8Array.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { readable, writable } = new DecompressionStream('deflate-raw');
    const writer = writable.getWriter();
    void writer.write(bytes);
    void writer.close();
    const decoder = new TextDecoder();
    const read = async (reader) => {
      let long = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return long + decoder.decode();
        long += decoder.decode(value, { stream: true });
      }
    };
    return read(readable.getReader());
  }`;

import { MAX_BODY_BYTES } from '../../http/fetch-transport.ts';
import { BodyTooLargeError } from '../../http/transport.ts';

/** What reading needs of an answer: Electron's and Node's `IncomingMessage` have it. */
export type AnswerBody = {
  readonly statusCode?: number | undefined;
  on(event: 'data', listener: (part: Buffer) => void): unknown;
  on(event: 'end' | 'aborted', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
};

/**
 * Reads a body as UTF-8. One that is larger than the console reads is cut off with `abort` and rejects with BodyTooLargeError, so that a
 * service that never stops sending costs no more than that.
 */
export const readBody = (
  answer: AnswerBody,
  abort: () => void,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<string> =>
  new Promise((resolve, reject) => {
    let parts: Buffer[] = [];
    let bytes = 0;
    answer.on('data', (part) => {
      if (bytes > maxBytes) return;
      bytes += part.length;
      parts.push(part);
      if (bytes <= maxBytes) return;
      parts = [];
      reject(new BodyTooLargeError(answer.statusCode ?? 0));
      abort();
    });
    answer.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    answer.on('error', reject);
    answer.on('aborted', () => reject(new Error('net::ERR_ABORTED')));
  });

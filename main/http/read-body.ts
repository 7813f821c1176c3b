import { BodyTooLargeError } from './transport.ts';

/** An answer's body may be this long unless said otherwise: metadata of a large environment is several MB. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Bodies up to here are put together in the same memory: fresh memory for each costs more than the copying. */
const MOST_KEPT = 8 * 1024 * 1024;

/** Used within one turn only, so that bodies never meet in it. */
let shared = Buffer.alloc(0);

/** The UTF-8 in the parts of a body. */
export const textOf = (parts: readonly Buffer[]): string => {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  if (bytes > MOST_KEPT) return Buffer.concat(parts).toString('utf8');
  if (shared.length < bytes) shared = Buffer.alloc(Math.min(bytes * 2, MOST_KEPT));
  let length = 0;
  for (const part of parts) length += part.copy(shared, length);
  const text = shared.toString('utf8', 0, length);
  // A token may have been in it.
  shared.fill(0, 0, length);
  return text;
};

/** What reading needs of an answer's body: Electron's `IncomingMessage` and Node's streams have it. */
export type AnswerBody = {
  on(event: 'data', listener: (part: Buffer) => void): unknown;
  on(event: 'end' | 'aborted', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
};

/**
 * Reads a body in the parts in which it came. One that is larger than the console reads is cut off with `abort` and rejects with BodyTooLargeError, so that a
 * service that never stops sending costs no more than that.
 */
export const readParts = (
  body: AnswerBody,
  status: number,
  abort: () => void,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<readonly Buffer[]> =>
  new Promise((resolve, reject) => {
    let parts: Buffer[] = [];
    let bytes = 0;
    body.on('data', (part) => {
      if (bytes > maxBytes) return;
      bytes += part.length;
      parts.push(part);
      if (bytes <= maxBytes) return;
      parts = [];
      reject(new BodyTooLargeError(status));
      abort();
    });
    body.on('end', () => resolve(parts));
    body.on('error', reject);
    body.on('aborted', () => reject(new Error('net::ERR_ABORTED')));
  });

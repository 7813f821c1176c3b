import { batchNotClosed, noBoundary } from '../errors/batch-faults.ts';
import { streamNotReadable } from '../errors/payload-faults.ts';

/** A boundary: 1 to 70 characters, the last of them no space (RFC 2046, 5.1.1). */
const boundaryShape = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/;

/** The boundary in a content type; in quotes or bare (RFC 2045, 5.1). */
export function boundaryOf(contentType: string): string {
  const match = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined || !boundaryShape.test(boundary)) throw noBoundary();
  return boundary;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * The parts of a multipart body: each begins after a line of two hyphens and the boundary and ends before the line break of the next
 * such line; what stands before the first and after the closing one is passed over (RFC 2046, 5.1.1). Lines end with CRLF.
 */
export function splitMultipart(boundary: string, body: string): readonly string[] {
  const delimiter = new RegExp(`(?:^|\\r\\n)--${escaped(boundary)}(--)?[ \\t]*(?=\\r\\n|$)`, 'g');
  const parts: string[] = [];
  let from: number | null = null;
  for (const match of body.matchAll(delimiter)) {
    if (from !== null) parts.push(body.slice(from, Math.max(from, match.index)));
    if (match[1] !== undefined) return parts;
    from = match.index + match[0].length + 2;
  }
  throw from === null ? streamNotReadable() : batchNotClosed();
}

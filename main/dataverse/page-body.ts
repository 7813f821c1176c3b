import { jsonBody } from './dataverse-error.ts';

/** Between two rows that carry their etag. Never inside a text, where its quotes would be escaped. */
const BETWEEN_ROWS = '},{"@odata.etag":';
/** Bytes that become rows at a go: few enough that these are forgotten before the next are made. */
const PIECE = 64 * 1024;

/** The rows of a long page, which become objects piece by piece, and once only, so that what was read can be forgotten. */
export class RowPieces {
  /** Yields null, and nothing after it, where the text is no JSON. */
  readonly pieces: () => Generator<readonly unknown[] | null>;

  constructor(pieces: () => Generator<readonly unknown[] | null>) {
    this.pieces = pieces;
  }
}

/** Takes at least a piece from the beginning. */
const takeFirst = (parts: Buffer[]): Buffer => {
  let bytes = 0;
  const end = parts.findIndex((part) => (bytes += part.length) >= PIECE);
  return Buffer.concat(parts.splice(0, end === -1 ? parts.length : end + 1));
};

/** Takes at least a piece from the end. */
const takeLast = (parts: Buffer[]): Buffer => {
  let bytes = 0;
  const start = parts.findLastIndex((part) => (bytes += part.length) >= PIECE);
  return Buffer.concat(parts.splice(Math.max(0, start)));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Rows between brackets. */
const rowsIn = (text: string): readonly unknown[] | undefined => {
  const rows = parsed(text);
  return Array.isArray(rows) ? rows : undefined;
};

/** The first and the last rows of a page and, empty afterwards, the `parts` that lie between them. */
function* piecesOf(
  first: readonly unknown[],
  parts: Buffer[],
  last: readonly unknown[],
): Generator<readonly unknown[] | null> {
  yield first;
  // In brackets from the beginning: putting them around the text would copy it once more.
  let piece = Buffer.allocUnsafe(2 * PIECE);
  let held = piece.write('[');
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    if (held + part.length >= piece.length) piece = Buffer.concat([piece], 2 * (held + part.length));
    held += part.copy(piece, held);
    if (held < PIECE && parts.length > 0) continue;
    const cut = parts.length === 0 ? -1 : piece.subarray(0, held).lastIndexOf(BETWEEN_ROWS);
    let rows: readonly unknown[] | undefined;
    if (cut !== -1) {
      // In the place of the comma.
      piece.write(']', cut + 1);
      rows = rowsIn(piece.toString('utf8', 0, cut + 2));
      piece.write(',', cut + 1);
    }
    if (rows === undefined) {
      // The last ones; or a row that holds others, between which is no place to cut.
      rows = rowsIn(`${Buffer.concat([piece.subarray(0, held), ...parts.splice(0)]).toString()}]`);
    } else held = 1 + piece.copy(piece, 1, cut + 2, held);
    yield rows ?? null;
    if (rows === undefined) return;
  }
  yield last;
}

/** An object with an array of rows as its last property, or as its first. */
const endOf = (text: string, place: 'first' | 'last') => {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || !('value' in body)) return null;
  const { value } = body;
  if (!Array.isArray(value) || Object.keys(body).at(place === 'last' ? -1 : 0) !== 'value') return null;
  return { body: { ...body }, rows: [...value] };
};

/**
 * Reads the body of a page. The rows of a long one stay bytes until somebody takes them (`RowPieces`): five thousand at once are tens of
 * megabytes that live just long enough to be moved about by the collector. What stands around them is read at once. Undefined: no JSON.
 */
export const pageBody = (parts: readonly Buffer[]): unknown => {
  const whole = (): unknown => jsonBody(Buffer.concat(parts).toString());
  const between = [...parts];
  const start = takeFirst(between);
  const end = takeLast(between);
  const first = start.lastIndexOf(BETWEEN_ROWS);
  const last = end.lastIndexOf(BETWEEN_ROWS);
  if (first === -1 || last === -1) return whole();
  const head = endOf(`${start.toString('utf8', 0, first + 1)}]}`, 'last');
  const tail = endOf(`{"value":[${end.toString('utf8', last + 2)}`, 'first');
  if (head === null || tail === null) return whole();
  const middle = [start.subarray(first + 2), ...between, end.subarray(0, last + 1)];
  return { ...head.body, ...tail.body, value: new RowPieces(() => piecesOf(head.rows, middle, tail.rows)) };
};

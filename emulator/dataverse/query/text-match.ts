import { plainText } from './collation.ts';

/** Characters that make a pattern of `contains`, `startswith` and `endswith` a wildcard pattern. */
const wildcards = /[%_[]/;

/** A test of one character, or `any` for a run of any characters. */
type Piece = 'any' | ((char: string) => boolean);

/** A set such as `[a-f]` or `[^xyz]`; a range such as `[z-a]` is no valid set: nothing matches it. */
function setTest(inside: string): (char: string) => boolean {
  const negated = inside.startsWith('^');
  const set = (negated ? inside.slice(1) : inside).replace(/[\\\]^]/g, String.raw`\$&`);
  try {
    const shape = new RegExp(`[${negated ? '^' : ''}${set}]`);
    return (char) => shape.test(char);
  } catch {
    return () => false;
  }
}

/** Reads the wildcards of SQL's LIKE (Learn: "Filter rows using OData", wildcard characters). */
function readPieces(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    const close = char === '[' ? pattern.indexOf(']', at + 2) : -1;
    if (char === '%') pieces.push('any');
    else if (char === '_') pieces.push(() => true);
    else if (close > 0) {
      const inside = pattern.slice(at + 1, close);
      if (inside !== '^') pieces.push(setTest(inside));
      at = close;
    } else pieces.push((one) => one === char);
  }
  return pieces;
}

/**
 * Matches the whole of a text. After a mismatch only the last run is made longer: an earlier one never needs to be, so
 * the time is bounded by text × pattern, whereas a regular expression could be kept busy for ever.
 */
function matches(pieces: readonly Piece[], text: string): boolean {
  let at = 0;
  let next = 0;
  let run: { readonly piece: number; end: number } | null = null;
  while (at < text.length) {
    const piece = pieces[next];
    if (piece === 'any') {
      run = { piece: next, end: at };
      next += 1;
    } else if (piece?.(text.charAt(at)) === true) {
      at += 1;
      next += 1;
    } else if (run === null) return false;
    else {
      run.end += 1;
      at = run.end;
      next = run.piece + 1;
    }
  }
  return pieces.slice(next).every((piece) => piece === 'any');
}

/** A test of a text, without case and accents, against the argument of one of the three text functions. */
export function textTest(
  name: 'contains' | 'startswith' | 'endswith',
  pattern: string,
): (text: string) => boolean {
  const folded = plainText(pattern);
  if (!wildcards.test(pattern)) {
    if (name === 'contains') return (text) => plainText(text).includes(folded);
    if (name === 'startswith') return (text) => plainText(text).startsWith(folded);
    return (text) => plainText(text).endsWith(folded);
  }
  const head = name === 'startswith' ? '' : '%';
  const tail = name === 'endswith' ? '' : '%';
  const pieces = readPieces(`${head}${folded}${tail}`);
  return (text) => matches(pieces, plainText(text));
}

/** A test of a whole text, without case and accents, against a pattern of LIKE. */
export function likeTest(pattern: string): (text: string) => boolean {
  const [, head = '', inner = '', tail = ''] = /^(%?)(.*?)(%?)$/s.exec(pattern) ?? [];
  // Most patterns are open at an end and have no other wildcard.
  if (!wildcards.test(inner) && head + tail !== '') {
    if (head !== '' && tail !== '') return textTest('contains', inner);
    return textTest(head === '' ? 'startswith' : 'endswith', inner);
  }
  const pieces = readPieces(plainText(pattern));
  return (text) => matches(pieces, plainText(text));
}

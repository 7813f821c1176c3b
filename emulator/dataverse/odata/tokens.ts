/** A lexical unit of a query option or a path segment, with its position in the text. */
export type Token = {
  readonly kind:
    | 'identifier'
    | 'string'
    /** A text of a list, which is JSON, with either kind of quotes. */
    | 'jsonString'
    | 'guid'
    | 'integer'
    | 'decimal'
    | 'datetime'
    | 'date'
    | 'enum'
    | 'alias'
    | 'mark'
    | 'end';
  /** The text as written; for strings and enums the value without quotes. */
  readonly text: string;
  /** Type name of an enum literal. */
  readonly type?: string;
  readonly start: number;
  readonly end: number;
};

/** A refusal while reading; it never leaves the parser's public functions. */
export class SyntaxRefusal extends Error {}

const guidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy;
const dateTimeShape = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/iy;
const dateShape = /\d{4}-\d\d-\d\d(?![\w-])/y;
const decimalShape = /-?\d+(?:\.\d+(?:e[+-]?\d+)?[mdf]?|e[+-]?\d+[mdf]?|[mdf])(?![\w])/iy;
const integerShape = /-?\d+l?(?![\w.])/iy;
const identifierShape = /[$_\p{L}][\w\p{L}]*(?:\.[_\p{L}][\w\p{L}]*)*/uy;
const aliasShape = /@[_\p{L}][\w\p{L}]*/uy;
const marks = '()[],;=/:*';

function match(shape: RegExp, text: string, at: number): string | null {
  shape.lastIndex = at;
  return shape.exec(text)?.[0] ?? null;
}

/** Reads a quoted string from its opening quote; a doubled quote stands for one. */
function quoted(text: string, start: number): { readonly value: string; readonly end: number } {
  const quote = "'";
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const next = text.charAt(at);
    if (next !== quote) value += next;
    else if (text.charAt(at + 1) === quote) {
      value += quote;
      at += 1;
    } else return { value, end: at + 1 };
  }
  throw new SyntaxRefusal(`There is an unterminated literal at position ${text.length} in '${text}'.`);
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Reads a text of JSON from its opening quote, which Microsoft's OData library takes single as well. */
function jsonText(text: string, start: number): { readonly value: string; readonly end: number } {
  const shape = text.charAt(start) === "'" ? /'([^'\\]*(?:\\.[^'\\]*)*)'/sy : /"([^"\\]*(?:\\.[^"\\]*)*)"/sy;
  shape.lastIndex = start;
  const found = shape.exec(text);
  if (found === null)
    throw new SyntaxRefusal(`Invalid JSON. Unexpected end of input was found in JSON content.`);
  const value = (found[1] ?? '').replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, code?: string, char = '') =>
    code === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { value, end: start + found[0].length };
}

const shapes: readonly (readonly [Token['kind'], RegExp])[] = [
  ['guid', guidShape],
  ['datetime', dateTimeShape],
  ['date', dateShape],
  ['decimal', decimalShape],
  ['integer', integerShape],
  ['alias', aliasShape],
];

/** A member of a list that goes on after its end, as one whose single quote was not written as a double one (Learn: "Filter rows using OData", manage single quotes). */
export const commaExpected = (): SyntaxRefusal =>
  new SyntaxRefusal(
    "Invalid JSON. A comma character ',' was expected in scope 'Array'. Every two elements in an array and properties of an object must be separated by commas.",
  );

function tokenAt(text: string, start: number, isInList: boolean): Token {
  const char = text.charAt(start);
  if (isInList && (char === "'" || char === '"')) {
    const { value, end } = jsonText(text, start);
    return { kind: 'jsonString', text: value, start, end };
  }
  if (char === "'") {
    const { value, end } = quoted(text, start);
    return { kind: 'string', text: value, start, end };
  }
  for (const [kind, shape] of shapes) {
    const found = match(shape, text, start);
    if (found !== null) return { kind, text: found, start, end: start + found.length };
  }
  const word = match(identifierShape, text, start);
  if (word !== null) {
    const after = start + word.length;
    if (text.charAt(after) !== "'") return { kind: 'identifier', text: word, start, end: after };
    const { value, end } = quoted(text, after);
    // Literals of older versions, such as guid'…', are no names of enums, which have a namespace.
    if (!word.includes('.') && isInList) throw commaExpected();
    if (!word.includes('.')) {
      throw new SyntaxRefusal(
        `Unrecognized 'Edm.String' literal '${text.slice(start, end)}' at '${start}' in '${text}'.`,
      );
    }
    return { kind: 'enum', text: value, type: word, start, end };
  }
  if (marks.includes(char)) return { kind: 'mark', text: char, start, end: start + 1 };
  throw new SyntaxRefusal(
    `Syntax error: character '${char}' is not valid at position ${start} in '${text}'.`,
  );
}

/** Splits a text into tokens; the last one is always `end`. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let lists = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, lists > 0);
    if (token.kind === 'mark') lists += token.text === '[' ? 1 : token.text === ']' ? -1 : 0;
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

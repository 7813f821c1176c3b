import type { Parsed } from './syntax-tree.ts';
import { SyntaxRefusal, type Token, tokenize } from './tokens.ts';

/** Deepest nesting that is read; the service has such a limit too, so that a request cannot exhaust its stack. */
const deepest = 200;

/** A place in a token list, with the look-ahead that a recursive-descent parser needs. */
export type Cursor = {
  readonly text: string;
  peek(ahead?: number): Token;
  next(): Token;
  /** Whether a mark comes next. */
  isAt(mark: string): boolean;
  /** Consumes a mark if it comes next. */
  take(mark: string): boolean;
  /** Consumes a mark, or refuses. */
  expect(mark: string): void;
  /** Consumes a word if it comes next. */
  takeWord(word: string): boolean;
  /** Consumes an identifier, or refuses. */
  name(): string;
  /** Whether the next token touches the one before it (functions and keys allow no space before the parenthesis). */
  touches(): boolean;
  /** Runs a nested rule, counting depth. */
  nested<T>(rule: () => T): T;
  refuse(): never;
};

/** A cursor at the start of a text. */
export function cursorOver(text: string): Cursor {
  const tokens = tokenize(text);
  const last: Token = tokens.at(-1) ?? { kind: 'end', text: '', start: 0, end: 0 };
  let at = 0;
  let depth = 0;
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? last;
  const refuse = (): never => {
    throw new SyntaxRefusal(`Syntax error at position ${peek().start} in '${text}'.`);
  };
  const isAt = (mark: string): boolean => peek().kind === 'mark' && peek().text === mark;
  const take = (mark: string): boolean => {
    if (!isAt(mark)) return false;
    at += 1;
    return true;
  };
  return {
    text,
    peek,
    isAt,
    take,
    refuse,
    next() {
      const token = peek();
      at += 1;
      return token;
    },
    expect(mark) {
      if (take(mark)) return;
      throw new SyntaxRefusal(`'${mark}' expected at position ${peek().start} in '${text}'.`);
    },
    takeWord(word) {
      const isNext = peek().kind === 'identifier' && peek().text === word;
      if (isNext) at += 1;
      return isNext;
    },
    name() {
      if (peek().kind !== 'identifier') return refuse();
      const { text: word } = peek();
      at += 1;
      return word;
    },
    touches: () => at > 0 && peek().start === (tokens[at - 1]?.end ?? -1),
    nested(rule) {
      depth += 1;
      if (depth > deepest) {
        throw new SyntaxRefusal('The query is nested too deeply: the recursion limit has been exceeded.');
      }
      const result = rule();
      depth -= 1;
      return result;
    },
  };
}

/** Parses the whole of a text with a rule; what the rule leaves over is a syntax error. Never throws. */
export function parseWhole<T>(text: string, rule: (cursor: Cursor) => T): Parsed<T> {
  try {
    const cursor = cursorOver(text);
    const value = rule(cursor);
    if (cursor.peek().kind !== 'end') cursor.refuse();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof SyntaxRefusal) return { ok: false, message: error.message };
    throw error;
  }
}

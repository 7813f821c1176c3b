import { queryFault } from '../query-fault.ts';
import type { FaultCode, QueryFault, Span } from '../query-fault.ts';
import type { Token } from './tokens.ts';

/** Walks over tokens. The first fault counts: what follows it would only be guessed. */
export type TokenReader = {
  readonly peek: (ahead?: number) => Token | undefined;
  readonly next: () => Token | undefined;
  /** Takes a symbol or a word when it stands there. */
  readonly take: (text: string) => boolean;
  /** Takes it, or notes that it is missing. */
  readonly need: (text: string) => boolean;
  readonly fail: (expected: string) => null;
  readonly failAt: (code: FaultCode, span: Span, value: string) => null;
  readonly fault: () => QueryFault | null;
  /** Where the last token that was taken ended. */
  readonly end: () => number;
  /** Counts a level of nesting; null and a fault where it becomes too deep. */
  readonly deeper: <Part>(read: () => Part | null) => Part | null;
};

/** Deeper than any query of a person; a stack is finite. */
const DEEPEST = 60;

export const createTokenReader = (tokens: readonly Token[], from: number, to: number): TokenReader => {
  let index = 0;
  let depth = 0;
  let first: QueryFault | null = null;
  const peek = (ahead = 0): Token | undefined => tokens[index + ahead];
  const failAt = (code: FaultCode, span: Span, value: string, instead = ''): null => {
    first ??= queryFault(code, span, value, instead);
    return null;
  };
  const fail = (expected: string): null => {
    const token = peek();
    return token === undefined
      ? failAt('unexpected-end', { from: Math.max(from, to - 1), to }, '', expected)
      : failAt('expected', token, token.text, expected);
  };
  const take = (text: string): boolean => {
    const token = peek();
    if (token === undefined || token.text !== text || (token.kind !== 'symbol' && token.kind !== 'name'))
      return false;
    index += 1;
    return true;
  };
  return {
    peek,
    next: () => {
      index += 1;
      return tokens[index - 1];
    },
    take,
    need: (text) => take(text) || fail(text) !== null,
    fail,
    failAt,
    fault: () => first,
    end: () => tokens[index - 1]?.to ?? from,
    deeper: (read) => {
      if (depth >= DEEPEST) return failAt('too-deep', peek() ?? { from, to }, '');
      depth += 1;
      const part = read();
      depth -= 1;
      return part;
    },
  };
};

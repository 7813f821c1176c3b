import { queryFault } from '../query-fault.ts';
import type { QueryFault, Span } from '../query-fault.ts';
import type { ReadableText } from './readable-text.ts';

/** The smallest parts of an OData option (OASIS OData 4.01 ABNF, the part that the Web API reads). */
export type Token = Span & {
  readonly kind: 'name' | 'alias' | 'string' | 'guid' | 'date' | 'number' | 'typed' | 'symbol';
  /** Of a string its value without quotes; of all others what stands there. */
  readonly text: string;
};

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy;
const DATE =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\w-])|\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?![\w:])/iy;
const NUMBER = /[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?[lmdf]?(?![\w.])/iy;
const TYPED = /[a-z_][\w.]*'(?:[^']|'')*'/iy;
const NAME = /[$\p{L}_][\p{L}\p{N}_$]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;
const ALIAS = /@[\p{L}_][\p{L}\p{N}_.]*/uy;
const QUOTED = /'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"/y;
const SPACE = /[\s\u00A0]+/y;
const SYMBOLS = '(),/:=;[]{}-*';

const KINDS = [
  ['guid', GUID],
  ['date', DATE],
  ['number', NUMBER],
  ['typed', TYPED],
  ['name', NAME],
  ['alias', ALIAS],
] as const;

const unquoted = (text: string): string =>
  text.startsWith("'")
    ? text.slice(1, -1).replaceAll("''", "'")
    : text.slice(1, -1).replaceAll(/\\(.)/g, '$1');

/** Cuts a text into tokens; what is none is a fault and ends it. */
export const readTokens = (
  source: ReadableText,
): { readonly tokens: readonly Token[]; readonly faults: readonly QueryFault[] } => {
  const { text, at } = source;
  const tokens: Token[] = [];
  const place = (index: number): number => at[index] ?? at.at(-1) ?? 0;
  const match = (pattern: RegExp, index: number): string | null => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0] ?? null;
  };
  let index = 0;
  while (index < text.length) {
    const space = match(SPACE, index);
    if (space !== null) {
      index += space.length;
      continue;
    }
    const from = place(index);
    const quoted = match(QUOTED, index);
    if (quoted !== null) {
      tokens.push({ kind: 'string', text: unquoted(quoted), from, to: place(index + quoted.length) });
      index += quoted.length;
      continue;
    }
    const character = text[index] ?? '';
    if (character === "'" || character === '"') {
      return {
        tokens,
        faults: [
          queryFault('unterminated-text', { from, to: place(text.length) }, text.slice(index, index + 40)),
        ],
      };
    }
    let found = false;
    for (const [kind, pattern] of KINDS) {
      const part = match(pattern, index);
      if (part === null) continue;
      tokens.push({ kind, text: part, from, to: place(index + part.length) });
      index += part.length;
      found = true;
      break;
    }
    if (found) continue;
    if (!SYMBOLS.includes(character)) {
      return {
        tokens,
        faults: [queryFault('unexpected-character', { from, to: place(index + 1) }, character)],
      };
    }
    tokens.push({ kind: 'symbol', text: character, from, to: place(index + 1) });
    index += 1;
  }
  return { tokens, faults: [] };
};

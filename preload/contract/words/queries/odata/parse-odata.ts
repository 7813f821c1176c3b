import { queryFault } from '../query-fault.ts';
import type { QueryFault } from '../query-fault.ts';
import { parseArgument, parseItems } from './parse-expression.ts';
import { parseOption } from './parse-option.ts';
import { readableText } from './readable-text.ts';
import type { ODataQuery, QueryOption, Segment } from './syntax.ts';
import { createTokenReader } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';
import { readTokens } from './tokens.ts';

export type ParsedOData = {
  /** What could be read; options with a fault are not in it. */
  readonly query: ODataQuery;
  readonly faults: readonly QueryFault[];
};

// Longer than any address that the service takes (32 KB, domain of Microsoft Learn: "Web API limits").
const LONGEST = 200_000;

const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');

/** What stands before the path and is no part of it: a method, a whole address, the root of the Web API. */
const PREFIX =
  /^\s*(?:GET\s+)?(?:https?:\/\/[^/?#\s]+|\[Organization URI\])?\/*(?:api\/data\/v\d+(?:\.\d+)?\/)?\/*/i;

const parseSegment = (reader: TokenReader): Segment | null => {
  const token = reader.peek();
  if (token === undefined || token.kind !== 'name') return reader.fail('a table or a function');
  reader.next();
  const args = reader.take('(') ? parseItems(reader, ')', () => parseArgument(reader)) : null;
  if (args === null && reader.fault() !== null) return null;
  return { name: token.text, args, from: token.from, to: reader.end() };
};

const parseSegments = (reader: TokenReader): readonly Segment[] => {
  const segments: Segment[] = [];
  do {
    const segment = parseSegment(reader);
    if (segment === null) return segments;
    segments.push(segment);
    // A slash may end the path (Microsoft Learn: "Retrieve and execute predefined queries").
  } while (reader.take('/') && reader.peek() !== undefined);
  if (reader.peek() !== undefined) reader.fail('/ or ?');
  return segments;
};

/** Ends of the options: an `&` always ends one, also between quotes (there it is written `%26`). */
const cut = (text: string, from: number): readonly (readonly [number, number])[] => {
  const parts: (readonly [number, number])[] = [];
  let begin = from;
  for (let at = text.indexOf('&', begin); at !== -1; at = text.indexOf('&', begin)) {
    parts.push([begin, at]);
    begin = at + 1;
  }
  parts.push([begin, text.length]);
  return parts;
};

/**
 * Reads the text of a request below the Web API's root over one line or several, decoded or not, with every fault at its
 * place. One fault for each option: what follows it would be guessed. Lines that begin with `//` are comments.
 */
export const parseOData = (typed: string): ParsedOData => {
  if (typed.length > LONGEST) {
    return {
      query: { path: [], options: [] },
      faults: [queryFault('too-deep', { from: 0, to: typed.length })],
    };
  }
  const text = typed.replaceAll(/^[ \t]*\/\/[^\n]*/gm, blank);
  const begin = PREFIX.exec(text)?.[0].length ?? 0;
  const mark = text.indexOf('?', begin);
  const pathEnd = mark === -1 ? text.length : mark;
  const faults: QueryFault[] = [];
  const { faults: bad, tokens } = readTokens(readableText(text, begin, pathEnd));
  const reader = createTokenReader(tokens, begin, pathEnd);
  const path = text.trim() === '' ? [] : parseSegments(reader);
  const fault = bad[0] ?? reader.fault();
  if (fault !== null) faults.push(fault);

  const options: QueryOption[] = [];
  if (mark !== -1) {
    for (const [from, to] of cut(text, mark + 1)) {
      if (text.slice(from, to).trim() === '') continue;
      const parsed = parseOption(text, from, to);
      // What stands between quotes that an & has cut apart is no option, and would only be a second fault of one cause.
      const cutApart = faults.at(-1)?.code === 'unterminated-text' && parsed.option === null;
      if (!cutApart) faults.push(...parsed.faults);
      if (parsed.option !== null) options.push(parsed.option);
    }
  }
  return { query: { path, options }, faults };
};

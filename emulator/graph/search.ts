import { graphFaults } from './graph-fault.ts';
import type { Entity } from './graph-call.ts';

/** Parts of a text by which `$search` finds it: split at spaces, symbols, digits and changes of case (Learn: aad-advanced-queries). */
function tokensOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const parts = words.flatMap((word) =>
    word.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u),
  );
  return [...words, ...parts].map((part) => part.toLowerCase()).filter((part) => part !== '');
}

type Clause = {
  /** How it is joined to what stands before it. */
  readonly joint: string;
  readonly holds: (entity: Entity) => boolean;
};

function readClause(name: string, raw: string, joint: string): Clause {
  const wanted = tokensOf(raw.replaceAll(/\\(.)/g, '$1'));
  return {
    joint,
    holds: (entity) => {
      const tokens = tokensOf(String(entity[name] ?? ''));
      return wanted.length > 0 && wanted.every((word) => tokens.some((token) => token.startsWith(word)));
    },
  };
}

/**
 * Understands `$search="displayName:some words"`: every word is the beginning of a token of that property. Several
 * quoted clauses may be joined by AND or OR, from left to right.
 */
export function readSearch(text: string, known: ReadonlySet<string>): (entity: Entity) => boolean {
  const clauses: Clause[] = [];
  const shape = /(?:^|\s+(AND|OR)\s+)"(\w+):((?:[^"\\]|\\["\\])*)"/y;
  const odd = text.startsWith('"') ? -1 : text.search(/[^\w\s]/);
  if (odd !== -1) {
    throw graphFaults.searchSyntax(text, odd);
  }
  while (shape.lastIndex < text.length) {
    const at = shape.lastIndex;
    const [, joint = 'OR', name = '', raw = ''] = shape.exec(text) ?? [];
    if (!known.has(name)) {
      throw graphFaults.badQuery(
        `Syntax error: '${text.slice(at)}' is not a valid $search clause, such as "displayName:text".`,
      );
    }
    clauses.push(readClause(name, raw, joint));
  }
  return (entity) =>
    clauses.reduce(
      (kept, { joint, holds }) => (joint === 'AND' ? kept && holds(entity) : kept || holds(entity)),
      false,
    );
}

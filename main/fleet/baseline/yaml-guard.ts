import { Lexer } from 'yaml';
import type { BaselineFaultKind } from '../../../preload/contract/words/baseline.ts';

/** Parts (words, marks, indentations) that a text may have: a bigger one would keep the parser busy for long. */
const MOST_PARTS = 100_000;
/** A baseline needs five levels. */
const DEEPEST = 12;

/** What `yaml` puts before the text of a scalar, so that the text itself is not taken for a mark. */
const SCALAR = '\u001F';
/** Marks of `yaml`'s lexer that stand for nothing in the text: document mode, flow error, scalar. */
const OF_LEXER: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR]);

/**
 * Looks at the parts of a text before it is parsed: the parser recurses into each level and takes long over texts that are
 * made for it. Null when the text may be parsed, else the fault and where it is.
 */
export const guardYaml = (
  text: string,
): { readonly kind: BaselineFaultKind; readonly offset: number } | null => {
  let parts = 0;
  let offset = 0;
  let flow = 0;
  let inLine = 0;
  let previous = '';
  for (const part of new Lexer().lex(text)) {
    const isText = previous === SCALAR;
    previous = isText ? '' : part;
    parts += 1;
    if (parts > MOST_PARTS) return { kind: 'too-large', offset };
    if (!isText) {
      if (part === '[' || part === '{') flow += 1;
      else if (part === ']' || part === '}') flow -= 1;
      else if (part === '-' || part === '?' || part === ':') inLine += 1;
      else if (part === '\n' || part === '\r\n') inLine = 0;
      // Within brackets the marks of one line do not nest.
      if (flow > DEEPEST || (flow <= 0 && inLine > DEEPEST)) return { kind: 'too-deep', offset };
    }
    if (isText || !OF_LEXER.has(part)) offset += part.length;
  }
  return null;
};

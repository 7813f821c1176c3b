import { StreamLanguage } from '@codemirror/language';

const WORDS = new Set([
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'and',
  'or',
  'not',
  'in',
  'asc',
  'desc',
  'any',
  'all',
  'with',
  'as',
]);

/** Colours of OData's words; what is right is checked elsewhere. */
export const odataColours = StreamLanguage.define<null>({
  name: 'odata',
  startState: () => null,
  token: (stream) => {
    if (stream.sol() && stream.match(/^\s*\/\/.*/)) return 'comment';
    if (stream.eatSpace()) return null;
    if (stream.match(/^'(?:[^']|'')*'?/) || stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^[0-9a-f]{8}-[0-9a-f-]{27}/i) || stream.match(/^-?\d[\d.:TZ+-]*/)) return 'number';
    if (stream.match(/^\$\w+/) || stream.match(/^@\w+/)) return 'keyword';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_.]*/u);
    if (word !== null && word !== true && word !== false) {
      if (WORDS.has(word[0])) return 'keyword';
      if (word[0] === 'true' || word[0] === 'false') return 'bool';
      if (word[0] === 'null') return 'null';
      return stream.peek() === '(' ? 'tagName' : null;
    }
    stream.next();
    return 'punctuation';
  },
});

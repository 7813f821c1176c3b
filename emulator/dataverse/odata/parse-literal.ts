import type { Cursor } from './cursor.ts';
import type { Alias, Literal, NamedArgument } from './syntax-tree.ts';
import { commaExpected } from './tokens.ts';

const words: Readonly<Record<string, Literal>> = {
  null: { kind: 'null' },
  true: { kind: 'boolean', value: true },
  false: { kind: 'boolean', value: false },
};

/** Reads a literal if one comes next, otherwise answers null and consumes nothing. */
export function readLiteral(cursor: Cursor): Literal | null {
  const token = cursor.peek();
  switch (token.kind) {
    case 'string':
    case 'datetime':
    case 'date':
      cursor.next();
      return { kind: token.kind, value: token.text };
    case 'guid':
      cursor.next();
      return { kind: 'guid', value: token.text.toLowerCase() };
    case 'integer':
    case 'decimal':
      cursor.next();
      return { kind: token.kind, value: Number(token.text.replace(/[lmdf]$/i, '')) };
    case 'enum':
      cursor.next();
      return { kind: 'enum', type: token.type ?? '', value: token.text };
    case 'identifier': {
      const word = Object.hasOwn(words, token.text) ? words[token.text] : undefined;
      if (word === undefined) return null;
      cursor.next();
      return word;
    }
    case 'mark':
      return token.text === '[' ? readList(cursor) : null;
    case 'jsonString':
    case 'alias':
    case 'end':
      break;
  }
  return null;
}

/** A member of a list, which is JSON (Learn: "Web API Query Function Reference", `PropertyValues=["a","b"]`). */
function readItem(cursor: Cursor): Literal | null {
  if (cursor.peek().kind !== 'jsonString') return readLiteral(cursor);
  return { kind: 'string', value: cursor.next().text };
}

function readList(cursor: Cursor): Literal {
  cursor.expect('[');
  const items: Literal[] = [];
  if (cursor.take(']')) return { kind: 'list', items };
  do {
    const item = cursor.nested(() => readItem(cursor));
    if (item === null) return cursor.refuse();
    items.push(item);
  } while (cursor.take(','));
  if (!cursor.take(']')) throw commaExpected();
  return { kind: 'list', items };
}

/** Reads a literal or a parameter alias, or refuses. */
export function readValue(cursor: Cursor): Literal | Alias {
  if (cursor.peek().kind === 'alias') return { kind: 'alias', name: cursor.next().text };
  return readLiteral(cursor) ?? cursor.refuse();
}

/** Reads `Name=value` pairs up to and including the closing parenthesis. */
export function readNamedArguments(cursor: Cursor): readonly NamedArgument[] {
  const found: NamedArgument[] = [];
  if (cursor.take(')')) return found;
  do {
    const name = cursor.name();
    cursor.expect('=');
    found.push({ name, value: readValue(cursor) });
  } while (cursor.take(','));
  cursor.expect(')');
  return found;
}

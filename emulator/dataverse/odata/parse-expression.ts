import { type Cursor, parseWhole } from './cursor.ts';
import { readLiteral, readNamedArguments } from './parse-literal.ts';
import {
  type Comparison,
  comparisons,
  type Expression,
  type MemberPath,
  type Parsed,
} from './syntax-tree.ts';
import { SyntaxRefusal } from './tokens.ts';

/** Operators of the grammar that Dataverse does not evaluate (Learn: "Filter rows using OData"). */
const unsupported = new Set(['has', 'add', 'sub', 'mul', 'div', 'mod', 'divby']);

/** Prefix of the query functions (Learn: "Query functions for Microsoft Dataverse"). */
const queryFunctionPrefix = 'Microsoft.Dynamics.CRM.';

const comparisonNamed = (word: string): Comparison | null => comparisons.find((it) => it === word) ?? null;

/** Precedence of the ABNF, loosest first: or, and, comparison, not, primary. */
export function readExpression(cursor: Cursor): Expression {
  return cursor.nested(() => {
    let left = readAnd(cursor);
    while (cursor.takeWord('or')) {
      left = { kind: 'or', left, right: readAnd(cursor) };
    }
    return left;
  });
}

function readAnd(cursor: Cursor): Expression {
  let left = readComparison(cursor);
  while (cursor.takeWord('and')) {
    left = { kind: 'and', left, right: readComparison(cursor) };
  }
  return left;
}

function readComparison(cursor: Cursor): Expression {
  const left = readUnary(cursor);
  const word = cursor.peek();
  if (word.kind !== 'identifier') return left;
  // Nobody tells the words of the service.
  if (unsupported.has(word.text)) throw new SyntaxRefusal(`The operator '${word.text}' is not supported.`);
  if (word.text === 'in') return readIn(cursor, left);
  const op = comparisonNamed(word.text);
  if (op === null) return left;
  cursor.next();
  return { kind: 'compare', op, left, right: readUnary(cursor) };
}

/** Reads what follows the left side of `in`. */
function readIn(cursor: Cursor, operand: Expression): Expression {
  cursor.next();
  if (cursor.peek().kind === 'alias') return { kind: 'in', operand, values: [readPrimary(cursor)] };
  cursor.expect('(');
  return { kind: 'in', operand, values: readArguments(cursor) };
}

function readUnary(cursor: Cursor): Expression {
  if (!cursor.takeWord('not')) return readPrimary(cursor);
  return { kind: 'not', operand: cursor.nested(() => readUnary(cursor)) };
}

function readPrimary(cursor: Cursor): Expression {
  if (cursor.take('(')) {
    const inner = readExpression(cursor);
    cursor.expect(')');
    return inner;
  }
  if (cursor.peek().kind === 'alias') return { kind: 'alias', name: cursor.next().text };
  const literal = readLiteral(cursor);
  if (literal !== null) return literal;
  return readPathOrCall(cursor);
}

function readPathOrCall(cursor: Cursor): Expression {
  const first = cursor.name();
  if (isOpenParenthesis(cursor)) {
    cursor.expect('(');
    if (first.startsWith(queryFunctionPrefix)) return readQueryFunction(cursor, [], first);
    return { kind: 'call', name: first, args: readArguments(cursor) };
  }
  const segments = [first];
  while (cursor.take('/')) {
    const segment = cursor.name();
    if ((segment === 'any' || segment === 'all') && isOpenParenthesis(cursor)) {
      return readLambda(cursor, segments, segment);
    }
    if (segment.startsWith(queryFunctionPrefix) && isOpenParenthesis(cursor)) {
      cursor.expect('(');
      return readQueryFunction(cursor, segments, segment);
    }
    segments.push(segment);
  }
  return { kind: 'path', segments };
}

const isOpenParenthesis = (cursor: Cursor): boolean => cursor.isAt('(') && cursor.touches();

/** Reads what follows the parenthesis of a query function, which may stand behind a lambda variable or a lookup (FetchXMLBuilder, pull request 442 and its tests). */
const readQueryFunction = (cursor: Cursor, of: readonly string[], name: string): Expression => ({
  kind: 'query',
  of,
  name: name.slice(queryFunctionPrefix.length),
  args: readNamedArguments(cursor),
});

function readArguments(cursor: Cursor): readonly Expression[] {
  const args: Expression[] = [];
  if (cursor.take(')')) return args;
  do args.push(readExpression(cursor));
  while (cursor.take(','));
  cursor.expect(')');
  return args;
}

function readLambda(cursor: Cursor, path: readonly string[], op: 'any' | 'all'): Expression {
  cursor.expect('(');
  if (op === 'any' && cursor.take(')')) return { kind: 'lambda', path, op, variable: null, body: null };
  const variable = cursor.name();
  cursor.expect(':');
  const body = readExpression(cursor);
  cursor.expect(')');
  return { kind: 'lambda', path, op, variable, body };
}

/** Reads a member path, as `$orderby` uses it. */
export function readMemberPath(cursor: Cursor): MemberPath {
  const segments = [cursor.name()];
  while (cursor.take('/')) segments.push(cursor.name());
  return { kind: 'path', segments };
}

/** Parses the text of `$filter`, already percent-decoded. Never throws. */
export const parseFilter = (text: string): Parsed<Expression> => parseWhole(text, readExpression);

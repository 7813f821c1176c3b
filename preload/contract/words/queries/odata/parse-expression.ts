import { BINARY_LEVELS } from './syntax.ts';
import type { Argument, BinaryOperator, Expression, LiteralType, Name } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './tokens.ts';

/** A chain of `and` is a tree as deep as it is long. */
const LONGEST_CHAIN = 1000;

const LITERALS: Partial<Record<Token['kind'], LiteralType>> = {
  string: 'string',
  guid: 'guid',
  date: 'date',
  number: 'number',
  typed: 'typed',
};

const operatorAt = (token: Token | undefined, level: number): BinaryOperator | null => {
  if (token?.kind !== 'name') return null;
  return BINARY_LEVELS[level]?.find((operator) => operator === token.text) ?? null;
};

/** Whether a word at this place begins a value: `not` and `eq` are also names that a column may have. */
const isNot = (reader: TokenReader): boolean => {
  const [word, after] = [reader.peek(), reader.peek(1)];
  if (word?.kind !== 'name' || word.text !== 'not' || after === undefined) return false;
  return after.kind !== 'symbol' || after.text === '(' || after.text === '-';
};

/** `name/name`, with the place of each. */
export const parsePath = (reader: TokenReader): readonly Name[] | null => {
  const names: Name[] = [];
  do {
    const token = reader.peek();
    if (token === undefined || token.kind !== 'name') return reader.fail('a name');
    reader.next();
    names.push({ name: token.text, from: token.from, to: token.to });
  } while (reader.take('/'));
  return names;
};

/** What stands between brackets, up to and with the closing one. */
export const parseItems = <Part>(
  reader: TokenReader,
  close: string,
  read: () => Part | null,
): readonly Part[] | null => {
  const items: Part[] = [];
  if (reader.take(close)) return items;
  do {
    const item = read();
    if (item === null) return null;
    items.push(item);
  } while (reader.take(','));
  return reader.need(close) ? items : null;
};

/** What an object says, as JSON. */
const jsonOf = (value: Expression): string => {
  if (value.kind === 'list') return `[${value.items.map(jsonOf).join(',')}]`;
  if (value.kind === 'alias') return `"@${value.name}"`;
  if (value.kind !== 'literal') return 'null';
  return value.type === 'string' || value.type === 'guid' || value.type === 'date'
    ? JSON.stringify(value.text)
    : value.text;
};

/** A row or another object that is handed to a function, `{"@odata.id":"accounts(…)"}` (Microsoft Learn: "Use Web API functions", pass reference to a table to a function). */
const parseObject = (reader: TokenReader, from: number): Expression | null => {
  const members = parseItems(reader, '}', () => {
    const name = reader.peek();
    if (name?.kind !== 'string') return reader.fail('a name such as "@odata.id"');
    reader.next();
    if (!reader.need(':')) return null;
    const value = reader.deeper(() => parseParameter(reader));
    return value === null ? null : `${JSON.stringify(name.text)}:${jsonOf(value)}`;
  });
  return members === null
    ? null
    : { kind: 'literal', type: 'typed', text: `{${members.join(',')}}`, from, to: reader.end() };
};

/** What a parameter of a function or an alias stands for: an expression, or an object. */
export const parseParameter = (reader: TokenReader): Expression | null => {
  const from = reader.peek()?.from ?? 0;
  return reader.take('{') ? parseObject(reader, from) : parseExpression(reader);
};

/** A parameter of a function or a part of a key: `name=value` or a value. */
export const parseArgument = (reader: TokenReader): Argument | null => {
  const [name, equals] = [reader.peek(), reader.peek(1)];
  if (name?.kind === 'name' && equals?.kind === 'symbol' && equals.text === '=') {
    reader.next();
    reader.next();
    const value = parseParameter(reader);
    return value === null ? null : { name: name.text, value };
  }
  const value = parseExpression(reader);
  return value === null ? null : { name: null, value };
};

const parseLambda = (
  reader: TokenReader,
  path: readonly Name[],
  quantifier: 'any' | 'all',
): Expression | null => {
  const from = path[0]?.from ?? 0;
  const whole = { kind: 'lambda', path, quantifier } as const;
  if (reader.take(')')) return { ...whole, variable: null, body: null, from, to: reader.end() };
  const variable = reader.peek();
  if (variable === undefined || variable.kind !== 'name') return reader.fail('a variable such as o:');
  reader.next();
  if (!reader.need(':')) return null;
  const body = parseExpression(reader);
  if (body === null || !reader.need(')')) return null;
  return { ...whole, variable: variable.text, body, from, to: reader.end() };
};

const parseNamed = (reader: TokenReader): Expression | null => {
  const names = parsePath(reader);
  const last = names?.at(-1);
  if (names === null || last === undefined) return null;
  const from = names[0]?.from ?? last.from;
  if (!reader.take('(')) return { kind: 'path', names, from, to: last.to };
  if (names.length > 1 && (last.name === 'any' || last.name === 'all')) {
    return parseLambda(reader, names.slice(0, -1), last.name);
  }
  if (names.length > 1) return reader.failAt('expected', last, last.name);
  const args = parseItems(reader, ')', () => parseArgument(reader));
  return args === null ? null : { kind: 'call', name: last.name, args, from, to: reader.end() };
};

const parseBracketed = (reader: TokenReader, from: number): Expression | null => {
  const items = parseItems(reader, ')', () => parseExpression(reader));
  if (items === null) return null;
  const [only] = items;
  if (items.length === 1 && only !== undefined) return only;
  return { kind: 'list', brackets: '(', items, from, to: reader.end() };
};

const parseValue = (reader: TokenReader): Expression | null => {
  const token = reader.peek();
  if (token === undefined) return reader.fail('a value');
  const { from, to } = token;
  const type = LITERALS[token.kind];
  if (type !== undefined) {
    reader.next();
    return { kind: 'literal', type, text: token.text, from, to };
  }
  if (token.kind === 'alias') {
    reader.next();
    return { kind: 'alias', name: token.text.slice(1), from, to };
  }
  if (token.kind === 'name') {
    const type =
      token.text === 'null' ? 'null' : token.text === 'true' || token.text === 'false' ? 'boolean' : null;
    if (type === null) return parseNamed(reader);
    reader.next();
    return { kind: 'literal', type, text: token.text, from, to };
  }
  if (reader.take('(')) return parseBracketed(reader, from);
  if (reader.take('[')) {
    const items = parseItems(reader, ']', () => parseParameter(reader));
    return items === null ? null : { kind: 'list', brackets: '[', items, from, to: reader.end() };
  }
  return reader.fail('a value');
};

const parseUnary = (reader: TokenReader): Expression | null => {
  const from = reader.peek()?.from ?? 0;
  if (isNot(reader)) {
    reader.next();
    // A comparison after it is what people mean (`not name eq 'x'`), and the service too.
    const operand = reader.deeper(() => parseLevel(reader, 2));
    return operand === null ? null : { kind: 'not', operand, from, to: operand.to };
  }
  if (reader.take('-')) {
    const operand = reader.deeper(() => parseUnary(reader));
    return operand === null ? null : { kind: 'minus', operand, from, to: operand.to };
  }
  return parseValue(reader);
};

const parseLevel = (reader: TokenReader, level: number): Expression | null => {
  if (level >= BINARY_LEVELS.length) return parseUnary(reader);
  let left = parseLevel(reader, level + 1);
  for (let count = 0; ; count += 1) {
    const operator = operatorAt(reader.peek(), level);
    if (left === null || operator === null) return left;
    if (count === LONGEST_CHAIN) return reader.failAt('too-deep', left, '');
    reader.next();
    const right = parseLevel(reader, level + 1);
    if (right === null) return null;
    left = { kind: 'binary', operator, left, right, from: left.from, to: right.to };
  }
};

/** An expression of `$filter`, `$orderby` or an alias (OData 4.01 ABNF: commonExpr); null after a fault. */
export const parseExpression = (reader: TokenReader): Expression | null =>
  reader.deeper(() => parseLevel(reader, 0));

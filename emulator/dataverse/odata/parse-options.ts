import { type Cursor, parseWhole } from './cursor.ts';
import { readExpression, readMemberPath } from './parse-expression.ts';
import type { ExpandItem, OrderItem, Parsed } from './syntax-tree.ts';
import { SyntaxRefusal } from './tokens.ts';

/**
 * Whether another item follows; a comma at the very end is passed over (PowerApps-Samples, BasicOperations: `$select=name,`), as is a
 * semicolon before the end of an expansion's options (Microsoft.OData.Core, SelectExpandOptionParser).
 */
const hasMore = (cursor: Cursor): boolean => cursor.take(',') && cursor.peek().kind !== 'end';

function readSelect(cursor: Cursor): readonly string[] {
  const names: string[] = [];
  do names.push(cursor.take('*') ? '*' : readMemberPath(cursor).segments.join('/'));
  while (hasMore(cursor));
  return names;
}

function readOrderBy(cursor: Cursor): readonly OrderItem[] {
  const items: OrderItem[] = [];
  do {
    const path: OrderItem['path'] =
      cursor.peek().kind === 'alias' ? { kind: 'alias', name: cursor.next().text } : readMemberPath(cursor);
    const word = cursor.peek();
    const direction = word.kind === 'identifier' ? word.text : null;
    if (direction === 'asc' || direction === 'desc') cursor.next();
    else if (direction !== null) cursor.refuse();
    items.push({ path, descending: direction === 'desc' });
  } while (cursor.take(','));
  return items;
}

function readTop(cursor: Cursor): number {
  const token = cursor.next();
  if (token.kind !== 'integer' || Number(token.text) < 0) throw new SyntaxRefusal(topRefusal(token.text));
  return Number(token.text);
}

const topRefusal = (value: string): string =>
  `Invalid value '${value}' for $top query option found. The $top query option requires a non-negative integer value.`;

function readExpand(cursor: Cursor): readonly ExpandItem[] {
  const items: ExpandItem[] = [];
  do items.push(cursor.nested(() => readExpandItem(cursor)));
  while (hasMore(cursor));
  return items;
}

/** Options that the service does not do inside `$expand` (Learn: "Join tables using OData"). */
const unsupportedInside = new Set(['$skip', '$count', '$search', '$levels', '$apply', '$compute']);

function readExpandItem(cursor: Cursor): ExpandItem {
  if (cursor.take('*')) throw new SyntaxRefusal('Expand with * is not supported.');
  const item: { -readonly [K in keyof ExpandItem]: ExpandItem[K] } = {
    path: readMemberPath(cursor).segments,
    select: null,
    filter: null,
    orderBy: [],
    top: null,
    expand: [],
    query: '',
  };
  if (!cursor.take('(')) return item;
  const options = new Map<string, string>();
  do {
    const { start } = cursor.peek();
    const option = cursor.name();
    if (options.has(option)) {
      throw new SyntaxRefusal(
        `Query option '${option}' was specified more than once, but it must be specified at most once.`,
      );
    }
    if (unsupportedInside.has(option)) {
      throw new SyntaxRefusal(`The query parameter ${option} is not supported in $expand`);
    }
    cursor.expect('=');
    readExpandOption(cursor, option, item);
    options.set(option, cursor.text.slice(start, cursor.peek().start).trim());
  } while (cursor.take(';') && !cursor.isAt(')'));
  cursor.expect(')');
  item.query = [...options.values()].join('&');
  return item;
}

function readExpandOption(
  cursor: Cursor,
  option: string,
  item: { -readonly [K in keyof ExpandItem]: ExpandItem[K] },
): void {
  switch (option) {
    case '$select':
      item.select = readSelect(cursor);
      break;
    case '$filter':
      item.filter = readExpression(cursor);
      break;
    case '$orderby':
      item.orderBy = readOrderBy(cursor);
      break;
    case '$top':
      item.top = readTop(cursor);
      break;
    case '$expand':
      item.expand = readExpand(cursor);
      break;
    default:
      throw new SyntaxRefusal(`Term '${cursor.text}' is not valid in a $select or $expand expression.`);
  }
}

/** Parses `$select`: property names, or `*`. Never throws. */
export const parseSelect = (text: string): Parsed<readonly string[]> => parseWhole(text, readSelect);

/** Parses `$orderby`. Never throws. */
export const parseOrderBy = (text: string): Parsed<readonly OrderItem[]> => parseWhole(text, readOrderBy);

/** Parses `$expand` with nested options. Never throws. */
export const parseExpand = (text: string): Parsed<readonly ExpandItem[]> => parseWhole(text, readExpand);

/** Parses `$top`: a non-negative whole number. Never throws. */
export function parseTop(text: string): Parsed<number> {
  const trimmed = text.trim();
  return /^\d{1,9}$/.test(trimmed)
    ? { ok: true, value: Number(trimmed) }
    : { ok: false, message: topRefusal(text) };
}

/** Parses `$count`: true or false. Never throws. */
export function parseCount(text: string): Parsed<boolean> {
  if (text === 'true' || text === 'false') return { ok: true, value: text === 'true' };
  return {
    ok: false,
    message: `Invalid value '${text}' for $count query option found. The $count query option requires either 'true' or 'false'.`,
  };
}

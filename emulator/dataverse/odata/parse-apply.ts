import { type Cursor, parseWhole } from './cursor.ts';
import { readExpression, readMemberPath } from './parse-expression.ts';
import type { Expression, MemberPath, Parsed } from './syntax-tree.ts';
import { SyntaxRefusal } from './tokens.ts';

/** Methods of `aggregate` (OData Extension for Data Aggregation 4.0, 3.1.3). */
const methods = ['sum', 'average', 'min', 'max', 'countdistinct'] as const;

/** How values become one. */
export type AggregateMethod = (typeof methods)[number];

/** One value of `aggregate`: of a property, or the number of rows where `path` is null. */
export type AggregateItem = {
  readonly path: MemberPath | null;
  readonly method: AggregateMethod | 'count';
  readonly alias: string;
};

/** A transformation of `$apply`; others of the extension are not understood. */
export type Transformation =
  | { readonly kind: 'filter'; readonly filter: Expression }
  | { readonly kind: 'aggregate'; readonly items: readonly AggregateItem[] }
  | {
      readonly kind: 'groupby';
      readonly paths: readonly MemberPath[];
      readonly items: readonly AggregateItem[];
    };

/** Consumes a word, or refuses with the sentence of the OData library. */
function expectWord(cursor: Cursor, ...words: readonly string[]): string {
  const { kind, text, start } = cursor.peek();
  if (kind === 'identifier' && words.includes(text)) return cursor.name();
  throw new SyntaxRefusal(`'${words.join('|')}' expected at position ${start} in '${cursor.text}'.`);
}

function readItem(cursor: Cursor): AggregateItem {
  if (cursor.peek().text === '$count') {
    cursor.next();
    expectWord(cursor, 'as');
    return { path: null, method: 'count', alias: cursor.name() };
  }
  const path = readMemberPath(cursor);
  expectWord(cursor, 'with');
  const { start } = cursor.peek();
  const verb = cursor.name();
  const method = methods.find((it) => it === verb);
  if (method === undefined) {
    throw new SyntaxRefusal(`Unrecognized with verb '${verb}' at '${start}' in '${cursor.text}'.`);
  }
  expectWord(cursor, 'as');
  return { path, method, alias: cursor.name() };
}

function readItems(cursor: Cursor): readonly AggregateItem[] {
  cursor.expect('(');
  const items: AggregateItem[] = [];
  do items.push(readItem(cursor));
  while (cursor.take(','));
  cursor.expect(')');
  return items;
}

function readGroupBy(cursor: Cursor): Transformation {
  cursor.expect('(');
  cursor.expect('(');
  const paths: MemberPath[] = [];
  do paths.push(readMemberPath(cursor));
  while (cursor.take(','));
  cursor.expect(')');
  let items: readonly AggregateItem[] = [];
  if (cursor.take(',')) {
    expectWord(cursor, 'aggregate');
    items = readItems(cursor);
  }
  cursor.expect(')');
  return { kind: 'groupby', paths, items };
}

function readTransformation(cursor: Cursor): Transformation {
  switch (expectWord(cursor, 'aggregate', 'filter', 'groupby')) {
    case 'aggregate':
      return { kind: 'aggregate', items: readItems(cursor) };
    case 'groupby':
      return readGroupBy(cursor);
    default: {
      cursor.expect('(');
      const filter = readExpression(cursor);
      cursor.expect(')');
      return { kind: 'filter', filter };
    }
  }
}

function readApply(cursor: Cursor): readonly Transformation[] {
  const found: Transformation[] = [];
  do found.push(readTransformation(cursor));
  while (cursor.take('/'));
  return found;
}

/** Parses the text of `$apply`, already percent-decoded. Never throws. */
export const parseApply = (text: string): Parsed<readonly Transformation[]> => parseWhole(text, readApply);

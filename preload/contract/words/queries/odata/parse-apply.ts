import { parseExpression, parseItems, parsePath } from './parse-expression.ts';
import type { AggregateItem, Name, Transformation } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** Methods of `aggregate(column with method as name)` (Microsoft Learn: "Aggregate data using OData"). */
const METHODS = ['sum', 'min', 'max', 'average', 'countdistinct'];

const parseAggregate = (reader: TokenReader): AggregateItem | null => {
  const counts = reader.take('$count');
  const path = counts ? null : parsePath(reader);
  if (!counts && path === null) return null;
  let method: string | null = null;
  if (!counts) {
    if (!reader.need('with')) return null;
    const token = reader.peek();
    if (token === undefined || !METHODS.includes(token.text)) return reader.fail(METHODS.join(', '));
    reader.next();
    method = token.text;
  }
  if (!reader.need('as')) return null;
  const alias = reader.peek();
  if (alias === undefined || alias.kind !== 'name') return reader.fail('a name for the result');
  reader.next();
  return { path, method, alias: alias.text };
};

const parseAggregates = (reader: TokenReader): readonly AggregateItem[] | null =>
  reader.need('(') ? parseItems(reader, ')', () => parseAggregate(reader)) : null;

const parseGroup = (reader: TokenReader): Transformation | null => {
  if (!reader.need('(') || !reader.need('(')) return null;
  const paths = parseItems<readonly Name[]>(reader, ')', () => parsePath(reader));
  if (paths === null) return null;
  const steps = reader.take(',') ? parseApply(reader) : [];
  if (steps === null || !reader.need(')')) return null;
  return { kind: 'groupby', paths, steps };
};

const parseTransformation = (reader: TokenReader): Transformation | null => {
  if (reader.take('groupby')) return reader.deeper(() => parseGroup(reader));
  if (reader.take('aggregate')) {
    const items = parseAggregates(reader);
    return items === null ? null : { kind: 'aggregate', items };
  }
  if (reader.take('filter')) {
    if (!reader.need('(')) return null;
    const by = parseExpression(reader);
    return by === null || !reader.need(')') ? null : { kind: 'filter', by };
  }
  return reader.fail('filter(…), groupby(…) or aggregate(…)');
};

/** Steps of `$apply`, joined by slashes. */
export const parseApply = (reader: TokenReader): readonly Transformation[] | null => {
  const steps: Transformation[] = [];
  do {
    const step = parseTransformation(reader);
    if (step === null) return null;
    steps.push(step);
  } while (reader.take('/'));
  return steps;
};

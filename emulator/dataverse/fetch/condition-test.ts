import { badCondition, unsupported } from '../errors/fetch-faults.ts';
import { bindQueryFunction } from '../query/query-functions.ts';
import { textTest } from '../query/text-match.ts';
import type { Column } from '../schema/column.ts';
import type { Json } from '../schema/value.ts';
import type { FetchCondition, FetchFilter } from './fetch-query.ts';
import { fetchColumn, type FetchScope, type Joined, joinedReader, root, tableOf } from './fetch-scope.ts';

/** A test of one row of a join. */
export type JoinedTest = (joined: Joined) => boolean;

/** Operators that the Web API has as a query function (Learn: "Condition operators", "Query function reference"). */
const asFunction: Readonly<Record<string, string>> = {
  in: 'In',
  'not-in': 'NotIn',
  between: 'Between',
  'not-between': 'NotBetween',
  'eq-userid': 'EqualUserId',
  'ne-userid': 'NotEqualUserId',
  'eq-userteams': 'EqualUserTeams',
  'eq-useroruserteams': 'EqualUserOrUserTeams',
  'eq-businessid': 'EqualBusinessId',
  'ne-businessid': 'NotEqualBusinessId',
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  'last-seven-days': 'Last7Days',
  'next-seven-days': 'Next7Days',
  'last-x-days': 'LastXDays',
  'next-x-days': 'NextXDays',
  'olderthan-x-days': 'OlderThanXDays',
  'last-x-hours': 'LastXHours',
  'next-x-hours': 'NextXHours',
  on: 'On',
  'on-or-after': 'OnOrAfter',
  'on-or-before': 'OnOrBefore',
  above: 'Above',
  'eq-or-above': 'AboveOrEqual',
  under: 'Under',
  'eq-or-under': 'UnderOrEqual',
  'not-under': 'NotUnder',
};
/** Functions that take a list even when it has one value. */
const lists = new Set(['In', 'NotIn', 'Between', 'NotBetween']);

const textOperators: Readonly<Record<string, 'contains' | 'startswith' | 'endswith'>> = {
  'begins-with': 'startswith',
  'not-begin-with': 'startswith',
  'ends-with': 'endswith',
  'not-end-with': 'endswith',
};

const number = new Set<Column['type']>(['integer', 'bigint', 'decimal', 'money', 'double', 'choice']);

/** A value of a condition in the form in which rows hold the column. */
function stored(column: Column, text: string): string | number | boolean {
  if (number.has(column.type)) {
    const value = Number(text);
    if (text.trim() === '' || Number.isNaN(value)) throw badCondition();
    return value;
  }
  if (column.type === 'boolean') {
    if (!/^(?:0|1|true|false)$/i.test(text)) throw badCondition();
    return text === '1' || text.toLowerCase() === 'true';
  }
  if (column.type === 'datetime') {
    const time = Date.parse(text);
    if (Number.isNaN(time)) throw badCondition();
    return `${new Date(time).toISOString().slice(0, 19)}Z`;
  }
  return text.replace(/^\{(.*)\}$/, '$1').toLowerCase();
}

const folded = (value: Json): Json => (typeof value === 'string' ? value.toLowerCase() : value);

const comparisons: Readonly<Record<string, (left: string | number, right: string | number) => boolean>> = {
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};

/** `like` matches the whole text, so its pattern is compared with neither end open. */
const likeTest = (pattern: string): ((text: string) => boolean) => {
  const inner = pattern.replace(/^%/, '').replace(/%$/, '');
  const open = { start: pattern.startsWith('%'), end: pattern.endsWith('%') && pattern.length > 1 };
  if (open.start && open.end) return textTest('contains', inner);
  if (open.start) return textTest('endswith', inner);
  if (open.end) return textTest('startswith', inner);
  const starts = textTest('startswith', pattern);
  const ends = textTest('endswith', pattern);
  return /[%_[]/.test(pattern)
    ? (text) => starts(text) && ends(text)
    : (text) => text.toLowerCase() === pattern.toLowerCase();
};

function bindCondition(scope: FetchScope, own: string, condition: FetchCondition): JoinedTest {
  const alias = condition.entity ?? own;
  const table = tableOf(scope, alias);
  const column = fetchColumn(table, condition.attribute);
  const get = joinedReader(scope, alias, column);
  const { operator, values } = condition;
  const [first] = values;
  if (operator === 'null') return (joined) => get(joined) === null;
  if (operator === 'not-null') return (joined) => get(joined) !== null;
  const named = asFunction[operator];
  if (named !== undefined) {
    const literals = values.map((value) => ({
      kind: 'string' as const,
      value: String(stored(column, value)),
    }));
    const plain = values.map((value) => ({ kind: 'string' as const, value }));
    const args = [
      { name: 'PropertyName', value: { kind: 'string' as const, value: column.name } },
      ...(lists.has(named)
        ? [{ name: 'PropertyValues', value: { kind: 'list' as const, items: literals } }]
        : plain.slice(0, 1).map((value) => ({ name: 'PropertyValue', value }))),
    ];
    const test = bindQueryFunction(scope.session, table, named, args, new Map());
    return (joined) => {
      const row = joined.get(alias) ?? null;
      return row !== null && test(row);
    };
  }
  if (first === undefined) throw badCondition();
  if (operator === 'eq' || operator === 'ne' || operator === 'neq') {
    const wanted = stored(column, first);
    return operator === 'eq'
      ? (joined) => folded(get(joined)) === wanted
      : (joined) => folded(get(joined)) !== wanted;
  }
  const compare = comparisons[operator];
  if (compare !== undefined) {
    const wanted = stored(column, first);
    if (typeof wanted === 'boolean') throw badCondition();
    return (joined) => {
      const found = folded(get(joined));
      return (
        (typeof found === 'string' || typeof found === 'number') &&
        typeof found === typeof wanted &&
        compare(found, wanted)
      );
    };
  }
  const text = textOperators[operator];
  if (text !== undefined || operator === 'like' || operator === 'not-like') {
    const test = text === undefined ? likeTest(first) : textTest(text, first);
    const negated = operator.startsWith('not-');
    return (joined) => {
      const found = get(joined);
      return typeof found === 'string' ? test(found) !== negated : negated;
    };
  }
  throw unsupported('operator');
}

/** Compiles a filter; names and values are checked once, before any row is read. `own` is the alias that conditions mean. */
export function bindFetchFilter(scope: FetchScope, own: string, filter: FetchFilter): JoinedTest {
  const tests = filter.items.map((item) =>
    item.kind === 'filter' ? bindFetchFilter(scope, own, item) : bindCondition(scope, own, item),
  );
  if (tests.length === 0) return () => true;
  return filter.type === 'and'
    ? (joined) => tests.every((test) => test(joined))
    : (joined) => tests.some((test) => test(joined));
}

/** Whether a filter speaks of another table of the query, so that it can only be tested after the join. */
export const speaksOfLinks = (filter: FetchFilter): boolean =>
  filter.items.some((item) =>
    item.kind === 'filter' ? speaksOfLinks(item) : item.entity !== null && item.entity !== root,
  );

import { badCondition, emptyList, typesDiffer, wrongValueCount } from '../errors/fetch-condition-faults.ts';
import { aliasNotFound } from '../errors/fetch-faults.ts';
import { compareText, textKey } from '../query/collation.ts';
import { likeTest, textTest } from '../query/text-match.ts';
import type { Column } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import { columnSchemaName } from '../schema/schema-name.ts';
import type { Json } from '../schema/value.ts';
import { attributeIdOf } from '../store/attribute-rows.ts';
import { storedValue, systemTypes } from './condition-value.ts';
import type { FetchCondition } from './fetch-query.ts';
import {
  aliasNamed,
  type FetchScope,
  type Joined,
  namedColumn,
  type NamedColumn,
  root,
  tableOf,
} from './fetch-scope.ts';
import { hierarchyTest } from './hierarchy-condition.ts';
import { principalTest } from './principal-condition.ts';
import { timeCondition } from './time-condition.ts';

/** A test of one row of a join. */
export type JoinedTest = (joined: Joined) => boolean;

/** A test of a value that a row holds. */
export type ValueTest = (value: Json) => boolean;

type Scalar = string | number | boolean;

/** A value as conditions compare it, nothing for what is no single value. */
const folded = (value: Json): Scalar | null => {
  if (value === null || typeof value === 'object') return null;
  return typeof value === 'string' ? textKey(value) : value;
};

/** Which of two values comes first: text by the database's alphabet, all else as it is written. */
type Order = (left: Scalar, right: Scalar) => number;

const textColumns = new Set<Column['type']>(['string', 'memo']);

const orderOf = ({ type }: Column): Order =>
  textColumns.has(type)
    ? (left, right) => compareText(String(left), String(right))
    : (left, right) => (left === right ? 0 : left < right ? -1 : 1);

/** How two values of one type compare under an operator; what is null is unequal to everything. */
function compares(order: Order, operator: string, left: Scalar | null, right: Scalar | null): boolean {
  const unequal = operator === 'ne' || operator === 'neq';
  if (left === null || right === null || typeof left !== typeof right) return unequal;
  switch (operator) {
    case 'eq':
      return left === right;
    case 'gt':
      return order(left, right) > 0;
    case 'ge':
      return order(left, right) >= 0;
    case 'lt':
      return order(left, right) < 0;
    case 'le':
      return order(left, right) <= 0;
    default:
      return left !== right;
  }
}

/** `like`, `begins-with`, `ends-with` and their opposites; rows without a value meet the opposites. */
function textCondition({ operator, values: [pattern = ''] }: FetchCondition, stored: string): ValueTest {
  const negated = operator.name.startsWith('not-');
  const test = operator.name.endsWith('like')
    ? likeTest(pattern)
    : textTest(operator.name.includes('begin') ? 'startswith' : 'endswith', pattern);
  return (value) => {
    if (value === null || typeof value === 'object') return negated;
    return (typeof value === 'string' ? test(value) : String(value) === stored) !== negated;
  };
}

function listCondition(order: Order, { operator }: FetchCondition, wanted: readonly Scalar[]): ValueTest {
  const [low = 0, high = 0] = wanted;
  const is = (name: string, value: Json, bound: Scalar) => compares(order, name, folded(value), bound);
  switch (operator.name) {
    case 'between':
      return (value) => is('ge', value, low) && is('le', value, high);
    case 'not-between':
      return (value) => is('lt', value, low) || is('gt', value, high);
    default: {
      const set = new Set<Scalar | null>(wanted);
      const negated = operator.name.startsWith('not-');
      return (value) => set.has(folded(value)) !== negated;
    }
  }
}

/** The values of a choices column, which rows hold in one text; one for a column with a single choice. */
const chosen = (value: Json): ReadonlySet<string> =>
  value === null || typeof value === 'object' ? new Set() : new Set(String(value).split(','));

/** `contain-values`: the column holds any of the values (Learn: "condition operator values"). */
function containsTest({ operator }: FetchCondition, wanted: readonly Scalar[]): ValueTest {
  const negated = operator.name.startsWith('not-');
  return (value) => {
    const found = chosen(value);
    return wanted.some((it) => found.has(String(it))) !== negated;
  };
}

/** `eq`, `in` and their opposites mean exactly the choices that are named (Learn: "Multi-select choices", query data from choices). */
function choicesTest({ operator }: FetchCondition, wanted: readonly Scalar[]): ValueTest {
  if (!['eq', 'ne', 'neq', 'in', 'not-in'].includes(operator.name)) throw badCondition();
  const all = new Set(wanted.map(String));
  const negated = operator.name.startsWith('n');
  return (value) => {
    const found = chosen(value);
    return (found.size === all.size && [...all].every((it) => found.has(it))) !== negated;
  };
}

function valueTest(
  scope: FetchScope,
  table: Table,
  condition: FetchCondition,
  column: Column,
  label: string,
): ValueTest {
  const { operator, values } = condition;
  const order = orderOf(column);
  const stored = () => values.map((value) => storedValue(column, value, label, scope.clock.zone));
  switch (operator.kind) {
    case 'null':
      return operator.name === 'null' ? (value) => value === null : (value) => value !== null;
    case 'value': {
      const [wanted = null] = stored();
      if (column.type === 'choices') return choicesTest(condition, stored());
      return (value) => compares(order, operator.name, folded(value), wanted);
    }
    case 'text':
      return textCondition(condition, textColumns.has(column.type) ? '' : String(stored()[0]));
    case 'choices':
      if (column.type !== 'choices' && column.type !== 'choice') throw badCondition();
      return containsTest(condition, stored());
    case 'list':
      if (values.length === 0)
        throw emptyList(operator.sdkName, columnSchemaName(table, column.name), attributeIdOf(table, column));
      return column.type === 'choices'
        ? choicesTest(condition, stored())
        : listCondition(order, condition, stored());
    case 'time':
      return timeCondition(scope, condition, column, label);
    case 'principal':
      return principalTest(scope, condition, column);
    case 'hierarchy':
      return hierarchyTest(scope.session, table, condition, column, label);
  }
}

/** `valueof`: a column of the same table, or of the one whose alias stands before the dot; a link has to have one for that (Learn: "Filter rows using FetchXml", cross table column comparisons). */
function comparedColumn(scope: FetchScope, own: string, name: string): NamedColumn {
  const dot = name.indexOf('.');
  if (dot < 0) return namedColumn(scope, own, name);
  const alias = name.slice(0, dot);
  const named = aliasNamed(scope, alias, own);
  if (named !== root && named !== alias) throw aliasNotFound();
  return namedColumn(scope, named, name.slice(dot + 1));
}

/** An operator has as many values as it takes; which column that is about is told by its schema name. */
function requireCount({ operator, values }: FetchCondition, table: Table, column: string): void {
  const given = values.length;
  const wanted = operator.values === 'two' ? 2 : 1;
  // A list without values has words of its own.
  const some = operator.values === 'some' && (given > 0 || operator.kind === 'list');
  if (operator.values === 'none' || some || (operator.values !== 'some' && given === wanted)) return;
  throw wrongValueCount(operator.sdkName, wanted, given, columnSchemaName(table, column));
}

/** Compiles a condition; its names and values are checked here, before any row is read. `own` is the alias that it means. */
export function bindCondition(scope: FetchScope, own: string, condition: FetchCondition): JoinedTest {
  const alias = aliasNamed(scope, condition.entity, own);
  const { column, read } = namedColumn(scope, alias, condition.attribute);
  const table = tableOf(scope, alias);
  const label = `${table.logicalName}.${condition.attribute}`;
  const { operator, valueOf } = condition;
  if (valueOf !== null) {
    const other = comparedColumn(scope, alias, valueOf);
    const [wanted, given] = [systemTypes[column.type], systemTypes[other.column.type]];
    if (wanted !== given) throw typesDiffer(label, wanted, given);
    const order = orderOf(column);
    return (joined) => compares(order, operator.name, folded(read(joined)), folded(other.read(joined)));
  }
  requireCount(condition, table, column.name);
  const test = valueTest(scope, table, condition, column, label);
  return (joined) => test(read(joined));
}

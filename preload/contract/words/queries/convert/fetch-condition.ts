import { kindOf } from '../column-kind.ts';
import { operatorNamed } from '../fetchxml/operators.ts';
import { attributeOf, elementsOf, textOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import { CRM } from '../odata/dialect.ts';
import type { Argument, BinaryOperator, Expression } from '../odata/syntax.ts';
import { isPlaceholder } from '../parameters/parameter.ts';
import type { Span } from '../query-fault.ts';
import { isLookup, propertyOf, shownColumn } from '../tables.ts';
import type { QueryColumn, QueryTableDetails } from '../tables.ts';
import type { Ledger } from './conversion.ts';
import { literalOf, noteDays, zoneIsOpen } from './literal-of.ts';

const NOWHERE: Span = { from: 0, to: 0 };

/** Makes parts of a filter that no text has. */
export const make = {
  path: (...names: readonly string[]): Expression => ({
    kind: 'path',
    names: names.map((name) => ({ name, ...NOWHERE })),
    ...NOWHERE,
  }),
  text: (text: string): Expression => ({ kind: 'literal', type: 'string', text, ...NOWHERE }),
  nothing: { kind: 'literal', type: 'null', text: 'null', ...NOWHERE } satisfies Expression,
  call: (name: string, args: readonly Argument[]): Expression => ({ kind: 'call', name, args, ...NOWHERE }),
  compare: (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
    kind: 'binary',
    operator,
    left,
    right,
    ...NOWHERE,
  }),
  not: (operand: Expression): Expression => ({ kind: 'not', operand, ...NOWHERE }),
  list: (items: readonly Expression[]): Expression => ({ kind: 'list', brackets: '[', items, ...NOWHERE }),
  literal: (
    type: 'string' | 'number' | 'boolean' | 'guid' | 'date' | 'null' | 'typed',
    text: string,
  ): Expression => ({ kind: 'literal', type, text, ...NOWHERE }),
} as const;

/** Joins parts with `and` or `or`; null of none. */
export const joined = (operator: 'and' | 'or', parts: readonly Expression[]): Expression | null =>
  parts.reduce<Expression | null>(
    (whole, part) => (whole === null ? part : make.compare(operator, whole, part)),
    null,
  );

const COMPARE: Readonly<Record<string, BinaryOperator>> = {
  eq: 'eq',
  ne: 'ne',
  neq: 'ne',
  gt: 'gt',
  ge: 'ge',
  lt: 'lt',
  le: 'le',
};

/** `like` without a wildcard in its middle is one of the three text functions; they read wildcards inside as `like` does. */
const likeOf = (column: Expression, pattern: string): Expression | null => {
  const [begins, ends] = [pattern.startsWith('%'), pattern.length > 1 && pattern.endsWith('%')];
  const inner = pattern.slice(begins ? 1 : 0, ends ? -1 : undefined);
  if (inner.includes('%')) return null;
  if (!begins && !ends)
    // A value that is given later may have a wildcard.
    return /[_[]|\{\{/.test(inner) ? null : make.compare('eq', column, make.text(inner));
  const name = begins && ends ? 'contains' : ends ? 'startswith' : 'endswith';
  return make.call(
    name,
    [column, make.text(inner)].map((value) => ({ name: null, value })),
  );
};

const textCondition = (operator: string, column: Expression, value: string): Expression | null => {
  const args = [column, make.text(value)].map((one) => ({ name: null, value: one }));
  switch (operator) {
    case 'like':
      return likeOf(column, value);
    case 'not-like': {
      const like = likeOf(column, value);
      return like === null ? null : make.not(like);
    }
    case 'begins-with':
      return make.call('startswith', args);
    case 'not-begin-with':
      return make.not(make.call('startswith', args));
    case 'ends-with':
      return make.call('endswith', args);
    default:
      return make.not(make.call('endswith', args));
  }
};

const functionArguments = (
  name: string,
  column: QueryColumn,
  values: readonly string[],
  isMany: boolean,
): readonly Argument[] => {
  const property = { name: 'PropertyName', value: make.text(column.logicalName) };
  if (values.length === 0) return [property];
  if (isMany) return [property, { name: 'PropertyValues', value: make.list(values.map(make.text)) }];
  const [first = '', second = ''] = values;
  const number = (text: string): Expression =>
    /^-?\d+$/.test(text)
      ? make.literal('number', text)
      : isPlaceholder(text)
        ? make.literal('typed', text)
        : make.text(text);
  if (name.endsWith('FiscalPeriodAndYear')) {
    return [
      property,
      { name: 'PropertyValue1', value: number(first) },
      { name: 'PropertyValue2', value: number(second) },
    ];
  }
  const asNumber = /X|^InFiscal/.test(name);
  return [property, { name: 'PropertyValue', value: asNumber ? number(first) : make.text(first) }];
};

/** Says a FetchXML condition on a column of `table` (reached by the navigation properties `way`) in OData; null when it cannot. */
export const conditionToOData = (
  condition: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  ledger: Ledger,
): Expression | null => {
  const name = attributeOf(condition, 'attribute') ?? attributeOf(condition, 'column') ?? '';
  const column = table.columns.find(({ logicalName }) => logicalName === name);
  if (column === undefined) {
    const code = shownColumn(table, name) === null ? 'column-unknown' : 'shown-column';
    return ledger.refuse(code, condition, `${table.logicalName}.${name}`);
  }
  if (attributeOf(condition, 'aggregate') !== null || attributeOf(condition, 'alias') !== null)
    return ledger.refuse('having', condition, name);
  const operator = operatorNamed(attributeOf(condition, 'operator') ?? '');
  if (operator === null)
    return ledger.refuse('operator', condition, attributeOf(condition, 'operator') ?? '');
  // The ID behind a lookup of the first table is its own property; further away it is reached through the navigation.
  const path = make.path(...way, propertyOf(column));
  const values = [attributeOf(condition, 'value'), ...elementsOf(condition, 'value').map(textOf)].flatMap(
    (value) => (value === null ? [] : [value]),
  );
  const [value = ''] = values;

  if (operator.name === 'null' || operator.name === 'not-null') {
    return make.compare(operator.name === 'null' ? 'eq' : 'ne', path, make.nothing);
  }
  const compared = COMPARE[operator.name];
  if (compared !== undefined) {
    const other = attributeOf(condition, 'valueof');
    if (other !== null) {
      const found = table.columns.find(({ logicalName }) => logicalName === other);
      return found === undefined
        ? ledger.refuse('condition-on-alias', condition, other)
        : make.compare(compared, path, make.path(...way, propertyOf(found)));
    }
    const literal = literalOf(column, value);
    if (literal === null) return ledger.refuse('value-unreadable', condition, value);
    if (zoneIsOpen(column, value)) ledger.note('time-zone', condition, value);
    return make.compare(compared, path, make.literal(literal.type, literal.text));
  }
  if (operator.crmFunction === null) {
    // The service compares other columns with the pattern as a value; OData has no function for them.
    if ((kindOf(column) ?? 'a text') !== 'a text') return ledger.refuse('operator', condition, operator.name);
    return textCondition(operator.name, path, value) ?? ledger.refuse('like-pattern', condition, value);
  }
  if (way.length > 0) {
    // Functions name a column of the table that is asked; only a list of comparisons says the same further away.
    if ((operator.name !== 'in' && operator.name !== 'not-in') || values.length > 50)
      return ledger.refuse('function-on-link', condition, operator.name);
    const literals = values.map((one) => literalOf(column, one));
    if (literals.some((one) => one === null))
      return ledger.refuse('value-unreadable', condition, values.join(', '));
    const parts = literals.flatMap((one) =>
      one === null
        ? []
        : [make.compare(operator.name === 'in' ? 'eq' : 'ne', path, make.literal(one.type, one.text))],
    );
    return joined(operator.name === 'in' ? 'or' : 'and', parts);
  }
  const cleaned =
    isLookup(column) || column.type === 'Uniqueidentifier'
      ? values.map((one) => (isPlaceholder(one) ? one : one.replaceAll(/[{}]/g, '')))
      : values;
  noteDays(operator.name, column, values, condition, ledger);
  const isMany = operator.values === 'many' || operator.name === 'between' || operator.name === 'not-between';
  return make.call(
    CRM + operator.crmFunction,
    functionArguments(operator.crmFunction, column, cleaned, isMany),
  );
};

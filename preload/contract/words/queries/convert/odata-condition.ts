import { isValueOf, kindOf } from '../column-kind.ts';
import { operatorOfFunction } from '../fetchxml/operators.ts';
import { newElement, newText } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import { printExpression } from '../odata/print-odata.ts';
import type { BinaryOperator, Expression } from '../odata/syntax.ts';
import { placeholderOf } from '../parameters/odata-places.ts';
import { columnOfProperty } from '../tables.ts';
import type { QueryColumn, QuerySchema, QueryTableDetails } from '../tables.ts';
import type { Ledger } from './conversion.ts';
import { noteDays, zoneIsOpen } from './literal-of.ts';

/** Where a filter stands: its table, the variable of a lambda, and how a linked row is named. */
export type FilterPlace = {
  readonly table: QueryTableDetails;
  readonly variable: string | null;
  readonly schema: QuerySchema;
  readonly ledger: Ledger;
  readonly aliases: ReadonlyMap<string, Expression>;
  /** The alias of the link that follows navigation properties from the first table; null where a link cannot be made. */
  readonly linkTo: (
    names: readonly string[],
  ) => { readonly alias: string; readonly table: QueryTableDetails } | null;
};

const OPPOSITE: Readonly<Record<string, string>> = {
  eq: 'ne',
  ne: 'eq',
  gt: 'le',
  le: 'gt',
  lt: 'ge',
  ge: 'lt',
  like: 'not-like',
  'not-like': 'like',
  null: 'not-null',
  'not-null': 'null',
  in: 'not-in',
  'not-in': 'in',
  between: 'not-between',
  'not-between': 'between',
  'contain-values': 'not-contain-values',
  'not-contain-values': 'contain-values',
  under: 'not-under',
  'not-under': 'under',
  'eq-userid': 'ne-userid',
  'ne-userid': 'eq-userid',
  'eq-businessid': 'ne-businessid',
  'ne-businessid': 'eq-businessid',
};
const MIRROR: Partial<Record<BinaryOperator, BinaryOperator>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  lt: 'gt',
  ge: 'le',
  le: 'ge',
};

const shown = (expression: Expression): string => printExpression(expression).slice(0, 80);

/** What an alias stands for; itself where it has no value: a parameter. */
export const resolved = (expression: Expression, place: Pick<FilterPlace, 'aliases'>): Expression =>
  expression.kind === 'alias' ? (place.aliases.get(expression.name) ?? expression) : expression;

type Found = { readonly column: QueryColumn; readonly entityname: string | null };

const columnAt = (expression: Expression, place: FilterPlace): Found | null => {
  if (expression.kind !== 'path') return null;
  const names = expression.names.map(({ name }) => name);
  const own = place.variable === null ? names : names[0] === place.variable ? names.slice(1) : null;
  const last = own?.at(-1);
  if (own === null || last === undefined) return null;
  if (own.length === 1) {
    const column = columnOfProperty(place.table, last) ?? lookupOf(last, place.table);
    return column === null ? null : { column, entityname: null };
  }
  if (place.variable !== null) return null;
  const link = place.linkTo(own.slice(0, -1));
  const column = link === null ? null : columnOfProperty(link.table, last);
  return link === null || column === null ? null : { column, entityname: link.alias };
};

/** `primarycontactid eq null` compares the lookup itself. */
const lookupOf = (name: string, table: QueryTableDetails): QueryColumn | null => {
  const navigation = table.navigation.find((one) => one.kind === 'one' && one.name === name);
  return navigation === undefined
    ? null
    : (table.columns.find(({ logicalName }) => logicalName === navigation.column) ?? null);
};

const condition = (
  { column, entityname }: Found,
  operator: string,
  more: Readonly<Record<string, string>>,
  values: readonly string[] = [],
): XmlElement =>
  newElement(
    'condition',
    { entityname, attribute: column.logicalName, operator, ...more },
    values.map((value) => newElement('value', {}, [newText(value)])),
  );

/** A value as conditions of FetchXML have it; null where it is none. */
export const textOf = (expression: Expression): string | null => {
  if (expression.kind === 'alias') return placeholderOf(expression.name);
  if (expression.kind === 'minus') {
    const inner = textOf(expression.operand);
    return inner === null ? null : `-${inner}`;
  }
  if (expression.kind !== 'literal' || expression.type === 'null') return null;
  if (expression.type === 'boolean') return expression.text === 'true' ? '1' : '0';
  if (expression.type === 'number') return expression.text.replace(/[lmdf]$/i, '');
  return expression.text;
};

const compared = (
  expression: Expression & { readonly kind: 'binary' },
  negated: boolean,
  place: FilterPlace,
): XmlElement | null => {
  const [left, right] = [resolved(expression.left, place), resolved(expression.right, place)];
  const turned = left.kind !== 'path' && right.kind === 'path';
  const operator = turned
    ? MIRROR[expression.operator]
    : expression.operator in { eq: 0, ne: 0, gt: 0, ge: 0, lt: 0, le: 0 }
      ? expression.operator
      : undefined;
  const found = columnAt(turned ? right : left, place);
  const other = turned ? left : right;
  if (operator === undefined) return place.ledger.refuse('filter-expression', expression, shown(expression));
  const side = turned ? right : left;
  if (found === null)
    return side.kind === 'path'
      ? place.ledger.refuse('column-unknown', expression, shown(side))
      : place.ledger.refuse('filter-expression', expression, shown(expression));
  const named = negated ? (OPPOSITE[operator] ?? operator) : operator;
  if (other.kind === 'literal' && other.type === 'null') {
    if (named !== 'eq' && named !== 'ne')
      return place.ledger.refuse('filter-expression', expression, shown(expression));
    return condition(found, named === 'eq' ? 'null' : 'not-null', {});
  }
  if (other.kind === 'path') {
    const column = columnAt(other, place);
    if (column === null) return place.ledger.refuse('column-unknown', other, shown(other));
    return condition(found, named, {
      valueof:
        column.entityname === null
          ? column.column.logicalName
          : `${column.entityname}.${column.column.logicalName}`,
    });
  }
  const value = textOf(other);
  if (value !== null && other.kind === 'literal' && other.type === 'date' && zoneIsOpen(found.column, value))
    place.ledger.note('time-zone-of-caller', other, value);
  // OData compares a whole number with a part of one, and takes no day that is none; FetchXML reads values in the column's own type.
  if (
    value !== null &&
    other.kind === 'literal' &&
    other.type !== 'string' &&
    !isValueOf(found.column, value)
  )
    return place.ledger.refuse('value-unreadable', other, value);
  return value === null
    ? place.ledger.refuse('filter-expression', expression, shown(expression))
    : condition(found, named, { value });
};

const called = (
  call: Expression & { readonly kind: 'call' },
  negated: boolean,
  place: FilterPlace,
): XmlElement | null => {
  const refuse = (): null => place.ledger.refuse('filter-expression', call, shown(call));
  const [first, second] = call.args.map(({ value }) => resolved(value, place));
  if (call.name === 'contains' || call.name === 'startswith' || call.name === 'endswith') {
    const found = first === undefined ? null : columnAt(first, place);
    const text = second === undefined ? null : textOf(second);
    if (found === null || text === null || (kindOf(found.column) ?? 'a text') !== 'a text') return refuse();
    const pattern = `${call.name === 'startswith' ? '' : '%'}${text}${call.name === 'endswith' ? '' : '%'}`;
    return condition(found, negated ? 'not-like' : 'like', { value: pattern });
  }
  const operator = operatorOfFunction(call.name);
  const argument = (name: string): Expression | undefined => {
    const found = call.args.find((one) => one.name === name)?.value;
    return found === undefined ? undefined : resolved(found, place);
  };
  const property = argument('PropertyName');
  const name = property === undefined ? null : textOf(property);
  const column = place.table.columns.find(({ logicalName }) => logicalName === name?.toLowerCase());
  if (operator === null || column === undefined)
    return operator === null ? refuse() : place.ledger.refuse('column-unknown', call, name ?? '');
  const named = negated ? OPPOSITE[operator.name] : operator.name;
  if (named === undefined) return place.ledger.refuse('negation', call, call.name);
  const found: Found = { column, entityname: null };
  const many = argument('PropertyValues');
  if (many !== undefined) {
    const values = many.kind === 'list' ? many.items.map((item) => textOf(resolved(item, place))) : [null];
    noteDays(
      named,
      column,
      values.flatMap((one) => one ?? []),
      call,
      place.ledger,
    );
    return values.some((value) => value === null)
      ? refuse()
      : condition(
          found,
          named,
          {},
          values.flatMap((value) => value ?? []),
        );
  }
  const values = ['PropertyValue', 'PropertyValue1', 'PropertyValue2'].flatMap((one) => {
    const value = argument(one);
    return value === undefined ? [] : [textOf(value)];
  });
  if (values.some((value) => value === null)) return refuse();
  const [value] = values;
  if (operator.values === 'two')
    return condition(
      found,
      named,
      {},
      values.flatMap((one) => one ?? []),
    );
  return condition(found, named, value === undefined || value === null ? {} : { value });
};

const quantified = (
  lambda: Expression & { readonly kind: 'lambda' },
  negated: boolean,
  place: FilterPlace,
): XmlElement | null => {
  const names = lambda.path.map(({ name }) => name);
  const own = place.variable === null ? names : names[0] === place.variable ? names.slice(1) : [];
  const [name] = own;
  const navigation = place.table.navigation.find((one) => one.name === name && one.kind !== 'one');
  const there = navigation === undefined ? undefined : place.schema.details.get(navigation.target);
  const across = navigation?.kind === 'intersect';
  // The intersect table of a table that is related to itself has columns whose names are not known here.
  if (
    own.length !== 1 ||
    navigation === undefined ||
    (across && navigation.target === place.table.logicalName)
  )
    return place.ledger.refuse('filter-expression', lambda, shown(lambda));
  if (there === undefined) return place.ledger.refuse('tables-needed', lambda, navigation.target);
  // All rows pass when no row fails.
  const all = lambda.quantifier === 'all';
  const inner =
    lambda.body === null
      ? null
      : filterToFetch(lambda.body, all, {
          ...place,
          table: there,
          variable: lambda.variable,
          linkTo: () => null,
        });
  if (lambda.body !== null && inner === null) return null;
  const conditions =
    inner === null ? [] : [inner.name === 'filter' ? inner : newElement('filter', {}, [inner])];
  const type = { 'link-type': all === negated ? 'any' : 'not any' };
  const { primaryId } = place.table;
  if (!across)
    return newElement(
      'link-entity',
      { name: there.logicalName, from: navigation.column, to: primaryId, ...type },
      conditions,
    );
  // Microsoft Learn: "Join tables using FetchXml", many-to-many: over the intersect table to the other one.
  return newElement(
    'link-entity',
    { name: navigation.column, from: primaryId, to: primaryId, ...type, intersect: 'true' },
    [
      newElement(
        'link-entity',
        { name: there.logicalName, from: there.primaryId, to: there.primaryId },
        conditions,
      ),
    ],
  );
};

/** `contains(…) eq true` and its likes: the function that is asked, and whether it shall not hold. Null for anything else. */
const heldTrue = (
  { left, operator, right }: Expression & { readonly kind: 'binary' },
  place: FilterPlace,
): { readonly call: Expression; readonly untrue: boolean } | null => {
  if (operator !== 'eq' && operator !== 'ne') return null;
  const [one, other] = [resolved(left, place), resolved(right, place)];
  const [call, literal] = one.kind === 'call' ? [one, other] : [other, one];
  if (call.kind !== 'call' || literal.kind !== 'literal' || literal.type !== 'boolean') return null;
  return { call, untrue: (literal.text === 'true') !== (operator === 'eq') };
};

/** A filter of OData as conditions of FetchXML; a `not` goes down to them, where each operator has its opposite. Null after a refusal. */
export const filterToFetch = (
  expression: Expression,
  negated: boolean,
  place: FilterPlace,
): XmlElement | null => {
  switch (expression.kind) {
    case 'binary': {
      const held = heldTrue(expression, place);
      if (held !== null) return filterToFetch(held.call, negated !== held.untrue, place);
      if (expression.operator !== 'and' && expression.operator !== 'or')
        return compared(expression, negated, place);
      const type = (expression.operator === 'and') === negated ? 'or' : 'and';
      const parts = [expression.left, expression.right].map((part) => filterToFetch(part, negated, place));
      // A chain of the same kind is one list.
      const flat = parts.flatMap((part) =>
        part === null
          ? []
          : part.name === 'filter' && part.attributes[0]?.value === type
            ? part.children
            : [part],
      );
      return parts.some((part) => part === null) ? null : newElement('filter', { type }, flat);
    }
    case 'not':
      return filterToFetch(expression.operand, !negated, place);
    case 'call':
      return called(expression, negated, place);
    case 'lambda':
      return quantified(expression, negated, place);
    case 'path': {
      // A yes/no column stands for itself.
      const found = columnAt(expression, place);
      if (found === null) return place.ledger.refuse('column-unknown', expression, shown(expression));
      return condition(found, negated ? 'ne' : 'eq', { value: '1' });
    }
    case 'literal':
    case 'alias':
    case 'minus':
    case 'list':
      return place.ledger.refuse('filter-expression', expression, shown(expression));
  }
};

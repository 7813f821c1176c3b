import { isId, isValueOf, kindOf } from '../column-kind.ts';
import type { ColumnKind } from '../column-kind.ts';
import { propertyOf } from '../tables.ts';
import type { QueryColumn, QuerySchema } from '../tables.ts';
import { checkPath, follow } from './check-names.ts';
import type { Place, Tell } from './check-names.ts';
import { printExpression } from './print-odata.ts';
import type { Expression, LiteralType } from './syntax.ts';

const checkChoice = (column: QueryColumn | null, value: Expression, tell: Tell): void => {
  if (column === null || column.options.length === 0 || value.kind !== 'literal' || value.type !== 'number')
    return;
  if (column.options.some((option) => option.value === Number(value.text))) return;
  tell(
    'choice-unknown',
    value,
    value.text,
    column.options
      .slice(0, 8)
      .map((option) => `${option.value} ${option.label}`)
      .join(', '),
    'warning',
  );
};

const KIND_OF_LITERAL: Partial<Record<LiteralType, ColumnKind>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'yes or no',
  date: 'a date',
  guid: 'an ID',
};

/** A column and a value of different types are never compared (OASIS OData 4.01 URL conventions, section 5.1.1.1: operators need comparable operands). */
const checkTypes = (column: QueryColumn | null, value: Expression, tell: Tell): void => {
  if (column === null || value.kind !== 'literal') return;
  const [wanted, given] = [kindOf(column), KIND_OF_LITERAL[value.type] ?? null];
  // An ID between quotes is read as one.
  const noDay = wanted === 'a date' && given === wanted && !isValueOf(column, value.text);
  if (
    wanted === null ||
    given === null ||
    (wanted === given && !noDay) ||
    (wanted === 'an ID' && isId(value.text))
  )
    return;
  tell('types-differ', value, propertyOf(column), wanted);
};

/** A row behind a lookup is compared with nothing but null; its ID is a property of its own. */
const checkLookup = (
  side: Expression,
  value: Expression,
  schema: QuerySchema,
  { table, variables }: Place,
  tell: Tell,
): void => {
  if (side.kind !== 'path' || value.kind === 'path') return;
  if (value.kind === 'literal' && value.type === 'null') return;
  const [first] = side.names;
  const ranged = first !== undefined && variables.has(first.name);
  const begin = ranged ? (variables.get(first.name) ?? null) : table;
  const rest = ranged ? side.names.slice(1) : side.names;
  const last = rest.at(-1);
  const there = follow(rest.slice(0, -1), schema, begin, () => undefined);
  const navigation = there?.navigation.find(({ kind, name }) => kind === 'one' && name === last?.name);
  if (last !== undefined && navigation !== undefined)
    tell('lookup-spelling', last, last.name, `_${navigation.column}_value`);
};

/** A filter is true or false. */
export const checkTruth = (by: Expression, schema: QuerySchema, place: Place, tell: Tell): void => {
  if (by.kind === 'binary' && (by.operator === 'and' || by.operator === 'or')) {
    checkTruth(by.left, schema, place, tell);
    checkTruth(by.right, schema, place, tell);
  }
  if (by.kind === 'not') checkTruth(by.operand, schema, place, tell);
  const column = by.kind === 'path' ? checkPath(by.names, schema, place, () => undefined) : null;
  const other = column === null ? null : kindOf(column);
  const truth = by.kind === 'literal' ? by.type === 'boolean' : other === null || other === 'yes or no';
  if (!truth || by.kind === 'list' || by.kind === 'minus')
    tell('not-yes-or-no', by, printExpression(by).slice(0, 60));
};

/** The two sides of a comparison: values fit the type and the choices of the column, and a row behind a lookup is no value. */
export const checkComparison = (
  { left, right }: Expression & { readonly kind: 'binary' },
  schema: QuerySchema,
  place: Place,
  tell: Tell,
): void => {
  for (const [side, value] of [
    [left, right],
    [right, left],
  ] as const) {
    const column = side.kind === 'path' ? checkPath(side.names, schema, place, () => undefined) : null;
    checkChoice(column, value, tell);
    checkTypes(column, value, tell);
    checkLookup(side, value, schema, place, tell);
  }
};

import { kindOf } from '../column-kind.ts';
import { conditionFaults } from '../condition-fit.ts';
import type { ValueAt } from '../condition-fit.ts';
import { FETCH_OPERATORS, operatorOfFunction } from '../fetchxml/operators.ts';
import { nearestName } from '../nearest-name.ts';
import { holdsPlaceholder } from '../parameters/odata-places.ts';
import type { QueryColumn, QuerySchema } from '../tables.ts';
import { checkList, checkPath, follow } from './check-names.ts';
import type { Place, Tell } from './check-names.ts';
import { checkComparison } from './check-values.ts';
import { CRM, REFUSED_OPERATORS, TEXT_FUNCTIONS } from './dialect.ts';
import type { Expression, Name } from './syntax.ts';
import { partsOf } from './walk.ts';

const FUNCTIONS = [
  ...TEXT_FUNCTIONS,
  ...FETCH_OPERATORS.flatMap(({ crmFunction }) => (crmFunction === null ? [] : [CRM + crmFunction])),
];

/** What a function of the service compares with, as far as it stands there. */
const valuesIn = (call: Expression & { readonly kind: 'call' }): readonly ValueAt[] =>
  call.args
    .flatMap(({ name, value }) =>
      name?.startsWith('PropertyValue') !== true ? [] : value.kind === 'list' ? value.items : [value],
    )
    .flatMap((value) =>
      value.kind === 'literal' &&
      value.type !== 'null' &&
      value.type !== 'typed' &&
      !holdsPlaceholder(value.text)
        ? [{ text: value.text, at: value }]
        : [],
    );

const checkCall = (
  call: Expression & { readonly kind: 'call' },
  place: Place,
  columnAt: (names: readonly Name[]) => QueryColumn | null,
  tell: Tell,
): void => {
  if (TEXT_FUNCTIONS.has(call.name)) {
    const [text, part] = call.args;
    if (text === undefined || part === undefined || call.args.length > 2)
      tell('function-arguments', call, call.name, 'a column and a text');
    const column = text?.value.kind === 'path' ? columnAt(text.value.names) : null;
    if (column !== null && (kindOf(column) ?? 'a text') !== 'a text')
      tell(
        'function-arguments',
        call,
        call.name,
        `a column that is a text, and ${column.logicalName} is none`,
      );
    else if (part?.value.kind === 'literal' && part.value.type !== 'string')
      tell('function-arguments', part.value, call.name, `a text between quotes: '${part.value.text}'`);
    return;
  }
  if (!call.name.startsWith(CRM)) {
    tell('function-refused', call, call.name, nearestName(call.name, FUNCTIONS));
    return;
  }
  const operator = operatorOfFunction(call.name);
  if (operator === null) {
    tell('function-refused', call, call.name, nearestName(call.name, FUNCTIONS), 'warning');
    return;
  }
  const property = call.args.find(({ name }) => name === 'PropertyName')?.value;
  if (property === undefined) {
    tell('function-arguments', call, call.name.slice(CRM.length), "PropertyName='…'");
    return;
  }
  if (operator.values !== 'none' && !call.args.some(({ name }) => name?.startsWith('PropertyValue') === true))
    tell(
      'function-arguments',
      call,
      call.name.slice(CRM.length),
      operator.values === 'many' ? 'PropertyValues=[…]' : 'PropertyValue=…',
    );
  if (place.table === null || property.kind !== 'literal') return;
  const known = place.table.columns.some(({ logicalName }) => logicalName === property.text.toLowerCase());
  const names = place.table.columns.map(({ logicalName }) => logicalName);
  if (!known && !property.text.includes('/'))
    tell('column-unknown', property, property.text, nearestName(property.text, names));
  const column = place.table.columns.find(({ logicalName }) => logicalName === property.text.toLowerCase());
  if (column === undefined) return;
  const name = call.name.slice(CRM.length);
  for (const fault of conditionFaults(operator.name, column, valuesIn(call), name, property))
    tell(fault.code, fault, fault.value, fault.instead, fault.severity);
  const many = call.args.find((one) => one.name === 'PropertyValues')?.value;
  if (operator.values === 'two' && many?.kind === 'list' && many.items.length !== 2)
    tell('function-arguments', many, name, 'two values: PropertyValues=[…,…]');
};

/** A filter, an order or a value, with everything in it. */
export const checkExpression = (
  expression: Expression,
  schema: QuerySchema,
  place: Place,
  tell: Tell,
): void => {
  if (expression.kind === 'path') {
    checkPath(expression.names, schema, place, tell);
    return;
  }
  if (expression.kind === 'binary') {
    if (REFUSED_OPERATORS.has(expression.operator)) {
      tell(
        'operator-refused',
        expression,
        expression.operator,
        expression.operator === 'in' ? `${CRM}In` : '',
      );
    }
    checkComparison(expression, schema, place, tell);
  }
  if (expression.kind === 'call')
    checkCall(expression, place, (names) => checkPath(names, schema, place, () => undefined), tell);
  if (expression.kind === 'lambda') {
    const [first, ...others] = expression.path;
    const ranged = first !== undefined && place.variables.has(first.name);
    const begin = ranged ? (place.variables.get(first.name) ?? null) : place.table;
    const path = ranged ? others : expression.path;
    const there = follow(path, schema, begin, tell);
    checkList(path, schema, begin, expression.quantifier, tell);
    if (expression.body === null && expression.quantifier === 'all')
      tell('function-arguments', expression, 'all', 'a condition, such as o:o/statecode eq 0');
    if (expression.body === null || expression.variable === null) return;
    const variables = new Map(place.variables).set(expression.variable, there);
    checkExpression(expression.body, schema, { table: place.table, variables }, tell);
    return;
  }
  for (const part of partsOf(expression)) checkExpression(part, schema, place, tell);
};

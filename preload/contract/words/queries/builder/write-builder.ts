import { printOData } from '../odata/print-odata.ts';
import type { BinaryOperator, Expression, Name, QueryOption } from '../odata/syntax.ts';
import type { BuilderCondition, BuilderGroup, BuilderQuery, BuilderValue } from './builder-query.ts';
import { isWhole } from './builder-query.ts';

const NOWHERE = { from: 0, to: 0 };
const nameOf = (name: string): Name => ({ name, ...NOWHERE });
const pathOf = (column: string): Expression => ({
  kind: 'path',
  names: column.split('/').map(nameOf),
  ...NOWHERE,
});
const nothing: Expression = { kind: 'literal', type: 'null', text: 'null', ...NOWHERE };

const isPlaceholder = (written: string): boolean => written.startsWith('{{');
/** A `{{name}}` is printed as an alias that no text has, and put in afterwards. */
const MARK = 'p9z_';
const MARKED = /@p9z_([\p{L}\p{N}_]+)_q9/gu;

const valueOf = (value: BuilderValue): Expression => {
  if (value.kind === 'literal') return { ...value, ...NOWHERE };
  const { written } = value;
  const name = isPlaceholder(written) ? `${MARK}${written.slice(2, -2)}_q9` : written.slice(1);
  return { kind: 'alias', name, ...NOWHERE };
};

const joined = (operator: BinaryOperator, parts: readonly Expression[]): Expression | null =>
  parts.reduce<Expression | null>(
    (left, right) => (left === null ? right : { kind: 'binary', operator, left, right, ...NOWHERE }),
    null,
  );

const conditionOf = (condition: BuilderCondition): Expression => {
  const column = pathOf(condition.column);
  const value = condition.value === null ? nothing : valueOf(condition.value);
  const call = (name: string): Expression => ({
    kind: 'call',
    name,
    args: [
      { name: null, value: column },
      { name: null, value },
    ],
    ...NOWHERE,
  });
  const compare = (operator: BinaryOperator, right: Expression): Expression => ({
    kind: 'binary',
    operator,
    left: column,
    right,
    ...NOWHERE,
  });
  switch (condition.operator) {
    case 'eq':
    case 'ne':
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return compare(condition.operator, value);
    case 'null':
      return compare('eq', nothing);
    case 'not-null':
      return compare('ne', nothing);
    case 'contains':
    case 'startswith':
    case 'endswith':
      return call(condition.operator);
    case 'not-contains':
    case 'not-startswith':
    case 'not-endswith':
      return { kind: 'not', operand: call(condition.operator.slice('not-'.length)), ...NOWHERE };
  }
};

const partOf = (part: BuilderCondition | BuilderGroup): Expression | null => {
  if (part.kind === 'condition') return isWhole(part) ? conditionOf(part) : null;
  return joined(part.join, part.conditions.filter(isWhole).map(conditionOf));
};

const optionsOf = (query: BuilderQuery): readonly QueryOption[] => {
  const parts = query.filter.map(partOf).filter((part) => part !== null);
  const by = joined(query.join, parts);
  const columns = (names: readonly string[]): QueryOption => ({
    kind: 'select',
    items: names.map((name) => [nameOf(name)]),
    ...NOWHERE,
  });
  const expand = query.expand.map(({ columns: names, navigation }) => ({
    path: [nameOf(navigation)],
    options: names.length === 0 ? [] : [columns(names)],
    ...NOWHERE,
  }));
  const order = query.order.filter(({ column }) => column !== '');
  return [
    ...(query.columns.length === 0 ? [] : [columns(query.columns)]),
    ...(expand.length === 0 ? [] : [{ kind: 'expand', items: expand, ...NOWHERE } as const]),
    ...(by === null ? [] : [{ kind: 'filter', by, ...NOWHERE } as const]),
    ...(order.length === 0
      ? []
      : [
          {
            kind: 'orderby',
            items: order.map(({ column, descending }) => ({ by: pathOf(column), descending })),
            ...NOWHERE,
          } as const,
        ]),
    ...(query.top === null ? [] : [{ kind: 'top', count: query.top, ...NOWHERE } as const]),
    ...(query.count ? [{ kind: 'count', on: true, ...NOWHERE } as const] : []),
  ];
};

/** The text of a built query, one option on each line; conditions that say nothing yet are left out. Empty without a table. */
export const writeBuilder = (query: BuilderQuery): string => {
  if (query.entitySet === '') return '';
  const path = [{ ...nameOf(query.entitySet), args: null }];
  const text = printOData({ path, options: optionsOf(query) }, 'lines');
  return [...query.comments, text.replaceAll(MARKED, '{{$1}}')].join('\n');
};

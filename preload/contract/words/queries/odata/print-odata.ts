import { BINARY_LEVELS } from './syntax.ts';
import type { Argument, Expression, Name, ODataQuery, QueryOption, Transformation } from './syntax.ts';

/** How it is laid out: on one line, or one option on each with long filters broken at `and` and `or`. */
export type Layout = 'line' | 'lines';

/** What an address may not have as it is: an `&` would end the option, `#` the address, `%` and `+` are read as something else. */
const inAddress = (text: string): string =>
  text.replaceAll(/[%&#+?]|[\p{Cc}\u2028\u2029]|^\s|\s$/gu, (character) => encodeURIComponent(character));

const quoted = (text: string): string => `'${inAddress(text.replaceAll("'", "''"))}'`;

const path = (names: readonly Name[]): string => names.map(({ name }) => name).join('/');

/** How strongly an expression holds together; a `not` takes the comparison after it, so it is weaker than one. */
const levelOf = (expression: Expression): number => {
  if (expression.kind === 'binary') {
    return BINARY_LEVELS.findIndex((level) => level.some((operator) => operator === expression.operator));
  }
  if (expression.kind === 'not') return 1.5;
  return expression.kind === 'minus' ? BINARY_LEVELS.length : BINARY_LEVELS.length + 1;
};

const argument = ({ name, value }: Argument): string =>
  name === null ? printExpression(value) : `${name}=${printExpression(value)}`;

const within = (expression: Expression, least: number): string => {
  const text = printExpression(expression);
  return levelOf(expression) < least ? `(${text})` : text;
};

/** One expression on one line, with no more parentheses than it needs. */
export const printExpression = (expression: Expression): string => {
  switch (expression.kind) {
    case 'literal':
      return expression.type === 'string' ? quoted(expression.text) : inAddress(expression.text);
    case 'path':
      return path(expression.names);
    case 'alias':
      return `@${expression.name}`;
    case 'call':
      return `${expression.name}(${expression.args.map(argument).join(',')})`;
    case 'lambda':
      return `${path(expression.path)}/${expression.quantifier}(${
        expression.body === null ? '' : `${expression.variable ?? ''}:${printExpression(expression.body)}`
      })`;
    case 'binary': {
      const level = levelOf(expression);
      return `${within(expression.left, level)} ${expression.operator} ${within(expression.right, level + 1)}`;
    }
    case 'not':
      return `not ${within(expression.operand, BINARY_LEVELS.length)}`;
    case 'minus':
      return `-${within(expression.operand, BINARY_LEVELS.length + 1)}`;
    case 'list': {
      const items = expression.items.map(printExpression).join(',');
      return expression.brackets === '(' ? `(${items})` : `[${items}]`;
    }
  }
};

const printSteps = (steps: readonly Transformation[]): string =>
  steps
    .map((step) => {
      switch (step.kind) {
        case 'filter':
          return `filter(${printExpression(step.by)})`;
        case 'aggregate':
          return `aggregate(${step.items
            .map(
              ({ path: names, method, alias }) =>
                `${names === null ? '$count' : `${path(names)} with ${method ?? ''}`} as ${alias}`,
            )
            .join(',')})`;
        case 'groupby':
          return `groupby((${step.paths.map(path).join(',')})${step.steps.length === 0 ? '' : `,${printSteps(step.steps)}`})`;
      }
    })
    .join('/');

/** A filter over several lines: a break before each `and` or `or` of its outermost level. */
const printFilter = (by: Expression, layout: Layout): string => {
  if (layout === 'line' || by.kind !== 'binary' || (by.operator !== 'and' && by.operator !== 'or'))
    return printExpression(by);
  const parts: string[] = [];
  let rest: Expression = by;
  const level = levelOf(by);
  while (rest.kind === 'binary' && rest.operator === by.operator) {
    parts.unshift(`  ${rest.operator} ${within(rest.right, level + 1)}`);
    rest = rest.left;
  }
  return [within(rest, level), ...parts].join('\n');
};

const printOption = (option: QueryOption, layout: Layout): string => {
  switch (option.kind) {
    case 'select':
      return `$select=${option.items.map(path).join(',')}`;
    case 'expand': {
      const items = option.items.map((item) =>
        item.options.length === 0
          ? path(item.path)
          : `${path(item.path)}(${item.options.map((inner) => printOption(inner, 'line')).join(';')})`,
      );
      return `$expand=${items.join(layout === 'lines' ? ',\n  ' : ',')}`;
    }
    case 'filter':
      return `$filter=${printFilter(option.by, layout)}`;
    case 'orderby':
      return `$orderby=${option.items.map(({ by, descending }) => `${printExpression(by)}${descending ? ' desc' : ''}`).join(',')}`;
    case 'top':
      return `$top=${option.count}`;
    case 'count':
      return `$count=${option.on}`;
    case 'apply':
      return `$apply=${printSteps(option.steps)}`;
    case 'alias':
      return `@${option.name}=${printExpression(option.value)}`;
    case 'raw':
      return `${option.name}=${option.name === 'fetchXml' ? encodeURIComponent(option.text) : inAddress(option.text)}`;
  }
};

/** The text of a query; what `parseOData` reads from it is the same query. */
export const printOData = ({ path: segments, options }: ODataQuery, layout: Layout): string => {
  const place = segments
    .map(({ name, args }) => (args === null ? name : `${name}(${args.map(argument).join(',')})`))
    .join('/');
  if (options.length === 0) return place;
  return `${place}?${options.map((option) => printOption(option, layout)).join(layout === 'lines' ? '\n&' : '&')}`;
};

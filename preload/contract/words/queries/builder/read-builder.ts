import { parseOData } from '../odata/parse-odata.ts';
import { printExpression } from '../odata/print-odata.ts';
import type { Expression, Name, QueryOption } from '../odata/syntax.ts';
import { maskOData } from '../parameters/odata-places.ts';
import type { MaskedOData } from '../parameters/odata-places.ts';
import type { QuerySchema } from '../tables.ts';
import { tableOfSet } from '../tables.ts';
import type { BuilderCondition, BuilderGroup, BuilderQuery, BuilderValue } from './builder-query.ts';
import { NEW_BUILDER_QUERY } from './builder-query.ts';

/** What the builder has no place for. */
export type BuilderGap = 'faults' | 'path' | 'option' | 'column' | 'filter' | 'expand' | 'top';

/** A text as the builder shows it, or what it cannot show. */
export type ReadBuilder =
  | { readonly ok: true; readonly query: BuilderQuery }
  | { readonly ok: false; readonly gap: BuilderGap; readonly what: string };

class Gap extends Error {
  readonly gap: BuilderGap;
  readonly what: string;
  constructor(gap: BuilderGap, what: string) {
    super(gap);
    this.gap = gap;
    this.what = what;
  }
}

type Masks = MaskedOData['placeholders'];

const nameIn = (names: readonly Name[], gap: BuilderGap): string => {
  const [only] = names;
  if (only === undefined || names.length !== 1 || only.name.startsWith('$') || only.name.includes('.'))
    throw new Gap(gap, names.map(({ name }) => name).join('/'));
  return only.name;
};

/** A column of the table, or of the row behind one of its lookups. */
const columnIn = (names: readonly Name[], gap: BuilderGap): string => {
  const [first, second, third] = names;
  if (first === undefined || second === undefined || third !== undefined) return nameIn(names, gap);
  return `${nameIn([first], gap)}/${nameIn([second], gap)}`;
};

const unmasked = (text: string, masks: Masks): string =>
  masks.reduce(
    (now, { alias, written }) => (alias === null ? now : now.replaceAll(`@${alias}`, written)),
    text,
  );

const valueOf = (expression: Expression, masks: Masks): BuilderValue => {
  if (expression.kind === 'alias') {
    const mask = masks.find(({ from, to }) => from === expression.from && to === expression.to);
    return { kind: 'parameter', written: mask?.written ?? `@${expression.name}` };
  }
  if (expression.kind !== 'literal') throw new Gap('filter', printExpression(expression));
  const { type } = expression;
  if (type === 'null' || type === 'typed') throw new Gap('filter', printExpression(expression));
  const inside = masks.filter(({ from, to }) => expression.from <= from && to <= expression.to);
  return { kind: 'literal', type, text: unmasked(expression.text, inside) };
};

const conditionOf = (expression: Expression, masks: Masks): BuilderCondition | null => {
  const negated = expression.kind === 'not';
  const inner = negated ? expression.operand : expression;
  if (inner.kind === 'call') {
    const [column, value] = inner.args.map((one) => one.value);
    const { name } = inner;
    if (name !== 'contains' && name !== 'startswith' && name !== 'endswith') return null;
    if (inner.args.length !== 2 || column?.kind !== 'path' || value === undefined) return null;
    return {
      kind: 'condition',
      column: columnIn(column.names, 'filter'),
      operator: negated ? `not-${name}` : name,
      value: valueOf(value, masks),
    };
  }
  if (negated || inner.kind !== 'binary' || inner.left.kind !== 'path') return null;
  const { operator, right } = inner;
  const column = columnIn(inner.left.names, 'filter');
  if (right.kind === 'literal' && right.type === 'null') {
    if (operator !== 'eq' && operator !== 'ne') return null;
    return { kind: 'condition', column, operator: operator === 'eq' ? 'null' : 'not-null', value: null };
  }
  switch (operator) {
    case 'eq':
    case 'ne':
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return { kind: 'condition', column, operator, value: valueOf(right, masks) };
    default:
      return null;
  }
};

/** The parts that one operator joins, in their order. */
const joinedBy = (expression: Expression, operator: 'and' | 'or'): readonly Expression[] => {
  const parts: Expression[] = [];
  const open = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'binary' && next.operator === operator) open.push(next.right, next.left);
    else parts.push(next);
  }
  return parts;
};

const joinOf = (expression: Expression): 'and' | 'or' | null =>
  expression.kind === 'binary' && (expression.operator === 'and' || expression.operator === 'or')
    ? expression.operator
    : null;

const filterOf = (by: Expression, masks: Masks): Pick<BuilderQuery, 'join' | 'filter'> => {
  const whole = (expression: Expression): BuilderCondition => {
    const condition = conditionOf(expression, masks);
    if (condition === null) throw new Gap('filter', unmasked(printExpression(expression), masks));
    return condition;
  };
  const join = joinOf(by) ?? 'and';
  const filter = joinedBy(by, join).map((part): BuilderCondition | BuilderGroup => {
    const inner = joinOf(part);
    return inner === null
      ? whole(part)
      : { kind: 'group', join: inner, conditions: joinedBy(part, inner).map(whole) };
  });
  return { join, filter };
};

const expandOf = (
  option: QueryOption & { readonly kind: 'expand' },
  entitySet: string,
  schema: QuerySchema,
): BuilderQuery['expand'] => {
  const table = tableOfSet(schema, entitySet);
  const known = table === null ? undefined : schema.details.get(table.logicalName)?.navigation;
  return option.items.map((item) => {
    const navigation = nameIn(item.path, 'expand');
    const kind = known?.find(({ name }) => name === navigation)?.kind ?? 'one';
    const [select, ...more] = item.options;
    if (
      kind !== 'one' ||
      more.length > 0 ||
      (select !== undefined && select.kind !== 'select') ||
      navigation === '*'
    )
      throw new Gap('expand', navigation);
    return { navigation, columns: (select?.items ?? []).map((names) => nameIn(names, 'expand')) };
  });
};

const read = (text: string, schema: QuerySchema): BuilderQuery => {
  const masked = maskOData(text);
  const masks = masked.placeholders;
  const parsed = parseOData(masked.text);
  if (parsed.faults.length > 0) throw new Gap('faults', '');
  const [first, ...others] = parsed.query.path;
  if (first === undefined) return NEW_BUILDER_QUERY;
  const ours = /^[a-z_]\w*$/.test(first.name);
  if (!ours || first.args !== null || others.length > 0)
    throw new Gap('path', text.split('?')[0]?.trim() ?? '');
  const comments = text.split('\n').filter((line) => /^\s*\/\//.test(line));
  let query: BuilderQuery = {
    ...NEW_BUILDER_QUERY,
    comments: comments.map((line) => line.trim()),
    entitySet: first.name,
  };
  const seen = new Set<string>();
  for (const option of parsed.query.options) {
    if (seen.has(option.kind)) throw new Gap('option', `$${option.kind}`);
    seen.add(option.kind);
    switch (option.kind) {
      case 'select':
        query = { ...query, columns: option.items.map((names) => nameIn(names, 'column')) };
        if (query.columns.includes('*')) throw new Gap('column', '*');
        break;
      case 'expand':
        query = { ...query, expand: expandOf(option, first.name, schema) };
        break;
      case 'filter':
        query = { ...query, ...filterOf(option.by, masks) };
        break;
      case 'orderby':
        query = {
          ...query,
          order: option.items.map(({ by, descending }) => {
            if (by.kind !== 'path') throw new Gap('column', printExpression(by));
            return { column: columnIn(by.names, 'column'), descending };
          }),
        };
        break;
      case 'top':
        if (masks.some(({ alias }) => alias === null)) throw new Gap('top', '$top');
        query = { ...query, top: option.count };
        break;
      case 'count':
        query = { ...query, count: option.on };
        break;
      case 'apply':
        throw new Gap('option', '$apply');
      case 'alias':
        throw new Gap('option', `@${option.name}`);
      case 'raw':
        throw new Gap('option', option.name);
    }
  }
  return query;
};

/** Reads the text of a query into the builder. What it has no place for is named, and the text stays as it is. */
export const readBuilder = (text: string, schema: QuerySchema): ReadBuilder => {
  try {
    return { ok: true, query: read(text, schema) };
  } catch (thrown) {
    if (thrown instanceof Gap) return { ok: false, gap: thrown.gap, what: thrown.what };
    throw thrown;
  }
};

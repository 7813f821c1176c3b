import { nearestName } from '../nearest-name.ts';
import { queryFault } from '../query-fault.ts';
import { propertyOf, tableBehind, tableOfSet } from '../tables.ts';
import type { QuerySchema, QueryTableDetails } from '../tables.ts';
import { checkApply } from './check-apply.ts';
import { checkExpression } from './check-expression.ts';
import { checkColumn, follow, tableOfPath } from './check-names.ts';
import type { Tell } from './check-names.ts';
import { checkTruth } from './check-values.ts';
import { parseOData } from './parse-odata.ts';
import type { ParsedOData } from './parse-odata.ts';
import type { ExpandItem, Expression, OrderItem, QueryOption } from './syntax.ts';
import { expressionsOf, partsOf } from './walk.ts';

const checkExpand = (
  item: ExpandItem,
  schema: QuerySchema,
  table: QueryTableDetails | null,
  aliases: ReadonlySet<string>,
  tell: Tell,
): void => {
  const names = item.path.filter(({ name }) => !name.startsWith('$') && !name.includes('.') && name !== '*');
  const there = follow(names, schema, table, tell);
  const [first] = names;
  const navigation = table?.navigation.find(({ name }) => name === first?.name);
  if (navigation?.kind === 'one') {
    // Microsoft Learn: "Join tables using OData": they are for collections only.
    for (const option of item.options)
      if (option.kind === 'orderby' || option.kind === 'top')
        tell('expand-one-option', option, `$${option.kind}`);
  } else if (navigation !== undefined && item.path.some(({ name }) => name === '$ref'))
    tell('expand-reference', item, navigation.name);
  checkOptions(item.options, schema, there, aliases, tell, true);
};

const checkOptions = (
  options: readonly QueryOption[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  aliases: ReadonlySet<string>,
  tell: Tell,
  expanded: boolean,
): void => {
  const seen = new Set<string>();
  const grouped = options.some(({ kind }) => kind === 'apply');
  for (const option of options) {
    const key =
      option.kind === 'alias' || option.kind === 'raw' ? `${option.kind} ${option.name}` : option.kind;
    if (seen.has(key))
      tell(
        'option-twice',
        { from: option.from, to: option.from + 1 },
        option.kind === 'alias' ? `@${option.name}` : `$${option.kind}`,
      );
    seen.add(key);
    if (option.kind === 'select' && table !== null && !grouped) {
      for (const path of option.items) {
        const [name] = path;
        const way = path.length > 1 ? table.navigation.find((one) => one.name === name?.name) : undefined;
        if (way !== undefined && name !== undefined) tell('select-path', name, way.name);
        // A single-valued navigation property may be selected: its lookup comes.
        if (
          path.length === 1 &&
          name !== undefined &&
          !table.navigation.some((one) => one.name === name.name)
        )
          checkColumn(name, table, tell);
      }
    }
    if (option.kind === 'expand')
      for (const item of option.items) checkExpand(item, schema, table, aliases, tell);
    if (option.kind === 'orderby' && !grouped) checkOrder(option.items, schema, table, tell);
    if (option.kind === 'top' && option.count > 5000 && !expanded)
      tell('top-too-large', option, String(option.count), '5000', 'warning');
    if (option.kind === 'filter' && !grouped)
      checkTruth(option.by, schema, { table, variables: new Map() }, tell);
    for (const expression of expressionsOf(option)) {
      checkAliases(expression, aliases, expanded, tell);
      // After $apply names are those of the result.
      if (!grouped || option.kind === 'apply')
        checkExpression(expression, schema, { table, variables: new Map() }, tell);
    }
  }
};

/**
 * Rows are ordered by columns of the table itself, by a lookup as the name of its row (Microsoft Learn: "Order rows using OData"). Of a
 * path no page of Learn tells; the service was seen to fail on one (github.com/OData/WebApi/issues/2119).
 */
const checkOrder = (
  items: readonly OrderItem[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  for (const { by } of items) {
    if (by.kind !== 'path') continue;
    const [first, last, further] = by.names;
    const way = table?.navigation.find(({ kind, name }) => kind === 'one' && name === first?.name);
    if (way === undefined || last === undefined) continue;
    const lookup = table?.columns.find(({ logicalName }) => logicalName === way.column);
    const named = further === undefined && last.name === tableBehind(schema, way)?.primaryName;
    const same = named && lookup !== undefined && lookup.targets.length < 2 ? propertyOf(lookup) : '';
    tell('order-behind-lookup', by, by.names.map(({ name }) => name).join('/'), same, 'warning');
  }
};

const checkAliases = (
  expression: Expression,
  aliases: ReadonlySet<string>,
  expanded: boolean,
  tell: Tell,
): void => {
  if (expression.kind === 'alias' && expanded) tell('alias-in-expand', expression, `@${expression.name}`);
  else if (expression.kind === 'alias' && !aliases.has(expression.name))
    tell('alias-missing', expression, `@${expression.name}`);
  for (const part of partsOf(expression)) checkAliases(part, aliases, expanded, tell);
};

const MOST_EXPANDS = 15;

const itemsOf = (options: readonly QueryOption[]): readonly ExpandItem[] =>
  options.flatMap((option) => (option.kind === 'expand' ? option.items : []));
const everyItem = (options: readonly QueryOption[]): readonly ExpandItem[] =>
  itemsOf(options).flatMap((item) => [item, ...everyItem(item.options)]);

/** What `$expand` cannot have as a whole (Microsoft Learn: "Join tables using OData"). */
const checkExpands = (options: readonly QueryOption[], tell: Tell): void => {
  const items = everyItem(options);
  const surplus = items[MOST_EXPANDS];
  if (surplus !== undefined) tell('too-many-expands', surplus, '', String(MOST_EXPANDS));
  if (items.length === itemsOf(options).length) return;
  for (const option of items.flatMap((item) => item.options))
    if (option.kind === 'top' || option.kind === 'orderby')
      tell('expand-nested-option', option, `$${option.kind}`);
};

/** A text stands between single quotes; double ones are for what is JSON: lists and objects (OASIS OData 4.01 ABNF: string, quotation-mark). */
const checkQuotes = (expression: Expression, typed: string, tell: Tell): void => {
  if (expression.kind === 'list') return;
  if (
    expression.kind === 'literal' &&
    expression.type === 'string' &&
    /^(?:"|%22)/.test(typed.slice(expression.from, expression.from + 3))
  )
    tell('double-quotes', expression, expression.text);
  for (const part of partsOf(expression)) checkQuotes(part, typed, tell);
};

const everyOption = (options: readonly QueryOption[]): readonly QueryOption[] => [
  ...options,
  ...everyItem(options).flatMap((item) => item.options),
];

/**
 * Checks a request against what the Web API takes and, as far as they are known, the tables of an environment.
 * `asked` are names of placeholders that get their value before the run.
 */
export const checkOData = (
  text: string,
  schema: QuerySchema,
  asked: ReadonlySet<string> = new Set(),
): ParsedOData => {
  const { faults: bad, query } = parseOData(text);
  const faults = [...bad];
  const tell: Tell = (code, span, value, instead, severity) =>
    faults.push(queryFault(code, span, value, instead, severity));
  const [first] = query.path;
  // Functions begin with a capital letter, and metadata is no table of this list.
  const lower = first?.name.toLowerCase();
  const miscased = schema.tables.some(
    ({ entitySet, logicalName }) => lower === entitySet || lower === logicalName,
  );
  const named = first !== undefined && (first.name === lower || miscased) && !first.name.startsWith('$');
  if (named && schema.tables.length > 0 && tableOfSet(schema, first.name) === null) {
    const logical = schema.tables.find((table) => table.logicalName === lower);
    const names = schema.tables.map(({ entitySet }) => entitySet);
    tell(
      'table-unknown',
      { from: first.from, to: first.from + first.name.length },
      first.name,
      logical?.entitySet ?? nearestName(first.name.toLowerCase(), names),
    );
  }
  const [key, second] = first?.args ?? [];
  if (named && key?.name === null && second === undefined && key.value.kind === 'literal')
    if (
      key.value.type === 'number' ||
      (key.value.type === 'string' && !/^[{]?[\da-f-]{36}[}]?$/i.test(key.value.text))
    )
      tell('function-arguments', key.value, first.name, "an ID, or the name of a key: (accountnumber='…')");
  const given = query.options.flatMap((option) => (option.kind === 'alias' ? [option.name] : []));
  const aliases = new Set([...given, ...asked]);
  checkOptions(query.options, schema, tableOfPath(query, schema), aliases, tell, false);
  checkExpands(query.options, tell);
  checkApply(query.options, schema, tableOfPath(query, schema), tell);
  // The value of an alias may be JSON.
  const filters = everyOption(query.options).filter(({ kind }) => kind !== 'alias');
  const keys = query.path.flatMap(({ args }) => (args ?? []).map(({ value }) => value));
  for (const one of [...filters.flatMap(expressionsOf), ...keys]) checkQuotes(one, text, tell);
  return { query, faults };
};

import { operatorOfFunction } from '../fetchxml/operators.ts';
import { FETCH_OPERATORS } from '../fetchxml/operators.ts';
import { isId, isSummable, kindOf } from '../column-kind.ts';
import type { ColumnKind } from '../column-kind.ts';
import { nearestName } from '../nearest-name.ts';
import { queryFault } from '../query-fault.ts';
import type { FaultCode, QueryFault, Span } from '../query-fault.ts';
import { columnOfProperty, isLookup, propertyOf, tableOfSet } from '../tables.ts';
import type { QueryColumn, QuerySchema, QueryTable, QueryTableDetails } from '../tables.ts';
import { CRM, REFUSED_OPERATORS, TEXT_FUNCTIONS } from './dialect.ts';
import { parseOData } from './parse-odata.ts';
import type { ParsedOData } from './parse-odata.ts';
import { printExpression } from './print-odata.ts';
import type {
  ExpandItem,
  Expression,
  LiteralType,
  Name,
  ODataQuery,
  QueryOption,
  Transformation,
} from './syntax.ts';
import { expressionsOf, partsOf } from './walk.ts';

type Tell = (
  code: FaultCode,
  span: Span,
  value?: string,
  instead?: string,
  severity?: QueryFault['severity'],
) => void;

const FUNCTIONS = [
  ...TEXT_FUNCTIONS,
  ...FETCH_OPERATORS.flatMap(({ crmFunction }) => (crmFunction === null ? [] : [CRM + crmFunction])),
];

/** A table that names refer to; null where it is not known, so that nothing is said about them. */
type Place = {
  readonly table: QueryTableDetails | null;
  readonly variables: ReadonlyMap<string, QueryTableDetails | null>;
};

const detailsOf = (schema: QuerySchema, table: QueryTable | null): QueryTableDetails | null =>
  table === null ? null : (schema.details.get(table.logicalName) ?? null);

const checkColumn = (name: Name, table: QueryTableDetails, tell: Tell): QueryColumn | null => {
  const column = columnOfProperty(table, name.name);
  if (column !== null) {
    if (column.secured) tell('column-secured', name, name.name, '', 'info');
    return column;
  }
  // Of dotted names (types) and system properties nothing is known here.
  if (/[.$@*]/.test(name.name)) return null;
  const lookup = table.columns.find((one) => one.logicalName === name.name.toLowerCase() && isLookup(one));
  if (lookup !== undefined) tell('lookup-spelling', name, name.name, propertyOf(lookup));
  else tell('column-unknown', name, name.name, nearestName(name.name, table.columns.map(propertyOf)));
  return null;
};

/** Follows navigation properties up to the last name of a path; `unknown` once one is not known. */
const follow = (
  names: readonly Name[],
  schema: QuerySchema,
  from: QueryTableDetails | null,
  tell: Tell,
): QueryTableDetails | null => {
  let table = from;
  for (const name of names) {
    if (table === null || name.name.includes('.') || name.name.startsWith('$')) return null;
    const navigation = table.navigation.find((one) => one.name === name.name);
    if (navigation === undefined) {
      const names = table.navigation.map((one) => one.name);
      tell('navigation-unknown', name, name.name, nearestName(name.name, names));
      return null;
    }
    table = schema.details.get(navigation.target) ?? null;
  }
  return table;
};

/** Of a path that values are read from, the first part that leads to many rows. */
const manyIn = (names: readonly Name[], schema: QuerySchema, from: QueryTableDetails | null): Name | null => {
  let table = from;
  for (const name of names) {
    const navigation = table?.navigation.find((one) => one.name === name.name);
    if (navigation === undefined) return null;
    if (navigation.kind !== 'one') return name;
    table = schema.details.get(navigation.target) ?? null;
  }
  return null;
};

/** `any` and `all` ask about the rows of a list (OASIS OData 4.01 URL conventions, section 5.1.1.13). */
const checkList = (
  path: readonly Name[],
  schema: QuerySchema,
  begin: QueryTableDetails | null,
  quantifier: string,
  tell: Tell,
): void => {
  const last = path.at(-1);
  const before = follow(path.slice(0, -1), schema, begin, () => undefined);
  const navigation = before?.navigation.find(({ name }) => name === last?.name);
  if (last !== undefined && navigation?.kind === 'one')
    tell('list-needed', last, quantifier, `${last.name}/…`);
};

const checkPath = (
  names: readonly Name[],
  schema: QuerySchema,
  { table, variables }: Place,
  tell: Tell,
): QueryColumn | null => {
  const [first, ...others] = names;
  if (first === undefined) return null;
  const ranged = variables.has(first.name);
  const begin = ranged ? (variables.get(first.name) ?? null) : table;
  const rest = ranged ? others : names;
  const last = rest.at(-1);
  const many = manyIn(rest.slice(0, -1), schema, begin);
  if (many !== null) {
    tell('path-through-many', many, many.name);
    return null;
  }
  const there = follow(rest.slice(0, -1), schema, begin, tell);
  if (there === null || last === undefined) return null;
  // `nav/any` and a navigation property compared with null are no columns.
  if (there.navigation.some(({ kind, name }) => name === last.name && kind === 'one'))
    return columnOfProperty(there, last.name);
  return checkColumn(last, there, tell);
};

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
  if (wanted === null || given === null || wanted === given || (wanted === 'an ID' && isId(value.text)))
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
const checkTruth = (by: Expression, schema: QuerySchema, place: Place, tell: Tell): void => {
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
};

const checkExpression = (expression: Expression, schema: QuerySchema, place: Place, tell: Tell): void => {
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
    const { left, right } = expression;
    for (const [side, value] of [
      [left, right],
      [right, left],
    ] as const) {
      const column = side.kind === 'path' ? checkPath(side.names, schema, place, () => undefined) : null;
      checkChoice(column, value, tell);
      checkTypes(column, value, tell);
      checkLookup(side, value, schema, place, tell);
    }
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

/** Groups of dates are not offered (Microsoft Learn: "Aggregate data using OData"). */
const checkGroups = (
  options: readonly QueryOption[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  const steps = options.flatMap((option) => (option.kind === 'apply' ? option.steps : []));
  for (const path of steps.flatMap((step) => (step.kind === 'groupby' ? step.paths : []))) {
    const last = path.at(-1);
    const column = checkPath(path, schema, { table, variables: new Map() }, () => undefined);
    if (last !== undefined && column?.type === 'DateTime') tell('group-by-date', last, last.name);
  }
};

/** Only numbers are summed up. */
const checkSums = (
  steps: readonly Transformation[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  // Behind it names are those of its result.
  const step = steps.find(({ kind }) => kind !== 'filter');
  if (step?.kind === 'groupby') checkSums(step.steps, schema, table, tell);
  if (step?.kind === 'aggregate') {
    for (const { method, path } of step.items) {
      const last = path?.at(-1);
      if (path === null || last === undefined || method === null) continue;
      const column = checkPath(path, schema, { table, variables: new Map() }, tell);
      if (['sum', 'average'].includes(method) && column !== null && !isSummable(column))
        tell('aggregate-type', last, method, last.name);
    }
  }
};

/** What comes from groups is what `$apply` says. */
const checkBesideApply = (
  options: readonly QueryOption[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  const steps = options.flatMap((option) => (option.kind === 'apply' ? option.steps : []));
  checkSums(steps, schema, table, tell);
  if (!steps.some(({ kind }) => kind !== 'filter')) return;
  for (const option of options)
    if (option.kind === 'select' || option.kind === 'expand')
      tell('beside-apply', option, `$${option.kind}`, '', 'warning');
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

/** A calculated value orders nothing (Microsoft Learn: "Aggregate data using OData"). */
const checkOrderOfGroups = (options: readonly QueryOption[], tell: Tell): void => {
  const steps = options.flatMap((option) => (option.kind === 'apply' ? option.steps : []));
  const inner = steps.flatMap((step) => (step.kind === 'groupby' ? step.steps : [step]));
  const calculated = new Set(
    inner.flatMap((step) => (step.kind === 'aggregate' ? step.items.map(({ alias }) => alias) : [])),
  );
  for (const option of options) {
    if (option.kind !== 'orderby') continue;
    for (const { by } of option.items) {
      const [only] = by.kind === 'path' ? by.names : [];
      if (only !== undefined && calculated.has(only.name)) tell('order-by-aggregate', by, only.name);
    }
  }
};

/** The table that a path ends at, when it is known. */
export const tableOfPath = (query: ODataQuery, schema: QuerySchema): QueryTableDetails | null => {
  const [first, ...others] = query.path;
  if (first === undefined) return null;
  return follow(others, schema, detailsOf(schema, tableOfSet(schema, first.name)), () => undefined);
};

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
  checkGroups(query.options, schema, tableOfPath(query, schema), tell);
  checkOrderOfGroups(query.options, tell);
  checkBesideApply(query.options, schema, tableOfPath(query, schema), tell);
  // The value of an alias may be JSON.
  const filters = everyOption(query.options).filter(({ kind }) => kind !== 'alias');
  const keys = query.path.flatMap(({ args }) => (args ?? []).map(({ value }) => value));
  for (const one of [...filters.flatMap(expressionsOf), ...keys]) checkQuotes(one, text, tell);
  return { query, faults };
};

import { operatorOfFunction } from '../fetchxml/operators.ts';
import { FETCH_OPERATORS } from '../fetchxml/operators.ts';
import { nearestName } from '../nearest-name.ts';
import { queryFault } from '../query-fault.ts';
import type { FaultCode, QueryFault, Span } from '../query-fault.ts';
import { columnOfProperty, isLookup, propertyOf, tableOfSet } from '../tables.ts';
import type { QueryColumn, QuerySchema, QueryTable, QueryTableDetails } from '../tables.ts';
import { CRM, REFUSED_OPERATORS, TEXT_FUNCTIONS } from './dialect.ts';
import { parseOData } from './parse-odata.ts';
import type { ParsedOData } from './parse-odata.ts';
import type { ExpandItem, Expression, Name, ODataQuery, QueryOption } from './syntax.ts';
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

const checkCall = (call: Expression & { readonly kind: 'call' }, place: Place, tell: Tell): void => {
  if (TEXT_FUNCTIONS.has(call.name)) return;
  if (!call.name.startsWith(CRM)) {
    tell('function-refused', call, call.name, nearestName(call.name, FUNCTIONS));
    return;
  }
  if (operatorOfFunction(call.name) === null) {
    tell('function-refused', call, call.name, nearestName(call.name, FUNCTIONS), 'warning');
    return;
  }
  const property = call.args.find(({ name }) => name === 'PropertyName')?.value;
  if (place.table === null || property?.kind !== 'literal') return;
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
    const column =
      expression.left.kind === 'path'
        ? checkPath(expression.left.names, schema, place, () => undefined)
        : null;
    checkChoice(column, expression.right, tell);
  }
  if (expression.kind === 'call') checkCall(expression, place, tell);
  if (expression.kind === 'lambda') {
    const [first, ...others] = expression.path;
    const ranged = first !== undefined && place.variables.has(first.name);
    const begin = ranged ? (place.variables.get(first.name) ?? null) : place.table;
    const there = follow(ranged ? others : expression.path, schema, begin, tell);
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
    if (option.kind === 'select' && table !== null) {
      for (const path of option.items) {
        const [name] = path;
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
    const grouped = options.some(({ kind }) => kind === 'apply');
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
  const named = first !== undefined && first.name === first.name.toLowerCase() && !first.name.startsWith('$');
  if (named && schema.tables.length > 0 && tableOfSet(schema, first.name) === null) {
    const logical = schema.tables.find((table) => table.logicalName === first.name);
    const names = schema.tables.map(({ entitySet }) => entitySet);
    tell(
      'table-unknown',
      { from: first.from, to: first.from + first.name.length },
      first.name,
      logical?.entitySet ?? nearestName(first.name, names),
    );
  }
  const given = query.options.flatMap((option) => (option.kind === 'alias' ? [option.name] : []));
  const aliases = new Set([...given, ...asked]);
  checkOptions(query.options, schema, tableOfPath(query, schema), aliases, tell, false);
  return { query, faults };
};

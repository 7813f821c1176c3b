import { nodeNotSupported, queryFunctionNegated } from '../errors/query-faults.ts';
import { badRequest, notForDefinitions } from '../errors/request-faults.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { Comparison, Expression } from '../odata/syntax-tree.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { compareText, textKey } from './collation.ts';
import {
  aliasValue,
  type EdmType,
  literalOperand,
  type Operand,
  pathOperand,
  placeOf,
  textAsEnum,
  textAsId,
} from './operand.ts';
import { bindQueryFunction, checkQueryFunction } from './query-functions.ts';
import { relatedRows } from './related-rows.ts';
import { requireTableName } from './table-value.ts';
import { textTest } from './text-match.ts';

/** A test of one row. */
export type RowTest = (row: Row) => boolean;

/** A lambda variable: its table, and the row that it stands for while its predicate runs. */
type Variable = { readonly table: Table; row: Row };

type Scope = {
  readonly session: Session;
  readonly table: Table;
  readonly options: QueryOptions;
  readonly variables: ReadonlyMap<string, Variable>;
};

const operatorKinds: Readonly<Record<Comparison, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

const families: Readonly<Record<EdmType, string>> = {
  'Edm.String': 'text',
  'Edm.Guid': 'guid',
  'Edm.Int32': 'number',
  'Edm.Int64': 'number',
  'Edm.Decimal': 'number',
  'Edm.Double': 'number',
  'Edm.Boolean': 'boolean',
  'Edm.DateTimeOffset': 'time',
  'Edm.Date': 'time',
  enum: 'enum',
  list: 'list',
  complex: 'complex',
  entity: 'entity',
  null: 'null',
};

/** Compiles a filter for a table; names, types and privileges are checked once, before any row is read. */
export const bindFilter = (
  session: Session,
  table: Table,
  expression: Expression,
  options: QueryOptions,
): RowTest => bindTest({ session, table, options, variables: new Map() }, expression);

function bindTest(scope: Scope, expression: Expression): RowTest {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const left = bindTest(scope, expression.left);
      const right = bindTest(scope, expression.right);
      return expression.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
    }
    case 'not':
      return bindNot(scope, expression.operand);
    case 'in':
      bindOperand(scope, expression.operand);
      throw nodeNotSupported('In');
    case 'compare':
      return bindComparison(
        scope,
        expression.op,
        bindOperand(scope, expression.left),
        bindOperand(scope, expression.right),
      );
    case 'call':
      return bindCall(scope, expression.name, expression.args);
    case 'query':
      return bindQuery(scope, expression);
    case 'lambda':
      return bindLambda(scope, expression);
    case 'path':
    case 'alias':
    case 'null':
    case 'string':
    case 'guid':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'datetime':
    case 'date':
    case 'enum':
    case 'list': {
      const operand = bindOperand(scope, expression);
      if (operand.type !== 'Edm.Boolean') {
        throw badRequest('The $filter expression must evaluate to a single boolean value.');
      }
      return (row) => operand.get(row) === true;
    }
  }
}

/** Whether a query function stands in an expression, outside of the predicates of collections. */
const hasQuery = (expression: Expression): boolean =>
  expression.kind === 'query' ||
  (expression.kind === 'not' && hasQuery(expression.operand)) ||
  ((expression.kind === 'and' || expression.kind === 'or') &&
    (hasQuery(expression.left) || hasQuery(expression.right)));

function bindNot(scope: Scope, expression: Expression): RowTest {
  if (hasQuery(expression)) throw queryFunctionNegated();
  if (expression.kind === 'path') {
    const operand = bindOperand(scope, expression);
    if (operand.type !== 'Edm.Boolean') {
      throw badRequest(
        `A unary operator with an incompatible type was detected. Found operand type '${operand.type}' for operator kind 'Not'.`,
      );
    }
  }
  const inner = bindTest(scope, expression);
  return (row) => !inner(row);
}

/** A property of the table itself in the predicate of a collection, which speaks of its own rows alone (text as clients of the service have reported it). */
const outsideLambda = (property: string, table: Table) =>
  badRequest(
    `${property} is property of entity '${table.entitySet}'. Conditions on property other than current navigation property in any/all is not supported.`,
  );

function bindOperand(scope: Scope, expression: Expression): Operand {
  switch (expression.kind) {
    case 'path': {
      const [first, ...rest] = expression.segments;
      const variable = first === undefined ? undefined : scope.variables.get(first);
      if (variable === undefined) {
        const own = pathOperand(scope.session, scope.table, expression.segments);
        if (scope.variables.size > 0) throw outsideLambda(first ?? '', scope.table);
        return own;
      }
      const inner = pathOperand(scope.session, variable.table, rest);
      return { ...inner, via: `${first}/${inner.via ?? ''}`, get: () => inner.get(variable.row) };
    }
    case 'alias': {
      const value = aliasValue(expression, scope.options);
      return value.kind === 'path' ? bindOperand(scope, value) : literalOperand(value);
    }
    case 'and':
    case 'or':
    case 'not':
    case 'in':
    case 'compare':
    case 'call':
    case 'query':
    case 'lambda': {
      const test = bindTest(scope, expression);
      return { type: 'Edm.Boolean', get: test, column: null };
    }
    case 'null':
    case 'string':
    case 'guid':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'datetime':
    case 'date':
    case 'enum':
    case 'list':
      return literalOperand(expression);
  }
}

const comparable = (left: string, right: string, op: Comparison): boolean => {
  if (left === 'null' || right === 'null') return true;
  if (left === 'entity' || left === 'complex' || left === 'list') return false;
  if (left === 'boolean' || left === 'enum') return left === right && (op === 'eq' || op === 'ne');
  return left === right;
};

const shownType = ({ shown, type }: Operand): string => shown ?? type;

/** Both sides, the text of an enum's member or of an id taken for what it names where that is allowed. */
function sidesOf({ session }: Scope, left: Operand, right: Operand): readonly [Operand, Operand] {
  const allows = (rule: 'enumsAsText' | 'idsAsText'): boolean =>
    dataverseRule(session.ports.rules, session.environment.seed, rule) === 'allow';
  const read = (text: Operand, other: Operand): Operand =>
    (allows('enumsAsText') ? textAsEnum(text, other) : null) ??
    (allows('idsAsText') ? textAsId(text, other) : null) ??
    text;
  return [read(left, right), read(right, left)];
}

/** Columns are compared within a row, and with columns of their own type (Learn: "Filter rows using OData", column comparison; "Use column comparison in queries", limitations). */
function requireComparable(left: Operand, right: Operand): void {
  if (left.column === null || right.column === null) return;
  if (left.via !== right.via) throw badRequest('Columns of different tables cannot be compared.');
  if (left.type !== right.type)
    throw badRequest(
      `Columns of different types cannot be compared: '${left.column.name}' of type '${left.type}' and '${right.column.name}' of type '${right.type}'.`,
    );
}

/** A column of table names is compared with names of tables. */
function requireNamedTable(column: Operand, value: Operand): void {
  if (column.column?.namesTable !== true || value.column !== null || value.type !== 'Edm.String') return;
  const name = value.get({});
  if (typeof name === 'string') requireTableName(name);
}

function bindComparison(scope: Scope, op: Comparison, first: Operand, second: Operand): RowTest {
  const [left, right] = sidesOf(scope, first, second);
  if (!comparable(families[left.type], families[right.type], op)) {
    throw badRequest(
      `A binary operator with incompatible types was detected. Found operand types '${shownType(left)}' and '${shownType(right)}' for operator kind '${operatorKinds[op]}'.`,
    );
  }
  requireComparable(left, right);
  requireNamedTable(left, right);
  requireNamedTable(right, left);
  if (left.type === 'Edm.String' || right.type === 'Edm.String')
    return (row) => compareTexts(op, left.get(row), right.get(row));
  // A day compares with a moment by the moment's day.
  const asDay = left.type === 'Edm.Date' || right.type === 'Edm.Date';
  const read = (value: Json): Json => (asDay && typeof value === 'string' ? value.slice(0, 10) : value);
  return (row) => compare(op, read(left.get(row)), read(right.get(row)));
}

/** Compares texts as the database does: equal ones by what they have in common, others by its alphabet. */
function compareTexts(op: Comparison, left: Json, right: Json): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return compare(op, left, right);
  if (op === 'eq' || op === 'ne') return compare(op, textKey(left), textKey(right));
  return compare(op, compareText(left, right), 0);
}

/**
 * Compares two values. Nothing is greater or less than null; `ne` is the exact opposite of `eq`, so a null differs
 * from every value, as in the service's SQL.
 */
function compare(op: Comparison, left: Json, right: Json): boolean {
  if (op === 'eq') return left === right;
  if (op === 'ne') return left !== right;
  if (left === null || right === null || typeof left !== typeof right) return false;
  switch (op) {
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}

const textFunctions = ['contains', 'startswith', 'endswith'] as const;

function bindCall(scope: Scope, name: string, args: readonly Expression[]): RowTest {
  if (scope.table.isMetadata) throw notForDefinitions(name);
  const known = textFunctions.find((it) => it === name);
  if (known === undefined) {
    throw badRequest(
      `An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
    );
  }
  const [text, pattern] = args.map((it) => bindOperand(scope, it));
  const fits = args.length === 2 && text?.type === 'Edm.String' && pattern?.type === 'Edm.String';
  if (!fits || text === undefined || pattern === undefined) {
    throw badRequest(
      `No function signature for the function with name '${name}' matches the specified arguments. The function signatures considered are: ${name}(Edm.String Nullable=true, Edm.String Nullable=true).`,
    );
  }
  const wanted = pattern.get({});
  const test = textTest(known, typeof wanted === 'string' ? wanted : '');
  return (row) => {
    const value = text.get(row);
    return typeof value === 'string' && test(value);
  };
}

/** A query function of the row, of one behind lookups or of that of a lambda variable; without one in a lambda it is of the innermost (FetchXMLBuilder, pull request 442). */
function bindQuery(scope: Scope, { of, name, args }: Extract<Expression, { kind: 'query' }>): RowTest {
  if (scope.table.isMetadata) throw notForDefinitions(name);
  checkQueryFunction(name, args, scope.options);
  const variable = of[0] === undefined ? [...scope.variables.values()].at(-1) : scope.variables.get(of[0]);
  const lookups = variable === undefined ? of : of.slice(1);
  const place = placeOf(scope.session, variable?.table ?? scope.table, lookups);
  const test = bindQueryFunction(scope.session, place, name, args, scope.options);
  return (row) => test(variable?.row ?? row);
}

function bindLambda(scope: Scope, lambda: Extract<Expression, { kind: 'lambda' }>): RowTest {
  if (scope.table.isMetadata) throw notForDefinitions(lambda.op);
  const [first = '', ...rest] = lambda.path;
  const outer = scope.variables.get(first);
  const from = outer?.table ?? scope.table;
  const name = outer === undefined ? first : (rest[0] ?? '');
  const navigation = from.navigation.get(name);
  if (navigation === undefined || navigation.kind === 'one' || rest.length > (outer === undefined ? 0 : 1)) {
    throw badRequest(
      `The parent value for a 'Any/All' expression must be a collection: '${lambda.path.join('/')}' is none.`,
    );
  }
  if (outer === undefined && scope.variables.size > 0) throw outsideLambda(first, scope.table);
  if (lambda.variable !== null && scope.variables.has(lambda.variable)) {
    throw badRequest(`The range variable '${lambda.variable}' has already been declared.`);
  }
  const target = requireTable(navigation.target);
  const mayRead = scope.session.access.readable(target);
  const variable: Variable = { table: target, row: {} };
  const variables =
    lambda.variable === null ? scope.variables : new Map([...scope.variables, [lambda.variable, variable]]);
  const body = lambda.body === null ? () => true : bindTest({ ...scope, variables }, lambda.body);
  return (row) => {
    for (const related of relatedRows(scope.session, from, navigation, outer?.row ?? row)) {
      if (!mayRead(related)) continue;
      variable.row = related;
      if (body(row) === (lambda.op === 'any')) return lambda.op === 'any';
    }
    return lambda.op === 'all';
  };
}

import { badRequest, propertyNotFound } from '../errors/request-faults.ts';
import { enumTypes } from '../metadata/model-types.ts';
import { parseAliasValue } from '../odata/parse-path.ts';
import type { Alias, Literal, MemberPath } from '../odata/syntax-tree.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import { type Column, type ColumnType } from '../schema/column.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { columnReader } from './column-value.ts';
import { relatedRow } from './related-rows.ts';

/** EDM type of an operand, as error texts name it; `null` fits everything, `entity` fits only null. */
export type EdmType =
  | 'Edm.String'
  | 'Edm.Guid'
  | 'Edm.Int32'
  | 'Edm.Int64'
  | 'Edm.Decimal'
  | 'Edm.Double'
  | 'Edm.Boolean'
  | 'Edm.DateTimeOffset'
  | 'Edm.Date'
  | 'enum'
  | 'list'
  | 'complex'
  | 'entity'
  | 'null';

/** A value that a filter can compute from a row. */
export type Operand = {
  readonly type: EdmType;
  readonly get: (row: Row) => Json;
  /** The column, where the operand is one. */
  readonly column: Column | null;
  /** Which row's the column is: the lambda variable and the lookups that lead to it; none for the row that the filter is about. */
  readonly via?: string;
  /** Name of the type in error texts, where it is another one. */
  readonly shown?: string;
};

/** An operand that is a path, with the table that its last segment belongs to. */
type PathOperand = Operand & { readonly table: Table };

const edmTypes: Readonly<Record<ColumnType, EdmType>> = {
  guid: 'Edm.Guid',
  lookup: 'Edm.Guid',
  string: 'Edm.String',
  memo: 'Edm.String',
  choices: 'Edm.String',
  integer: 'Edm.Int32',
  choice: 'Edm.Int32',
  bigint: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  money: 'Edm.Decimal',
  double: 'Edm.Double',
  boolean: 'Edm.Boolean',
  datetime: 'Edm.DateTimeOffset',
  date: 'Edm.Date',
  enum: 'enum',
  complex: 'complex',
};

const columnOperand = (session: Session, table: Table, column: Column): PathOperand => ({
  table,
  type: edmTypes[column.type],
  get: columnReader(session, table, column),
  column,
});

/** Primitive properties of complex values by which definitions can be filtered; those of labels cannot (Learn: "Query table definitions using the Web API"). */
const complexProperties: Readonly<Record<string, Readonly<Record<string, EdmType>>>> = {
  'mscrm.BooleanManagedProperty': {
    Value: 'Edm.Boolean',
    CanBeChanged: 'Edm.Boolean',
    ManagedPropertyLogicalName: 'Edm.String',
  },
  'mscrm.AttributeRequiredLevelManagedProperty': {
    Value: 'enum',
    CanBeChanged: 'Edm.Boolean',
    ManagedPropertyLogicalName: 'Edm.String',
  },
  'mscrm.AttributeTypeDisplayName': { Value: 'Edm.String' },
};

/** A primitive property of a complex one, such as `IsAuditEnabled/Value`. */
function complexOperand(session: Session, table: Table, column: Column, property: string): PathOperand {
  const types = complexProperties[column.edmType ?? ''] ?? {};
  const type = Object.hasOwn(types, property) ? types[property] : undefined;
  if (type === undefined) throw propertyNotFound(`${column.name}/${property}`, table.logicalName);
  const read = columnReader(session, table, column);
  return {
    table,
    type,
    column: null,
    get: (row) => {
      const value = read(row);
      const found: Json | undefined =
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.entries(value).find(([name]) => name === property)?.[1]
          : undefined;
      return found ?? null;
    },
  };
}

/** Whether the calendar has a day; Date.parse takes the 31st of February for the 2nd of March. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A time literal as rows hold it: UTC, whole seconds; refused where the calendar has no such moment. */
function storedTime(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time) || !isDay(text.slice(0, 10)))
    throw badRequest(`Unrecognized 'Edm.DateTimeOffset' literal '${text}'.`);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The member of an enum that a literal names, by name or number (Learn: "Query table definitions using the Web API", enum types in `$filter`). */
export function enumMember(type: string, value: string): string {
  const name = type.replace(/^Microsoft\.Dynamics\.CRM\./, '');
  const members = Object.hasOwn(enumTypes, name) && name !== type ? enumTypes[name]?.split(' ') : undefined;
  const found = members?.find((it, index) => {
    const [label, number = String(index)] = it.split('=');
    return label === value || number === value;
  });
  if (found !== undefined) return found.replace(/=.*$/, '');
  throw badRequest(`The string '${value}' is not a valid enumeration type constant of '${type}'.`);
}

const constant = (type: EdmType, value: Json): Operand => ({ type, get: () => value, column: null });

/** A text as the member of the enum that it is compared with; null where the other side is no column of an enum. */
export function textAsEnum(text: Operand, { column, type }: Operand): Operand | null {
  const name = column?.edmType?.replace(/^mscrm\./, '');
  if (type !== 'enum' || name === undefined || text.column !== null || text.type !== 'Edm.String')
    return null;
  return constant('enum', enumMember(`Microsoft.Dynamics.CRM.${name}`, String(text.get({}))));
}

/** A text that is an id, with braces or without, as the id that it is compared with; null where it is none or nothing has ids. */
export function textAsId(text: Operand, { type }: Operand): Operand | null {
  if (type !== 'Edm.Guid' || text.column !== null || text.type !== 'Edm.String') return null;
  const id = String(text.get({}))
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1');
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id) ? constant('Edm.Guid', id) : null;
}

/** The operand of a literal. */
export function literalOperand(literal: Literal): Operand {
  switch (literal.kind) {
    case 'null':
      return constant('null', null);
    case 'string':
      return constant('Edm.String', literal.value);
    case 'guid':
      return constant('Edm.Guid', literal.value);
    case 'integer':
      return constant('Edm.Int32', literal.value);
    case 'decimal':
      return constant('Edm.Decimal', literal.value);
    case 'boolean':
      return constant('Edm.Boolean', literal.value);
    case 'datetime':
      return constant('Edm.DateTimeOffset', storedTime(literal.value));
    case 'date':
      if (!isDay(literal.value)) throw badRequest(`Unrecognized 'Edm.Date' literal '${literal.value}'.`);
      return constant('Edm.Date', literal.value);
    case 'enum':
      return constant('enum', enumMember(literal.type, literal.value));
    case 'list':
      return constant(
        'list',
        literal.items.map((it) => literalOperand(it).get({})),
      );
  }
}

/**
 * What a parameter alias of the request stands for: a literal, or the path of a property. An alias without a value is
 * null (Learn: "Use OData to query data", parameter aliases).
 */
export function aliasValue(alias: Alias, options: QueryOptions): Literal | MemberPath {
  const text = options.get(alias.name);
  if (text === undefined) return { kind: 'null' };
  const parsed = parseAliasValue(text);
  if (!parsed.ok) throw badRequest(parsed.message);
  return parsed.value;
}

/** The literal behind a parameter alias, where a path would mean nothing. */
function aliasLiteral(alias: Alias, options: QueryOptions): Literal {
  const value = aliasValue(alias, options);
  if (value.kind === 'path')
    throw badRequest(`The value of the parameter alias '${alias.name}' is not valid.`);
  return value;
}

/** The path that an item of `$orderby` names, also by an alias. */
export function orderPath(path: MemberPath | Alias, options: QueryOptions): MemberPath {
  const named = path.kind === 'alias' ? aliasValue(path, options) : path;
  if (named.kind !== 'path') throw badRequest('The $orderby expression must name a property.');
  return named;
}

/** A literal itself, or the one that an alias stands for. */
export const literalOf = (value: Literal | Alias, options: QueryOptions): Literal =>
  value.kind === 'alias' ? aliasLiteral(value, options) : value;

/** The row that lookups lead to from a row of a table, where it is there and may be read. */
export type Place = { readonly table: Table; readonly get: (row: Row) => Row | null };

/** Follows lookups from a table; refuses what is no lookup, or leads to more than one table. */
export function placeOf(session: Session, table: Table, lookups: readonly string[]): Place {
  const [first, ...rest] = lookups;
  if (first === undefined) return { table, get: (row) => row };
  const navigation = table.navigation.get(first);
  if (navigation?.kind !== 'one' || navigation.targets.length > 1)
    throw propertyNotFound(lookups.join('/'), table.logicalName);
  const target = requireTable(navigation.targets[0] ?? '');
  const mayRead = session.access.readable(target);
  const inner = placeOf(session, target, rest);
  return {
    table: inner.table,
    get: (row) => {
      const related = relatedRow(session, table, navigation, row);
      return related !== null && mayRead(related.row) ? inner.get(related.row) : null;
    },
  };
}

/** Resolves a member path from a table: a property, or lookups followed by one. Refuses what does not exist. */
export function pathOperand(session: Session, table: Table, segments: readonly string[]): PathOperand {
  const [first, ...rest] = segments;
  if (first === undefined) return { ...constant('null', null), table };
  const column = table.properties.get(first);
  if (rest.length === 0 && column !== undefined) return columnOperand(session, table, column);
  if (rest.length === 1 && column?.type === 'complex')
    return complexOperand(session, table, column, rest[0] ?? '');
  const navigation = table.navigation.get(first);
  if (navigation === undefined || navigation.kind !== 'one')
    throw propertyNotFound(segments.join('/'), table.logicalName);
  if (rest.length === 0) {
    return {
      table,
      type: 'entity',
      shown: `Microsoft.Dynamics.CRM.${navigation.targets.length > 1 ? 'principal' : (navigation.targets[0] ?? '')}`,
      get: (row) => (relatedRow(session, table, navigation, row) === null ? null : true),
      column: null,
    };
  }
  if (navigation.targets.length > 1) {
    // `ownerid` leads to a principal, which has nothing but its id (Learn: principal EntityType; the refusal is seen in clients).
    const owner = table.columns.get(navigation.column);
    if (owner === undefined || rest.join('/') !== 'ownerid')
      throw propertyNotFound(rest.join('/'), 'principal');
    return columnOperand(session, table, owner);
  }
  const place = placeOf(session, table, [first]);
  const inner = pathOperand(session, place.table, rest);
  return {
    ...inner,
    via: `${first}/${inner.via ?? ''}`,
    get: (row) => {
      const related = place.get(row);
      return related === null ? null : inner.get(related);
    },
  };
}

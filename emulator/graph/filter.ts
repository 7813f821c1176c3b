import { parseWhole } from '../dataverse/odata/cursor.ts';
import type { Cursor } from '../dataverse/odata/cursor.ts';
import { readLiteral } from '../dataverse/odata/parse-literal.ts';
import type { Literal } from '../dataverse/odata/syntax-tree.ts';
import { graphFaults } from './graph-fault.ts';
import type { Entity } from './graph-call.ts';

/** A filter that has been understood. */
export type Filter = {
  readonly keeps: (entity: Entity) => boolean;
  /** It uses what only `ConsistencyLevel: eventual` with `$count=true` allows (Learn: aad-advanced-queries). */
  readonly advanced: boolean;
  /** The property that it is about, of several one that is asked for in such a way. */
  readonly property: string;
};

/** What is filtered. */
export type Filtered = {
  /** As types are named: `application`. */
  readonly type: string;
  /** Properties that filters understand. */
  readonly known: ReadonlySet<string>;
  /** Properties that there are; none where no row tells. */
  readonly present: ReadonlySet<string>;
  /** Relationships whose objects can be counted. */
  readonly counted: Counted;
};

/** How many objects a relationship of an entity leads to, by the name of the relationship. */
export type Counted = ReadonlyMap<string, (entity: Entity) => number>;

type Value = string | boolean | null;
/** What a comparison looks at: a property of the entity, or an item of one of its lists. */
type Subject = { readonly name: string; readonly read: (entity: Entity) => unknown };
/** The names that mean something where an expression stands. */
type Names = Filtered & { readonly variable: string | null };

/** As the service counts them; more are refused. */
const mostAlternatives = 15;
const times: ReadonlySet<string> = new Set(['createdDateTime', 'deletedDateTime']);

/** Of several filters, joined. */
function joined(filters: readonly Filter[], keeps: Filter['keeps']): Filter {
  const { advanced = false, property = '' } = filters.find((one) => one.advanced) ?? filters[0] ?? {};
  return { advanced, property, keeps };
}

const tooMany = (count: number) =>
  graphFaults.query(
    `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${mostAlternatives}.`,
  );

function valueOf(literal: Literal | null): Value | undefined {
  switch (literal?.kind) {
    case 'string':
    case 'guid':
    case 'boolean':
    case 'datetime':
    case 'date':
      return literal.value;
    case 'null':
      return null;
    default:
      return undefined;
  }
}

/** A value that may stand beside the property: times are not written in quotation marks. */
function readValue(cursor: Cursor, { name }: Subject): Value {
  const literal = readLiteral(cursor);
  const value = valueOf(literal);
  if (value === undefined) {
    return cursor.refuse();
  }
  const isTime = literal?.kind === 'datetime' || literal?.kind === 'date';
  if (value !== null && times.has(name) !== isTime) {
    throw graphFaults.filterInvalid('A binary operator with incompatible types was detected.');
  }
  return value;
}

/** How a value is compared: times as such, texts without case. */
const comparable = (name: string, value: unknown): unknown =>
  typeof value !== 'string' ? value : times.has(name) ? Date.parse(value) : value.toLowerCase();

const isAtLeast = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? a >= b
    : typeof a === 'string' && typeof b === 'string' && a >= b;

function readOr(cursor: Cursor, names: Names): Filter {
  return cursor.nested(() => {
    const filters = [readAnd(cursor, names)];
    while (cursor.takeWord('or')) {
      filters.push(readAnd(cursor, names));
    }
    if (filters.length > mostAlternatives) {
      throw tooMany(filters.length);
    }
    return joined(filters, (entity) => filters.some(({ keeps }) => keeps(entity)));
  });
}

function readAnd(cursor: Cursor, names: Names): Filter {
  const filters = [readOne(cursor, names)];
  while (cursor.takeWord('and')) {
    filters.push(readOne(cursor, names));
  }
  return joined(filters, (entity) => filters.every(({ keeps }) => keeps(entity)));
}

function readOne(cursor: Cursor, names: Names): Filter {
  if (cursor.takeWord('not')) {
    const { keeps, property } = cursor.nested(() => readOne(cursor, names));
    return { advanced: true, property, keeps: (entity) => !keeps(entity) };
  }
  if (cursor.take('(')) {
    const inner = readOr(cursor, names);
    cursor.expect(')');
    return inner;
  }
  const name = cursor.name();
  if (cursor.take('(')) {
    return readFunction(cursor, names, name);
  }
  if (cursor.take('/')) {
    return cursor.takeWord('$count') ? readCount(cursor, names, name) : readLambda(cursor, names, name);
  }
  return readComparison(cursor, names, subjectOf(names, name));
}

function subjectOf({ type, known, present, variable }: Names, name: string): Subject {
  if (name !== variable && (variable !== null || !known.has(name))) {
    throw present.has(name)
      ? graphFaults.filterUnsupported(name, type)
      : graphFaults.filterInvalid(
          `Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
        );
  }
  return { name, read: (entity) => entity[name] };
}

function readComparison(cursor: Cursor, { type }: Names, subject: Subject): Filter {
  const { name, read } = subject;
  const operator = cursor.name();
  const of = (entity: Entity): unknown => comparable(name, read(entity));
  if (operator === 'in') {
    cursor.expect('(');
    const values: unknown[] = [];
    do values.push(comparable(name, readValue(cursor, subject)));
    while (cursor.take(','));
    cursor.expect(')');
    if (values.length > mostAlternatives) {
      throw tooMany(values.length);
    }
    return { advanced: false, property: name, keeps: (entity) => values.includes(of(entity)) };
  }
  const value = comparable(name, readValue(cursor, subject));
  switch (operator) {
    case 'eq':
      return { advanced: false, property: name, keeps: (entity) => of(entity) === value };
    case 'ne':
      return { advanced: true, property: name, keeps: (entity) => of(entity) !== value };
    case 'ge':
      return { advanced: false, property: name, keeps: (entity) => isAtLeast(of(entity), value) };
    case 'le':
      return { advanced: false, property: name, keeps: (entity) => isAtLeast(value, of(entity)) };
    default:
      throw graphFaults.filterUnsupported(name, type);
  }
}

/** `contains` is none of them: directory objects do not have it. */
function readFunction(cursor: Cursor, names: Names, called: string): Filter {
  const { name, read } = subjectOf(names, cursor.name());
  cursor.expect(',');
  const literal = readLiteral(cursor);
  cursor.expect(')');
  const known = called.toLowerCase();
  if ((known !== 'startswith' && known !== 'endswith') || literal?.kind !== 'string') {
    throw graphFaults.filterUnsupported(name, names.type);
  }
  const wanted = literal.value.toLowerCase();
  const text = (entity: Entity): string => String(read(entity) ?? '').toLowerCase();
  return known === 'startswith'
    ? { advanced: false, property: name, keeps: (entity) => text(entity).startsWith(wanted) }
    : { advanced: true, property: name, keeps: (entity) => text(entity).endsWith(wanted) };
}

/** `servicePrincipalNames/any(name:name eq 'x')`: of a list of texts. */
function readLambda(cursor: Cursor, names: Names, list: string): Filter {
  const operator = cursor.name();
  if (operator !== 'any' || names.variable !== null || !names.known.has(list)) {
    throw graphFaults.filterUnsupported(list, names.type);
  }
  cursor.expect('(');
  const variable = cursor.name();
  cursor.expect(':');
  const { advanced, keeps } = readOr(cursor, { ...names, variable });
  cursor.expect(')');
  return {
    advanced,
    property: list,
    keeps: (entity) => {
      const items = entity[list];
      return Array.isArray(items) && items.some((item: unknown) => keeps({ [variable]: item }));
    },
  };
}

/** `owners/$count eq 0`: none, one, or not so (Learn: application, servicePrincipal and group resource, "Relationships"). */
function readCount(cursor: Cursor, { counted, type }: Names, relation: string): Filter {
  const count = counted.get(relation);
  const operator = cursor.name();
  const literal = readLiteral(cursor);
  const value = literal?.kind === 'integer' ? literal.value : null;
  const isKnown = (operator === 'eq' || operator === 'ne') && (value === 0 || value === 1);
  if (count === undefined || !isKnown) {
    throw graphFaults.filterUnsupported(relation, type);
  }
  return {
    advanced: true,
    property: relation,
    keeps: (entity) => (count(entity) === value) === (operator === 'eq'),
  };
}

/** Understands `$filter` of directory objects, or refuses it as the service does. */
export function readFilter(text: string, filtered: Filtered): Filter {
  const parsed = parseWhole(text, (cursor) => readOr(cursor, { ...filtered, variable: null }));
  if (!parsed.ok) {
    throw graphFaults.filterInvalid(parsed.message);
  }
  return parsed.value;
}

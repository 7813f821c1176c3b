import { parseWhole } from '../dataverse/odata/cursor.ts';
import type { Cursor } from '../dataverse/odata/cursor.ts';
import { readLiteral } from '../dataverse/odata/parse-literal.ts';
import type { Literal } from '../dataverse/odata/syntax-tree.ts';
import { instanceTypes, isInstanceProperty } from './instance-properties.ts';
import type { Instance, InstanceProperty } from './instance-properties.ts';

/** Tells whether a row is wanted. */
export type InstanceFilter = (row: Instance) => boolean;

/** Either a filter, or what is wrong with its text. */
export type ReadFilter =
  | { readonly ok: true; readonly filter: InstanceFilter }
  | { readonly ok: false; readonly message: string };

/** A text that is well-formed and yet no filter. */
class FilterRefusal extends Error {}

type Value = string | number | boolean | null;
type EdmType = (typeof instanceTypes)[InstanceProperty];

/** The types that a literal of each kind may be compared with; text may stand for an id, as tools send it. */
const comparable: Readonly<Partial<Record<Literal['kind'], readonly EdmType[]>>> = {
  string: ['Edm.String', 'Edm.Guid'],
  guid: ['Edm.Guid', 'Edm.String'],
  integer: ['Edm.Int32'],
  boolean: ['Edm.Boolean'],
  datetime: ['Edm.DateTimeOffset'],
  date: ['Edm.DateTimeOffset'],
};

function propertyAt(cursor: Cursor): InstanceProperty {
  const name = cursor.name();
  if (!isInstanceProperty(name)) {
    throw new FilterRefusal(
      `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.Discovery.Instance'.`,
    );
  }
  return name;
}

function valueAt(cursor: Cursor, property: InstanceProperty): Value {
  const literal = readLiteral(cursor);
  if (literal?.kind === 'null') {
    return null;
  }
  const type = instanceTypes[property];
  if (literal === null || comparable[literal.kind]?.includes(type) !== true || !('value' in literal)) {
    throw new FilterRefusal(
      `A binary operator with incompatible types was detected. '${property}' is of type '${type}'.`,
    );
  }
  return literal.value;
}

/** Times as such, everything else as it is: text is compared with case (Learn: discovery-service). */
const ordered = (property: InstanceProperty, value: Value): Value =>
  instanceTypes[property] === 'Edm.DateTimeOffset' && typeof value === 'string' ? Date.parse(value) : value;

const operators: Readonly<Record<string, (left: Value, right: Value) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && right !== null && left > right,
  ge: (left, right) => left !== null && right !== null && left >= right,
  lt: (left, right) => left !== null && right !== null && left < right,
  le: (left, right) => left !== null && right !== null && left <= right,
};

const functions: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  endswith: (text, part) => text.endsWith(part),
  startswith: (text, part) => text.startsWith(part),
};

function readOr(cursor: Cursor): InstanceFilter {
  return cursor.nested(() => {
    const filters = [readAnd(cursor)];
    while (cursor.takeWord('or')) filters.push(readAnd(cursor));
    return (row) => filters.some((one) => one(row));
  });
}

function readAnd(cursor: Cursor): InstanceFilter {
  const filters = [readOne(cursor)];
  while (cursor.takeWord('and')) filters.push(readOne(cursor));
  return (row) => filters.every((one) => one(row));
}

function readOne(cursor: Cursor): InstanceFilter {
  if (cursor.takeWord('not')) {
    const inner = cursor.nested(() => readOne(cursor));
    return (row) => !inner(row);
  }
  if (cursor.take('(')) {
    const inner = readOr(cursor);
    cursor.expect(')');
    return inner;
  }
  const { text } = cursor.peek();
  const test = Object.hasOwn(functions, text) ? functions[text] : undefined;
  return test === undefined ? readComparison(cursor) : readFunction(cursor, test);
}

function readFunction(cursor: Cursor, test: (text: string, part: string) => boolean): InstanceFilter {
  cursor.next();
  cursor.expect('(');
  const property = propertyAt(cursor);
  cursor.expect(',');
  const part = valueAt(cursor, property);
  cursor.expect(')');
  if (typeof part !== 'string') {
    throw new FilterRefusal(`The function wants text, and '${property}' is none.`);
  }
  return (row) => test(String(row[property] ?? ''), part);
}

function readComparison(cursor: Cursor): InstanceFilter {
  const property = propertyAt(cursor);
  const word = cursor.name();
  const compare = Object.hasOwn(operators, word) ? operators[word] : undefined;
  if (compare === undefined) {
    throw new FilterRefusal(`The operator '${word}' is not supported.`);
  }
  const wanted = ordered(property, valueAt(cursor, property));
  return (row) => compare(ordered(property, row[property]), wanted);
}

/** Understands `$filter` of global discovery: comparisons, `and`, `or`, `not`, parentheses and functions of text (Learn: discovery-service). */
export function readInstanceFilter(text: string | null): ReadFilter {
  if (text === null) {
    return { ok: true, filter: () => true };
  }
  try {
    const parsed = parseWhole(text, readOr);
    return parsed.ok ? { ok: true, filter: parsed.value } : { ok: false, message: parsed.message };
  } catch (error) {
    if (error instanceof FilterRefusal) {
      return { ok: false, message: error.message };
    }
    throw error;
  }
}

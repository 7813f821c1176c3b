import { invalidPayload } from '../errors/request-faults.ts';
import {
  choiceOutOfRange,
  decimalOutOfRange,
  integerOutOfRange,
  moneyOutOfRange,
  textTooLong,
  timeTooEarly,
} from '../errors/write-faults.ts';
import { edmTypeOf } from '../metadata/edm-type.ts';
import type { Column } from '../schema/column.ts';
import { limitsOf } from '../schema/number-limits.ts';
import type { Table } from '../schema/table.ts';
import { type Json, lookupTableKey, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { readTime } from '../time/read-time.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { type LinkedRecord, linkedRecord } from './record-link.ts';
import { shapeOf } from './json-shape.ts';
import { earliestTime } from '../time/civil.ts';

/** What a body asks to set: plain columns, and lookups with the records that they point to. */
export type Payload = {
  readonly values: Row;
  /** Null clears the lookup. */
  readonly links: ReadonlyMap<string, LinkedRecord | null>;
};

/** Most objects and lists in each other, as Microsoft's OData library reads them by default (ODataMessageQuotas.MaxNestingDepth). */
const deepest = 100;

/** Reads a JSON object; anything else is refused, and a name that is given twice (text of Microsoft's OData library). */
export function readJsonObject(body: string, table: Table): Row {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = null;
  }
  if (!isJsonObject(parsed)) throw wrongBody(table, 'The payload is not a JSON object.');
  const { repeatedName, depth } = shapeOf(body);
  if (depth > deepest) throw wrongBody(table, 'The payload is nested too deeply.');
  if (repeatedName !== null)
    throw wrongBody(
      table,
      `Multiple properties with the name '${repeatedName}' were detected in a resource or a complex value. According to OData protocol, duplicate property names are not allowed.`,
    );
  return parsed;
}

/** A body that does not fit its table. */
export const wrongBody = (table: Table, detail: string) => invalidPayload(table.logicalName, detail);

/** What `JSON.parse` gave as an object holds JSON values only. */
export const isJsonObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const undeclared = (table: Table, name: string) =>
  invalidPayload(
    table.logicalName,
    `An undeclared property '${name}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.`,
  );

const unknown = (table: Table, name: string) =>
  invalidPayload(
    table.logicalName,
    `The property '${name}' does not exist on type 'Microsoft.Dynamics.CRM.${table.logicalName}'. Make sure to only use property names that are defined by the type.`,
  );

/** What is unknown and null (seen in powerapps-docs, issue 2720). */
const untyped = (table: Table, name: string) =>
  invalidPayload(
    table.logicalName,
    `Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.logicalName}'. ---> Microsoft.OData.ODataException: Does not support untyped value in non-open type.`,
  );

/** A moment in the form of Edm.DateTimeOffset, or a day alone; null for one that no calendar has, or after the year 9999. */
function momentOf(value: Json): number | null {
  const time =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value) ? readTime(value, 'UTC') : null;
  return time === null || time > latest ? null : time;
}

const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Largest values of .NET's Decimal, Double and Int64; the column's own limits are narrower. */
const largest = { decimal: 2 ** 96, double: Number.MAX_VALUE, bigint: 2 ** 63 } as const;

const isNumberUpTo = (most: number, value: Json): boolean =>
  typeof value === 'number' && Math.abs(value) <= most;

const guidText = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const fits = (column: Column, value: Json): boolean => {
  switch (column.type) {
    case 'string':
    case 'memo':
      return typeof value === 'string';
    case 'choices':
      return typeof value === 'string' && /^\d+(?:,\d+)*$/.test(value);
    case 'guid':
      return typeof value === 'string' && guidText.test(value);
    case 'integer':
    case 'choice':
      return Number.isInteger(value) && isNumberUpTo(2_147_483_647, value);
    case 'bigint':
      return Number.isInteger(value) && isNumberUpTo(largest.bigint, value);
    case 'decimal':
    case 'money':
      return isNumberUpTo(largest.decimal, value);
    case 'double':
      return isNumberUpTo(largest.double, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'datetime':
    case 'date':
      return momentOf(value) !== null;
    case 'enum':
    case 'complex':
    case 'lookup':
      return false;
  }
};

/** A number is between the least and the greatest that its column holds; which refusal that is depends on its type. */
function requireLimits(column: Column, value: number): void {
  const limits = limitsOf(column);
  if (limits === null || (value >= limits.min && value <= limits.max)) return;
  if (column.type === 'money') throw moneyOutOfRange();
  throw column.type === 'integer' || column.type === 'bigint' ? integerOutOfRange() : decimalOutOfRange();
}

/** Decimals beyond those of the column are rounded, halves away from zero (seen: scaleablesolutions.com, Currency precision in Dynamics CRM). */
function rounded(column: Column, value: number): number {
  if (Number.isInteger(value)) return value;
  const precision = limitsOf(column)?.precision ?? 0;
  const shifted = Math.round(Number(`${Math.abs(value)}e${precision}`));
  return Number.isNaN(shifted) ? value : Math.sign(value) * Number(`${shifted}e-${precision}`);
}

/** Every one of several choices is one that the column has. */
function requireChoices(table: Table, column: Column, value: string, accepted: readonly string[]): void {
  const unknown = value.split(',').find((it) => !accepted.includes(it));
  if (unknown !== undefined) throw choiceOutOfRange(table.logicalName, column.name, unknown, accepted);
}

function storedValue(table: Table, column: Column, value: Json, keepsDecimals: boolean): Json {
  if (value === null) return null;
  if (!fits(column, value)) {
    throw invalidPayload(
      table.logicalName,
      `Cannot convert the literal '${typeof value === 'object' ? JSON.stringify(value) : String(value)}' to the expected type '${edmTypeOf(column)}'.`,
    );
  }
  // Values of column permissions have a refusal of their own.
  const accepted = table.logicalName === 'fieldpermission' ? [] : Object.keys(column.labels);
  if (typeof value === 'number' && accepted.length > 0 && !accepted.includes(String(value)))
    throw choiceOutOfRange(table.logicalName, column.name, value, accepted);
  if (typeof value === 'number') requireLimits(column, value);
  if (typeof value === 'number') return keepsDecimals ? value : rounded(column, value);
  if (typeof value !== 'string') return value;
  if (column.type === 'choices') requireChoices(table, column, value, accepted);
  if (column.maxLength !== null && value.length > column.maxLength)
    throw textTooLong(table.logicalName, column.name, column.maxLength);
  if (column.type === 'guid') return value.toLowerCase();
  if (column.type !== 'datetime' && column.type !== 'date') return value;
  const moment = momentOf(value) ?? 0;
  if (moment < earliestTime) throw timeTooEarly(moment);
  return column.type === 'date' ? value.slice(0, 10) : `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

function readBind(
  session: Session,
  table: Table,
  key: string,
  value: Json,
): readonly [string, LinkedRecord | null] {
  const name = key.slice(0, -'@odata.bind'.length);
  const navigation = table.navigation.get(name);
  if (navigation === undefined || navigation.kind !== 'one') throw undeclared(table, name);
  if (value === null) return [navigation.column, null];
  if (typeof value !== 'string')
    throw invalidPayload(table.logicalName, `The value of '${key}' is not an address.`);
  const linked = linkedRecord(session, value);
  if (!navigation.targets.includes(linked.table.logicalName)) {
    throw invalidPayload(
      table.logicalName,
      `The record behind '${key}' is not of the type that '${name}' expects.`,
    );
  }
  return [navigation.column, linked];
}

/** Whether clients set a column at that moment. */
export const isSettable = (column: Column | undefined, moment: 'create' | 'update'): boolean =>
  column?.writable === 'always' || (column?.writable === 'create' && moment === 'create');

/** A type that a body names is that of its table (text of Microsoft's OData library). */
function requireOwnType(table: Table, type: Json | undefined): void {
  const own = `Microsoft.Dynamics.CRM.${table.logicalName}`;
  if (type === undefined || (typeof type === 'string' && type.replace(/^#/, '') === own)) return;
  throw wrongBody(
    table,
    `A resource with type '${String(type).replace(/^#/, '')}' was found, but it is not assignable to the expected type '${own}'.`,
  );
}

/** Reads the body of a create or an update. */
export const readPayload = (session: Session, table: Table, moment: 'create' | 'update'): Payload =>
  readObject(session, table, readJsonObject(session.request.body, table), moment);

/**
 * Reads what a body sets. Columns that the service sets itself are accepted and ignored, as it
 * does; unknown names, wrong types and direct writes to `_x_value` are refused.
 */
export function readObject(session: Session, table: Table, body: Row, moment: 'create' | 'update'): Payload {
  const values: Record<string, Json> = {};
  const links = new Map<string, LinkedRecord | null>();
  requireOwnType(table, body['@odata.type']);
  const { environment, ports } = session;
  const keepsDecimals = dataverseRule(ports.rules, environment.seed, 'extraDecimals') === 'kept';
  const clearsLookups = dataverseRule(ports.rules, environment.seed, 'lookupSetToNull') === 'clears';
  for (const [key, value] of Object.entries(body)) {
    if (key.endsWith('@odata.bind')) {
      const [name, linked] = readBind(session, table, key, value);
      if (isSettable(table.columns.get(name), moment)) links.set(name, linked);
      continue;
    }
    if (key.includes('@')) continue;
    const column = table.properties.get(key);
    if (column === undefined) {
      const navigation = table.navigation.get(key);
      // A lookup is cleared by its navigation property (Learn: "Associate and disassociate table rows by using the Web API").
      if (navigation?.kind === 'one' && value === null) {
        if (clearsLookups && isSettable(table.columns.get(navigation.column), moment))
          links.set(navigation.column, null);
        continue;
      }
      if (navigation !== undefined)
        throw invalidPayload(
          table.logicalName,
          `The navigation property '${key}' can be set together with its record only when that is created.`,
        );
      throw value === null ? untyped(table, key) : unknown(table, key);
    }
    if (column.type === 'lookup') {
      throw invalidPayload(
        table.logicalName,
        'CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.',
      );
    }
    if (isSettable(column, moment)) {
      values[column.name] = storedValue(table, column, value, keepsDecimals);
    }
  }
  return { values, links };
}

/** The columns that links set. */
export function linkColumns(links: Payload['links']): Row {
  const row: Record<string, Json> = {};
  for (const [column, linked] of links) {
    row[column] = linked?.id ?? null;
    row[lookupTableKey(column)] = linked?.table.logicalName ?? null;
  }
  return row;
}

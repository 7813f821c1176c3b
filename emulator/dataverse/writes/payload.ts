import {
  invalidJson,
  invalidPayload,
  streamNotReadable,
  unexpectedNode,
  unknownProperty,
  untypedProperty,
} from '../errors/payload-faults.ts';
import {
  choiceOutOfRange,
  decimalOutOfRange,
  integerOutOfRange,
  moneyOutOfRange,
  textTooLong,
  timeTooEarly,
} from '../errors/write-faults.ts';
import type { Column } from '../schema/column.ts';
import { limitsOf } from '../schema/number-limits.ts';
import type { Table } from '../schema/table.ts';
import { type Json, lookupTableKey, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { type LinkedRecord, linkedRecord } from './record-link.ts';
import { shapeOf } from './json-shape.ts';
import { earliestTime } from '../time/civil.ts';
import { momentOf, readLiteral } from './read-literal.ts';

/** What a body asks to set: plain columns, and lookups with the records that they point to. */
export type Payload = {
  readonly values: Row;
  /** Null clears the lookup. */
  readonly links: ReadonlyMap<string, LinkedRecord | null>;
};

/** Most objects and lists in each other, as Microsoft's OData library reads them by default (ODataMessageQuotas.MaxNestingDepth). */
const deepest = 100;

/** Whether objects or lists are open where a text ends. */
function isCutOff(json: string): boolean {
  const scopes = json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, '');
  return (scopes.match(/[{[]/g)?.length ?? 0) > (scopes.match(/[}\]]/g)?.length ?? 0);
}

function parseJson(body: string): unknown {
  if (body.trim() === '') throw streamNotReadable();
  try {
    return JSON.parse(body);
  } catch {
    throw invalidJson(isCutOff(body));
  }
}

/** Reads a JSON object; anything else is refused, and a name that is given twice (text of Microsoft's OData library). */
export function readJsonObject(body: string): Row {
  const parsed = parseJson(body);
  if (!isJsonObject(parsed))
    throw unexpectedNode(Array.isArray(parsed) ? 'StartArray' : 'PrimitiveValue', 'StartObject');
  const { repeatedName, depth } = shapeOf(body);
  if (depth > deepest) throw invalidPayload('The payload is nested too deeply.');
  if (repeatedName !== null)
    throw invalidPayload(
      `Multiple properties with the name '${repeatedName}' were detected in a resource or a complex value. According to OData protocol, duplicate property names are not allowed.`,
    );
  return parsed;
}

/** What `JSON.parse` gave as an object holds JSON values only. */
export const isJsonObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const undeclared = (name: string) =>
  invalidPayload(
    `An undeclared property '${name}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.`,
  );

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

function storedValue(table: Table, column: Column, given: Json, keepsDecimals: boolean): Json {
  const value = readLiteral(column, given);
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
  if (navigation === undefined || navigation.kind !== 'one') throw undeclared(name);
  if (value === null) return [navigation.column, null];
  if (typeof value !== 'string') throw invalidPayload(`The value of '${key}' is not an address.`);
  const linked = linkedRecord(session, value);
  if (!navigation.targets.includes(linked.table.logicalName)) {
    throw invalidPayload(`The record behind '${key}' is not of the type that '${name}' expects.`);
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
  throw invalidPayload(
    `A resource with type '${String(type).replace(/^#/, '')}' was found, but it is not assignable to the expected type '${own}'.`,
  );
}

/** Reads the body of a create or an update. */
export const readPayload = (session: Session, table: Table, moment: 'create' | 'update'): Payload =>
  readObject(session, table, readJsonObject(session.request.body), moment);

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
          `The navigation property '${key}' can be set together with its record only when that is created.`,
        );
      throw (value === null ? untypedProperty : unknownProperty)(table.logicalName, key);
    }
    if (column.type === 'lookup') {
      throw invalidPayload(
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

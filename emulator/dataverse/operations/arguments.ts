import { badRequest } from '../errors/request-faults.ts';
import { enumMember } from '../query/operand.ts';
import { type LinkedRecord, linkedRecord } from '../writes/record-link.ts';
import type { Row } from '../schema/value.ts';
import { readTime } from '../time/read-time.ts';
import type { FunctionCall } from './operation.ts';

const missing = (name: string) => badRequest(`The parameter '${name}' is missing or has the wrong type.`);

/** A GUID argument; refused where it is missing. */
export function guidArgument(call: FunctionCall, name: string): string {
  const value = call.args.get(name);
  if (value?.kind !== 'guid') throw missing(name);
  return value.value;
}

/** A text argument; refused where it is missing. */
export function textArgument(call: FunctionCall, name: string): string {
  const value = call.args.get(name);
  if (value?.kind !== 'string') throw missing(name);
  return value.value;
}

/** A text argument, or null where it is missing or null. */
export function optionalText(call: FunctionCall, name: string): string | null {
  const value = call.args.get(name);
  return value === undefined || value.kind === 'null' ? null : textArgument(call, name);
}

/** The member of an enum, or null where it is missing or null. */
export function optionalEnum(call: FunctionCall, name: string, type: string): string | null {
  const value = call.args.get(name);
  return value === undefined || value.kind === 'null' ? null : enumArgument(call, name, type);
}

/** A whole number; refused where it is missing. */
export function integerArgument(call: FunctionCall, name: string): number {
  const value = call.args.get(name);
  if (value?.kind !== 'integer') throw missing(name);
  return value.value;
}

/** A time, in milliseconds; refused where it is missing. */
export function timeArgument(call: FunctionCall, name: string): number {
  const value = call.args.get(name);
  const time = value?.kind === 'datetime' ? readTime(value.value, 'UTC') : null;
  if (time === null) throw missing(name);
  return time;
}

/** The member of an enum, as `Microsoft.Dynamics.CRM.TargetFieldType'All'`; refused where it is missing or no member. */
export function enumArgument(call: FunctionCall, name: string, type: string): string {
  const value = call.args.get(name);
  if (value?.kind !== 'enum' || value.type !== `Microsoft.Dynamics.CRM.${type}`) throw missing(name);
  return enumMember(value.type, value.value);
}

/** The record that an argument refers to; refused where it is missing or names none. */
export function recordArgument(call: FunctionCall, name: string): LinkedRecord {
  const value = call.args.get(name);
  if (value?.kind !== 'record') throw missing(name);
  return linkedRecord(call.session, value.link);
}

/** An argument of a complex type; an empty one where it is missing. */
export function objectArgument(call: FunctionCall, name: string): Row {
  const value = call.args.get(name);
  if (value === undefined || value.kind === 'null') return {};
  if (value.kind !== 'object') throw missing(name);
  return value.value;
}

/** An argument that lists texts or GUIDs; refused where it is missing. */
export function listArgument(call: FunctionCall, name: string): readonly string[] {
  const value = call.args.get(name);
  if (value?.kind !== 'list') throw missing(name);
  return value.items.map((it) => {
    if (it.kind !== 'string' && it.kind !== 'guid') throw missing(name);
    return it.value;
  });
}

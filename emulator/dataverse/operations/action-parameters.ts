import { badRequest, emptyGuid, recordNotFound, requiredFieldMissing } from '../errors/request-faults.ts';
import { tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { type Json, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { isJsonObject } from '../writes/payload.ts';
import { type LinkedRecord, linkedRecord } from '../writes/record-link.ts';

/** A parameter of an action that has another type; the text is ours. */
export const wrongParameter = (name: string) =>
  badRequest(`The parameter '${name}' in the request payload has the wrong type.`);

/** A parameter that an action needs. */
function valueAt(body: Row, name: string): Json {
  const value = body[name] ?? null;
  if (value === null) throw requiredFieldMissing(name);
  return value;
}

/** A text among the parameters of an action. */
export function textAt(body: Row, name: string): string {
  const value = valueAt(body, name);
  if (typeof value !== 'string') throw wrongParameter(name);
  return value;
}

const noId = '00000000-0000-0000-0000-000000000000';

/** An id among the parameters of an action; refused where it is all zeros. */
export function guidAt(body: Row, name: string): string {
  const id = textAt(body, name).toLowerCase();
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) throw wrongParameter(name);
  if (id === noId) throw emptyGuid();
  return id;
}

/** A whole number among the parameters of an action. */
export function integerAt(body: Row, name: string): number {
  const value = valueAt(body, name);
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongParameter(name);
  return value;
}

/** A yes or no among the parameters of an action. */
export function booleanAt(body: Row, name: string): boolean {
  const value = valueAt(body, name);
  if (typeof value !== 'boolean') throw wrongParameter(name);
  return value;
}

/** An object among the parameters of an action. */
export const objectAt = (body: Row, name: string): Row => {
  const value = valueAt(body, name);
  if (!isJsonObject(value)) throw wrongParameter(name);
  return value;
};

/** Users and teams are named by the key that both have, too (Learn: "Use Web API actions", specify entity parameter type). */
const sharedKey = (table: Table, value: Row): Json | undefined =>
  table.columns.get('ownerid')?.type === 'guid' ? value['ownerid'] : undefined;

/**
 * A record as the parameters of actions name it: `{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"…"}`, or by reference,
 * `{"@odata.id":"accounts(…)"}` (OData JSON Format 4.0, 4.5.8; requests of published tools).
 */
export function entityAt(session: Session, body: Row, name: string): LinkedRecord {
  const value = objectAt(body, name);
  const reference = value['@odata.id'];
  if (typeof reference === 'string' && value['@odata.type'] === undefined)
    return linkedRecord(session, reference);
  const type = textOf(value, '@odata.type') ?? '';
  const table = tableNamed(/^#?Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(type)?.[1] ?? '');
  const id = table === null ? undefined : (value[table.primaryId] ?? sharedKey(table, value));
  if (table === null || typeof id !== 'string') throw wrongParameter(name);
  const row = session.environment.rows(table).get(id.toLowerCase());
  if (row === null) throw recordNotFound(table.logicalName, id);
  return { table, id: id.toLowerCase(), row };
}

import { badRequest, recordNotFound } from '../errors/request-faults.ts';
import { tableNamed } from '../schema/schema.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { isJsonObject } from '../writes/payload.ts';
import { type LinkedRecord, linkedRecord } from '../writes/record-link.ts';

/** A parameter of an action that its body lacks, or has with another type. */
export const wrongParameter = (name: string) =>
  badRequest(`The parameter '${name}' in the request payload is missing or has the wrong type.`);

/** An object among the parameters of an action. */
export const objectAt = (body: Row, name: string): Row => {
  const value = body[name];
  if (!isJsonObject(value)) throw wrongParameter(name);
  return value;
};

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
  const id = table === null ? undefined : value[table.primaryId];
  if (table === null || typeof id !== 'string') throw wrongParameter(name);
  const row = session.environment.rows(table).get(id.toLowerCase());
  if (row === null) throw recordNotFound(table.logicalName, id);
  return { table, id: id.toLowerCase(), row };
}

import { invalidPayload } from '../errors/payload-faults.ts';
import { segmentNotFound } from '../errors/request-faults.ts';
import type { Table } from '../schema/table.ts';
import type { Session } from '../session.ts';
import { readJsonObject } from './payload.ts';

/**
 * The session in which `PUT <record>/<property>` with `{"value": …}`, or `DELETE` of it, is a change of that property alone (Learn:
 * "Update and delete table rows using the Web API", "Update a single property value", "Delete a single property value").
 */
export function asChangeOf(session: Session, table: Table, name: string): Session {
  const column = table.properties.get(name);
  if (column === undefined || column.type === 'lookup' || name === table.primaryId)
    throw segmentNotFound(name);
  const { request } = session;
  const given = request.method === 'DELETE' ? { value: null } : readJsonObject(request.body);
  const { value } = given;
  if (value === undefined) throw invalidPayload("The payload has no property 'value' with the new value.");
  // A record that is not there is not made: the change is one of an existing record.
  const headers = { 'if-match': '*', ...request.headers };
  return { ...session, request: { ...request, headers, body: JSON.stringify({ [name]: value }) } };
}

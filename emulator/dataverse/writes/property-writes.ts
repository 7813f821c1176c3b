import { emptyAnswer } from '../answer.ts';
import { invalidPayload } from '../errors/payload-faults.ts';
import { methodNotAllowed, segmentNotFound } from '../errors/request-faults.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { readJsonObject, readObject } from './payload.ts';
import { writerOf } from './writers.ts';

/**
 * Answers PUT and DELETE of `<set>(<id>)/<property>`: sets one value from `{"value": …}`, or takes it away (Learn: "Update and delete
 * table rows using the Web API", update or delete a single property value).
 */
export function writeProperty(session: Session, table: Table, row: Row, name: string): DataverseResponse {
  const { method, body } = session.request;
  if (!table.properties.has(name)) throw segmentNotFound(name);
  if (method !== 'PUT' && method !== 'DELETE') throw methodNotAllowed(method);
  const value: Json | undefined = method === 'DELETE' ? null : readJsonObject(body)['value'];
  if (value === undefined) throw invalidPayload("The property 'value' is missing.");
  writerOf(table).update(session, row, readObject(session, table, { [name]: value }, 'update'));
  return emptyAnswer();
}

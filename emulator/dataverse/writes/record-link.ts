import { unknownContentId } from '../errors/batch-faults.ts';
import {
  badRequest,
  recordNotFound,
  recordNotFoundByKey,
  segmentNotFound,
} from '../errors/request-faults.ts';
import { parsePath } from '../odata/parse-path.ts';
import { tableOfSet } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { addressed } from './record-address.ts';

/** A record that a payload or a `$id` points to. */
export type LinkedRecord = { readonly table: Table; readonly id: string; readonly row: Row };

/** An address that is that of no single record; the text is ours. */
const invalid = (link: string) =>
  badRequest(`The URI '${link}' is not valid because it does not identify a record.`);

/**
 * Resolves `/accounts(<id>)`, `/accounts(accountnumber='A')`, `accounts(<id>)`, or the same from the root of the host or with it; a double slash before the entity
 * set is read as one; `$1` in a change set is the record that its request 1 made. The record has to exist; access to it is the
 * caller's to check.
 */
export function linkedRecord(session: Session, named: string): LinkedRecord {
  const link = named.startsWith('$') ? session.request.references?.get(named.slice(1)) : named;
  if (link === undefined) throw unknownContentId(named);
  const path = link.replace(/^(?:https?:\/\/.*?)?\/api\/data\/v\d+\.\d+\/?/i, '');
  const parsed = parsePath(path);
  const segment = parsed.ok && parsed.value.length === 1 ? parsed.value[0] : undefined;
  const table = segment === undefined ? null : tableOfSet(segment.name);
  if (segment === undefined || segment.args === null) throw invalid(link);
  if (table === null) throw segmentNotFound(segment.name);
  const { id, row } = addressed(session, table, segment.args, new Map());
  if (row === null)
    throw id === null ? recordNotFoundByKey(table.logicalName) : recordNotFound(table.logicalName, id);
  return { table, id: idOf(row, table.primaryId), row };
}

import { badRequest, recordNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import { requireTable } from '../schema/schema.ts';
import { textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { readRecord } from './resource.ts';

const views = [
  ['savedQuery', 'savedquery'],
  ['userQuery', 'userquery'],
] as const;

/**
 * The FetchXML of the view that a request names, or null where it names none (Learn: "Retrieve and execute predefined queries"). The
 * view itself has to be readable by the caller.
 */
export function viewOf(session: Session, options: QueryOptions): string | null {
  for (const [option, name] of views) {
    const id = options.get(option)?.trim().toLowerCase();
    if (id === undefined) continue;
    if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id))
      throw badRequest(`The value of '${option}' is not a valid Guid.`);
    const fetch = textOf(readRecord(session, requireTable(name), id), 'fetchxml');
    if (fetch === null) throw recordNotFound(name, id);
    return fetch;
  }
  return null;
}

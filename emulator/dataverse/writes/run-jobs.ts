import { inEnabledUnit } from '../access/identify.ts';
import { sessionOfUser } from '../access/session-of-user.ts';
import { guid } from '../base/guid.ts';
import { wireTime } from '../base/wire-time.ts';
import { userDisabled } from '../errors/access-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import { fetchScope, fetchTable, root } from '../fetch/fetch-scope.ts';
import { joinedRows } from '../fetch/joined-rows.ts';
import { parseFetch } from '../fetch/parse-fetch.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, lookupTableKey, type Row, textOf } from '../schema/value.ts';
import type { EnvironmentState, Session } from '../session.ts';
import { importKeys, runImport } from '../solutions/run-import.ts';
import { audited, authorOf } from './record-audit.ts';
import { writerOf } from './writers.ts';

const jobs = requireTable('asyncoperation');
const operations = requireTable('bulkdeleteoperation');
const failures = requireTable('bulkdeletefailure');
const users = requireTable('systemuser');

/** Key under which a job keeps its queries; no column, so clients never see it. */
export const querySetKey = 'orderedquerysetxml:queries';

/** The rows that a query of a job finds, each once; names and privileges are checked before the first one. */
export function rowsToDelete(
  session: Session,
  fetch: string,
): { readonly table: Table; readonly rows: () => readonly Row[] } {
  const query = parseFetch(fetch);
  const table = fetchTable(query.entity.name);
  const joined = joinedRows(fetchScope(session, query), query, session.environment.rows(table));
  return {
    table,
    rows() {
      const found = new Map<string, Row>();
      for (const it of joined()) {
        const row = it.get(root) ?? null;
        if (row !== null) found.set(idOf(row, table.primaryId), row);
      }
      return [...found.values()];
    },
  };
}

type Outcome = { readonly deleted: number; readonly failed: number };

/** Deletes what the queries of a job find, one record after the other; what cannot be deleted is written down, and the job goes on. */
function deleteAll(session: Session, operation: Row): Outcome {
  const { environment } = session;
  const given = operation[querySetKey];
  const queries = Array.isArray(given) ? given.filter((it) => typeof it === 'string') : [];
  let [deleted, failed] = [0, 0];
  for (const [index, query] of queries.entries()) {
    const { rows, table } = rowsToDelete(session, query);
    for (const { [table.primaryId]: id } of rows()) {
      const row = environment.rows(table).get(typeof id === 'string' ? id : '');
      // It went with another one.
      if (row === null) continue;
      try {
        audited(session, authorOf(session), () =>
          environment.atomically(
            () => writerOf(table).remove(session, row),
            () => session.permissions.clear(),
          ),
        );
        deleted += 1;
      } catch (error) {
        if (!(error instanceof ServiceFault)) throw error;
        failed += 1;
        noteFailure(session, operation, { table, row, index, error });
      }
    }
  }
  return { deleted, failed };
}

function noteFailure(
  { environment }: Session,
  operation: Row,
  of: { readonly table: Table; readonly row: Row; readonly index: number; readonly error: ServiceFault },
): void {
  const { error, index, row, table } = of;
  const versionnumber = environment.nextVersion();
  environment.mutable(failures).put({
    bulkdeletefailureid: guid('bulkdeletefailure', environment.seed.organizationId, versionnumber),
    bulkdeleteoperationid: idOf(operation, operations.primaryId),
    asyncoperationid: operation['asyncoperationid'] ?? null,
    regardingobjectid: idOf(row, table.primaryId),
    [lookupTableKey('regardingobjectid')]: table.logicalName,
    // Codes of the service are negative numbers in its own rows.
    errornumber: Number(error.code) | 0,
    errordescription: error.message.slice(0, 512),
    orderedqueryindex: index,
    ownerid: operation['ownerid'] ?? null,
    owninguser: operation['owninguser'] ?? null,
    owningbusinessunit: operation['owningbusinessunit'] ?? null,
    versionnumber,
  });
}

/** What comes of a job; one whose user is no more, or lost what it needs, fails as a whole. */
function outcomeOf(state: EnvironmentState, operation: Row): Outcome | ServiceFault {
  const user = state.environment.rows(users).get(textOf(operation, 'owninguser') ?? '');
  if (user === null || user['isdisabled'] === true || !inEnabledUnit(state.environment, user))
    return userDisabled();
  const session = sessionOfUser(
    state,
    user,
    state.permissions.permissionsOf(idOf(user, users.primaryId), false),
  );
  try {
    session.access.requirePrivilege('prvBulkDelete');
    return deleteAll(session, operation);
  } catch (error) {
    if (error instanceof ServiceFault) return error;
    throw error;
  }
}

const day = 24 * 60 * 60 * 1000;

/** When a recurring job runs again after a moment; null for one that runs once. */
function nextRun(job: Row, now: number): number | null {
  const days = Number(/INTERVAL=(\d+)/i.exec(textOf(job, 'recurrencepattern') ?? '')?.[1] ?? 0);
  if (days === 0) return null;
  const start = Date.parse(textOf(job, 'recurrencestarttime') ?? '');
  const period = days * day;
  return start + (Math.floor(Math.max(0, now - start) / period) + 1) * period;
}

function run(state: EnvironmentState, job: Row, operation: Row): void {
  const { environment, ports } = state;
  const outcome = outcomeOf(state, operation);
  const now = ports.now();
  const again = nextRun(job, now);
  const hasFailed = outcome instanceof ServiceFault;
  const status =
    again !== null && !hasFailed
      ? { statecode: 1, statuscode: 10 }
      : { statecode: 3, statuscode: hasFailed ? 31 : 30 };
  environment.mutable(jobs).put({
    ...job,
    ...status,
    startedon: wireTime(now),
    completedon: wireTime(now),
    executiontimespan: 0,
    postponeuntil: again === null || hasFailed ? null : wireTime(again),
    errorcode: hasFailed ? Number(outcome.code) | 0 : null,
    message: hasFailed ? outcome.message : null,
    friendlymessage: hasFailed ? outcome.message : null,
    modifiedon: wireTime(now),
    versionnumber: environment.nextVersion(),
  });
  environment.mutable(operations).put({
    ...operation,
    ...status,
    ...(hasFailed ? {} : { successcount: outcome.deleted, failurecount: outcome.failed }),
    nextrun: again === null || hasFailed ? null : wireTime(again),
    modifiedon: wireTime(now),
    versionnumber: environment.nextVersion(),
  });
}

const isDue = (job: Row, now: number): boolean =>
  job['statecode'] !== 3 && Date.parse(textOf(job, 'postponeuntil') ?? wireTime(now)) <= now;

/**
 * Runs the jobs whose time has come (Learn: "Delete data in bulk": in the background, without blocking other activities). The service does so
 * behind its users' backs; here it is done before the next request is answered.
 */
export function runDueJobs(state: EnvironmentState): void {
  const { environment, ports } = state;
  const now = ports.now();
  for (const job of [...environment.rows(jobs).rows()].filter((it) => isDue(it, now))) {
    if (importKeys.file in job) runImport(state, job);
    for (const operation of environment.rows(operations).where('asyncoperationid', idOf(job, jobs.primaryId)))
      run(state, job, operation);
  }
}

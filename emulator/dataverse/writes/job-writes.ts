import { jobStateFixed, unfinishedJobStays } from '../errors/job-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { Payload } from './payload.ts';
import { deleteRecord, updateRecord } from './record-writes.ts';

const jobs = requireTable('asyncoperation');
const operations = requireTable('bulkdeleteoperation');

const completed = 3;

/** Changes a system job: one that is done stays so, others are put off or cancelled (Learn: asyncoperation table reference, statuscode). */
export function updateJob(session: Session, before: Row, payload: Payload): Row {
  const { environment } = session;
  const { statecode, statuscode } = payload.values;
  const wanted = statecode ?? before['statecode'] ?? 0;
  const isDone = (before['statecode'] ?? 0) === completed;
  // Only the service says that a job has run or runs.
  const isOwn = (wanted === completed && (statuscode ?? 32) !== 32) || wanted === 2;
  if (statecode !== undefined && (isDone ? wanted !== completed : isOwn)) throw jobStateFixed();
  const values = wanted === completed && !isDone ? { ...payload.values, statuscode: 32 } : payload.values;
  const row = updateRecord(session, jobs, before, { ...payload, values });
  for (const it of environment.rows(operations).where('asyncoperationid', idOf(row, jobs.primaryId)))
    environment.mutable(operations).put({
      ...it,
      statecode: row['statecode'] ?? 0,
      statuscode: row['statuscode'] ?? 0,
      nextrun: row['statecode'] === completed ? null : (row['postponeuntil'] ?? null),
      versionnumber: environment.nextVersion(),
    });
  return row;
}

/** Deletes a system job that is done. */
export function deleteJob(session: Session, row: Row): void {
  if ((row['statecode'] ?? 0) !== completed) throw unfinishedJobStays();
  deleteRecord(session, jobs, row);
}

/** Deletes a bulk delete job with the system job that runs it, which is how clients end a recurring one (seen in scripts). */
export function deleteBulkDelete(session: Session, row: Row): void {
  const { access, environment } = session;
  access.requirePrivilege('prvBulkDelete');
  const failures = requireTable('bulkdeletefailure');
  const id = idOf(row, operations.primaryId);
  for (const it of environment.rows(failures).where('bulkdeleteoperationid', id))
    environment.mutable(failures).remove(idOf(it, failures.primaryId));
  environment.mutable(jobs).remove(textOf(row, 'asyncoperationid') ?? '');
  environment.mutable(operations).remove(id);
}

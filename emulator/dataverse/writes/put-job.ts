import { guid } from '../base/guid.ts';
import { wireTime } from '../base/wire-time.ts';
import { requireTable } from '../schema/schema.ts';
import type { Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { ownedByCaller } from './ownership.ts';
import { createdColumns } from './record-writes.ts';

const jobs = requireTable('asyncoperation');

/** Writes down a system job of the caller; its id. */
export function putJob(session: Session, columns: Row): string {
  const { environment } = session;
  const asyncoperationid = guid('job', environment.seed.organizationId, environment.nextVersion());
  environment.mutable(jobs).put({
    ...createdColumns(session),
    ...ownedByCaller(session),
    asyncoperationid,
    depth: 1,
    correlationid: guid('correlation', asyncoperationid),
    requestid: guid('request', asyncoperationid),
    ...columns,
  });
  return asyncoperationid;
}

/** Columns of a job that was done at once. */
export function doneAtOnce({ ports }: Session): Row {
  const now = wireTime(ports.now());
  return { statecode: 3, statuscode: 30, startedon: now, completedon: now, executiontimespan: 0 };
}

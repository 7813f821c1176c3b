import { noAuditPartitions } from '../errors/access-faults.ts';
import { readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf } from '../schema/value.ts';
import { readTime } from '../time/read-time.ts';
import { entityAt, textAt, wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

const audit = requireTable('audit');

/** The history of one record is deleted (Learn: "Delete audit data"; needs prvDeleteRecordChangeHistory). */
const deleteRecordChangeHistory: WebApiAction = {
  name: 'DeleteRecordChangeHistory',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege('prvDeleteRecordChangeHistory');
    const { environment } = session;
    const { id, table } = entityAt(session, body, 'Target');
    readRecord(session, table, id);
    const store = environment.mutable(audit);
    const rows = [...store.where('objectid', id)];
    for (const row of rows) store.remove(idOf(row, audit.primaryId));
    return { DeletedEntriesCount: rows.length };
  },
};

/** The log has no partitions, so that none of them ends before any day (Learn: "Delete audit data", with this answer). */
const deleteAuditData: WebApiAction = {
  name: 'DeleteAuditData',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege('prvDeleteAuditPartitions');
    if (readTime(textAt(body, 'EndDate'), 'UTC') === null) throw wrongParameter('EndDate');
    throw noAuditPartitions();
  },
};

/** Actions that delete the history of records. */
export const auditActions: readonly WebApiAction[] = [deleteRecordChangeHistory, deleteAuditData];

import { guid } from '../base/guid.ts';
import { wireTime } from '../base/wire-time.ts';
import { recurrenceNotDaily } from '../errors/job-faults.ts';
import { fetchOfQuery } from '../fetch/query-expression.ts';
import { requireTable } from '../schema/schema.ts';
import { bulkDeleteJob } from '../schema/tables/jobs.ts';
import { lookupTableKey, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { readTime } from '../time/read-time.ts';
import { querySetKey, rowsToDelete } from '../writes/run-jobs.ts';
import { ownedByCaller } from '../writes/ownership.ts';
import { isJsonObject } from '../writes/payload.ts';
import { createdColumns } from '../writes/record-writes.ts';
import { requireWritable } from '../writes/writers.ts';
import { wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

const jobs = requireTable('asyncoperation');
const operations = requireTable('bulkdeleteoperation');

function textIn(body: Row, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw wrongParameter(name);
  return value;
}

function startIn(body: Row): number {
  const time = readTime(textIn(body, 'StartDateTime'), 'UTC');
  if (time === null) throw wrongParameter('StartDateTime');
  return time;
}

/** `QuerySet`: what is to be deleted, as FetchXML. */
function queriesIn(body: Row): readonly string[] {
  const given = body['QuerySet'];
  if (!Array.isArray(given) || given.length === 0) throw wrongParameter('QuerySet');
  return given.map((it) => {
    const fetch = isJsonObject(it) ? fetchOfQuery(it) : null;
    if (fetch === null) throw wrongParameter('QuerySet');
    return fetch;
  });
}

/** Users that get a mail when the job is done, which the demo cloud does not send. */
function requireRecipients(body: Row): void {
  if (typeof body['SendEmailNotification'] !== 'boolean') throw wrongParameter('SendEmailNotification');
  for (const name of ['ToRecipients', 'CCRecipients']) {
    const given = body[name];
    if (!Array.isArray(given) || !given.every(isJsonObject)) throw wrongParameter(name);
  }
}

/** Once, or daily (Learn: BulkDeleteRequest.RecurrencePattern). */
function recurrenceIn(body: Row): string {
  const pattern = textIn(body, 'RecurrencePattern');
  if (pattern !== '' && !/^FREQ=DAILY;INTERVAL=[1-9]\d{0,2};?$/i.test(pattern)) throw recurrenceNotDaily();
  return pattern;
}

/**
 * Writes down what BulkDelete asks for (Learn: "Delete data in bulk", BulkDelete Action): a job is written down that deletes later what its queries find then. The
 * caller needs prvBulkDelete, and Delete and Read of the tables.
 */
function createJob(session: Session, body: Row): string {
  const { access, environment, ports } = session;
  const queries = queriesIn(body);
  const name = textIn(body, 'JobName');
  const pattern = recurrenceIn(body);
  const start = startIn(body);
  requireRecipients(body);
  access.requirePrivilege('prvBulkDelete');
  for (const query of queries) {
    const { table } = rowsToDelete(session, query);
    requireWritable(table, 'Delete');
    access.require(table, 'Delete');
  }
  const id = guid('job', environment.seed.organizationId, environment.nextVersion());
  const waits = start > ports.now();
  const shared: Row = {
    ...createdColumns(session),
    ...ownedByCaller(session),
    name,
    statecode: waits ? 1 : 0,
    statuscode: waits ? 10 : 0,
  };
  environment.mutable(jobs).put({
    ...shared,
    asyncoperationid: id,
    operationtype: bulkDeleteJob,
    messagename: 'BulkDelete',
    depth: 1,
    postponeuntil: waits ? wireTime(start) : null,
    recurrencepattern: pattern === '' ? null : pattern,
    recurrencestarttime: pattern === '' ? null : wireTime(start),
    correlationid: guid('correlation', id),
    requestid: guid('request', id),
  });
  environment.mutable(operations).put({
    ...shared,
    versionnumber: environment.nextVersion(),
    bulkdeleteoperationid: guid('bulkdelete', id),
    asyncoperationid: id,
    [lookupTableKey('asyncoperationid')]: 'asyncoperation',
    isrecurring: pattern !== '',
    nextrun: waits ? wireTime(start) : null,
    orderedquerysetxml: queries.join(''),
    [querySetKey]: queries,
  });
  return id;
}

/** The action BulkDelete. */
export const bulkDelete: WebApiAction = {
  name: 'BulkDelete',
  boundTo: null,
  run: (session, body) => ({ JobId: createJob(session, body) }),
};

import {
  mergeInactive,
  mergeIntoItself,
  mergeLosesParent,
  mergeMakesCycle,
  mergeOtherParent,
} from '../errors/merge-faults.ts';
import { readRecord } from '../query/resource.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { directlyBelow } from '../writes/cascade.ts';
import { changedAttributes } from '../writes/changed-attributes.ts';
import { readObject } from '../writes/payload.ts';
import { recordAudit } from '../writes/record-audit.ts';
import { modifiedColumns } from '../writes/record-writes.ts';
import { writerOf } from '../writes/writers.ts';
import { entityAt, objectAt, wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

/** Tables whose records are merged (Learn: "Merge table rows using the Web API": accounts, contacts, leads, cases; the last are not served). */
const merged = new Set(['account', 'contact', 'lead']);

/** The lookups by which a record stands under another one. */
const parents: Readonly<Record<string, string>> = { account: 'parentaccountid', contact: 'parentcustomerid' };

function recordAt(session: Session, body: Row, name: string): { readonly table: Table; readonly row: Row } {
  const { id, table } = entityAt(session, body, name);
  if (!merged.has(table.logicalName)) throw wrongParameter(name);
  return { table, row: readRecord(session, table, id) };
}

/** With `PerformParentingChecks`, records that stand under different ones are not merged. */
function requireSameParent(table: Table, target: Row, subordinate: Row): void {
  const column = parents[table.logicalName] ?? '';
  const [kept, lost] = [textOf(target, column), textOf(subordinate, column)];
  if (lost === null || lost === kept) return;
  throw kept === null ? mergeLosesParent() : mergeOtherParent();
}

/** What the target takes over from the subordinate by the request. */
function updateTarget(session: Session, table: Table, target: Row, body: Row): void {
  if (body['UpdateContent'] === undefined || body['UpdateContent'] === null) return;
  const { [table.primaryId]: _, ...content } = objectAt(body, 'UpdateContent');
  const payload = readObject(session, table, content, 'update');
  writerOf(table).update(session, target, payload);
}

/** Records that point to the subordinate point to the target from now on, where their relationship says so. */
function moveLinks(session: Session, table: Table, target: Row, subordinate: Row): void {
  const id = idOf(target, table.primaryId);
  const link = { table, id, row: target };
  for (const { column, row, table: other } of directlyBelow(session, table, subordinate, 'Merge')) {
    if (idOf(row, other.primaryId) === id) throw mergeMakesCycle();
    writerOf(other).update(session, row, { values: {}, links: new Map([[column, link]]) });
  }
}

/**
 * Merge (Learn: "Merge table rows using the Web API", Merge Action): what points to the subordinate goes to the target, which
 * takes over what `UpdateContent` says; the subordinate stays, inactive and marked as merged. The caller needs prvMerge and Write of both.
 */
function mergeRecords(session: Session, body: Row): void {
  const { access, environment } = session;
  const { row: target, table } = recordAt(session, body, 'Target');
  const { row: subordinate, table: other } = recordAt(session, body, 'Subordinate');
  if (other !== table) throw wrongParameter('Subordinate');
  const checks = body['PerformParentingChecks'] ?? false;
  if (typeof checks !== 'boolean') throw wrongParameter('PerformParentingChecks');
  access.requirePrivilege('prvMerge');
  for (const row of [target, subordinate]) access.requireRow(table, 'Write', row);
  const id = idOf(subordinate, table.primaryId);
  if (id === idOf(target, table.primaryId)) throw mergeIntoItself();
  if ([target, subordinate].some((row) => (row['statecode'] ?? 0) !== 0)) throw mergeInactive();
  if (checks) requireSameParent(table, target, subordinate);
  moveLinks(session, table, target, subordinate);
  updateTarget(session, table, target, body);
  const before = environment.rows(table).get(id) ?? subordinate;
  const after = {
    ...before,
    merged: true,
    masterid: idOf(target, table.primaryId),
    // Leads that are merged are disqualified (Learn: lead table reference, statecode and statuscode).
    ...(table.logicalName === 'lead' ? { statecode: 2, statuscode: 7 } : { statecode: 1, statuscode: 2 }),
    ...modifiedColumns(session),
  };
  environment.mutable(table).put(after);
  const detail = changedAttributes(session, table, before, after);
  recordAudit(session, { action: 'merge', table: table.logicalName, id, detail });
}

/** The action Merge. */
export const merge: WebApiAction = {
  name: 'Merge',
  boundTo: null,
  run: (session, body) => {
    mergeRecords(session, body);
    return null;
  },
};

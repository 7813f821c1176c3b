import { unchecked } from '../access/access.ts';
import { privilegeNamed } from '../base/privileges.ts';
import { wireTime } from '../base/wire-time.ts';
import {
  casesOfOtherParents,
  mergeDenied,
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
import { readObject } from '../writes/payload.ts';
import { rowSent } from '../writes/record-audit.ts';
import { modifiedColumns } from '../writes/record-writes.ts';
import { writerOf } from '../writes/writers.ts';
import { entityAt, objectAt, wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

/** Tables whose records are merged (Learn: "Merge table rows using the Web API"), and what becomes of those that are (table references, statecode and statuscode). */
const merged: Readonly<Record<string, Row>> = {
  account: { statecode: 1, statuscode: 2 },
  contact: { statecode: 1, statuscode: 2 },
  lead: { statecode: 2, statuscode: 7 },
  incident: { statecode: 2, statuscode: 2000 },
};

/** The lookups by which a record stands under another one. */
const parents: Readonly<Record<string, string>> = {
  account: 'parentaccountid',
  contact: 'parentcustomerid',
  incident: 'parentcaseid',
};

function recordAt(session: Session, body: Row, name: string): { readonly table: Table; readonly row: Row } {
  const { id, table } = entityAt(session, body, name);
  if (merged[table.logicalName] === undefined) throw wrongParameter(name);
  return { table, row: readRecord(session, table, id) };
}

/**
 * What merging needs of the caller: prvMerge, Read, Write, Share and AppendTo of the target, Write of the subordinate (M. Carrington, MSDyn365
 * Internals: Merge Permissions).
 */
function requireMayMerge({ access }: Session, table: Table, target: Row, subordinate: Row): void {
  const privilege = privilegeNamed('prvMerge');
  const may =
    privilege !== null &&
    access.reach(privilege) !== null &&
    access.mayRow(table, 'Write', subordinate) &&
    (['Read', 'Write', 'Share', 'AppendTo'] as const).every((verb) => access.mayRow(table, verb, target));
  if (!may) throw mergeDenied();
}

/** With `PerformParentingChecks`, records that stand under different ones are not merged; cases never are. */
function requireSameParent(table: Table, target: Row, subordinate: Row, checks: boolean): void {
  const column = parents[table.logicalName] ?? '';
  const [kept, lost] = [textOf(target, column), textOf(subordinate, column)];
  if (lost === null || lost === kept) return;
  if (table.logicalName === 'incident' && kept !== null) throw casesOfOtherParents();
  if (checks) throw kept === null ? mergeLosesParent() : mergeOtherParent();
}

/** What the target takes over from the subordinate by the request. */
function updateTarget(session: Session, table: Table, target: Row, body: Row): void {
  if (body['UpdateContent'] === undefined || body['UpdateContent'] === null) return;
  const { [table.primaryId]: _, ...content } = objectAt(body, 'UpdateContent');
  const payload = readObject(session, table, content, 'update');
  writerOf(table).update(session, target, payload);
}

/**
 * Records that point to the subordinate point to the target from now on, where their relationship says so: by the service itself or, where cases
 * are merged, as far as the caller may change them (Learn: "Merge table rows using the Web API", merge behavior for incident).
 */
function moveLinks(session: Session, table: Table, target: Row, subordinate: Row): void {
  const id = idOf(target, table.primaryId);
  const link = { table, id, row: target };
  const acting =
    table.logicalName === 'incident' ? session : { ...session, access: unchecked(session.access) };
  for (const { column, row, table: other } of directlyBelow(session, table, subordinate, 'Merge')) {
    if (idOf(row, other.primaryId) === id) throw mergeMakesCycle();
    writerOf(other).update(acting, row, { values: {}, links: new Map([[column, link]]) });
  }
}

/** Whom the subordinate is shared with has the same of the target, beside what it had (seen in a forum: "Merge Account creates Share"). */
function copyShares({ environment, ports }: Session, table: Table, target: Row, subordinate: Row): void {
  const { shares } = environment;
  const id = idOf(target, table.primaryId);
  for (const share of shares.of(idOf(subordinate, table.primaryId))) {
    const before = shares.of(id).find((it) => it.principalId === share.principalId)?.mask ?? 0;
    if ((before | share.mask) === before) continue;
    shares.put(id, {
      ...share,
      mask: before | share.mask,
      changedOn: wireTime(ports.now()),
      version: environment.nextVersion(),
    });
  }
}

/**
 * Merge (Learn: "Merge table rows using the Web API", Merge Action): what points to the subordinate goes to the target, which
 * takes over what `UpdateContent` says; the subordinate stays, inactive and marked as merged. A case takes over nothing.
 */
function mergeRecords(session: Session, body: Row): void {
  const { environment } = session;
  const { row: target, table } = recordAt(session, body, 'Target');
  const { row: subordinate, table: other } = recordAt(session, body, 'Subordinate');
  if (other !== table) throw wrongParameter('Subordinate');
  const checks = body['PerformParentingChecks'] ?? false;
  if (typeof checks !== 'boolean') throw wrongParameter('PerformParentingChecks');
  requireMayMerge(session, table, target, subordinate);
  const id = idOf(subordinate, table.primaryId);
  if (id === idOf(target, table.primaryId)) throw mergeIntoItself();
  if ([target, subordinate].some((row) => (row['statecode'] ?? 0) !== 0)) throw mergeInactive();
  requireSameParent(table, target, subordinate, checks);
  moveLinks(session, table, target, subordinate);
  copyShares(session, table, target, subordinate);
  if (table.logicalName !== 'incident') updateTarget(session, table, target, body);
  const before = environment.rows(table).get(id) ?? subordinate;
  environment.mutable(table).put({
    ...before,
    merged: true,
    masterid: idOf(target, table.primaryId),
    ...merged[table.logicalName],
    ...modifiedColumns(session),
  });
  rowSent(session, table, id, 'merge');
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

import { readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { ownedByCaller } from '../writes/ownership.ts';
import { createdColumns, newId } from '../writes/record-writes.ts';

const uploads = {
  staged: requireTable('stagesolutionupload'),
  exported: requireTable('exportsolutionupload'),
} as const;

/** Key under which an upload keeps its file; no column, so clients never see it. */
const fileKey = 'file:content';

/** What clients send for no id. */
export const noId = '00000000-0000-0000-0000-000000000000';

/** Keeps a solution's file for later; its id. */
export function putFile(
  session: Session,
  kind: keyof typeof uploads,
  uniqueName: string,
  file: string,
): string {
  const table = uploads[kind];
  const id = newId(session, table, { values: {}, links: new Map() });
  session.environment.mutable(table).put({
    ...createdColumns(session),
    ...ownedByCaller(session),
    [table.primaryId]: id,
    name: uniqueName,
    solutionuniquename: uniqueName,
    statecode: 0,
    statuscode: 1,
    [fileKey]: file,
  });
  return id;
}

const fileIn = (session: Session, kind: keyof typeof uploads, id: string): string =>
  textOf(readRecord(session, uploads[kind], id), fileKey) ?? '';

/** A file that waits to be imported. */
export const stagedFile = (session: Session, id: string): string => fileIn(session, 'staged', id);
/** A file that waits to be fetched. */
export const exportedFile = (session: Session, id: string): string => fileIn(session, 'exported', id);
